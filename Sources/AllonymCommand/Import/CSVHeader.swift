/// The names of columns, in any letter case and without the spaces around them.
struct CSVHeader {
  private let places: [String: Int]
  let count: Int

  /// Of two columns of one name the first counts.
  init(_ cells: [String]) {
    count = cells.count
    places = Dictionary(zip(cells.map(Self.folded), cells.indices)) { first, _ in first }
  }

  /// The place of the first of these columns that is there.
  func find(_ names: String...) -> Int? { names.lazy.compactMap { places[Self.folded($0)] }.first }

  private static func folded(_ name: String) -> String { name.trimmingSpace.lowercased() }
}

extension CSVRecords.Record {
  /// The cell in a column; `nil` where there is no such column, or nothing in it.
  func cell(_ column: Int?) -> String? {
    guard let column, cells.indices.contains(column) else { return nil }
    return cells[column].trimmingSpace.nonEmpty
  }
}

extension CSVRecords {
  /// Calls `body` with every record that is left; malformed ones are counted.
  mutating func forEach(
    into sink: ImportSink, _ body: (Record) throws(RecordError) -> RecordOutcome
  ) throws {
    while true {
      let start = place
      do {
        guard let record = try next() else { return }
        try sink.record(record.place) { () throws(RecordError) in try body(record) }
      } catch let error as RecordError {
        try sink.unreadable(error, at: start)
      }
    }
  }

  /// The record of column names.
  ///
  /// - Parameter isHeader: which record it is, where lines of another kind may come before; they are not counted.
  mutating func header(where isHeader: (CSVHeader) -> Bool = { _ in true }, _ kind: String) throws -> CSVHeader {
    for _ in 0..<10 {
      let record: Record?
      do {
        record = try next()
      } catch let error as RecordError {
        throw CommandFailure("\(place): \(error.message)")
      }
      guard let record else { break }
      let header = CSVHeader(record.cells)
      if isHeader(header) { return header }
    }
    throw CommandFailure(
      "\(name): no line of column names as in \(kind); give that file, or use `allonym import table`")
  }
}
