/// Which letters a string has, and which of the commonest twice: in few letters fewer bits differ.
struct LetterSet: Sendable {
  /// a–z (bits 0–25; digits share them), and which of the commonest letters occur twice (26–35).
  private(set) var bits: UInt64 = 0

  static let bitCount: UInt64 = 36
  /// As many as fit beside what else is kept of a form.
  static let shortBitCount: UInt64 = 32
  private static let twice = Array("aeinouklrs".utf8)
  /// By letter: the bit that it is there, and the bit that it is there twice.
  private static let bitsOfLetters: [(once: UInt64, twice: UInt64)] = (0..<32).map { letter in
    let twice = twice.firstIndex { $0 & 31 == letter }
    return (1 << UInt64(letter % 26), twice.map { 1 << UInt64(26 + $0) } ?? 0)
  }

  init(bits: UInt64) { self.bits = bits }

  init(_ letters: some Sequence<UInt8>) { for letter in letters { insert(letter) } }

  mutating func insert(_ letter: UInt8) {
    let (once, twice) = Self.bitsOfLetters[Int(letter & 31)]
    bits |= bits & once == 0 ? once : twice
  }

  /// The first of the bits only.
  func prefix(_ count: UInt64) -> LetterSet { LetterSet(bits: bits & (1 << count - 1)) }

  /// Whether two strings, this one longer by `difference` letters, may differ in no more than `distance`. A letter that is put
  /// in brings a bit at most, one that is left out takes one, one that is changed does both; and of those that are put in or
  /// left out the difference takes some.
  @inline(__always)
  func mayBeNear(_ other: LetterSet, _ distance: Int, longerBy difference: Int) -> Bool {
    !Self.hasMore(bits & ~other.bits, than: distance + min(0, difference))
      && !Self.hasMore(other.bits & ~bits, than: distance - max(0, difference))
  }

  @inline(__always)
  private static func hasMore(_ bits: UInt64, than limit: Int) -> Bool {
    var rest = bits
    for _ in 0..<max(0, limit) { rest &= rest &- 1 }
    return rest != 0
  }
}
