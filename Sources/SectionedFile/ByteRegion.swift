/// A window on the bytes of a `ByteStorage`. Every access is checked against the window, so that an offset taken from a
/// damaged or hostile file ends in a typed error and never reads outside.
///
/// `@unchecked Sendable`: `base` points into `storage`, which this value keeps alive and whose bytes never change.
public struct ByteRegion: @unchecked Sendable {
  private let storage: ByteStorage
  @usableFromInline let base: UnsafeRawPointer
  public let count: Int
  /// The tag of the section, for errors.
  public let section: String

  init(storage: ByteStorage, offset: Int, count: Int, section: String) {
    precondition(offset >= 0 && count >= 0 && offset + count <= storage.count)
    self.storage = storage
    self.base = storage.base + offset
    self.count = count
    self.section = section
  }

  /// All bytes of a storage.
  public init(_ storage: ByteStorage) {
    self.init(storage: storage, offset: 0, count: storage.count, section: "file")
  }

  public var storageName: String { storage.name }

  /// Where the region begins in the file.
  public var offsetInFile: Int { base - storage.base }

  /// The little-endian unsigned integer that starts `offset` bytes into the region.
  @inlinable @inline(__always)
  public func uint64(at offset: Int) throws(SectionedFileError) -> UInt64 { try load(at: offset) }
  @inlinable @inline(__always)
  public func uint32(at offset: Int) throws(SectionedFileError) -> UInt32 { try load(at: offset) }
  @inlinable @inline(__always)
  public func uint16(at offset: Int) throws(SectionedFileError) -> UInt16 { try load(at: offset) }
  @inlinable @inline(__always)
  public func uint8(at offset: Int) throws(SectionedFileError) -> UInt8 { try load(at: offset) }

  @inlinable @inline(__always)
  func load<Integer: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    at offset: Int
  ) throws(SectionedFileError) -> Integer {
    // Written so that it cannot overflow: offset ≥ 0 and size ≤ count - offset.
    guard offset >= 0, offset <= count, count - offset >= MemoryLayout<Integer>.size else {
      throw outOfBounds(offset)
    }
    return Integer(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: Integer.self))
  }

  /// A part of this region.
  public func region(at offset: Int, count length: Int) throws(SectionedFileError) -> ByteRegion {
    guard offset >= 0, length >= 0, offset <= count, count - offset >= length else { throw outOfBounds(offset) }
    return ByteRegion(storage: storage, offset: offsetInFile + offset, count: length, section: section)
  }

  /// The UTF-8 text in `range`; damaged text is an error, never a replacement character.
  public func string(at offset: Int, count length: Int) throws(SectionedFileError) -> String {
    guard offset >= 0, length >= 0, offset <= count, count - offset >= length else { throw outOfBounds(offset) }
    let bytes = UnsafeRawBufferPointer(start: base + offset, count: length)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw damaged(at: offset, "the text is not valid UTF-8")
    }
    return text
  }

  /// `length` little-endian unsigned integers from `offset` on.
  func array<Integer: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    at offset: Int, count length: Int
  ) throws(SectionedFileError) -> [Integer] {
    let size = MemoryLayout<Integer>.size
    guard offset >= 0, length >= 0, offset <= count, (count - offset) / size >= length else {
      throw outOfBounds(offset)
    }
    return [Integer](unsafeUninitializedCapacity: length) { buffer, initialized in
      // The guard keeps offset + length * size within the region.
      for index in 0..<length {
        buffer.initializeElement(
          at: index,
          to: Integer(littleEndian: base.loadUnaligned(fromByteOffset: offset + index * size, as: Integer.self)))
      }
      initialized = length
    }
  }

  /// Calls `body` with all bytes of the region, valid during the call.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) { try body(UnsafeRawBufferPointer(start: base, count: count)) }
  }

  public func damaged(at offset: Int, _ what: String) -> SectionedFileError {
    .damaged(path: storage.name, section: section, offset: offsetInFile + offset, what: what)
  }

  @usableFromInline
  func outOfBounds(_ offset: Int) -> SectionedFileError {
    damaged(at: max(0, min(offset, count)), "an offset points outside the section")
  }
}
