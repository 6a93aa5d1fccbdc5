/// 64 bits for each of some words of an index: an open table that is at most half full. Most words that are asked for are not
/// there, and the answer must cost next to nothing.
struct WordTable {
  private var words: [UInt32]
  private var values: [UInt64]
  private let mask: Int

  private static let free = UInt32.max

  /// - Parameters:
  ///   - capacity: how many words there will be at most.
  ///   - absent: the value of words that are not there.
  init(capacity: Int, absent: UInt64) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    words = Array(repeating: Self.free, count: size)
    values = Array(repeating: absent, count: size)
    mask = size - 1
  }

  /// - Parameter word: below the greatest number of 32 bits.
  subscript(word: UInt32) -> UInt64 {
    get { values[place(of: word)] }
    set {
      let place = place(of: word)
      words[place] = word
      values[place] = newValue
    }
  }

  /// Where the word stands or would stand: half of the table is free, so there is such a place.
  private func place(of word: UInt32) -> Int {
    var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B1) >> 7) & mask
    while words[place] != word, words[place] != Self.free { place = (place + 1) & mask }
    return place
  }
}
