import NameIndex
import NameModel
import SectionedFile
import Transliteration

/// Compiles the folder `Tables/` into one sectioned file and the C source that lays it into a binary.
///
/// Run by the build-tool plugin: `TableCompiler TABLES OUTPUT.allonym OUTPUT.c`.
@main
struct TableCompiler {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      printError("usage: TableCompiler TABLES OUTPUT.allonym OUTPUT.c")
      exitWithFailure()
    }
    do {
      try compile(tables: arguments[1], binary: arguments[2], source: arguments[3])
    } catch {
      printError("error: \(error)")
      exitWithFailure()
    }
  }

  private static func compile(tables directory: String, binary: String, source: String) throws {
    var systems = try SystemTables.read(directory: directory)
    let tables = try compiled(systems, name: binary)
    try SystemTables.countExamples(directory: directory, tables: tables, in: &systems)
    var file = SectionedFileWriter()
    systems.add(to: &file)
    var inflections = ByteWriter()
    try InflectionFiles.read(directory: "\(directory)/inflections", folding: tables.folding()).encode(to: &inflections)
    file.add(InflectionTables.section, inflections.bytes)
    // Folders of users may do without names of locale data; the library may not.
    _ = try LocaleNameRegister.read(directory: directory)
    let aliases = try TablesToIndex.read(directory: directory)
    var builder = NameIndexBuilder(tables: tables, readsSpellings: false)
    builder.searchesText = aliases.searchesText
    try builder.add(aliases.tables)
    try builder.add(to: &file)
    try file.write(to: binary)
    try AtomicFile.replace(source, with: Array(embeddingSource(of: binary).utf8))
  }

  private static func compiled(
    _ systems: TransliterationTablesBuilder, name: String
  ) throws -> TransliterationTables {
    var file = SectionedFileWriter()
    systems.add(to: &file)
    let storage = ByteStorage(copying: file.bytes(), name: name)
    return try TransliterationTables(SectionedFile(storage: storage, verification: .complete))
  }

  /// `#embed` (C23) lays the bytes into read-only data: mapped, shared, with no cost at start.
  private static func embeddingSource(of binary: String) -> String {
    """
    #include "EmbeddedTables.h"

    _Alignas(4096) static const unsigned char tables[] = {
    #embed "\(binary)"
    };

    const void *embedded_tables_bytes(void) { return tables; }

    size_t embedded_tables_count(void) { return sizeof tables; }

    """
  }
}
