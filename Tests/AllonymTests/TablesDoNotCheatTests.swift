import NameModel
import Testing
import Transliteration

@testable import Allonym

/// Relayed spellings are derived: neither the tables nor the program know them beforehand.
@Suite("What is derived is not written down")
struct TablesDoNotCheatTests {
  static let relayed = [
    "Cho Chun Ren", "Lee Hongzhong", "Чо Чун Рён", "Ли Хунчжун", "Kim Chen Yn", "Ким Чен Ын", "Hsi Chin-ping",
    "Hassan-Rajin", "Sergey Shoygu", "Pkhenyan",
  ]

  @Test func noRelayedSpellingIsARow() throws {
    let tables = try Package.tables()
    let han = try CuratedTables.shared.get().transliteration.han
    let keys = try Set(Self.relayed.map { try FoldedName($0, han: han).joinedKey })
    for entity in tables.entities {
      for name in entity.names {
        guard let folded = try? FoldedName(name.text, han: han) else { continue }
        #expect(!keys.contains(folded.joinedKey), "\(name.text) of \(entity.id) is a row")
      }
    }
  }

  /// The embedded index holds the tables, and names of locale data, and nothing else.
  @Test func theEmbeddedIndexIsTheTables() throws {
    let tables = try Package.tables()
    let index = try Resolver().index
    #expect(index.decisionCount == tables.decisions.count)
    var others: [String: Entity] = [:]
    for number in 0..<UInt32(index.entityCount) {
      let entity = try index.entity(number)
      others[entity.id] = entity
    }
    for expected in tables.entities {
      let known = others.removeValue(forKey: expected.id)
      let found = try #require(known)
      #expect(Set(found.names.filter { !$0.isLocaleName }) == Set(expected.acceptedNames), "\(expected.id)")
      if found.names.count == expected.acceptedNames.count { #expect(found.nativeName == expected.nativeName) }
    }
    for entity in others.values {
      let isOfLocales = entity.names.allSatisfy { $0.isLocaleName }
      #expect(isOfLocales, "\(entity.id)")
    }
    for decision in tables.decisions { #expect(try index.decision(decision.b, decision.a) == decision) }
    // The version of ICU is known when the tables are compiled only.
    for source in tables.sources where source.id != LocaleNames.source {
      #expect(try index.source(source.id) == source)
    }
    try index.file.verify()
  }

  /// No person of the tables is named in the program, outside its comments.
  @Test func noNameOfAPersonStandsInTheSources() throws {
    let persons = try Package.tables().entities.filter { $0.type == .person }
    var names: Set<String> = []
    for person in persons {
      names.formUnion([person.preferredName(for: "en")?.text, person.nativeName?.text].compactMap { $0 })
      names.formUnion(
        person.names.map(\.text).filter { text in
          text.unicodeScalars.allSatisfy {
            (0xAC00...0xD7A3).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
          }
        })
    }
    #expect(names.count > 100)
    let phrases = Set(names.filter { $0.count > 1 }.map { $0.split { !$0.isLetter }.joined(separator: " ") })
    let sources = try Package.sources()
    #expect(sources.count > 50)
    for (path, text) in sources {
      let code = text.split(separator: "\n").map(Self.withoutComment).joined(separator: "\n")
      for name in Self.phrases(of: code) where phrases.contains(name) {
        Issue.record("\(path) names \(name)")
      }
    }
  }

  /// All runs of up to five words, and, for writing without spaces, all runs of two to six characters.
  private static func phrases(of text: String) -> Set<String> {
    let words = text.split { !$0.isLetter }
    var phrases: Set<String> = []
    for start in words.indices {
      for end in start..<min(start + 5, words.count) { phrases.insert(words[start...end].joined(separator: " ")) }
      guard words[start].unicodeScalars.contains(where: { $0.value >= 0x3400 }) else { continue }
      let characters = Array(words[start])
      for first in characters.indices {
        for last in first + 1..<max(first + 2, min(first + 6, characters.count)) where last < characters.count {
          phrases.insert(String(characters[first...last]))
        }
      }
    }
    return phrases
  }

  private static func withoutComment(_ line: Substring) -> Substring {
    guard let start = line.firstRange(of: "// ")?.lowerBound ?? line.firstRange(of: "///")?.lowerBound else {
      return line
    }
    return line[..<start]
  }

  // MARK: Aliases taken away

  private static func index(keeping isKept: (Entity, NameForm) -> Bool) throws -> OwnIndex {
    let tables = try Package.tables()
    let entities = tables.entities.map { entity in
      var entity = entity
      guard ["jo-chun-ryong", "li-hongzhong"].contains(entity.id) else { return entity }
      let whole = entity
      entity.names.removeAll { !isKept(whole, $0) }
      return entity
    }
    return try OwnIndex(entities, tables.decisions)
  }

  private static let relayedOfTwo = [
    ("Cho Chun Ren", "jo-chun-ryong"), ("Чо Чун Рён", "jo-chun-ryong"), ("조춘룡", "jo-chun-ryong"),
    ("Lee Hongzhong", "li-hongzhong"), ("Ли Хунчжун", "li-hongzhong"), ("李鸿忠", "li-hongzhong"),
    ("李鴻忠", "li-hongzhong"),
  ]

  private static func expectAll(of index: OwnIndex) throws {
    for (query, id) in relayedOfTwo {
      let answer = try index.resolver.resolve(query)
      #expect(answer.best?.entity.id == id, "\(query)")
      #expect(answer.outcome == .same, "\(query)")
      #expect(answer.best?.evidence.score ?? 0 >= 0.8, "\(query)")
    }
  }

  @Test func nativeAndEnglishFormsAreEnough() throws {
    let index = try Self.index { entity, form in
      form == entity.nativeName || form == entity.preferredName(for: "en")
    }
    for id in ["jo-chun-ryong", "li-hongzhong"] {
      let entity = try #require(
        try (0..<UInt32(index.resolver.index.entityCount)).map(index.resolver.index.entity).first { $0.id == id })
      #expect(entity.names.count == 2)
    }
    try Self.expectAll(of: index)
  }

  @Test func theNativeFormAloneIsEnough() throws {
    let index = try Self.index { entity, form in form == entity.nativeName }
    for id in ["jo-chun-ryong", "li-hongzhong"] {
      let entity = try #require(
        try (0..<UInt32(index.resolver.index.entityCount)).map(index.resolver.index.entity).first { $0.id == id })
      #expect(entity.names.count == 1)
    }
    try Self.expectAll(of: index)
  }
}
