/// Brings tables into their canonical form, in which a new fact is a new line and nothing else changes.
public enum TableFormatter {
  /// The canonical text of a table.
  ///
  /// Cells are trimmed of white space at both ends and brought into Unicode normalization form C, language tags into
  /// their usual letter case, columns and rows into canonical order; of rows that are the same in every cell one is kept;
  /// empty lines, carriage returns before line feeds and a byte order mark go; the file ends with a line feed. Formatting
  /// what was formatted changes nothing, and no other fact is changed or lost: rows that contradict each other stay, for
  /// the checker to report.
  ///
  /// - Parameters:
  ///   - contents: the bytes of the file.
  ///   - kind: which table it is.
  ///   - file: the path that errors name.
  /// - Throws: ``TableError/problem(_:)`` where the bytes cannot be taken for a table without guessing: they are not
  ///   UTF-8, a row has too few or too many cells, or the header is not that of the table.
  public static func formatted(
    _ contents: some Collection<UInt8>, kind: TableKind, file: String = "table.tsv"
  ) throws(TableError) -> String {
    let (table, problems) = TabTableReader.read(Array(contents), file: file, kind: kind)
    if let fatal = problems.filter({ !mendable.contains($0.rule) }).min() { throw .problem(fatal) }
    guard let table else { return "" }
    return try text(of: table)
  }

  /// The canonical text of a table given as text: see ``formatted(_:kind:file:)-(Collection<UInt8>,_,_)``.
  public static func formatted(
    _ contents: String, kind: TableKind, file: String = "table.tsv"
  ) throws(TableError) -> String {
    try formatted(Array(contents.utf8), kind: kind, file: file)
  }

  /// Formats every table under a folder, and says which files are not in canonical form.
  ///
  /// - Parameters:
  ///   - directory: the folder of tables.
  ///   - write: whether to replace these files. Nothing is written unless all files can be formatted; each file is
  ///     written to a temporary file, which then takes its place.
  /// - Returns: the paths of the files that were changed or, without `write`, would be; in the order of their names.
  /// - Throws: ``TableError`` where a file cannot be read, formatted or written.
  @discardableResult
  public static func format(directory: String, write: Bool) throws(TableError) -> [String] {
    var changed: [(path: String, bytes: [UInt8])] = []
    for file in try orFail({ () throws(FileError) in try TableLayout(directory: directory).files }) {
      let bytes = try orFail { () throws(FileError) in try FileSystem.read(file.path) }
      let canonical = Array(try formatted(bytes, kind: file.kind, file: file.path).utf8)
      if canonical != bytes { changed.append((file.path, canonical)) }
    }
    if write {
      for file in changed {
        try orFail { () throws(FileError) in try FileSystem.replace(file.path, with: file.bytes) }
      }
    }
    return changed.map(\.path)
  }

  /// What formatting mends, so that it is no obstacle to it.
  private static let mendable: Set<TableRule> = [
    .byteOrderMark, .carriageReturn, .finalNewline, .emptyLine, .columnOrder,
  ]

  private static func text(of table: TabTable) throws(TableError) -> String {
    let schema = table.schema
    var rows: [[String]] = []
    for row in 0..<table.rowCount {
      var cells = table.cells(row: row)
      for (index, column) in schema.columns.enumerated() {
        do throws(CellFinding) {
          cells[index] = try canonical(cells[index], column.type)
        } catch {
          throw .problem(table.problem(row: row, column: index, error.rule, error.message, advice: error.advice))
        }
      }
      rows.append(cells)
    }
    rows.sort(by: schema.precedes)
    var text = schema.header.joined(separator: "\t") + "\n"
    for (index, row) in rows.enumerated() where index == 0 || schema.precedes(rows[index - 1], row) {
      text += row.joined(separator: "\t") + "\n"
    }
    return text
  }

  private static func canonical(_ cell: String, _ type: CellType) throws(CellFinding) -> String {
    // Normalization makes other spaces of some spaces, but never a space of what was none.
    let text = trimmed(try normalizedC(cell))
    if type == .language, let tag = LanguageTag(text) { return tag.rawValue }
    return text
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
