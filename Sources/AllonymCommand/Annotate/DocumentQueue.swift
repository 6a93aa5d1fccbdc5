import Allonym

/// Documents annotated by several threads, printed in their order.
///
/// `@unchecked Sendable`: everything that changes is touched with `monitor` held only.
final class DocumentQueue: @unchecked Sendable {
  /// What became of one document.
  struct Result {
    var mentions = 0
    var error: (any Error)?
  }

  private let paths: [String]
  private let output: StandardOutput
  private let work: @Sendable (String, (String) throws -> Void) throws -> Int
  private let monitor = Monitor()
  private var nextPath = 0
  /// The document whose turn it is to be printed.
  private var turn = 0
  private var results: [Result]
  private var hasFailed = false

  /// What a document that must wait for its turn may hold back.
  private static let heldLimit = 4 << 20

  init(
    _ paths: [String], to output: StandardOutput,
    work: @escaping @Sendable (_ path: String, _ write: (String) throws -> Void) throws -> Int
  ) {
    self.paths = paths
    self.output = output
    self.work = work
    results = [Result](repeating: Result(), count: paths.count)
  }

  /// Annotates all documents with as many threads. Ends at the first error that closes the output.
  func run(jobs: Int) -> [Result] {
    WorkerThreads.run(max(1, min(jobs, paths.count))) { self.drain() }
    return results
  }

  private func drain() {
    while let number = monitor.locked({ take() }) { process(number) }
  }

  private func take() -> Int? {
    guard nextPath < paths.count, !hasFailed else { return nil }
    nextPath += 1
    return nextPath - 1
  }

  private func process(_ number: Int) {
    var held = ""
    var result = Result()
    do {
      result.mentions = try work(paths[number]) { text in
        held += text
        if isTurn(of: number) || held.utf8.count > Self.heldLimit {
          waitForTurn(of: number)
          try output.write(held)
          held = ""
        }
      }
    } catch {
      result.error = error
    }
    waitForTurn(of: number)
    do { try output.write(held) } catch { result.error = error }
    monitor.locked {
      results[number] = result
      if let error = result.error, error is ClosedPipe { hasFailed = true }
      turn = number + 1
      monitor.changed()
    }
  }

  private func isTurn(of number: Int) -> Bool { monitor.locked { turn == number } }

  /// Only the document whose turn it is writes, so the output needs no lock of its own.
  private func waitForTurn(of number: Int) {
    monitor.locked { monitor.wait { turn == number } }
  }
}
