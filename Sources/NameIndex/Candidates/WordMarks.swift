/// Which words of a query a word of the index may spell, as bits. An open table: most words that are asked for are not there,
/// and the answer must cost next to nothing.
struct WordMarks {
  private var keys: [UInt32]
  private var marks: [UInt64]
  private let mask: Int

  private static let free = UInt32.max

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: Self.free, count: size)
    marks = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// - Parameter word: below the greatest number of 32 bits.
  mutating func mark(_ word: UInt32, _ query: Int) {
    let place = place(of: word)
    keys[place] = word
    marks[place] |= 1 << UInt64(query)
  }

  subscript(word: UInt32) -> UInt64 { marks[place(of: word)] }

  /// Where the word stands or would stand: half of the table is free, so there is such a place.
  private func place(of word: UInt32) -> Int {
    var place = Int(truncatingIfNeeded: word &* 0x9E37_79B1) & mask
    while keys[place] != word, keys[place] != Self.free { place = (place + 1) & mask }
    return place
  }
}
