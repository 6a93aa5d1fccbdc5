/// A read-only file made of named sections, the container of compiled tables and indexes.
///
/// Layout, all integers little-endian:
///
/// | offset | size | what |
/// |---|---|---|
/// | 0 | 8 | magic `ALLONYM` and a zero byte |
/// | 8 | 4 | format version |
/// | 12 | 4 | number of sections, n |
/// | 16 | 8 | length of the file in bytes |
/// | 24 | 4 | CRC-32 of the section table |
/// | 28 | 4 | CRC-32 of bytes 0..<28 |
/// | 32 | 24 × n | section table: tag (4 ASCII letters), CRC-32 of the section, offset (8), length (8) |
/// | … | … | the sections in the order of the table, each at the first multiple of 8 after the one before |
///
/// Zero bytes stand between the sections and after the last one, up to a multiple of 8.
public struct SectionedFile: Sendable {
  static let magic: [UInt8] = Array("ALLONYM".utf8) + [0]
  public static let formatVersion: UInt32 = 1
  static let headerLength = 32
  static let tableEntryLength = 24
  static let sectionLimit = 256
  static let alignment = 8

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

  private struct Section: Sendable {
    var checksum: UInt32
    var region: ByteRegion
  }

  private let storage: ByteStorage
  private let sections: [String: Section]
  /// Tags in the order of the file.
  public let tags: [String]

  /// How much of the file is checked when it is opened.
  public enum Verification: Sendable {
    /// Header and section table only: time independent of the length of the file.
    case structure
    /// Every section against its checksum, and the bytes between them: reads the whole file.
    case complete
  }

  public init(path: String, verification: Verification) throws(SectionedFileError) {
    try self.init(storage: ByteStorage(mapping: path), verification: verification)
  }

  public init(storage: ByteStorage, verification: Verification) throws(SectionedFileError) {
    let file = ByteRegion(storage)
    let path = storage.name
    guard file.count >= Self.magic.count else { throw .notASectionedFile(path: path) }
    for (index, byte) in Self.magic.enumerated() where try file.uint8(at: index) != byte {
      throw .notASectionedFile(path: path)
    }
    guard file.count >= Self.headerLength else {
      throw .truncated(path: path, expected: UInt64(Self.headerLength), found: UInt64(file.count))
    }
    guard try file.uint32(at: 28) == Self.checksum(of: file, from: 0, count: 28) else {
      throw .damaged(path: path, section: "header", offset: 28, what: "the checksum of the header does not hold")
    }
    let version = try file.uint32(at: 8)
    guard version == Self.formatVersion else {
      throw .unsupportedVersion(path: path, found: version, supported: Self.formatVersion)
    }
    let length = try file.uint64(at: 16)
    guard length == UInt64(file.count) else {
      throw .truncated(path: path, expected: length, found: UInt64(file.count))
    }
    let sectionCount = try Int(file.uint32(at: 12))
    guard sectionCount <= Self.sectionLimit, Self.headerLength + sectionCount * Self.tableEntryLength <= file.count
    else {
      throw .damaged(path: path, section: "header", offset: 12, what: "\(sectionCount) sections do not fit the file")
    }
    let tableLength = sectionCount * Self.tableEntryLength
    guard try file.uint32(at: 24) == Self.checksum(of: file, from: Self.headerLength, count: tableLength) else {
      throw .damaged(
        path: path, section: "header", offset: 24, what: "the checksum of the section table does not hold")
    }
    var sections: [String: Section] = [:]
    var tags: [String] = []
    var end = Self.headerLength + tableLength
    for index in 0..<sectionCount {
      let entry = Self.headerLength + index * Self.tableEntryLength
      let tag = try file.string(at: entry, count: 4)
      let offset = try file.uint64(at: entry + 8)
      let count = try file.uint64(at: entry + 16)
      guard offset <= UInt64(file.count), count <= UInt64(file.count) - offset, sections[tag] == nil else {
        throw .damaged(
          path: path, section: tag, offset: entry, what: "the section lies outside the file or comes twice")
      }
      guard Int(offset) == Self.aligned(end) else {
        throw .damaged(
          path: path, section: tag, offset: entry + 8, what: "the section does not follow the one before it")
      }
      end = Int(offset) + Int(count)
      let region = ByteRegion(storage: storage, offset: Int(offset), count: Int(count), section: tag)
      sections[tag] = try Section(checksum: file.uint32(at: entry + 4), region: region)
      tags.append(tag)
    }
    guard Self.aligned(end) == file.count else {
      throw .damaged(path: path, section: "header", offset: 16, what: "the file does not end with its last section")
    }
    self.storage = storage
    self.sections = sections
    self.tags = tags
    if verification == .complete { try verify() }
  }

  public var name: String { storage.name }
  public var byteCount: Int { storage.count }

  /// The bytes of a section.
  public func section(_ tag: String) throws(SectionedFileError) -> ByteRegion {
    guard let section = sections[tag] else { throw .missingSection(path: name, section: tag) }
    return section.region
  }

  /// Checks every section against its checksum, and that there is nothing between the sections: no change of a single
  /// bit anywhere in the file goes unseen.
  public func verify() throws(SectionedFileError) {
    var end = Self.headerLength + tags.count * Self.tableEntryLength
    for tag in tags {
      guard let section = sections[tag] else { continue }
      try checkPadding(from: end, to: section.region.offsetInFile)
      let found = section.region.withUnsafeBytes { Checksum.crc32($0) }
      if found != section.checksum { throw section.region.damaged(at: 0, "the checksum of the section does not hold") }
      end = section.region.offsetInFile + section.region.count
    }
    try checkPadding(from: end, to: storage.count)
  }

  private func checkPadding(from start: Int, to end: Int) throws(SectionedFileError) {
    let file = ByteRegion(storage)
    for offset in start..<end where try file.uint8(at: offset) != 0 {
      throw .damaged(path: name, section: "padding", offset: offset, what: "a byte between the sections is not zero")
    }
  }

  private static func checksum(
    of file: ByteRegion, from offset: Int, count: Int
  ) throws(SectionedFileError) -> UInt32 {
    try file.region(at: offset, count: count).withUnsafeBytes { Checksum.crc32($0) }
  }
}
