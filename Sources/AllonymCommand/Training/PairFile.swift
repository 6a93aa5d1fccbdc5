import ArgumentParser

/// A table of pairs of names, and the columns that hold them: `FILE:COLUMN,COLUMN[,COUNT]`.
struct PairFile: ExpressibleByArgument {
  var path: String
  var first: String
  var second: String
  var count: String?

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":") else { return nil }
    let columns = argument[argument.index(after: colon)...].split(separator: ",").map(String.init)
    guard (2...3).contains(columns.count), colon > argument.startIndex else { return nil }
    path = String(argument[..<colon])
    first = columns[0]
    second = columns[1]
    count = columns.count > 2 ? columns[2] : nil
  }

  /// Calls `body` with the two names of each row, and how often they were seen together.
  func forEachRow(
    heldOut: HoldOutOptions, wanted: HoldOutOptions.Part, _ body: (String, String, Double) throws -> Void
  ) throws {
    let table = try GoldTable(path: path)
    let firstColumn = try table.column(first)
    let secondColumn = try table.column(second)
    let countColumn = try count.map(table.column)
    let keyColumn = try heldOut.by.flatMap { table.header.contains($0) ? try table.column($0) : nil }
    for row in table.rows {
      if let keyColumn, heldOut.part(of: row[keyColumn]) != wanted { continue }
      try body(row[firstColumn], row[secondColumn], countColumn.flatMap { Double(row[$0]) } ?? 1)
    }
  }
}
