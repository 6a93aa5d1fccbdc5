import Allonym

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Documents annotated by several threads, printed in their order.
///
/// `@unchecked Sendable`: everything that changes is touched with `mutex` held only.
final class DocumentQueue: @unchecked Sendable {
  /// What became of one document.
  struct Result {
    var mentions = 0
    var error: (any Error)?
  }

  private let paths: [String]
  private let output: StandardOutput
  private let work: @Sendable (String, (String) throws -> Void) throws -> Int
  private var mutex = pthread_mutex_t()
  private var condition = pthread_cond_t()
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
    pthread_mutex_init(&mutex, nil)
    pthread_cond_init(&condition, nil)
  }

  deinit {
    pthread_cond_destroy(&condition)
    pthread_mutex_destroy(&mutex)
  }

  /// Annotates all documents with as many threads. Ends at the first error that closes the output.
  func run(jobs: Int) -> [Result] {
    let count = max(1, min(jobs, paths.count))
    if count == 1 {
      drain()
      return results
    }
    var threads: [pthread_t] = []
    for _ in 0..<count {
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let box = Unmanaged.passRetained(self)
      let status = pthread_create(
        &thread, nil,
        { raw in
          #if canImport(Darwin)
            Unmanaged<DocumentQueue>.fromOpaque(raw).takeRetainedValue().drain()
          #else
            Unmanaged<DocumentQueue>.fromOpaque(raw!).takeRetainedValue().drain()
          #endif
          return nil
        }, box.toOpaque())
      if status != 0 {
        box.release()
        break
      }
      #if canImport(Darwin)
        if let thread { threads.append(thread) }
      #else
        threads.append(thread)
      #endif
    }
    // Where no thread could be had, the work is done here.
    if threads.isEmpty { drain() }
    for thread in threads { pthread_join(thread, nil) }
    return results
  }

  private func locked<Value>(_ body: () throws -> Value) rethrows -> Value {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    return try body()
  }

  private func drain() {
    while let number = locked({ take() }) { process(number) }
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
    locked {
      results[number] = result
      if let error = result.error, error is ClosedPipe { hasFailed = true }
      turn = number + 1
      pthread_cond_broadcast(&condition)
    }
  }

  private func isTurn(of number: Int) -> Bool { locked { turn == number } }

  /// Only the document whose turn it is writes, so the output needs no lock of its own.
  private func waitForTurn(of number: Int) {
    locked { while turn != number { pthread_cond_wait(&condition, &mutex) } }
  }
}
