/// One run of `reconcile`: rows in, rows out.
///
/// Rows go in batches through a number of threads, and come out in their order.
final class Reconciliation {
  private let reader: RowReader
  private let output: any ByteOutput
  private let answerer: RowAnswerer
  private let progress: Progress
  private(set) var counts: RowCounts
  private var reported = 0
  /// What ended the reading, while rows before it are on their way.
  private var readingError: (any Error)?

  /// Small, so that the threads end together, and few rows are lost where a run is stopped.
  private static let batchRows = 16
  private static let batchBytes = 1 << 20
  /// More messages than this nobody reads; each row says by itself why it failed.
  private static let reportedLimit = 1_000

  /// - Parameter counts: of rows that an earlier run has written.
  init(
    _ reader: RowReader, to output: any ByteOutput, _ answerer: RowAnswerer, _ progress: Progress, counts: RowCounts
  ) {
    self.reader = reader
    self.output = output
    self.answerer = answerer
    self.progress = progress
    self.counts = counts
  }

  func run(jobs: Int) throws {
    let answerer = answerer
    let work = OrderedWork<[Row], RowAnswerer.Product>(
      take: batch, work: { try answerer.answer($0) }, hand: hand)
    defer { progress.finish() }
    try work.run(jobs: jobs)
  }

  private func batch() throws -> [Row]? {
    if let readingError { throw readingError }
    var rows: [Row] = []
    var size = 0
    while rows.count < Self.batchRows, size < Self.batchBytes {
      do {
        // Rows that are there are answered before more are waited for.
        guard case .row(let row) = try reader.next(canWait: rows.isEmpty) else { return rows.isEmpty ? nil : rows }
        rows.append(row)
        size += row.bytes.count
      } catch {
        if rows.isEmpty { throw error }
        readingError = error
        return rows
      }
    }
    return rows
  }

  private func hand(_ product: RowAnswerer.Product) throws {
    try output.write(product.bytes)
    try output.flush()
    counts += product.counts
    for failure in product.failures where reported <= Self.reportedLimit {
      progress.finish()
      reported += 1
      StandardError.report(
        reported <= Self.reportedLimit ? failure : "more rows failed; see the column of their outcomes")
    }
    for _ in 0..<product.counts.rows { progress.advance() }
  }
}
