/// What rows of one file have in common, and what is written of them.
struct RowLayout: Sendable {
  /// What messages call the file.
  let name: String
  let dialect: RowDialect
  /// How many cells a row has.
  let width: Int
  /// The column with the names, from 0.
  let column: Int

  /// - Parameters:
  ///   - first: the first row, which is the header if `hasHeader`.
  ///   - column: the name of a column, or its number from 1.
  ///   - added: the names of the columns that come behind.
  init(_ first: Row, of name: String, _ dialect: RowDialect, column: String, hasHeader: Bool, added: [String]) throws {
    self.name = name
    self.dialect = dialect
    width = first.cells.count
    if let defect = first.defect {
      throw CommandFailure(Self.place(of: defect.place, in: first, name) + Self.text(of: defect.kind))
    }
    let number = Int(column).flatMap { (1...first.cells.count).contains($0) ? $0 - 1 : nil }
    guard hasHeader else {
      guard let number else {
        throw CommandFailure(
          "\(name):\(first.line): there is no column `\(column)`; without a header columns are numbers, 1 to \(width)")
      }
      self.column = number
      return
    }
    let titles = first.cells.indices.map { String(decoding: first.value(of: $0, in: dialect), as: UTF8.self) }
    let places = titles.indices.filter { titles[$0].utf8.elementsEqual(column.utf8) }
    if places.count > 1 {
      let numbers = places.map { "\($0 + 1)" }.joined(separator: " and ")
      throw CommandFailure(
        "\(name):\(first.line): the column `\(column)` is there more than once (\(numbers)); give its number")
    }
    guard let found = places.first ?? number else {
      let known = titles.prefix(20).joined(separator: ", ") + (titles.count > 20 ? ", …" : "")
      throw CommandFailure(
        "\(name):\(first.line): there is no column `\(column)`; apart by \(dialect.delimiterName), the columns are: "
          + "\(known); if that is not so, say --delimiter")
    }
    self.column = found
    if let taken = added.first(where: { titles.contains($0) }) {
      throw CommandFailure("\(name):\(first.line): there is a column `\(taken)` already; choose another --prefix")
    }
  }

  /// Why a row cannot be answered, with its place and without; `nil` where it can.
  func problem(of row: Row, invalid: InvalidText) -> (place: String, text: String)? {
    if let defect = row.defect { return (place(of: defect.place, in: row), Self.text(of: defect.kind)) }
    let count = row.cells.count
    if count < width {
      return (
        place(of: row.bytes.count, in: row), "the row has \(Self.cells(count)), not \(width); write all of them"
      )
    }
    if count > width {
      return (
        place(of: row.cells[width].lowerBound, in: row),
        "the row has \(Self.cells(count)), not \(width); put cells with \(dialect.delimiterName) in quotation marks"
      )
    }
    let cell = row.cells[column]
    if invalid == .error, let offset = UTF8Check.firstInvalidOffset(in: row.bytes[cell]) {
      return (
        place(of: cell.lowerBound + offset, in: row),
        "the name is not valid UTF-8; mend it, or go on with --invalid replace"
      )
    }
    return nil
  }

  /// Adds a row as it was. One that lacks cells gets empty ones, and a cell that is not well quoted is quoted, so that
  /// all rows that are written can be read.
  func append(_ row: Row, to bytes: inout [UInt8]) {
    if row.isBlank { return }
    if let defect = row.defect {
      bytes += row.bytes[..<defect.cellStart]
      RowCell.append(row.bytes[defect.cellStart...], to: &bytes, dialect)
    } else {
      bytes += row.bytes
    }
    for _ in row.cells.count..<max(width, row.cells.count) { bytes.append(dialect.delimiter) }
  }

  private func place(of place: Int, in row: Row) -> String { Self.place(of: place, in: row, name) }

  private static func place(of place: Int, in row: Row, _ name: String) -> String {
    let position = row.position(of: place)
    return "\(name):\(position.line):\(position.column): "
  }

  private static func text(of kind: Row.Defect.Kind) -> String {
    switch kind {
    case .unclosedQuote:
      "a quotation mark opens a cell and does not close it; close it, or say --no-quotes if such marks are text"
    case .textAfterQuote:
      "text follows the closing quotation mark of a cell; double the marks inside of it, or say --no-quotes if they are "
        + "text"
    }
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "one cell" : "\(count) cells" }
}
