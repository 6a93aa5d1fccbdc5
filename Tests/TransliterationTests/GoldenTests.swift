import NameModel
import Testing
import UnicodeText

@testable import Transliteration

/// Examples that the authorities printed (`Tables/systems/examples`), run through the systems.
///
/// A row that fails must stand in `KnownFailures.tsv` beside this file with the reason, and a row there must fail.
struct GoldenTests {
  private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/")

  private static let knownFailures = Result {
    try PlainTable.read("\(folder)/KnownFailures.tsv").rows.map { ($0["code"], $0["input"], $0["reason"]) }
  }

  private static func examples(_ code: String) throws -> [(example: SystemExample, source: String)] {
    guard TableFile.exists("\(tablesFolder)/systems/examples/\(code).tsv") else { return [] }
    return try PlainTable.read("\(tablesFolder)/systems/examples/\(code).tsv").rows.map {
      (
        SystemExample(input: $0["input"], expected: $0["expected"], style: NameStyle(rawValue: $0["style"])),
        $0["source"]
      )
    }
  }

  @Test func examplesOfTheAuthorities() throws {
    var total = 0
    for description in try compiledTables().systems {
      let code = description.code
      let system = try compiledTables().system(code)
      let examples = try Self.examples(code)
      total += examples.count
      // What has no authority has nobody's examples.
      #expect(!examples.isEmpty || description.status == .practice, "\(code) has no examples")
      let knownFailures = try Set(Self.knownFailures.get().filter { $0.0 == code }.map(\.1))
      var failed: Set<String> = []
      for (example, source) in examples {
        let outcome = try system.outcome(of: example)
        if outcome.isExact { continue }
        failed.insert(example.input)
        if !knownFailures.contains(example.input) {
          Issue.record("\(code): \(example.input) gives \(outcome.written), but \(source) says \(example.expected)")
        }
      }
      let stale = knownFailures.subtracting(failed).sorted()
      #expect(stale.isEmpty, "\(code): these pass or are no rows: take them out of KnownFailures.tsv")
      // What the register says was counted when the tables were compiled.
      #expect(description.examples == ExampleCount(passed: examples.count - failed.count, total: examples.count))
    }
    #expect(total > 5_000, "examples must not vanish unnoticed")
  }

  @Test func knownFailuresHaveReasons() throws {
    let codes = try Set(compiledTables().systems.map(\.code))
    for (code, input, reason) in try Self.knownFailures.get() {
      #expect(codes.contains(code), "\(code) is no system")
      #expect(!input.isEmpty && reason.count >= 10, "\(code) \(input): say why it fails")
    }
  }
}
