/// A file of tab-separated values, split into cells but not yet judged: bytes, and where each cell begins.
///
/// The format has no quoting: a line feed ends a row, a tab ends a cell, and neither occurs in one. The first row is the
/// header. Rows whose number of cells is not that of the header, or that are not UTF-8, are left out and reported.
struct TabTable: Sendable {
  /// The path of the file, as problems name it.
  let file: String
  let schema: TableSchema
  let bytes: [UInt8]
  /// The names in the header as they stand there.
  let header: [String]
  /// For each column of the schema its place in the file; `nil` where the file has no such column.
  let places: [Int?]
  /// For each row the offsets of its cells, and one more: the offset after the row's last byte, plus 1.
  private let bounds: [Int]
  /// The line of each row, counted from 1.
  let lines: [Int]

  var rowCount: Int { lines.count }

  init(
    file: String, schema: TableSchema, bytes: [UInt8], header: [String], places: [Int?], bounds: [Int], lines: [Int]
  ) {
    self.file = file
    self.schema = schema
    self.bytes = bytes
    self.header = header
    self.places = places
    self.bounds = bounds
    self.lines = lines
  }

  /// The offsets of a cell's bytes; an empty range at the row's start where the file has no such column.
  func range(row: Int, column: Int) -> Range<Int> {
    let first = row * (header.count + 1)
    guard let place = places[column] else { return bounds[first]..<bounds[first] }
    return bounds[first + place]..<(bounds[first + place + 1] - 1)
  }

  func cell(row: Int, column: Int) -> String {
    String(decoding: bytes[range(row: row, column: column)], as: UTF8.self)
  }

  /// The row's cells in the order of the schema's columns.
  func cells(row: Int) -> [String] {
    schema.columns.indices.map { cell(row: row, column: $0) }
  }

  /// A problem at a cell, or at a byte within it.
  func problem(
    row: Int, column: Int, byte: Int = 0, _ rule: TableRule, severity: TableProblem.Severity = .error,
    _ message: String, advice: String
  ) -> TableProblem {
    let start = bounds[row * (header.count + 1)]
    let offset = range(row: row, column: column).lowerBound + byte
    return TableProblem(
      file: file, line: lines[row], column: codePoints(in: bytes[start..<offset]) + 1, byteOffset: offset, rule: rule,
      severity: severity, message: message, advice: advice)
  }
}

/// The number of code points in bytes that are UTF-8.
func codePoints(in bytes: ArraySlice<UInt8>) -> Int {
  bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
}
