/// A word of folded Latin letters, packed for comparison.
public struct LatinWord: Hashable, Sendable {
  /// Letters by number, a = 0.
  public let letters: [UInt8]
  /// For each place the five letters from there on, five bits each, the first in the highest bits.
  let windows: [UInt32]

  /// Words longer than this are compared by equality only.
  public static let lengthLimit = 40
  static let windowLength = 5

  /// - Returns: `nil` where `word` is empty, too long, or has anything but a–z in it.
  public init?(_ word: String) {
    let bytes = word.utf8
    guard (1...Self.lengthLimit).contains(bytes.count) else { return nil }
    var letters: [UInt8] = []
    letters.reserveCapacity(bytes.count)
    for byte in bytes {
      guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else { return nil }
      letters.append(byte - UInt8(ascii: "a"))
    }
    self.init(letters: letters)
  }

  init(letters: [UInt8]) {
    self.letters = letters
    var windows = [UInt32](repeating: 0, count: letters.count)
    var window: UInt32 = 0
    for place in letters.indices.reversed() {
      window = window >> 5 | UInt32(letters[place]) << 20
      windows[place] = window
    }
    self.windows = windows
  }

  public var text: String { String(decoding: letters.map { $0 + UInt8(ascii: "a") }, as: UTF8.self) }

  /// Both words as one.
  public static func + (first: LatinWord, second: LatinWord) -> LatinWord {
    LatinWord(letters: first.letters + second.letters)
  }
}

/// A few Latin letters in one number.
enum PackedLatin {
  /// Five bits a letter, the last in the lowest bits.
  static func packed(_ letters: some Sequence<UInt8>) -> UInt32 { letters.reduce(0) { $0 << 5 | UInt32($1) } }

  static func letters(_ packed: UInt32, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: packed >> UInt32(5 * (count - 1 - $0))) & 31 }
  }
}

extension LatinWord {
  /// The first letters of the word.
  public func prefix(_ count: Int) -> LatinWord { LatinWord(letters: Array(letters.prefix(count))) }
}
