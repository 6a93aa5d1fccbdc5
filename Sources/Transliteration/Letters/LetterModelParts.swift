/// The flat arrays of a letter model, as they are laid into the compiled tables, so that opening a model is copying them.
struct LetterModelParts {
  var symbols: [UInt32] = []
  var groupKeys: [UInt32] = []
  var groups: [LetterModel.Group] = []
  var choices: [LetterModel.Choice] = []
  var starts: [Int32] = []
  var insertions: [UInt16] = []
  var latinKeys: [UInt32] = []
  var latinCosts: [UInt16] = []

  private typealias Choice = LetterModel.Choice

  /// How many numbers a group has in `starts`: one for silence, one a letter, and the end.
  static let startsOfGroup = 28

  init() {}

  /// Gathers correspondences by symbols and by Latin letters, and adds up what each costs whatever it goes with.
  static func built(from correspondences: [LetterCorrespondence]) -> LetterModelParts {
    var parts = LetterModelParts()
    parts.symbols = Set(correspondences.flatMap { $0.native.map(\.value) }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: parts.symbols.enumerated().map { ($1, UInt32($0 + 1)) })
    parts.insertions = [UInt16](repeating: LetterModel.unseenInsertion, count: 26)
    var lists: [UInt32: [Choice]] = [:]
    var latinShares: [UInt32: Double] = [:]
    for correspondence in correspondences {
      let letters = correspondence.latin.map { $0 - UInt8(ascii: "a") }
      let cost = UInt16(clamping: correspondence.cost)
      let packed = PackedLatin.packed(letters)
      if !letters.isEmpty {
        latinShares[LetterModel.latinKey(packed, letters.count), default: 0] +=
          NaturalLogarithm.probability(cost: Int(cost))
      }
      if correspondence.native.isEmpty {
        parts.insertions[Int(letters[0])] = min(cost, LetterModel.unseenInsertion)
        continue
      }
      let key = correspondence.native.reduce(0) { $0 << 16 | (numbers[$1.value] ?? 0) }
      lists[key, default: []].append(Choice(latin: packed, latinLength: UInt8(letters.count), cost: cost))
    }
    let shares = latinShares.sorted { $0.key < $1.key }
    parts.latinKeys = shares.map(\.key)
    parts.latinCosts = shares.map { UInt16(clamping: NaturalLogarithm.cost($0.value, of: 1)) }
    // The first choice is that of a symbol the model does not know.
    parts.append([Choice(latin: 0, latinLength: 0, cost: LetterModel.unseenDeletion)])
    for (key, list) in lists.sorted(by: { $0.key < $1.key }) { parts.append(list, key: key) }
    return parts
  }

  private mutating func append(_ list: [Choice], key: UInt32) {
    var list = list
    // A single symbol may always be silent.
    if key < 1 << 16, !list.contains(where: { $0.latinLength == 0 }) {
      list.append(Choice(latin: 0, latinLength: 0, cost: LetterModel.unseenDeletion))
    }
    let share = list.reduce(0) { $0 + NaturalLogarithm.probability(cost: Int($1.cost)) }
    list.sort { ($0.head, $0.cost, $0.latin) < ($1.head, $1.cost, $1.latin) }
    groupKeys.append(key)
    groups.append(
      LetterModel.Group(
        first: Int32(choices.count), end: Int32(choices.count + list.count), starts: Int32(starts.count),
        cost: UInt16(clamping: NaturalLogarithm.cost(share, of: 1))))
    append(list)
  }

  /// - Parameter list: sorted by first letters.
  private mutating func append(_ list: [Choice]) {
    for head in 0..<Self.startsOfGroup {
      starts.append(Int32(choices.count + (list.firstIndex { $0.head >= head } ?? list.count)))
    }
    choices += list
  }
}

extension LetterModelParts {
  /// Whether every number points inside and every choice has letters that a word can have: what the unsafe loop of
  /// `LetterDistance` relies on, for parts that were read from a file.
  var isSound: Bool {
    let choiceCount = Int32(choices.count)
    return !choices.isEmpty && starts.count == (groups.count + 1) * Self.startsOfGroup
      && groupKeys.count == groups.count && latinKeys.count == latinCosts.count && insertions.count == 26
      && starts.allSatisfy { (0...choiceCount).contains($0) } && zip(starts, starts.dropFirst()).allSatisfy(<=)
      && choices.allSatisfy {
        Int($0.latinLength) <= LatinWord.windowLength && $0.latin < 1 << (5 * UInt32($0.latinLength))
          && PackedLatin.letters($0.latin, count: Int($0.latinLength)).allSatisfy { $0 < 26 }
      }
      && groups.indices.allSatisfy { number in
        let group = groups[number]
        return Int(group.starts) == (number + 1) * Self.startsOfGroup && group.first > 0 && group.first <= group.end
          && group.end <= choiceCount
      }
  }
}
