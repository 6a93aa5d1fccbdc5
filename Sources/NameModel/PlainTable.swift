/// A table read row by row by column name, for compilers of tables of every kind. As strict as ``TableChecker`` about
/// the form of the file; what the cells mean is for the reader to judge.
package struct PlainTable: Sendable {
  package struct Row: Sendable {
    private let cells: [String: String]
    private let file: String
    private let line: Int

    init(cells: [String: String], file: String, line: Int) {
      self.cells = cells
      self.file = file
      self.line = line
    }

    /// The cell in a column; empty where the table has no such column.
    package subscript(_ column: String) -> String { cells[column] ?? "" }

    /// An error about a cell of this row.
    package func error(_ column: String, _ message: String, _ advice: String) -> TableError {
      .problem(
        TableProblem(
          file: file, line: line, rule: .unknownValue, message: "\(column): \(message)", advice: advice))
    }
  }

  package let rows: [Row]

  /// Reads the file at `path`, whatever its columns are called.
  ///
  /// - Parameter strict: whether a fault of form is an error; otherwise what can be read is read.
  package static func read(
    _ path: String, strict: Bool = true, kind: TableKind = .lexicon
  ) throws(TableError) -> PlainTable {
    let bytes = try orFail { () throws(FileError) in try FileSystem.read(path) }
    let (table, problems) = TabTableReader.read(bytes, file: path, kind: kind)
    if strict || table == nil, let problem = problems.first(where: { $0.severity == .error }) {
      throw .problem(problem)
    }
    guard let table else { return PlainTable(rows: []) }
    let rows = (0..<table.rowCount).map { row in
      Row(
        cells: Dictionary(zip(table.header, table.cells(row: row)), uniquingKeysWith: { first, _ in first }),
        file: path, line: table.lines[row])
    }
    return PlainTable(rows: rows)
  }
}

/// Whole files, for compilers of tables.
package enum TableFile {
  package static func exists(_ path: String) -> Bool { FileSystem.kind(of: path) != nil }

  package static func read(_ path: String) throws(TableError) -> [UInt8] {
    try orFail { () throws(FileError) in try FileSystem.read(path) }
  }
}
