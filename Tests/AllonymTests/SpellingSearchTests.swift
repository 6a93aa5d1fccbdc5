import NameModel
import Testing

@testable import Allonym

@Suite("Spellings that no table has, in running text")
struct SpellingSearchTests {
  private static let people = [
    Entity(
      id: "sergei-shoigu", type: .person,
      names: [form("Сергей Шойгу", "ru"), form("Sergei Shoigu", "en")]),
    Entity(
      id: "vladimir-putin", type: .person,
      names: [form("Владимир Владимирович Путин", "ru"), form("Vladimir Putin", "en")]),
    Entity(
      id: "dmitry-peskov", type: .person, names: [form("Дмитрий Песков", "ru"), form("Dmitry Peskov", "en")]),
    Entity(
      id: "dmitry-nikolayevich-peskov", type: .person,
      names: [form("Дмитрий Николаевич Песков", "ru"), form("Dmitry Nikolayevich Peskov", "en")]),
    Entity(id: "kim-jong-un", type: .person, names: [form("김정은", "ko"), form("Kim Jong Un", "en")]),
    Entity(id: "in-jae-keun", type: .person, names: [form("인재근", "ko"), form("In Jae-keun", "en")]),
    Entity(id: "korea", type: .place, names: [form("Korea", "en")]),
    Entity(id: "rajin", type: .place, names: [form("라진", "ko"), form("Rajin", "en")]),
    Entity(id: "khasan-rajin", type: .facility, names: [form("Хасан — Раджин", "ru"), form("Khasan-Rajin", "en")]),
    Entity(id: "kamal-hasan", type: .person, names: [form("Kamal Hasan", "en")]),
  ]

  private static func found(_ text: String) throws -> [String] {
    try Annotator(OwnIndex(people).resolver).annotate(text).map { "\($0.text)=\($0.entity?.id ?? "")" }
  }

  /// Scripts without capitals, a proclitic before the name, a surname alone behind it.
  @Test(arguments: [
    ("وقال فلاديمير بوتين إن بوتين سيأتي", ["فلاديمير بوتين=vladimir-putin", "بوتين=vladimir-putin"]),
    ("זה סרגיי שויגו היה של", ["סרגיי שויגו=sergei-shoigu"]),
    ("उन्होंने कहा कि सर्गेई शोइगु यहाँ हैं", ["सर्गेई शोइगु=sergei-shoigu"]),
    ("それはセルゲイ・ショイグ国防相の", ["セルゲイ・ショイグ=sergei-shoigu"]),
  ])
  func namesAreFoundWithoutCapitals(text: String, expected: [String]) throws {
    #expect(try Self.found(text) == expected)
  }

  /// Who is named in a spelling of the document's own is found again by the surname in that spelling.
  @Test(arguments: [
    ("Selon Vladimir Poutine, oui. Ainsi parla Poutine.", ["Vladimir Poutine", "Poutine"]),
    ("Це сказав Володимир Путін, і не без Путіна та для Путіну.", ["Володимир Путін", "Путіна", "Путіну"]),
  ])
  func surnamesFollowTheDocument(text: String, expected: [String]) throws {
    #expect(try Self.found(text) == expected.map { "\($0)=vladimir-putin" })
  }

  /// A name that fits somebody word for word is not that of somebody with a patronymic more.
  @Test func fewerWordsGoFirst() throws {
    #expect(try Self.found("It was Dimitry Peskov again.") == ["Dimitry Peskov=dmitry-peskov"])
    #expect(try Self.found("это как и на Владимиру Путину, и") == ["Владимиру Путину=vladimir-putin"])
  }

  /// Though half of the name is also somebody's surname.
  @Test func hyphensHoldNamesTogether() throws {
    #expect(try Self.found("on the Hasan-Rajin branch") == ["Hasan-Rajin=khasan-rajin"])
  }

  /// A heading has capitals that the text has not.
  @Test func whatTheTextAlsoWritesSmallIsNoName() throws {
    #expect(try Self.found("It was Sergej Shoygu again.").count == 1)
    #expect(try Self.found("It was Sergej Shoygu again, and shoygu with sergej.").isEmpty)
  }

  @Test(arguments: [
    // A word that stands before names, half a name, the beginning of a given name.
    "The talks were held. In addition, the talks went on.", "Se on Pohjois-Korean ja se on.",
    "The man was Kim Jong Deok of the party.",
  ])
  func othersAreNotMeant(text: String) throws {
    #expect(try Self.found(text).isEmpty)
  }

  /// Where an apostrophe sets an ending off, the name ends before it.
  @Test func endingsBehindApostrophesAreNoPart() throws {
    #expect(
      try Self.found("bu ve bir için Vladimir Putin'e de Vladimir Poutin'e ile").map { $0.prefix(14) } == [
        "Vladimir Putin", "Vladimir Pouti",
      ])
  }
}
