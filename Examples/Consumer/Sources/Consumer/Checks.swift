import Allonym

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Counts answers that are not the expected ones.
struct Checks {
  private let resolver: Resolver
  private var done = 0
  private var wrong = 0

  init(resolver: Resolver) { self.resolver = resolver }

  /// Whose name is `spelling`? The one whose native name is `native`.
  mutating func expect(_ spelling: String, names native: String) throws {
    let best = try resolver.resolve(spelling).best
    expect(spelling, best?.entity.nativeName?.text ?? "nobody", native)
  }

  mutating func expectNobody(_ spelling: String) throws {
    expect(spelling, try resolver.resolve(spelling).best?.entity.id ?? "nobody", "nobody")
  }

  mutating func expect(_ question: String, _ answer: String, _ expected: String) {
    done += 1
    if answer == expected {
      print("\(question): \(answer)")
    } else {
      wrong += 1
      print("\(question): \(answer), expected \(expected)")
    }
  }

  /// Ends the process with status 1 if an answer was wrong.
  func finish() {
    print("\(done - wrong) of \(done) answers as expected")
    if wrong > 0 { exit(1) }
  }
}
