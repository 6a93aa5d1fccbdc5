import NameModel
import Testing

@testable import Allonym

@Suite("Names in running text")
struct AnnotatorTests {
  private static let people = [
    Entity(
      id: "kim-jong-un", type: .person, country: "KP",
      names: [form("김정은", "ko"), form("Kim Jong Un", "en"), form("Ким Чен Ын", "ru")]),
    Entity(id: "kim-yo-jong", type: .person, country: "KP", names: [form("김여정", "ko"), form("Kim Yo Jong", "en")]),
    Entity(
      id: "dmitry-peskov", type: .person, country: "RU",
      names: [form("Дмитрий Песков", "ru"), form("Dmitry Peskov", "en")]),
    Entity(
      id: "vladimir-putin", type: .person, country: "RU",
      names: [form("Владимир Путин", "ru"), form("Vladimir Putin", "en")]),
    Entity(id: "jo-chun-ryong", type: .person, country: "KP", names: [form("조춘룡", "ko"), form("Jo Chun Ryong", "en")]),
    Entity(
      id: "chan-mo-po", type: .person, country: "HK",
      names: [form("陳茂波", "zh-Hant"), form("Paul Chan", "en"), form("Chan Mo-po", "en"), form("Пол Чан", "ru")]),
    Entity(id: "eva-lee", type: .person, country: "KR", names: [form("이은애", "ko"), form("Eva Kwon", "en")]),
    Entity(id: "moscow", type: .place, country: "RU", names: [form("Москва", "ru"), form("Moscow", "en")]),
    Entity(id: "reuters", type: .organization, names: [form("Reuters", "en")]),
    Entity(id: "defence-ministry-of-spain", type: .organization, names: [form("Ministerio de Defensa", "es")]),
  ]

  private static func mentions(_ text: String, _ change: (inout Annotator.Options) -> Void = { _ in }) throws
    -> [Mention]
  {
    var options = Annotator.Options()
    change(&options)
    return try Annotator(OwnIndex(people).resolver, options: options).annotate(text)
  }

  private static func found(_ text: String) throws -> [String] {
    try mentions(text).map { "\($0.text)=\($0.entity?.id ?? "")" }
  }

  @Test(arguments: [
    (
      "Kim Jong-un met Vladimir Putin in Moscow.",
      ["Kim Jong-un=kim-jong-un", "Vladimir Putin=vladimir-putin", "Moscow=moscow"]
    ),
    // A surname after the full name, and before it.
    ("Kim’s visit. Kim Jong Un came; Kim left.", ["Kim=kim-jong-un", "Kim Jong Un=kim-jong-un", "Kim=kim-jong-un"]),
    ("Kim Jong Un and Kim Yo Jong came; Kim left.", ["Kim Jong Un=kim-jong-un", "Kim Yo Jong=kim-yo-jong"]),
    ("Kim left.", []), ("Peskov left.", ["Peskov=dmitry-peskov"]),
    // Somebody else's name.
    ("Lyudmila Putin left. Vladimir Putin came.", ["Vladimir Putin=vladimir-putin"]),
    ("Kim Jong Un came, Kim Yong-nam left.", ["Kim Jong Un=kim-jong-un"]),
    ("President Putin left.", ["Putin=vladimir-putin"]),
    // A word that the text also writes small, and one that may be another word at the beginning of a sentence.
    ("It peskov is. Peskov left.", []), ("Пескову это и на в не. На это Пескову", ["Пескову=dmitry-peskov"]),
    ("и в на, Пескову это не", ["Пескову=dmitry-peskov"]), ("и в на это\nПескову это не", []),
    ("It is so. Peskov's visit to the town, and Putin’s", ["Peskov=dmitry-peskov", "Putin=vladimir-putin"]),
    // A given name is no surname, though most names of the language begin with theirs.
    ("Paul left. Chan stayed.", ["Chan=chan-mo-po"]), ("Eva left. Kwon stayed.", ["Kwon=eva-lee"]),
    ("На это Пол не", []),
    // Whoever has a title is no organization.
    ("Defense Minister Putin left. The Defense Minister stayed.", ["Putin=vladimir-putin"]),
    (
      "The Ministerio de Defensa and the Ministerio De Defenca.",
      [
        "Ministerio de Defensa=defence-ministry-of-spain", "Ministerio De Defenca=defence-ministry-of-spain",
      ]
    ),
    // Run together by a web page.
    ("Dmitry PeskovKremlin", ["Dmitry Peskov=dmitry-peskov"]),
    ("according to information Reutersthe delegation", ["Reuters=reuters"]),
    // By relay.
    ("It was Cho Chun Ren who came.", ["Cho Chun Ren=jo-chun-ryong"]),
    (
      "и в на Ким Чен Ына, Дмитрию Пескову, в Москве",
      ["Ким Чен Ына=kim-jong-un", "Дмитрию Пескову=dmitry-peskov", "Москве=moscow"]
    ),
    ("김정은의 방러와 조춘룡이", ["김정은=kim-jong-un", "조춘룡=jo-chun-ryong"]),
  ])
  func namesAreFound(text: String, expected: [String]) throws {
    #expect(try Self.found(text) == expected)
  }

