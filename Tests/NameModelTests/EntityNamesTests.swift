import Testing

@testable import NameModel

private func form(
  _ text: String, _ language: String, _ kind: NameKind = .pref, part: NamePart = .full,
  system: String = NameForm.attested, from: String? = nil, status: RowStatus = .reviewed
) throws -> NameForm {
  NameForm(
    text: text, language: try #require(LanguageTag(language)), kind: kind, part: part, system: system, from: from,
    source: "s", status: status)
}

private func person(_ country: String?, _ names: [NameForm]) -> Entity {
  Entity(id: "x", type: .person, country: country, names: names)
}

@Suite struct PreferredNameTests {
  @Test func findsTheNearestTag() throws {
    let entity = person(
      "CN",
      [
        try form("Li Hongzhong", "en"), try form("Ли Хунчжун", "ru"), try form("Li Khunchzhun", "ru-Latn"),
        try form("李鸿忠", "zh-Hans"), try form("李鴻忠", "zh-Hant"), try form("리훙중", "ko", .alt),
      ])
    #expect(entity.preferredName(for: "ru")?.text == "Ли Хунчжун")
    #expect(entity.preferredName(for: "RU-latn")?.text == "Li Khunchzhun")
    #expect(entity.preferredName(for: "ru-RU")?.text == "Ли Хунчжун")
    #expect(entity.preferredName(for: "ru-Cyrl")?.text == "Ли Хунчжун")
    #expect(entity.preferredName(for: "zh")?.text == "李鸿忠")
    #expect(entity.preferredName(for: "zh-Hant-TW")?.text == "李鴻忠")
    #expect(entity.preferredName(for: "zh-Latn") == nil)
    #expect(entity.preferredName(for: "ko") == nil)
    #expect(entity.preferredName(for: "not a tag") == nil)
  }

  @Test func neverGivesAnotherScript() throws {
    let romanized = person("RU", [try form("Matsegora", "ru-Latn")])
    #expect(romanized.preferredName(for: "ru") == nil)
    #expect(romanized.preferredName(for: "ru-Latn")?.text == "Matsegora")
    let native = person("RU", [try form("Мацегора", "ru")])
    #expect(native.preferredName(for: "ru-Latn") == nil)
    let serbian = person("RS", [try form("Vučić", "sr-Latn")])
    #expect(serbian.preferredName(for: "sr")?.text == "Vučić", "Latin letters are not foreign to Serbian")
  }

  @Test func passesOverRejectedAndPartialForms() throws {
    let entity = person(
      "RU",
      [
        try form("Матсегора", "ru", status: .rejected), try form("Мацегора", "ru", part: .family),
        try form("Александр Мацегора", "ru"),
      ])
    #expect(entity.preferredName(for: "ru")?.text == "Александр Мацегора")
    #expect(entity.acceptedNames.count == 2)
  }
}

@Suite struct NativeNameTests {
  @Test func followsProvenance() throws {
    let entity = person(
      nil,
      [
        try form("Jo Chun Ryong", "en"), try form("조춘룡", "ko"), try form("Чо Чун Рён", "ru", from: "조춘룡"),
        try form("Cho Chun Rën", "ru-Latn", .alt, system: "bgnpcgn-rus-Cyrl-Latn-1947", from: "Чо Чун Рён"),
      ])
    #expect(entity.nativeName?.text == "조춘룡")
  }

  @Test func provenanceOutweighsCountry() throws {
    // A Russian ambassador, filed under the country he was sent to.
    let entity = person(
      "KP",
      [
        try form("Alexander Matsegora", "en"), try form("마체고라", "ko"), try form("Мацегора", "ru"),
        try form("Macegora", "ru-Latn", .alt, system: "iso-rus-Cyrl-Latn-9-1995", from: "Мацегора"),
      ])
    #expect(entity.nativeName?.text == "Мацегора")
  }

  @Test func countryChoosesAmongTies() throws {
    let names = [
      try form("Li Hongzhong", "en", .pref, from: "李鸿忠"), try form("Lee Hung-chung", "en", .alt, from: "李鴻忠"),
      try form("李鸿忠", "zh-Hans"), try form("李鴻忠", "zh-Hant"),
    ]
    #expect(person("CN", names).nativeName?.text == "李鸿忠")
    #expect(person("TW", names).nativeName?.text == "李鴻忠")
    #expect(person(nil, names).nativeName?.text == "李鸿忠")
  }

  @Test func fallsBackToCountryScriptAndEnglish() throws {
    let mixed = [try form("Kim Jong-un", "en"), try form("김정은", "ko"), try form("Ким Чен Ын", "ru")]
    #expect(person("KP", mixed).nativeName?.text == "김정은")
    #expect(person("RU", mixed).nativeName?.text == "Ким Чен Ын")
    #expect(person(nil, mixed).nativeName?.text == "Kim Jong-un", "two scripts beside Latin decide nothing")
    #expect(person(nil, [mixed[0], mixed[1]]).nativeName?.text == "김정은")
    #expect(person("US", [mixed[0]]).nativeName?.text == "Kim Jong-un")
  }

  @Test func neverShowsHiddenOrRejectedForms() throws {
    #expect(person("KP", []).nativeName == nil)
    #expect(person("KP", [try form("김정운", "ko", .hidden)]).nativeName == nil)
    #expect(person("KP", [try form("김정운", "ko", status: .rejected)]).nativeName == nil)
    #expect(person("KP", [try form("김정은", "ko", .alt)]).nativeName?.text == "김정은")
  }

  @Test func survivesCircles() throws {
    let entity = person(
      "JP", [try form("習近平", "ja", from: "習近平"), try form("a", "en", from: "b"), try form("b", "fr", from: "a")])
    #expect(entity.nativeName != nil)
  }
}
