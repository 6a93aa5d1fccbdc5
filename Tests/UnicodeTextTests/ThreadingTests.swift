import Testing
import UnicodeText

/// Eight threads and more share one object each; under the thread sanitizer this also shows that they do not race.
@Suite(.serialized) struct ThreadingTests {
  private static let threads = 12
  private static let names = [
    "Чо Чун Рён", "조춘룡", "李鸿忠", "Nguyễn Ái Quốc", "Κώστας", "カタカナ", "محمد", "შოთა", "Ա", "", "раураl",
    String(repeating: "Ким Чен Ын ", count: 500),
  ]

  /// What each name gives on one thread, and then on many that start at different names.
  private func check(rounds: Int = 40, _ work: @escaping @Sendable (String) throws -> String) throws {
    let names = Self.names
    let expected = try names.map(work)
    onThreads(Self.threads) { thread in
      for round in 0..<rounds {
        for index in names.indices {
          let place = (index + thread + round) % names.count
          let result = try? work(names[place])
          if result != expected[place] {
            Issue.record("thread \(thread): \(names[place]) gave \(result ?? "an error")")
            return
          }
        }
      }
    }
  }

  @Test func systemTransform() throws {
    let transform = try Transform(id: "Any-Latin; Latin-ASCII")
    try check(rounds: 10) { try transform($0) }
  }

  /// Their rule data is not shared inside ICU, so ICU does not lock.
  @Test func transformFromRules() throws {
    let transform = try Transform(
      name: "rules",
      rules: "$v = [аеиоуы]; ([:Lu:]) } $v > &Any-Lower($1) h; и > i; ([к-м]+) > '<' $1 '>'; [:Hang:] > k;")
    try check { try transform($0) }
  }

  @Test func factsWhileTransforming() throws {
    let transform = try Transform(id: "Russian-Latin/BGN")
    let rules = try transform.rules()
    try check(rounds: 5) {
      guard try transform.rules() == rules else { return "rules changed" }
      return try transform($0)
    }
  }

  @Test func openingAndClosing() throws {
    try check(rounds: 2) { try Transform(name: "r", rules: "и > i; [:Mn:] > ;")($0) }
  }

  @Test func displayNames() throws {
    let names = try DisplayNames(locale: "ko")
    let regions = ["KP", "KR", "RU", "CN", "XQ", "VN", "GR", "JP", "SA", "GE", "AM", "US"]
    try check { names.region(regions[$0.utf8.count % regions.count]) ?? "none" }
  }

  @Test func skeletons() throws {
    try check { try $0.confusableSkeleton() }
  }

  @Test func normalizationScriptsAndWords() throws {
    let words = try WordBoundaries()
    let sentences = try SentenceBoundaries()
    try check(rounds: 10) { name in
      let forms = try NormalizationForm.allCases.map { try name.normalized($0) }
      let runs = name.scriptRuns().map(\.script.code)
      let pieces = try words.words(in: name).map { String(name[$0.range]) }
      return "\(forms) \(runs) \(pieces) \(try sentences.sentences(in: name).count) \(try name.caseFolded())"
    }
  }

  /// The very first use of everything opened lazily, by all threads at once, in whatever order tests run.
  @Test func firstUse() throws {
    onThreads(Self.threads) { thread in
      let text = Self.names[thread % Self.names.count]
      _ = try? text.confusableSkeleton()
      _ = Script(code: "Latn")
      _ = text.dominantScript
      _ = try? Script.likely(forLanguage: "ru")
    }
    #expect(Script(code: "Latn") == .latin)
  }
}
