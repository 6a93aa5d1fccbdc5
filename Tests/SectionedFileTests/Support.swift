import Foundation

@testable import SectionedFile

/// A folder that exists while a test runs.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "sectioned-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  func bytes(of name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}

enum SmallFile {
  /// Sections whose lengths leave 0, 7, 3 and 1 bytes of padding; one of them is empty.
  static let sections: [(tag: String, bytes: [UInt8])] = [
    ("NUMB", Array(1...16)), ("BYTE", [42]), ("NONE", []), ("TEXT", Array("조춘룡 ".utf8).dropLast()),
    ("LAST", Array("seventeen letters".utf8) + [0, 1, 2, 3, 4, 5]),
  ]

  static func bytes() -> [UInt8] {
    var writer = SectionedFileWriter()
    for (tag, bytes) in sections { writer.add(tag, bytes) }
    return writer.bytes()
  }
}

/// A sectioned file laid out by hand, with checksums that hold whatever it says.
struct ForgedFile {
  struct Entry {
    var tag: [UInt8]
    var offset: UInt64
    var count: UInt64

    init(_ tag: String, offset: UInt64, count: UInt64) {
      self.tag = Array(tag.utf8)
      self.offset = offset
      self.count = count
    }
  }

  var magic = SectionedFile.magic
  var version = SectionedFile.formatVersion
  var sectionCount: UInt32?
  var length: UInt64?
  var entries: [Entry] = []
  var body: [UInt8] = []

  func bytes() -> [UInt8] {
    var table = ByteWriter()
    let bodyStart = 32 + entries.count * 24
    for entry in entries {
      let start = Int(clamping: entry.offset) - bodyStart
      let isInside = start >= 0 && start <= body.count && entry.count <= UInt64(body.count - start)
      table.append(entry.tag)
      table.append(isInside ? Checksum.crc32(Array(body[start..<start + Int(entry.count)])) : UInt32(0))
      table.append(entry.offset)
      table.append(entry.count)
    }
    var file = ByteWriter()
    file.append(magic)
    file.append(version)
    file.append(sectionCount ?? UInt32(entries.count))
    file.append(length ?? UInt64(bodyStart + body.count))
    file.append(Checksum.crc32(table.bytes))
    file.append(Checksum.crc32(file.bytes))
    file.append(table.bytes)
    file.append(body)
    return file.bytes
  }
}

/// The sections of bytes that open; what was wrong with those that do not.
func open(
  _ bytes: [UInt8], _ verification: SectionedFile.Verification = .structure
) -> Result<SectionedFile, SectionedFileError> {
  Result { () throws(SectionedFileError) in
    try SectionedFile(storage: ByteStorage(copying: bytes, name: "test"), verification: verification)
  }
}

/// The error of bytes that do not open; `nil` for those that do.
func openingError(
  _ bytes: [UInt8], _ verification: SectionedFile.Verification = .structure
) -> SectionedFileError? {
  switch open(bytes, verification) {
  case .success: nil
  case .failure(let error): error
  }
}

extension SectionedFile {
  func bytes(of tag: String) throws -> [UInt8] { try section(tag).withUnsafeBytes { Array($0) } }
}
