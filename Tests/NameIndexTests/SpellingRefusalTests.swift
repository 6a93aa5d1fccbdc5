import Allonym
import NameMatching
import NameModel
import Testing
import Transliteration

@testable import NameIndex

@Suite("Spellings that are refused by their words")
struct SpellingRefusalTests {
  private static let names = [
    "Sergei Shoigu", "Duran Duran", "Kim Jong Un", "William Clinton", "Anna Petrova", "Boris Petrov", "Baden-Baden",
    "Li Hongzhong", "De la Cruz Maria", "Jongun", "Сергей Шойгу", "Мария Петрова", "Ким Чен Ын",
  ]
  private static let strangers = ["The", "Общие", "Свойства", "Windows", "Kimball", "Shoigov", "Al", "20", "三星"]
  private static let readingLimit = 300

  private static func index() throws -> NameIndex {
    try NameIndex(
      bytes: SmallIndex.bytes(
        names.enumerated().map { number, name in
          Entity(id: "e\(number)", type: .person, names: [SmallIndex.form(name, "und", .pref)])
        }, [], []))
  }

  /// A word with a letter changed, left out or doubled, now and then.
  private static func respelled(_ word: String, using generator: inout SplitMix) -> String {
    var letters = Array(word)
    guard letters.count > 1, Bool.random(using: &generator) else { return word }
    let place = letters.indices.randomElement(using: &generator)!
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: letters[place] = Array("aeiouyаеиоу").randomElement(using: &generator)!
    case 1: letters.remove(at: place)
    default: letters.insert(letters[place], at: place)
    }
    return String(letters)
  }

  /// Whatever the search finds, by words, by the text or by a reading, is not refused.
  @Test func nothingIsRefusedThatIsFound() throws {
    let tables = try SmallIndex.tables()
    let search = try CandidateSearch(Self.index(), tables: tables)
    let refusal = SpellingRefusal(search, LookedUpWords())
    let keyer = NameKeyer(tables: tables)
    var generator = SplitMix(seed: 26)
    let words = Self.names.flatMap { $0.split { " -".contains($0) }.map(String.init) } + Self.strangers
    var found = 0
    var refused = 0
    for _ in 0..<3_000 {
      let spelling: [String]
      if Bool.random(using: &generator) {
        spelling = Self.names.randomElement(using: &generator)!.split { " -".contains($0) }.map(String.init)
      } else {
        spelling = (0..<Int.random(in: 1...4, using: &generator)).map { _ in words.randomElement(using: &generator)! }
      }
      let respelled = spelling.map { Self.respelled($0, using: &generator) }
      let chances = try refusal.chances(respelled.map { refusal.word($0) }, readingLimit: Self.readingLimit)
      if chances == nil { refused += 1 }
      guard let name = try? FoldedName(respelled.joined(separator: " "), han: tables.han),
        name.tokens.allSatisfy({ $0.script != "Zyyy" })
      else { continue }
      let isFound = try search.mayFind(name.tokens, LookedUpWords())
      if isFound {
        found += 1
        #expect(try search.mayFind(name.tokens, LookedUpWords(), #require(chances, "\(respelled)")), "\(respelled)")
      }
      if try !search.forms(under: keyer.textKeys(name)).isEmpty { #expect(chances?.hasTextKey == true, "\(respelled)") }
      for reading in PreparedName.readings(of: name, tables: tables)
      where reading.lattice.cheapestReading(by: .any) ?? .max <= Self.readingLimit
        && name.tokens.count <= SpellingRefusal.syllabicWordLimit && name.joinedLetters.count <= 12
      {
        #expect(chances?.languages.contains(reading.language) == true, "\(respelled)")
      }
    }
    // Both happen often enough to say something.
    #expect(found > 300 && refused > 300)
  }

  @Test(arguments: [
    (["Sergey", "Shoygu"], true), (["Сергеем", "Шойгу"], true), (["Duran", "Duran"], true), (["Jong", "Un"], true),
    (["The", "Windows"], false), (["Общие", "Свойства"], false), (["20", "Shoigu"], false), (["-"], false),
    // Other scripts are not refused by words.
    (["三星"], true),
  ])
  func strangersAreRefused(words: [String], isName: Bool) throws {
    let tables = try SmallIndex.tables()
    let refusal = SpellingRefusal(try CandidateSearch(Self.index(), tables: tables), LookedUpWords())
    for _ in 0..<2 {
      #expect(try (refusal.chances(words.map { refusal.word($0) }, readingLimit: Self.readingLimit) != nil) == isName)
    }
  }

  /// Whatever was forgotten in between.
  @Test func manyWordsChangeNothing() throws {
    let tables = try SmallIndex.tables()
    let refusal = SpellingRefusal(try CandidateSearch(Self.index(), tables: tables), LookedUpWords())
    let name = ["Sergey", "Shoygu"].map { refusal.word($0) }
    for number in 0..<45_000 {
      // Four letters each, no two alike.
      let letters = [number / 17_576, number / 676 % 26, number / 26 % 26, number % 26].map {
        Character(UnicodeScalar(UInt8(ascii: "a") + UInt8($0)))
      }
      _ = refusal.word(String(letters))
    }
    #expect(try refusal.chances(name, readingLimit: Self.readingLimit) != nil)
    #expect(try refusal.chances(["Sergey", "Shoygu"].map { refusal.word($0) }, readingLimit: Self.readingLimit) != nil)
    #expect(refusal.work > 45_000, "every word was new, and the first ones were made ready once more")
  }

  @Test(arguments: ["Sergei Shoigu", "Al-Ali, Ali", "Ким Чен Ын", "O’Neill"]) func textKeysAreThoseOfNames(name: String)
    throws
  {
    let name = try FoldedName(name, han: SmallIndex.tables().han)
    #expect(NameKey.whole(name.tokens) == .whole(name))
    #expect(NameKey.sorted(name.tokens) == .sorted(name))
  }
}
