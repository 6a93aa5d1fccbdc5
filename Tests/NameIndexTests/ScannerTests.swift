import Allonym
import NameModel
import Testing
import Transliteration

@testable import NameIndex

/// Scans with the rules of the curated tables.
private func scan(
  _ text: String, _ entities: [Entity] = SmallIndex.entities, languages: [String]? = nil, nested: Bool = false
) throws -> [(text: String, hit: ScanHit)] {
  try scan(Array(text.utf8), entities, languages: languages, nested: nested).map {
    (String(decoding: Array(text.utf8)[$0.range], as: UTF8.self), $0)
  }
}

private func scan(
  _ bytes: [UInt8], _ entities: [Entity] = SmallIndex.entities, languages: [String]? = nil, nested: Bool = false
) throws -> [ScanHit] {
  let curated = try CuratedTables.shared.get()
  let index = try NameIndex(bytes: SmallIndex.bytes(entities, [], []))
  let scanner = try NameScanner(
    index, tables: curated.transliteration, inflections: InflectionTables(curated.index.file))
  var options = NameScanner.Options()
  options.languages = languages
  options.findsNested = nested
  return ScanSession(scanner, options: options).scan(bytes, in: 0..<bytes.count).hits
}

private func person(_ names: (String, String)...) -> Entity {
  Entity(id: "p", type: .person, names: names.map { SmallIndex.form($0.0, $0.1, .alt) })
}

@Suite("The scanner")
struct ScannerTests {
  @Test func everyFormIsFoundWhereItStands() throws {
    for entity in SmallIndex.entities {
      for name in entity.names where name.text != "é" && name.kind != .weak {
        let found = try scan("— \(name.text), —")
        #expect(found.contains { $0.text == name.text }, "\(name.text)")
      }
    }
  }

  @Test(arguments: [
    ("Li\nHongzhong came", "Li\nHongzhong"), ("Li\r\nHongzhong came", "Li\r\nHongzhong"),
    ("Li\u{A0}Hongzhong came", "Li\u{A0}Hongzhong"), ("Li-Hongzhong came", "Li-Hongzhong"),
    ("LI HONGZHONG CAME", "LI HONGZHONG"), ("“Li Hongzhong”", "Li Hongzhong"), ("(Li Hongzhong’s)", "Li Hongzhong"),
    ("Cергей x Сергей Шойгу", "Сергей Шойгу"), ("訪問した李鴻忠が", "李鴻忠"), ("Jo Ch’un-ryong", "Jo Ch’un-ryong"),
    ("Ｌｉ Hongzhong", "Ｌｉ Hongzhong"),
  ])
  func namesAreFoundAsWritersWriteThem(text: String, name: String) throws {
    #expect(try scan(text).map(\.text).contains(name))
  }

  @Test(arguments: [
    "Li\n\nHongzhong", "Li. Hongzhong", "li hongzhong", "Li, Hongzhong", "Li | Hongzhong", "Ali Hongzhong",
    "Li Hongzhongs", "XLi Hongzhong", "Li Hongzho", "ран", "Pyong\n\nYang",
  ])
  func otherTextIsNoName(text: String) throws {
    #expect(try scan(text).filter { !$0.hit.forms.allSatisfy { $0.flags.contains(.surname) } }.isEmpty)
  }

  @Test func theLongestNameWins() throws {
    let found = try scan("Сергей Кужугетович Шойгу и Шойгу")
    #expect(found.map(\.text) == ["Сергей Кужугетович Шойгу", "Шойгу"])
    #expect(found[1].hit.forms.allSatisfy { $0.flags.contains(.surname) })
  }

  @Test func nestedNamesAreFoundOnDemand() throws {
    let entities = [
      Entity(id: "a", type: .organization, names: [SmallIndex.form("Bank of Pyongyang City", "en", .pref)]),
      Entity(id: "b", type: .place, names: [SmallIndex.form("Pyongyang", "en", .pref)]),
    ]
    #expect(try scan("the Bank of Pyongyang City", entities).count == 1)
    let found = try scan("the Bank of Pyongyang City", entities, nested: true)
    #expect(found.map(\.text) == ["Bank of Pyongyang City", "Pyongyang"])
    #expect(found.map(\.hit.isNested) == [false, true])
  }

  @Test func aSurnameIsTheFirstPartOfKoreanNamesAndTheLastOfOthers() throws {
    let found = try scan("Jo met Shoigu, Sergei and Chun")
    #expect(found.map(\.text) == ["Jo", "Shoigu"])
  }

  // MARK: Inflection

  @Test(arguments: [
    ("Сергея Шойгу", GrammaticalCase.genitive), ("Сергею Шойгу", .dative), ("Сергеем Шойгу", .instrumental),
  ])
  func wordsThatDoNotInflectGoWithThoseThatDo(text: String, expected: GrammaticalCase) throws {
    let found = try scan("и в на \(text)")
    #expect(found.map(\.text) == [text])
    #expect(found.first?.hit.inflection?.cases.cases.contains(expected) == true)
    #expect(found.first?.hit.inflection?.language == "ru")
  }

