import Foundation
import Synchronization

/// Runs `body` on so many threads of the operating system at once, and returns what each came to.
///
/// Tasks would share the few threads of the runtime with the other tests, and might well run one after the other.
func onThreads<Output: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Output) throws -> [Output] {
  let outputs = Outputs<Output>()
  let done = DispatchSemaphore(value: 0)
  for number in 0..<count {
    Thread {
      let output = Result { try body(number) }
      outputs.list.withLock { $0.append(output) }
      done.signal()
    }.start()
  }
  for _ in 0..<count { done.wait() }
  return try outputs.list.withLock { $0 }.map { try $0.get() }
}

private final class Outputs<Output: Sendable>: Sendable {
  let list = Mutex<[Result<Output, any Error>]>([])
}
