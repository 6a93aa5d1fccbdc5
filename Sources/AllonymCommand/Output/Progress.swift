/// A counter for people who wait: on a terminal only, and after the first second.
final class Progress {
  private let unit: String
  private var count = 0
  private var isShown = false
  private let isPossible: Bool
  private var next: ContinuousClock.Instant

  /// - Parameters:
  ///   - unit: what is counted, in the plural.
  ///   - isHidden: where answers appear on the same terminal as they come, a counter would be in their way.
  init(_ unit: String, isHidden: Bool = false) {
    self.unit = unit
    isPossible = Terminal.isError && !isHidden
    next = .now + .seconds(1)
  }

  func advance() {
    count += 1
    guard isPossible, count % 16 == 0 else { return }
    let now = ContinuousClock.now
    guard now >= next else { return }
    next = now + .milliseconds(200)
    isShown = true
    StandardError.write("\r\(count) \(unit) …")
  }

  func finish() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }

  deinit { finish() }
}
