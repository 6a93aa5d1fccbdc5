/// A table with any columns, tabs between cells or, where the name ends in `.csv`, commas.
struct GoldTable {
  let header: [String]
  let rows: [[String]]
  private let path: String

  init(path: String) throws {
    self.path = path
    let isCSV = path.hasSuffix(".csv")
    var records = try CSVRecords(
      path: path, delimiter: UInt8(ascii: isCSV ? "," : "\t"), isQuoted: isCSV, invalid: .error)
    var rows: [[String]] = []
    while let record = try records.next() { rows.append(record.cells) }
    guard let header = rows.first else { throw CommandFailure("\(path): there is no header line; name the columns") }
    self.header = header
    self.rows = rows.dropFirst().filter { $0.count >= 2 }.map { row in
      row.count < header.count ? row + [String](repeating: "", count: header.count - row.count) : row
    }
  }

  func column(_ name: String) throws -> Int {
    guard let column = header.firstIndex(of: name) else {
      throw CommandFailure("\(path): there is no column `\(name)`; it has \(header.joined(separator: ", "))")
    }
    return column
  }
}
