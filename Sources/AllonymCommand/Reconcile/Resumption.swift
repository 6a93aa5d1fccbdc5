/// Finds out how far an earlier run came, by reading what it left.
struct Resumption {
  /// How many bytes of the file stay: the head and all whole rows.
  private(set) var kept = 0
  /// Of the rows that stay.
  private(set) var counts = RowCounts()

  private let layout: RowLayout
  private let addedCount: Int

  /// Reads the rows of `input` for which there are whole rows in the file at `path`.
  ///
  /// - Parameters:
  ///   - head: what comes before the first row.
  ///   - addedCount: how many cells were put behind each row.
  init(path: String, head: [UInt8], _ input: RowReader, _ layout: RowLayout, addedCount: Int) throws {
    self.layout = layout
    self.addedCount = addedCount
    let partial = try RowReader(path: path)
    partial.dialect = layout.dialect
    // Marks that were doubled and cells that were added make rows longer.
    partial.rowLimit = RowReader.defaultRowLimit * 4
    let mark = partial.hasByteOrderMark ? RowReader.byteOrderMark : []
    let found = try mark + partial.take(max(0, head.count - mark.count))
    guard found == head else {
      guard head.starts(with: found) else { throw Self.mismatch(path, 1, "it begins in another way") }
      return
    }
    kept = head.count
    while let row = try partial.next() {
      // The last row was cut off somewhere.
      if row.lineEnd.isEmpty || row.defect?.kind == .unclosedQuote { return }
      guard let original = try input.next() else {
        throw Self.mismatch(path, row.line, "\(input.name) has no such row")
      }
      guard let outcome = outcome(of: row, for: original) else {
        throw Self.mismatch(path, row.line, "the row is not that of \(input.name):\(original.line)")
      }
      if !row.isBlank { counts[outcome] += 1 }
      kept = partial.offset
    }
  }

  /// What became of a row; `nil` where it is not what is written of `original`.
  private func outcome(of row: Row, for original: Row) -> RowOutcome? {
    guard row.lineEnd == original.lineEnd, row.isBlank == original.isBlank else { return nil }
    if row.isBlank { return .failed }
    var start: [UInt8] = []
    layout.append(original, to: &start)
    start.append(layout.dialect.delimiter)
    let width = max(layout.width, original.cells.count)
    guard row.defect == nil, row.bytes.starts(with: start), row.cells.count == width + addedCount else { return nil }
    return RowOutcome(rawValue: String(decoding: row.value(of: width, in: layout.dialect), as: UTF8.self))
  }

  private static func mismatch(_ path: String, _ line: Int, _ reason: String) -> CommandFailure {
    CommandFailure(
      "\(path):\(line): \(reason), so it comes from other rows or other options; remove it, and begin again")
  }
}
