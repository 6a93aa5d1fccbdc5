public import SectionedFile
public import UnicodeText

/// Why a text could not be transliterated.
public enum TransliterationError: Error, Sendable, CustomStringConvertible {
  /// No system of the register has the code.
  case unknownSystem(code: String, similar: [String])
  /// A relay in which a system cannot read what the one before it writes.
  case brokenRelay(first: String, writes: String, second: String, reads: String)
  /// A relay of no system.
  case emptyRelay
  /// The compiled tables are damaged.
  case tables(SectionedFileError)
  /// ICU refused the text.
  case text(UnicodeTextError)

  public var description: String {
    switch self {
    case .unknownSystem(let code, let similar):
      "there is no transliteration system `\(code)`"
        + (similar.isEmpty ? "; `allonym systems` lists them" : "; did you mean \(similar.joined(separator: " or "))?")
    case .brokenRelay(let first, let writes, let second, let reads):
      "`\(first)` writes \(writes), but `\(second)` reads \(reads); put a system between them that leads from \(writes) to \(reads)"
    case .emptyRelay: "a relay needs at least one system; name it with -s CODE"
    case .tables(let error): error.description
    case .text(let error): error.description
    }
  }
}
