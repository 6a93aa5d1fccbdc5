import Testing

@testable import Transliteration

/// Rules and spelling tables say the same in two ways: rules write names, tables read them. What a system writes must be
/// readable by the route of the same system, at a cost that says "as prescribed".
struct SpellingConsistencyTests {
  /// Habits begin above this.
  private static let costLimit = 60

  private func folded(_ text: String) throws -> SpelledName {
    SpelledName(words: try FoldedName(text, han: compiledTables().han).tokens.map(\.letters))
  }

  /// Writes each name by a system and reads it back; the names that are not read are the result.
  private func unread(
    _ names: [String], by code: String, _ language: SourceLanguage, _ script: String, legs: [String]? = nil
  ) throws -> [String] {
    let tables = try compiledTables()
    let system = try tables.system(code)
    let model = try model(language, script)
    let route = try #require(model.routes.firstIndex { $0.legs == legs ?? [code] }, "no route of \(code)")
    return try names.filter { name in
      let written = try system.apply(name, style: .person)
      let native = try #require(tables.nativeReading(of: name, language: language))
      let lattice = try #require(model.read(folded(written)), "\(written)")
      return LatticeAlignment.align(native, lattice, secondBy: .one(route), limit: Self.costLimit) == nil
    }.map { try "\($0) written \(system.apply($0, style: .person))" }
  }

  @Test(arguments: [
    ("moct-kor-Hang-Latn-2000", "Latn"), ("var-kor-Hang-Latn-mr-1939", "Latn"), ("kp-kor-Hang-Latn-2002", "Latn"),
    ("var-kor-Hang-Cyrl-kontsevich", "Cyrl"), ("var-kor-Hang-Cyrl-press", "Cyrl"),
  ])
  func koreanNames(code: String, script: String) throws {
    let unread = try unread(GeneratedNames.korean(800, seed: 11), by: code, .korean, script)
    #expect(unread.isEmpty, "\(unread.count) names")
  }

  @Test func chineseNames() throws {
    let tables = try compiledTables()
    let table = try #require(try tables.syllables(of: "var-zho-Hani-Latn-wd-1979"))
    let names = GeneratedNames.chinese(1500, seed: 12, syllables: table.keys.sorted())
    let model = try model(.chinese, "Latn")
    for code in ["sac-zho-Hans-Latn-1979", "var-zho-Hani-Latn-wd-1979"] {
      let route = try #require(model.routes.firstIndex { $0.legs == [code] }, "no route of \(code)")
      let spellings = try tables.syllables(of: code)
      let unread = try names.filter { name in
        let written = name.map { spellings?[$0] ?? $0 }
        let spelled = try folded(written.joined(separator: " "))
        let lattice = try #require(model.read(spelled))
        return LatticeAlignment.align(lattice, lattice, firstBy: .one(route), secondBy: .one(route), limit: 120) == nil
          || !reads(lattice, name, route, model)
      }
      #expect(unread.isEmpty, "\(code): \(unread.count) of 1500")
    }
  }

  @Test func chineseNamesInCyrillic() throws {
    let tables = try compiledTables()
    let code = "var-zho-Latn-Cyrl-palladius"
    let spellings = try #require(try tables.syllables(of: code))
    let model = try model(.chinese, "Cyrl")
    let route = try #require(model.routes.firstIndex { $0.legs == [code] })
    let names = GeneratedNames.chinese(1500, seed: 13, syllables: spellings.keys.sorted())
    let unread = try names.filter { name in
      let written = try tables.system(code).apply(name.joined(separator: " "))
      return !reads(try #require(model.read(folded(written))), name, route, model)
    }
    #expect(unread.isEmpty, "\(unread.count) names")
  }

  /// Whether a lattice has a reading as these pinyin syllables, as prescribed.
  private func reads(_ lattice: ReadingLattice, _ syllables: [String], _ route: Int, _ model: SpellingModel) -> Bool {
    let units = syllables.compactMap { model.inventory.number(of: $0) }
    guard units.count == syllables.count else { return false }
    let nodes = units.enumerated().map { place, unit in
      [ReadingLattice.Edge(unit: unit, cost: 0, route: ReadingLattice.nativeRoute, target: Int32(place + 1), entry: -1)]
    }
    let native = ReadingLattice(language: .chinese, length: units.count, edgesByNode: nodes + [[]])
    return LatticeAlignment.align(native, lattice, secondBy: .one(route), limit: Self.costLimit) != nil
  }

  /// Russian words are written by a system of rules and read by its route, letter by letter.
  @Test(arguments: ["bgnpcgn-rus-Cyrl-Latn-1947", "icao-rus-Cyrl-Latn-9303", "iso-rus-Cyrl-Latn-9-1995"])
  func russianWords(code: String) throws {
    let heads = ["Шой", "Щер", "Мацего", "Хру", "Юрь", "Яро", "Жда", "Объед", "Цве", "Пёт", "Эду", "Ильи", "Чай", "Зе"]
    let tails = [
      "гу", "баков", "ра", "щёв", "евич", "славль", "нов", "ков", "таев", "рович", "ард", "нична", "ский", "ленский",
    ]
    let words = heads.flatMap { head in tails.map { head + $0 } }
    let tables = try compiledTables()
    let system = try tables.system(code)
    let model = try model(.russian, "Latn")
    let route = try #require(model.routes.firstIndex { $0.legs == [code] }, "no route of \(code)")
    var unread: [String] = []
    for word in words {
      let written = try system.apply(word)
      let letters = try FoldedName(word, han: tables.han).joinedLetters
      let native = try #require(tables.nativeReading(of: letters, language: .russian))
      let lattice = try #require(model.read(folded(written)))
      if LatticeAlignment.align(native, lattice, secondBy: .one(route), limit: Self.costLimit) == nil {
        unread.append("\(word) written \(written)")
      }
    }
    #expect(unread.isEmpty, "\(unread.count) of \(words.count)")
  }

  /// A relay is read by the route of the relay.
  @Test func relayedKoreanNames() throws {
    let tables = try compiledTables()
    let model = try model(.korean, "Latn")
    for first in ["var-kor-Hang-Cyrl-kontsevich", "var-kor-Hang-Cyrl-press"] {
      for second in ["bgnpcgn-rus-Cyrl-Latn-1947", "icao-rus-Cyrl-Latn-9303"] {
        let relay = try Relay(codes: [first, second], tables: tables)
        let route = try #require(model.routes.firstIndex { $0.legs == [first, second] })
        let names = GeneratedNames.korean(200, seed: 14)
        let unread = try names.filter { name in
          let native = try #require(tables.nativeReading(of: name, language: .korean))
          let lattice = try #require(model.read(folded(relay.apply(name, style: .person))))
          return LatticeAlignment.align(native, lattice, secondBy: .one(route), limit: Self.costLimit) == nil
        }
        let examples = try unread.prefix(10).map { try "\($0) \(relay.apply($0, style: .person))" }
        #expect(unread.isEmpty, "\(first) \(second): \(unread.count) of 200, \(examples)")
      }
    }
  }
}
