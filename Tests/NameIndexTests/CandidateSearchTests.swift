import NameModel
import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

@Suite("Candidates")
struct CandidateSearchTests {
  private static let names = [
    "Sergei Shoigu", "Duran Duran", "Kim Jong Un", "William Clinton", "三星", "Anna Petrova", "Boris Petrov",
    "Baden-Baden",
  ]

  private static func found(
    _ query: String, _ breadth: CandidateSearch.Breadth = .wide
  ) throws -> [String] {
    let tables = try SmallIndex.tables()
    let index = try NameIndex(
      bytes: SmallIndex.bytes(
        names.enumerated().map { number, name in
          Entity(id: "e\(number)", type: .person, names: [SmallIndex.form(name, "und", .pref)])
        }, [], []))
    let name = InterpretedName(try FoldedName(query, han: tables.han), tables: tables, isQuery: true)
    return try CandidateSearch(index, tables: tables).candidates(for: name, keys: [], breadth).map {
      try index.form($0.form).form.text
    }
  }

  @Test(arguments: [
    ("Сергей Шойгу", "Sergei Shoigu"), ("Sergey Schoigu", "Sergei Shoigu"), ("Shoigu", "Sergei Shoigu"),
    ("Duran Duran", "Duran Duran"), ("Дюран Дюран", "Duran Duran"), ("김정은", "Kim Jong Un"),
    ("Bill Clinton", "William Clinton"), ("Baden Baden", "Baden-Baden"), ("三星", "三星"), ("Anna Petrowa", "Anna Petrova"),
  ])
  func theRightFormIsFirst(query: String, form: String) throws {
    #expect(try Self.found(query).first == form, "\(query)")
  }

  @Test(arguments: ["Duran Duran", "Sergey Shoygu"]) func narrowSearchFindsWhatSoundsAlike(query: String) throws {
    #expect(try !Self.found(query, .narrow(LookedUpWords())).isEmpty)
  }

  /// What is refused before it is read would not have been found; what was looked up before changes no answer.
  @Test(arguments: [
    ("Duran Duran", true), ("Sergey Shoygu", true), ("Сергей Шойгу", true), ("Сергеем Шойгу", true),
    ("Дмитрий Петров", false), ("Общие свойства", false), ("Sergei Kimball", false), ("William Petrov", false),
  ])
  func narrowSearchRefusesStrangers(query: String, isFound: Bool) throws {
    let tables = try SmallIndex.tables()
    let index = try NameIndex(
      bytes: SmallIndex.bytes(
        Self.names.enumerated().map { number, name in
          Entity(id: "e\(number)", type: .person, names: [SmallIndex.form(name, "und", .pref)])
        }, [], []))
    let search = try CandidateSearch(index, tables: tables)
    let words = LookedUpWords()
    for other in Self.names + [query] {
      let name = try FoldedName(other, han: tables.han)
      _ = try search.mayFind(name.tokens, words)
      let interpreted = InterpretedName(name, tables: tables, isQuery: true)
      let remembered = try search.candidates(for: interpreted, keys: [], .narrow(words))
      let anew = try search.candidates(for: interpreted, keys: [], .narrow(LookedUpWords()))
      #expect(remembered.map(\.form) == anew.map(\.form))
      #expect(remembered.map(\.likeness) == anew.map(\.likeness))
    }
    #expect(try search.mayFind(FoldedName(query, han: tables.han).tokens, words) == isFound)
    #expect(try Self.found(query, .narrow(words)).isEmpty == !isFound)
  }

  /// What the index keeps of a word tells its script: numerals are Han characters too.
  @Test(arguments: [("三星", "Hani"), ("千葉", "Hani"), ("20th", "Latn"), ("747", "Zyyy"), ("шойгу", "Cyrl")])
  func indexedWordsHaveTheirScript(word: String, script: String) throws {
    #expect(ComparableWord(indexed: word, tables: try SmallIndex.tables()).script == script)
  }
}
