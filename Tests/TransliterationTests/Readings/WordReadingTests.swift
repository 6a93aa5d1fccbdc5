import Testing

@testable import Transliteration

/// What single words of a name cost to read: by it, spellings are refused that no reading is made of.
struct WordReadingTests {
  @Test(arguments: [
    ("Kim Jong Un", SourceLanguage.korean, "Latn"), ("Park Geun-hye", .korean, "Latn"),
    ("Ri Chol Rang", .korean, "Latn"),
    ("Чо Чун Рён", .korean, "Cyrl"), ("Нам Гун Хёк", .korean, "Cyrl"), ("Kwak Yeol", .korean, "Latn"),
    ("Li Hongzhong", .chinese, "Latn"), ("Hongzhong Li", .chinese, "Latn"), ("Ли Хунчжун", .chinese, "Cyrl"),
    ("Jongun", .korean, "Latn"),
  ])
  func wordsCostNoMoreThanNames(text: String, language: SourceLanguage, script: String) throws {
    let words = try FoldedName(text, han: compiledTables().han).tokens.map(\.letters)
    let model = try model(language, script)
    let whole = try #require(model.read(SpelledName(words: words))?.cheapestReading(by: .any))
    let parts = try words.map { try #require(model.leastCost(ofWord: Array($0.utf8)), "\($0)") }
    #expect(parts.reduce(0, +) <= whole)
  }

  /// The same of names by every system, in any order.
  @Test func namesOfSystemsAreNotRefused() throws {
    let tables = try compiledTables()
    for (index, name) in GeneratedNames.korean(120, seed: 43).enumerated() {
      let code = ["moct-kor-Hang-Latn-2000", "var-kor-Hang-Latn-mr-1939", "var-kor-Hang-Cyrl-press"][index % 3]
      let relay = try Relay(codes: [code], tables: tables)
      let script = try #require(relay.systems.last?.description.targetScript)
      let model = try model(.korean, script)
      var words = try FoldedName(relay.apply(name, style: .person), han: tables.han).tokens.map(\.letters)
      for _ in words.indices {
        words.append(words.removeFirst())
        guard let whole = model.read(SpelledName(words: words))?.cheapestReading(by: .any) else { continue }
        let parts = try words.map { try #require(model.leastCost(ofWord: Array($0.utf8)), "\(words)") }
        #expect(parts.reduce(0, +) <= whole, "\(words)")
      }
    }
  }

  @Test func whatIsNoSyllablesCostsNothing() throws {
    let model = try model(.chinese, "Latn")
    #expect(model.leastCost(ofWord: Array("windows".utf8)) == nil)
    #expect(model.leastCost(ofWord: []) == nil)
    #expect(model.leastCost(ofWord: Array(repeating: UInt8(ascii: "a"), count: 200)) == nil)
  }
}
