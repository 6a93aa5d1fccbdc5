import ArgumentParser
import NameModel
import SwiftCSV

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

/// Which rows are learned from, and which are evaluated on.
struct HoldOutOptions: ParsableArguments {
  enum Part { case training, evaluation }

  @Option(help: ArgumentHelp("Keep one row in so many apart.", valueName: "number"))
  var holdOut: Int?

  @Option(help: ArgumentHelp("The column whose hash decides.", valueName: "column"))
  var by: String?

  func validate() throws {
    if let holdOut, holdOut < 2 { throw ValidationError("--hold-out \(holdOut) leaves nothing to learn from.") }
    if (holdOut == nil) != (by == nil) { throw ValidationError("--hold-out and --by go together; give both.") }
  }

  /// By FNV-1a over the bytes, so that the choice is the same everywhere.
  func part(of key: String) -> Part {
    guard let holdOut else { return .training }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return (hash ^ (hash >> 29)) % UInt64(holdOut) == 0 ? .evaluation : .training
  }
}

/// A table with any columns, tabs between cells or, where the name ends in `.csv`, commas.
struct GoldTable {
  let header: [String]
  let rows: [[String]]
  private let path: String

  init(path: String) throws {
    self.path = path
    var reader = try LineReader(path: path)
    var lines: [String] = []
    while let line = try reader.next(beforeWaiting: {}) { lines.append(try line.text(in: path, invalid: .error)) }
    let rows: [[String]]
    if path.hasSuffix(".csv") {
      do {
        let csv = try EnumeratedCSV(string: lines.joined(separator: "\n"), loadColumns: false)
        rows = [csv.header] + csv.rows
      } catch {
        throw CommandFailure("\(path): \(error)")
      }
    } else {
      rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
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
