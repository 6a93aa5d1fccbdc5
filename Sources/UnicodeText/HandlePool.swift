import CICU

/// What a pool does with its ICU objects.
struct HandleKind: Sendable {
  var clone: @Sendable (OpaquePointer, inout cicu_error) -> OpaquePointer?
  var close: @Sendable (OpaquePointer) -> Void
  /// What the object is for, after "ICU could not".
  var operation: String
}

/// Lends ICU objects that only one thread at a time may use: clones of a prototype, made when all others are in use
/// and kept for the next user. Opening costs ICU milliseconds, cloning microseconds.
///
/// Sendable, because
/// - `prototype`, `kind` and `lock` are never changed, and the prototype is only cloned and asked for facts, inside
///   the lock: nobody ever works with it, so both read what nobody writes. What clones share with it inside ICU is
///   either constant or guarded by ICU's own mutex (rule data's match positions, in rbt.cpp);
/// - `idle` is read and written inside the lock only;
/// - a clone is in `idle` or with exactly one call of `withHandle`: `take` removes it under the lock, and it is put
///   back after the body has returned. The lock also orders one user's writes before the next user's reads;
/// - `deinit` runs when there are no references left, so no `withHandle` is running and all clones are in `idle`.
final class HandlePool: @unchecked Sendable {
  /// More clones than this are closed rather than kept.
  private static let maximumIdle = 64

  private let prototype: OpaquePointer
  private let kind: HandleKind
  private let lock = Lock()
  private var idle: [OpaquePointer] = []

  /// Takes ownership of the prototype.
  init(prototype: OpaquePointer, kind: HandleKind) {
    self.prototype = prototype
    self.kind = kind
  }

  deinit {
    for handle in idle { kind.close(handle) }
    kind.close(prototype)
  }

  /// Runs the body with an object that nobody else uses meanwhile. The body must not keep it.
  func withHandle<Result>(
    _ body: (OpaquePointer) throws(UnicodeTextError) -> Result
  ) throws(UnicodeTextError) -> Result {
    let handle = try take()
    defer { giveBack(handle) }
    return try body(handle)
  }

  /// Reads a fact about the prototype, such as its identifier, that ICU computes without changing it.
  func withPrototype<Result>(
    _ body: (OpaquePointer) throws(UnicodeTextError) -> Result
  ) throws(UnicodeTextError) -> Result {
    try lock.withLock { () throws(UnicodeTextError) in try body(prototype) }
  }

  private func take() throws(UnicodeTextError) -> OpaquePointer {
    try lock.withLock { () throws(UnicodeTextError) in
      if let handle = idle.popLast() { return handle }
      var error = cicu_error()
      let clone = kind.clone(prototype, &error)
      if let clone { return clone }
      let failure = ICUFailure(error)
      throw .icuFailure(operation: kind.operation, name: failure?.name ?? "no object", code: failure?.code ?? 0)
    }
  }

  private func giveBack(_ handle: OpaquePointer) {
    let isKept = lock.withLock {
      guard idle.count < Self.maximumIdle else { return false }
      idle.append(handle)
      return true
    }
    if !isKept { kind.close(handle) }
  }
}
