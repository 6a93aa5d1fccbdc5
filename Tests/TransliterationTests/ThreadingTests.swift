import Testing

@testable import Transliteration

/// One set of tables, used from many tasks at once. Under the thread sanitizer this also shows that they do not race.
struct ThreadingTests {
  private static let texts = ["조춘룡", "李鸿忠", "Чо Чун Рён", "しんじゅく", "Щука", "Lǐ Hóngzhōng", "Երևան", "თბილისი", ""]

  /// What every system makes of every text, how names are read, and their keys.
  private static func results(_ tables: TransliterationTables) throws -> [String] {
    var results: [String] = []
    for description in tables.systems {
      let system = try tables.system(description.code)
      for text in texts { results.append("\(description.code): \(try system.apply(text))") }
    }
    for (language, script, words) in [
      (SourceLanguage.korean, "Latn", ["cho", "chun", "ren"]), (.korean, "Cyrl", ["чо", "чун", "рён"]),
      (.chinese, "Latn", ["li", "hongzhong"]), (.chinese, "Cyrl", ["ли", "хунчжун"]), (.russian, "Latn", ["shoigu"]),
    ] {
      let model = try #require(tables.model(language, script: script))
      let lattice = try #require(model.read(SpelledName(words: words)))
      results.append("\(words): \(lattice.cheapestReadings(by: .any).sorted { $0.key < $1.key })")
      results.append("\(words): \(model.keys(of: lattice, costLimit: 300))")
    }
    return results
  }

  @Test func eightTasksSeeTheSame() async throws {
    let tables = try compiledTables()
    let expected = try Self.results(tables)
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<8 { group.addTask { try Self.results(tables) } }
      for try await results in group { #expect(results == expected) }
    }
  }
}
