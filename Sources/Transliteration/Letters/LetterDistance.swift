/// What it costs that a word and a Latin word spell one name part.
public enum LetterDistance {
  /// −100 · ln of the probability of the likeliest walk through both words.
  ///
  /// Unsafe buffers, because this is the innermost loop of all matching. An index into `costs` is `place · width + column`
  /// with place < `length + 2` and column ≤ `count`: a group of two symbols begins before the last place
  /// (`LetterWord.init` gives the last place none), and a choice is taken only where its letters fit before `count`. An index
  /// into `starts` is that of a group plus a letter below 26 plus 2 at most, of the 28 that each group has.
  /// Numbers of choices come from the model that the word was made with.
  public static func joint(_ word: LetterWord, _ latin: LatinWord) -> Int {
    let count = latin.letters.count
    let width = count + 1
    let length = word.length
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: (length + 2) * width) { costs in
      costs.initialize(repeating: unreachable)
      costs[0] = 0
      word.model.choices.withUnsafeBufferPointer { choices in
        word.model.starts.withUnsafeBufferPointer { starts in
          word.model.insertions.withUnsafeBufferPointer { insertions in
            latin.windows.withUnsafeBufferPointer { windows in
              for place in 0...length {
                let row = place &* width
                for column in 0...count {
                  let cost = costs[row &+ column]
                  if cost >= unreachable { continue }
                  let window = column < count ? windows[column] : 0
                  if column < count {
                    // A Latin letter that stands for nothing.
                    let next = cost &+ Int32(insertions[Int(window >> 20)])
                    if next < costs[row &+ column &+ 1] { costs[row &+ column &+ 1] = next }
                  }
                  if place == length { continue }
                  let rest = count &- column
                  relax(
                    word.singles[place], choices, starts, window, rest, cost, costs, row &+ width &+ column)
                  relax(
                    word.doubles[place], choices, starts, window, rest, cost, costs, row &+ 2 &* width &+ column)
                }
              }
            }
          }
        }
      }
      return Int(costs[length &* width &+ count])
    }
  }

  private static let unreachable = Int32.max / 2

  /// Goes on by every choice of a group that the Latin word goes on with: the silent ones, and those that begin with the
  /// letter at hand.
  ///
  /// - Parameters:
  ///   - window: the letters from here on.
  ///   - rest: how many they are.
  ///   - target: the same column in the row that the group leads to.
  @inline(__always)
  private static func relax(
    _ group: LetterModel.Group, _ choices: UnsafeBufferPointer<LetterModel.Choice>,
    _ starts: UnsafeBufferPointer<Int32>, _ window: UInt32, _ rest: Int, _ cost: Int32,
    _ costs: UnsafeMutableBufferPointer<Int32>, _ target: Int
  ) {
    if group.end == 0 { return }
    let first = Int(group.starts)
    for number in Int(starts[first])..<Int(starts[first &+ 1]) {
      let next = cost &+ Int32(choices[number].cost)
      if next < costs[target] { costs[target] = next }
    }
    if rest == 0 { return }
    let letter = Int(window >> 20)
    for number in Int(starts[first &+ letter &+ 1])..<Int(starts[first &+ letter &+ 2]) {
      let choice = choices[number]
      let length = Int(choice.latinLength)
      if length > rest { continue }
      if window >> UInt32(5 &* (LatinWord.windowLength &- length)) != choice.latin { continue }
      let next = cost &+ Int32(choice.cost)
      if next < costs[target &+ length] { costs[target &+ length] = next }
    }
  }
}
