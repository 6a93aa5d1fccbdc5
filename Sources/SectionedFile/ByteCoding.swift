/// Appends integers and texts in the layout that `ByteRegion` and `ByteReader` read.
public struct ByteWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  public mutating func append<Integer: FixedWidthInteger & UnsignedInteger>(_ value: Integer) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A text with its length in bytes (4) before it.
  public mutating func append(_ text: String) {
    append(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// The number of elements (4 bytes), then the elements.
  public mutating func append<Integer: FixedWidthInteger & UnsignedInteger>(array: [Integer]) {
    append(UInt32(array.count))
    for element in array { append(element) }
  }

  public mutating func pad(toMultipleOf alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }
}

/// Reads a region from front to back; the counterpart of `ByteWriter`.
public struct ByteReader {
  private let region: ByteRegion
  private var offset = 0

  public init(_ region: ByteRegion) { self.region = region }

  public var isAtEnd: Bool { offset >= region.count }

  public mutating func uint64() throws(SectionedFileError) -> UInt64 {
    defer { offset += 8 }
    return try region.uint64(at: offset)
  }
  public mutating func uint32() throws(SectionedFileError) -> UInt32 {
    defer { offset += 4 }
    return try region.uint32(at: offset)
  }
  public mutating func uint16() throws(SectionedFileError) -> UInt16 {
    defer { offset += 2 }
    return try region.uint16(at: offset)
  }
  public mutating func uint8() throws(SectionedFileError) -> UInt8 {
    defer { offset += 1 }
    return try region.uint8(at: offset)
  }

  /// A number of elements of at least `size` bytes each: checked against what is left, so that a damaged number never
  /// reserves more memory than the file holds.
  public mutating func count(elementsOfAtLeast size: Int) throws(SectionedFileError) -> Int {
    let start = offset
    let count = try Int(uint32())
    guard count <= (region.count - offset) / max(size, 1) else {
      throw region.damaged(at: start, "\(count) elements do not fit the section")
    }
    return count
  }

  public mutating func string() throws(SectionedFileError) -> String {
    let length = try count(elementsOfAtLeast: 1)
    defer { offset += length }
    return try region.string(at: offset, count: length)
  }

  /// Elements behind their number, as `ByteWriter.append(array:)` lays them.
  public mutating func array<Integer: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    of type: Integer.Type = Integer.self
  ) throws(SectionedFileError) -> [Integer] {
    let count = try count(elementsOfAtLeast: MemoryLayout<Integer>.size)
    defer { offset += count * MemoryLayout<Integer>.size }
    return try region.array(at: offset, count: count)
  }

  /// The next `length` bytes as a region of their own.
  public mutating func region(count length: Int) throws(SectionedFileError) -> ByteRegion {
    let part = try region.region(at: offset, count: length)
    offset += length
    return part
  }

  public mutating func skipPadding(toMultipleOf alignment: Int) {
    offset = (offset + alignment - 1) / alignment * alignment
  }
}
