public import NameIndex
public import SectionedFile
public import Transliteration

/// Why Allonym could not do what was asked.
public enum AllonymError: Error, Sendable, CustomStringConvertible {
  /// An index or the compiled tables could not be opened or read.
  case index(SectionedFileError)
  case transliteration(TransliterationError)
  /// What was given to build an index from contradicts itself.
  case rejected(NameIndexBuilder.Rejection)

  public var description: String {
    switch self {
    case .index(let error): error.description
    case .transliteration(let error): error.description
    case .rejected(let rejection): rejection.description
    }
  }
}
