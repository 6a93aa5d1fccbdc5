/// Which letters a string has, and which of the commonest twice: in few letters fewer bits differ.
struct LetterSet: Sendable {
  /// a–z (bits 0–25; digits share them), and which of the commonest letters occur twice (26–35); other bits for the letters of
  /// reduced spellings, which are fewer.
  private(set) var bits: UInt64 = 0

  /// As many as fit beside what else is kept of a form.
  static let shortBitCount: UInt64 = 32
  private static let twice = Array("aeinouklrs".utf8)
  /// By letter: the bit that it is there, and the bit that it is there twice.
  private static let bitsOfLetters: [(once: UInt64, twice: UInt64)] = (0..<32).map { letter in
    let twice = twice.firstIndex { $0 & 31 == letter }
    return (1 << UInt64(letter % 26), twice.map { 1 << UInt64(26 + $0) } ?? 0)
  }

  /// Bits of the letters of a reduced spelling.
  static let reducedBitCount: UInt64 = 32
  /// The letters that reduced spellings have (digits share the bit of p), and those of which it is kept that they occur twice.
  private static let reduced = Array("abdefghiklmnoprstuv".utf8)
  private static let reducedTwice = Array("aeinouklrsdmt".utf8)
  /// By letter, as `bitsOfLetters`. A letter that no reduced spelling has shares the bit of a.
  private static let bitsOfReduced: [(once: UInt64, twice: UInt64)] = (0..<32).map { letter in
    let once = reduced.firstIndex { $0 & 31 == letter } ?? 0
    let twice = reducedTwice.firstIndex { $0 & 31 == reduced[once] & 31 }
    return (1 << UInt64(once), twice.map { 1 << UInt64(reduced.count + $0) } ?? 0)
  }

  init(bits: UInt64) { self.bits = bits }

  /// - Parameter letters: of a reduced spelling.
  init(reduced letters: some Sequence<UInt8>) {
    let bitsOfReduced = Self.bitsOfReduced
    for letter in letters {
      let (once, twice) = bitsOfReduced[Int(letter & 31)]
      bits |= bits & once == 0 ? once : twice
    }
  }

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
