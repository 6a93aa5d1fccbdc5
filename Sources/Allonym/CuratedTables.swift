import EmbeddedTables
public import NameIndex
public import SectionedFile
public import Transliteration

/// The curated tables, compiled when the package was built and part of the binary: no file has to be around.
public struct CuratedTables: Sendable {
  public let transliteration: TransliterationTables
  public let index: NameIndex

  /// Opened at first use, once for the process.
  public static let shared = Result<CuratedTables, SectionedFileError> { () throws(SectionedFileError) in
    let storage = ByteStorage(
      staticBytes: embedded_tables_bytes(), count: embedded_tables_count(), name: "the embedded tables")
    let file = try SectionedFile(storage: storage, verification: .structure)
    return try CuratedTables(transliteration: TransliterationTables(file), index: NameIndex(file))
  }

  static func open() throws(AllonymError) -> CuratedTables {
    switch shared {
    case .success(let tables): return tables
    case .failure(let error): throw .index(error)
    }
  }
}
