// Checks that look at one table at a time: its cells, the order of its rows, its keys.

extension TableCheck {
  mutating func checkCells() {
    for loaded in tables {
      let table = loaded.table
      for row in 0..<table.rowCount {
        for (index, column) in table.schema.columns.enumerated() where table.places[index] != nil {
          for finding in findings(in: table.cell(row: row, column: index), of: column) {
            report(
              table.problem(
                row: row, column: index, byte: finding.byte, finding.rule, severity: finding.severity, finding.message,
                advice: finding.advice))
          }
        }
      }
    }
  }

  mutating func checkOrder() {
    for loaded in tables {
      let table = loaded.table
      var previous: [String]?
      for row in 0..<table.rowCount {
        let cells = table.cells(row: row)
        defer { previous = cells }
        guard let previous else { continue }
        if table.schema.precedes(cells, previous) {
          report(
            table.problem(
              row: row, column: 0, .unsorted, "the row belongs before the one above it", advice: "format the table"))
        } else if !table.schema.precedes(previous, cells) {
          report(
            table.problem(
              row: row, column: 0, .duplicateRow, "the row repeats the one above it", advice: "format the table"))
        }
      }
    }
  }

  /// Keys are unique within a table; entities, decisions and sources also across the tables of their kind.
  mutating func checkKeys() {
    for kind in TableKind.allCases {
      var seen: [[String]: Place] = [:]
      for (index, loaded) in tables.enumerated() where loaded.file.kind == kind {
        if ![.entities, .decisions, .sources].contains(kind) { seen = [:] }
        for row in 0..<loaded.table.rowCount { checkKey(Place(table: index, row: row), &seen) }
      }
    }
  }

  private mutating func checkKey(_ place: Place, _ seen: inout [[String]: Place]) {
    let table = tables[place.table].table
    let schema = table.schema
    guard !schema.key.isEmpty else { return }
    let key = schema.key.map { table.cell(row: place.row, column: $0) }
    guard let first = seen[key] else {
      seen[key] = place
      return
    }
    // A row that repeats the one above it in everything was reported as such; two lists of sources may hold
    // the same row.
    let isSame = tables[first.table].table.cells(row: first.row) == table.cells(row: place.row)
    if isSame, first.table == place.table, first.row == place.row - 1 { return }
    let names = schema.key.map { schema.columns[$0].name }
    report(
      table.problem(
        row: place.row, column: schema.key[0], .duplicateKey,
        severity: isSame && schema.kind == .sources ? .warning : .error,
        "\(names.joined(separator: ", ")) \(key.map(quoted).joined(separator: ", ")) "
          + "\(names.count == 1 ? "is" : "are") taken by \(pointer(first))",
        advice: "keep one of the rows"))
  }
}
