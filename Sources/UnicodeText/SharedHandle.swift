/// An ICU object that is opened once and then only read.
///
/// Sendable because `pointer` and `close` are never changed, and it is made only for `ULocaleDisplayNames` and
/// `USpoofChecker`, used through functions that take them as const: ICU promises that const operations on one object
/// may run in any number of threads at once (ICU User Guide, "ICU Design", thread safety; uspoof.h says so for
/// checkers; the break iterator inside display names is used for capitalization only and under ICU's own mutex).
/// `deinit` runs when there are no references left, so no call is running.
final class SharedHandle: @unchecked Sendable {
  private let pointer: OpaquePointer
  private let close: @Sendable (OpaquePointer) -> Void

  /// Takes ownership of the object.
  init(_ pointer: OpaquePointer, close: @escaping @Sendable (OpaquePointer) -> Void) {
    self.pointer = pointer
    self.close = close
  }

  deinit { close(pointer) }

  /// Keeps the object open while the body runs. The body must not keep it, nor change it.
  func withPointer<Result, Failure>(_ body: (OpaquePointer) throws(Failure) -> Result) throws(Failure) -> Result {
    try body(pointer)
  }
}
