import NameMatching
import NameModel
import Testing
import Transliteration
import UnicodeText

@testable import Allonym

/// Names of territories, cities and languages that come from the system's locale data.
@Suite("Names from locale data")
struct LocaleNameTests {
  private static let directory = Package.directory.path + "/Tables"

  private struct Question: Sendable {
    var text: String
    var entity: String
  }

  @Test(arguments: [
    ("germany", ["Germany", "Германия", "ドイツ", "Niemcy", "Alemania", "जर्मनी", "독일", "德国", "德國", "ألمانيا"]),
    ("zurich", ["Zürich", "Zurich", "チューリッヒ", "Цюрих"]),
    ("myanmar", ["Myanmar", "Burma", "Birmanie", "Мьянма", "ミャンマー", "ビルマ"]),
    ("turkey", ["Turkey", "Türkiye", "Турция", "土耳其"]), ("russia", ["Rusko", "Venäjä", "רוסיה"]),
    ("german-language", ["Deutsch", "немецкий", "ドイツ語"]),
  ])
  func isTheRowOfItsEntity(_ entity: String, _ names: [String]) throws {
    let resolver = try Resolver()
    for name in names {
      for limit in [1, 10] {
        let answer = try resolver.resolve(name, limit: limit)
        #expect(answer.outcome == .same, "\(name)")
        #expect(answer.best?.entity.id == entity, "\(name)")
        #expect(answer.best?.evidence.basis == .tableRow, "\(name)")
      }
    }
  }

  /// Territories and languages, evenly drawn: ICU's own answer leads to the entity that the register gives the code,
  /// unless two entities have the name.
  @Test func whatTheLibrarySaysIsFound() async throws {
    let register = try LocaleNameRegister.read(directory: Self.directory)
    let han = try CuratedTables.shared.get().transliteration.han
    var owners: [String: Set<String>] = [:]
    for entity in try Package.tablesWithLocaleNames().entities {
      for form in entity.acceptedNames {
        guard let key = try? FoldedName(form.text, han: han).tokens.map(\.letters).sorted().joined() else { continue }
        owners[key, default: []].insert(entity.id)
      }
    }
    var questions: [Question] = []
    for language in [
      "ar", "bg", "cs", "de", "el", "es", "fa", "fr", "he", "hi", "hu", "ja", "ka", "ko", "pl", "ru", "sv",
    ] {
      let names = try DisplayNames(locale: language)
      for territory in register.territories where territory.naming == .qualified {
        guard let name = names.region(territory.region), !name.contains("(") else { continue }
        questions.append(Question(text: name, entity: territory.entity))
      }
    }
    #expect(questions.count > 4_000)
    let drawn = everyNth(questions, count: 400)
    let resolver = try Resolver()
    let answers = try await concurrently(drawn) { try resolver.resolve($0.text, limit: 1) }
    var unshared = 0
    for (question, answer) in zip(drawn, answers) {
      let key = try FoldedName(question.text, han: han).tokens.map(\.letters).sorted().joined()
      #expect(owners[key, default: []].contains(question.entity), "\(question.text)")
      guard owners[key, default: []].count == 1 else { continue }
      unshared += 1
      #expect(answer.best?.entity.id == question.entity, "\(question.text)")
    }
    #expect(unshared > 300)
  }

  @Test func formsAreTidy() throws {
    let tables = try Package.tablesWithLocaleNames()
    let forms = tables.entities.flatMap(\.names).filter(\.isLocaleName)
    #expect(forms.count > 80_000)
    for form in forms {
      #expect(!form.text.contains { "()（）".contains($0) }, "\(form.text)")
      #expect(try form.text.isNormalized(.nfc))
    }
    for entity in tables.entities where entity.names.contains(where: \.isLocaleName) {
      let pairs = entity.names.map { [$0.text, $0.language.rawValue] }
      #expect(Set(pairs).count == pairs.count, "\(entity.id)")
      let preferred = entity.names.filter { $0.kind == .pref && $0.isLocaleName }.map(\.language)
      #expect(Set(preferred).count == preferred.count, "\(entity.id)")
      #expect(entity.nativeName != nil)
    }
    let source = try #require(tables.sources.first { $0.id == LocaleNames.source })
    #expect(source.title.contains("ICU \(UnicodeVersions.icu)"))
    #expect(source.licence == "Unicode-3.0")
  }

  @Test func everyCountryIsNamedInManyLanguages() throws {
    let register = try LocaleNameRegister.read(directory: Self.directory)
    let entities = Dictionary(uniqueKeysWithValues: try Package.tablesWithLocaleNames().entities.map { ($0.id, $0) })
    let wide = register.territories.filter { territory in
      Set((entities[territory.entity]?.names ?? []).map(\.language.language)).count >= 60
    }
    #expect(wide.count >= 250)
    #expect(register.cities.filter { entities[$0.entity] != nil }.count >= 250)
  }

  @Test func bracketsAreTakenApart() throws {
    let tables = try Package.tablesWithLocaleNames()
    let myanmar = try #require(tables.entities.first { $0.id == "myanmar" })
    #expect(myanmar.preferredName(for: "en")?.text == "Myanmar")
    #expect(myanmar.names.contains { $0.text == "Burma" && $0.language.rawValue == "en" && $0.kind == .alt })
    let hongKong = try #require(tables.entities.first { $0.id == "hong-kong" })
    #expect(!hongKong.names.contains { $0.text == "САР" })
  }

  /// Names that are words, given names or adjectives elsewhere are not looked for in texts.
  @Test func commonWordsAreNoPlaces() throws {
    let annotator = try Annotator()
    let texts = [
      "Nome: Regina. Phoenix rising, and Resolute he stood.", "Der Mann sprach Deutsch und Georgisch.",
      "이번 방문의 수단과 방법이란 무엇인가.", "هذا تقرير مالي عن الشركة.", "Chad and Jordan met Sofia and Regina.",
      "Đức và Nga là bạn.", "Он говорил по-немецки. Мали ли мы?",
    ]
    for text in texts {
      let mentions = try annotator.annotate(text).filter { [.place, .language].contains($0.entity?.type) }
      #expect(mentions.isEmpty, "\(text): \(mentions.map { $0.entity?.id ?? "" })")
    }
  }
}
