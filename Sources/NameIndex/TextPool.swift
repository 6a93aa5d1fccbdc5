import SectionedFile

/// Texts by number. Of the texts of an index each stands there once, and 0 is the empty text.
///
/// The section holds the number of texts n (4), a zero (4), n + 1 offsets of their beginnings and of the end, counted from the
/// first byte of text (``PackedNumbers``), and the texts in UTF-8.
struct TextPool: Sendable {
  private let region: ByteRegion
  let count: Int
  private let offsets: PackedNumbers
  private let bytes: ByteRegion

  init(_ region: ByteRegion) throws(SectionedFileError) {
    self.region = region
    count = Int(try region.uint32(at: 0))
    offsets = try PackedNumbers(region, at: 8, count: count + 1)
    bytes = try region.region(at: offsets.end, count: region.count - offsets.end)
  }

  /// The text with a number.
  func text(_ number: Int) throws(SectionedFileError) -> String {
    let place = try place(number)
    return try bytes.string(at: place.lowerBound, count: place.count)
  }

  /// The text whose number stands at `offset` of `section`.
  func text(_ section: ByteRegion, _ offset: Int) throws(SectionedFileError) -> String {
    try text(Int(section.uint32(at: offset)))
  }

  /// The same, `nil` for the empty text.
  func optionalText(_ section: ByteRegion, _ offset: Int) throws(SectionedFileError) -> String? {
    let text = try text(section, offset)
    return text.isEmpty ? nil : text
  }

  /// The bytes of the text with a number, valid during the call.
  @inline(__always)
  func withBytes<Result>(
    _ number: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(SectionedFileError) -> Result {
    let place = try place(number)
    guard place.upperBound <= bytes.count else { throw damaged(number, "a text runs out of the section") }
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[place])) }
  }

  /// An error of the section at a text.
  func damaged(_ number: Int, _ what: String) -> SectionedFileError { offsets.damaged(at: number, what) }

  @inline(__always)
  private func place(_ number: Int) throws(SectionedFileError) -> Range<Int> {
    guard number < count else { throw region.damaged(at: 0, "text \(number) does not exist") }
    return try offsets.range(at: number)
  }
}

extension TextPool {
  /// Lays texts down.
  ///
  /// - Parameters:
  ///   - starts: where each text begins among the bytes, and where the last one ends.
  ///   - bytes: of all texts.
  static func encoded(starts: [UInt32], _ bytes: [UInt8]) -> [UInt8] {
    var header = ByteWriter()
    header.append(UInt32(starts.count - 1))
    header.append(UInt32(0))
    return header.bytes + PackedNumbers.encoded(starts) + bytes
  }
}

/// Gathers texts, each once, numbered in the order of first use; 0 is the empty text.
struct TextPoolBuilder {
  private var texts = TextInterner()

  init() { _ = texts.number(of: [UInt8]()) }

  mutating func number(of text: String) -> UInt32 {
    if text.isEmpty { return 0 }
    // By bytes: as strings, é in one normalization form is equal to é in another.
    var text = text
    return text.withUTF8 { texts.number(of: $0) }
  }

  func encoded() -> [UInt8] { TextPool.encoded(starts: texts.starts, texts.bytes) }
}
