public import Transliteration

/// A compact code by which forms are looked up. Equal keys are candidates, never yet matches.
public struct NameKey: Hashable, Comparable, Sendable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  public static func < (left: NameKey, right: NameKey) -> Bool { left.rawValue < right.rawValue }

  /// Changes whenever a key of some name changes, or the layout of a section: an index says by which scheme it was built.
  public static let schemeVersion: UInt32 = 5

  /// All letters in order, however they are divided into words.
  public static func whole(_ name: FoldedName) -> NameKey { whole(name.tokens) }

  /// All words in an order of their own, so that "Family Given" and "Given Family" are one.
  public static func sorted(_ name: FoldedName) -> NameKey { sorted(name.tokens) }

  /// One word of letters that no model reads.
  public static func word(_ letters: String) -> NameKey { NameKey(kind: 3, text: letters) }

  /// The sound classes of a name's units in the writing of `language`.
  public static func reading(_ classes: UInt64, language: SourceLanguage) -> NameKey {
    NameKey(kind: 4, text: language.rawValue, classes)
  }

  /// The consonants of one word.
  public static func skeleton(_ skeleton: WordSkeleton) -> NameKey {
    NameKey(kind: 5, text: "", skeleton.rawValue)
  }

  /// What a word means: the words of other languages for one thing, the forms of one given name.
  public static func meaning(_ meaning: NameLexicon.Meaning) -> NameKey {
    NameKey(kind: 6, text: "", UInt64(meaning.role.rawValue) << 16 | UInt64(meaning.number))
  }

  /// FNV-1a over the kind, the bytes of the text and the numbers, closed by the finalizer of MurmurHash3, so that every
  /// bit of the key depends on every bit of the name.
  private init(kind: UInt8, text: String, _ numbers: UInt64...) {
    var hash = Hash(kind: kind)
    for byte in text.utf8 { hash.mix(byte) }
    for number in numbers {
      for shift in stride(from: UInt64(0), to: 64, by: 8) { hash.mix(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    self = hash.key
  }

  private struct Hash {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    init(kind: UInt8) { mix(kind) }

    @inline(__always)
    mutating func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    var key: NameKey {
      var hash = hash
      hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
      return NameKey(rawValue: hash ^ (hash >> 33))
    }
  }

  /// The same as of the folded name.
  static func whole(_ name: PlainName) -> NameKey {
    var hash = Hash(kind: 1)
    for byte in name.letters { hash.mix(byte) }
    return hash.key
  }

  /// The same of the tokens of a folded name.
  static func whole(_ tokens: [FoldedName.Token]) -> NameKey {
    var hash = Hash(kind: 1)
    for token in tokens { for byte in token.key.utf8 { hash.mix(byte) } }
    return hash.key
  }

  /// The same of the tokens of a folded name.
  static func sorted(_ tokens: [FoldedName.Token]) -> NameKey {
    var hash = Hash(kind: 2)
    for (number, key) in tokens.map(\.key).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }).enumerated() {
      if number > 0 { hash.mix(UInt8(ascii: " ")) }
      for byte in key.utf8 { hash.mix(byte) }
    }
    return hash.key
  }

  /// The same as of the folded name.
  static func sorted(_ name: PlainName) -> NameKey {
    var hash = Hash(kind: 2)
    var isFirst = true
    for word in name.sortedWords {
      if !isFirst { hash.mix(UInt8(ascii: " ")) }
      isFirst = false
      for byte in name[word] { hash.mix(byte) }
    }
    return hash.key
  }
}
