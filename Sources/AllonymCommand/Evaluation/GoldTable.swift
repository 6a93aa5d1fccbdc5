import SwiftCSV

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