  @Test func nothingIsKnownOfAnotherDocument() throws {
    let annotator = try Annotator(OwnIndex(Self.people).resolver)
    #expect(try annotator.annotate("Kim Jong Un").count == 1)
    #expect(try annotator.annotate("Kim left.").isEmpty)
  }

  @Test func reasonsAreTold() throws {
    let mentions = try Self.mentions("и в на Дмитрию Пескову. Пескову Cho Chun Ren")
    #expect(mentions.map(\.explanation.isEmpty) == [false, false, false])
    #expect(mentions[0].explanation.hasPrefix("dative of “Дмитрий Песков”"))
    #expect(mentions[1].explanation == "dative of the surname of “Дмитрию Пескову”")
    guard case .derived(let evidence) = mentions[2].basis else {
      Issue.record("not derived")
      return
    }
    #expect(evidence.isDerived)
  }

  @Test func optionsAreHeeded() throws {
    let text = "Kim Jong Un and Peskov, Cho Chun Ren in Moscow"
    #expect(try Self.mentions(text).count == 4)
    #expect(try Self.mentions(text) { $0.types = [.place] }.map(\.text) == ["Moscow"])
    #expect(try Self.mentions(text) { $0.findsDerived = false }.count == 3)
    #expect(try Self.mentions(text) { $0.minimumScore = 0.9 }.allSatisfy { $0.score >= 0.9 })
  }

  // MARK: Places

  private static let mixed = """
    \u{FEFF}𝕏 é e\u{301} 🙂🙂 Kim Jong-un, Владимир Путин; 김정은의.
    \tKim Jong\nUn «Дмитрий Песков» — 𠀀 Moscow\r\nPutin’s 👨‍👩‍👧 end Peskov
    """

  @Test func placesHoldInAllUnits() throws {
    let text = Self.mixed
    let mentions = try Self.mentions(text)
    #expect(mentions.count >= 7)
    let utf8 = Array(text.utf8)
    let scalars = Array(text.unicodeScalars)
    let utf16 = Array(text.utf16)
    for mention in mentions {
      #expect(String(decoding: utf8[mention.place.utf8], as: UTF8.self) == mention.text)
      #expect(String(String.UnicodeScalarView(scalars[mention.place.codePoints])) == mention.text)
      #expect(String(decoding: utf16[mention.place.utf16], as: UTF16.self) == mention.text)
    }
  }

  @Test func piecesGiveWhatTheWholeGives() throws {
    let annotator = try Annotator(OwnIndex(Self.people).resolver)
    let text = Array(String(repeating: Self.mixed + "\n", count: 6_000).utf8)
    #expect(text.count > 1 << 20)
    let whole = annotator.document()
    let expected = try whole.append(text) + whole.finish()
    #expect(expected.count > 40_000)
    var generator = SplitMix(seed: 3)
    let document = annotator.document()
    var found: [Mention] = []
    var place = 0
    while place < text.count {
      let end = min(text.count, place + Int.random(in: 1...300_000, using: &generator))
      found += try document.append(Array(text[place..<end]))
      place = end
    }
    found += try document.finish()
    #expect(found.map(\.place) == expected.map(\.place))
    #expect(document.processed == text.count)
    for (first, second) in zip(found, found.dropFirst()) {
      #expect(first.place.utf8.upperBound <= second.place.utf8.lowerBound)
    }
  }

  @Test func hostileTextIsBounded() throws {
    let annotator = try Annotator(OwnIndex(Self.people).resolver)
    for text in [
      String(repeating: "x", count: 3 << 20), String(repeating: "Kim ", count: 100_000),
      String(repeating: "\u{1}\u{7F}\u{85}", count: 50_000), String(repeating: "\n", count: 2 << 20),
      String(repeating: "\u{301}", count: 600_000), String(repeating: "Aa-", count: 30_000),
    ] {
      #expect(try annotator.annotate(text).allSatisfy { !$0.text.isEmpty })
    }
  }
}
