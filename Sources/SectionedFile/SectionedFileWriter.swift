/// Collects sections and lays them out as a `SectionedFile`. The same sections in the same order give the same bytes.
public struct SectionedFileWriter {
  private var sections: [(tag: String, bytes: [UInt8])] = []

  public init() {}

  /// Adds a section. `tag` is four ASCII letters, used once; a file has 256 sections at most.
  public mutating func add(_ tag: String, _ bytes: [UInt8]) {
    precondition(tag.utf8.count == 4 && !sections.contains { $0.tag == tag })
    precondition(sections.count < SectionedFile.sectionLimit)
    sections.append((tag, bytes))
  }

  public func bytes() -> [UInt8] {
    var table = ByteWriter()
    var offset = SectionedFile.aligned(SectionedFile.headerLength + sections.count * SectionedFile.tableEntryLength)
    for (tag, bytes) in sections {
      table.append(Array(tag.utf8))
      table.append(Checksum.crc32(bytes))
      table.append(UInt64(offset))
      table.append(UInt64(bytes.count))
      offset = SectionedFile.aligned(offset + bytes.count)
    }
    var file = ByteWriter()
    file.append(SectionedFile.magic)
    file.append(SectionedFile.formatVersion)
    file.append(UInt32(sections.count))
    file.append(UInt64(offset))
    file.append(Checksum.crc32(table.bytes))
    file.append(Checksum.crc32(file.bytes))
    file.append(table.bytes)
    for (_, bytes) in sections {
      file.pad(toMultipleOf: SectionedFile.alignment)
      file.append(bytes)
    }
    file.pad(toMultipleOf: SectionedFile.alignment)
    return file.bytes
  }

  /// Writes the file beside its final place and renames it, so that a reader sees the old file or the new one, whole.
  public func write(to path: String) throws(SectionedFileError) { try AtomicFile.replace(path, with: bytes()) }
}