  @Test func casesMustAgree() throws {
    let entities = [person(("Павел Романов", "ru"))]
    #expect(try scan("и в на Павлом Романовым", entities).count == 1)
    #expect(try scan("и в на Павлом Романову", entities).filter { $0.text.contains(" ") }.isEmpty)
  }

  @Test func rulesAreThoseOfTheLanguageOfTheText() throws {
    let entities = [Entity(id: "k", type: .place, names: [SmallIndex.form("Korea", "en", .pref)])]
    // The Finnish genitive of Korea is an English adjective.
    #expect(try scan("This is the Korean question that was put to them", entities).isEmpty)
    #expect(try scan("se on Korean kysymys, joka oli", entities).map(\.text) == ["Korean"])
  }

  @Test func particlesAreNoPartOfAName() throws {
    for particle in ["이", "은", "에게", "으로부터", "에서는"] {
      let found = try scan("그리고 조춘룡\(particle) 말했다")
      #expect(found.map(\.text) == ["조춘룡"], "\(particle)")
    }
    #expect(try scan("조춘룡룡룡 말했다").isEmpty)
    #expect(try scan("왕조춘룡이").isEmpty)
  }

  @Test func whatIsWrittenBeforeANameIsNoPartOfIt() throws {
    let entities = [Entity(id: "k", type: .place, names: [SmallIndex.form("موسكو", "ar", .pref)])]
    #expect(try scan("وموسكو في", entities).map(\.text) == ["موسكو"])
    let french = [Entity(id: "u", type: .place, names: [SmallIndex.form("Ukraine", "fr", .pref)])]
    #expect(try scan("le sud de l’Ukraine est dans les", french).map(\.text) == ["Ukraine"])
  }

  @Test func aCapitalInsideAWordBeginsTheNext() throws {
    #expect(try scan("Dmitry said LiHongzhong, PyongyangKremlin").map(\.text).contains("Pyongyang"))
  }

  // MARK: Hostile text

  @Test func hostileTextIsBounded() throws {
    let many = 20_000
    for text in [
      String(repeating: "a", count: many), String(repeating: "Li ", count: many),
      String(repeating: "Li Hongzhong", count: many), String(repeating: "e\u{301}", count: many),
      String(repeating: "\u{301}", count: many), String(repeating: "李", count: many),
      String(repeating: "Li-", count: many), String(repeating: "'", count: many), String(repeating: "А’", count: many),
      String((0..<32).map { Character(Unicode.Scalar($0)!) }), "", "\u{0}", String(repeating: "조춘", count: many),
    ] {
      for hit in try scan(Array(text.utf8)) { #expect(hit.range.upperBound <= text.utf8.count) }
    }
  }

  @Test func anyBytesWillDo() throws {
    var generator = SplitMix(seed: 7)
    let pieces = SmallIndex.entities.flatMap(\.names).map { Array($0.text.utf8) }
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<30, using: &generator) {
        var piece = pieces.randomElement(using: &generator) ?? []
        if Bool.random(using: &generator), !piece.isEmpty {
          piece[Int.random(in: 0..<piece.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        bytes += piece + [[0x20, 0xFF, 0xC0, 0x0A, 0xF0].randomElement(using: &generator)!]
      }
      var end = 0
      for hit in try scan(bytes) {
        #expect(hit.range.lowerBound >= end && !hit.range.isEmpty && hit.range.upperBound <= bytes.count)
        end = hit.range.upperBound
      }
    }
  }

  @Test func theSameFormsGiveTheSameBytes() throws {
    let bytes = try SmallIndex.bytes()
    #expect(try SmallIndex.bytes(SmallIndex.entities.reversed()) == bytes)
  }

  @Test func aDamagedSectionIsATypedErrorOrFindsNothing() throws {
    let curated = try CuratedTables.shared.get()
    let bytes = try SmallIndex.bytes()
    let section = try #require(Sections(bytes: bytes).ranges.first { $0.tag == "SCAN" }).range
    var generator = SplitMix(seed: 11)
    let text = Array("Li Hongzhong, Сергея Шойгу 조춘룡이 李鸿忠 РАН".utf8)
    for _ in 0..<400 {
      var sections = Sections(bytes: bytes)
      for _ in 0..<3 {
        sections.bytes[Int.random(in: section, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      sections.reseal()
      let index = try NameIndex(bytes: sections.bytes)
      guard
        let scanner = try? NameScanner(
          index, tables: curated.transliteration, inflections: InflectionTables(curated.index.file))
      else { continue }
      for hit in ScanSession(scanner).scan(text, in: 0..<text.count).hits {
        #expect(hit.range.upperBound <= text.count)
      }
    }
  }
}
