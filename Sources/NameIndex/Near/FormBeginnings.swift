import SectionedFile

/// With which letters the words of a Latin form begin, which it has, and how many words: what is asked before a form is read.
///
/// The section has two numbers for each form (4 each): the letters a–z with which its written words begin, as they are and reduced
/// (bits 0–25; digits among them, now and then for nothing), how many words are written (bits 26–30, 31 for more), and whether
/// one of them is a single letter (bit 31); and the letters of all written words (the first bits of `LetterSet`).
struct FormBeginnings: Sendable {
  private let region: ByteRegion

  init(_ region: ByteRegion, count: Int) throws(SectionedFileError) {
    guard region.count == count * 8 else { throw region.damaged(at: 0, "there are not \(count) pairs") }
    self.region = region
  }

  struct Beginnings {
    fileprivate(set) var bits: UInt32 = 0
    private(set) var letters = LetterSet(bits: 0)

    private static let wordCountLimit: UInt32 = 31

    var wordCount: Int { Int(bits >> 26 & Self.wordCountLimit) }
    var hasInitial: Bool { bits >> 31 == 1 }

    /// Whether a word may begin as another does, as it is written or reduced.
    @inline(__always)
    func mayHold(_ other: Beginnings) -> Bool { bits & other.bits & (1 << 26 - 1) != 0 }

    init() {}

    fileprivate init(both: UInt64) {
      bits = UInt32(truncatingIfNeeded: both)
      letters = LetterSet(bits: both >> 32)
    }

    fileprivate var both: UInt64 { UInt64(bits) | letters.prefix(LetterSet.shortBitCount).bits << 32 }

    /// Adds a word.
    ///
    /// - Parameter reduced: the first letter of its reduced spelling.
    mutating func add(_ word: some Collection<UInt8>, reduced: UInt8?) {
      for letter in [word.first, reduced] {
        if let letter { bits |= 1 << (UInt32(letter & 31) % 26) }
      }
      if wordCount < Self.wordCountLimit { bits += 1 << 26 }
      for letter in word { letters.insert(letter) }
      if word.count == 1 { bits |= 1 << 31 }
    }
  }

  subscript(form: UInt32) -> Beginnings {
    get throws(SectionedFileError) { Beginnings(both: try region.uint64(at: Int(form) * 8)) }
  }

  /// Lays beginnings down.
  static func encoded(_ forms: some Sequence<Beginnings>) -> [UInt8] {
    var writer = ByteWriter()
    for form in forms { writer.append(form.both) }
    return writer.bytes
  }
}
