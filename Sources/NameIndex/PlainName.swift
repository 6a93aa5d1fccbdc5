import Transliteration

/// A name of the letters A to Z alone, divided into words as ``FoldedName`` divides it: most names, in a form that costs next to
/// nothing. Memory is used again for the next name.
struct PlainName {
  /// Small letters of all words.
  private(set) var letters: [UInt8] = []
  /// Where each word ends.
  private var ends: [Int] = []
  /// Numbers of words, by their letters, as far as there are words.
  private var order: [Int] = []

  /// Words that are longer are no plain words.
  static let wordLimit = 40

  var wordCount: Int { ends.count }

  /// The place of a word among the letters.
  func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  subscript(word: Int) -> ArraySlice<UInt8> { letters[range(word)] }

  /// The numbers of the words in the order of their letters.
  var sortedWords: [Int] { order }

  /// Reads another name.
  ///
  /// - Returns: whether it is a plain one: ASCII, with letters and without digits or control characters.
  mutating func read(_ text: String) -> Bool {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard bytes.count <= FoldedName.byteLimit else { return false }
      var start = 0
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
        case 0..<0x20, 0x7F..., UInt8(ascii: "0")...UInt8(ascii: "9"): return false
        // Apostrophes do not end a word.
        case UInt8(ascii: "'"), UInt8(ascii: "`"): break
        default:
          if letters.count > start {
            ends.append(letters.count)
            start = letters.count
          }
        }
      }
      if letters.count > start { ends.append(letters.count) }
      return true
    }
    guard isPlain, !ends.isEmpty, ends.indices.allSatisfy({ range($0).count <= Self.wordLimit }) else { return false }
    sortWords()
    return true
  }

  private mutating func sortWords() {
    order.removeAll(keepingCapacity: true)
    for word in ends.indices {
      var place = order.count
      while place > 0, self[word].lexicographicallyPrecedes(self[order[place - 1]]) { place -= 1 }
      order.insert(word, at: place)
    }
  }
}
