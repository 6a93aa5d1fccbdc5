import SectionedFile

/// The texts of an index, each once, by number; 0 is the empty text.
struct TextPool: Sendable {
  private let region: ByteRegion
  let count: Int
  private let base: Int

  init(_ region: ByteRegion) throws(SectionedFileError) {
    self.region = region
    count = Int(try region.uint32(at: 0))
    base = 4 + (count + 1) * 4
  }

  /// The text whose number stands at `offset` of `section`.
  func text(_ section: ByteRegion, _ offset: Int) throws(SectionedFileError) -> String {
    let place = try place(section, offset)
    return try region.string(at: place.lowerBound, count: place.count)
  }

  /// The same, `nil` for the empty text.
  func optionalText(_ section: ByteRegion, _ offset: Int) throws(SectionedFileError) -> String? {
    let text = try text(section, offset)
    return text.isEmpty ? nil : text
  }

  /// The bytes of the text whose number stands at `offset` of `section`, valid during the call.
  func withBytes<Result>(
    _ section: ByteRegion, _ offset: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(SectionedFileError) -> Result {
    let place = try checkedPlace(section, offset)
    return region.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[place])) }
  }

  /// A place that lies in the region.
  private func checkedPlace(_ section: ByteRegion, _ offset: Int) throws(SectionedFileError) -> Range<Int> {
    let place = try place(section, offset)
    guard place.upperBound <= region.count else {
      throw region.damaged(at: min(place.lowerBound, region.count), "an offset points outside the section")
    }
    return place
  }

  private func place(_ section: ByteRegion, _ offset: Int) throws(SectionedFileError) -> Range<Int> {
    let number = Int(try section.uint32(at: offset))
    guard number < count else { throw section.damaged(at: offset, "text \(number) does not exist") }
    let first = Int(try region.uint32(at: 4 + number * 4))
    let end = Int(try region.uint32(at: 8 + number * 4))
    guard first <= end else { throw region.damaged(at: 4 + number * 4, "a text runs backwards") }
    return base + first..<base + end
  }
}

/// Gathers texts, each once, numbered in the order of first use; 0 is the empty text.
struct TextPoolBuilder {
  private var texts = [""]
  /// By bytes: as strings, é in one normalization form is equal to é in another.
  private var numbers: [[UInt8]: UInt32] = [[]: 0]

  mutating func number(of text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    if let number = numbers[bytes] { return number }
    let number = UInt32(texts.count)
    texts.append(text)
    numbers[bytes] = number
    return number
  }

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(texts.count))
    var offset: UInt32 = 0
    for text in texts {
      writer.append(offset)
      offset += UInt32(text.utf8.count)
    }
    writer.append(offset)
    for text in texts { writer.append(Array(text.utf8)) }
    return writer.bytes
  }
}
