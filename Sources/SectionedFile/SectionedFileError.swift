/// Why a sectioned file could not be opened, read or written.
public enum SectionedFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The operating system refused; `reason` is its own text.
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// The first bytes are not those of a sectioned file.
  case notASectionedFile(path: String)
  /// Written by a version whose layout this program does not read.
  case unsupportedVersion(path: String, found: UInt32, supported: UInt32)
  /// The container is readable, but a section was written in a way that this program does not read.
  case unsupportedSection(path: String, section: String, offset: Int, found: UInt32, supported: UInt32)
  /// Fewer or more bytes than the header promises.
  case truncated(path: String, expected: UInt64, found: UInt64)
  /// A checksum or an offset does not hold. `offset` counts bytes from the start of the file.
  case damaged(path: String, section: String, offset: Int, what: String)
  /// A section that this reader needs is not there.
  case missingSection(path: String, section: String)

  public var description: String {
    switch self {
    case .cannotRead(let path, let reason): "\(path): cannot be read: \(reason)"
    case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
    case .notASectionedFile(let path):
      "\(path): offset 0: not an .allonym file (the magic number is missing); build one with `allonym index build`"
    case .unsupportedVersion(let path, let found, let supported):
      "\(path): offset 8: format version \(found), but this program reads version \(supported); build the file again"
    case .unsupportedSection(let path, let section, let offset, let found, let supported):
      "\(path): section \(section), offset \(offset): version \(found) of the section, but this program reads version "
        + "\(supported); build the file again"
    case .truncated(let path, let expected, let found):
      "\(path): \(found < expected ? "truncated" : "too long"): \(expected) bytes are promised, \(found) are there; "
        + "build or copy the file again"
    case .damaged(let path, let section, let offset, let what):
      "\(path): section \(section), offset \(offset): \(what); the file is damaged, build or copy it again"
    case .missingSection(let path, let section):
      "\(path): section \(section) is missing; build the file again"
    }
  }
}
