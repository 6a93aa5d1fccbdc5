import NameModel
import Testing
import Transliteration

@testable import NameMatching

/// Whether a spelling names an entity, and how it came about.
struct NameJudgeTests {
  /// A form of an entity's name.
  private func form(_ text: String, _ language: String, _ kind: NameKind = .pref) throws -> NameForm {
    NameForm(text: text, language: try #require(LanguageTag(language)), kind: kind, source: "test")
  }

  private func judge(
    _ query: String, _ native: NameForm, also forms: [NameForm] = [], type: EntityType = .person
  ) throws -> Evidence? {
    let tables = try compiledTables()
    return NameJudge(tables: tables)
      .evidence(try PreparedName(query, tables: tables), forms: forms, native: native, type: type)
  }

  private func korean(_ query: String, _ native: String) throws -> Evidence? { try judge(query, form(native, "ko")) }

  private func path(_ evidence: Evidence?) -> String? {
    guard case .derivation(let derivation)? = evidence?.basis else { return nil }
    return derivation.path
  }

  // MARK: Journeys

  /// The spelling, the native form, and the whole way between them: ` ─ LABEL (HABITS) ─▶ TEXT` for each step.
  private static let journeys: [(String, String, String, [(String, String)])] = [
    (
      "Cho Chun Ren", "조춘룡", "ko",
      [
        ("Korean press Russian (aspirate dropped)", "Чо Чун Рён"),
        ("BGN/PCGN 1947", "Cho Chun Rën"),
        ("marks dropped", "Cho Chun Ren"),
      ]
    ),
    (
      "CHO CHUN REN", "조춘룡", "ko",
      [
        ("Korean press Russian (aspirate dropped)", "Чо Чун Рён"),
        ("BGN/PCGN 1947", "Cho Chun Rën"),
        ("marks dropped", "CHO CHUN REN"),
      ]
    ),
    (
      "Чо Чун Рён", "조춘룡", "ko",
      [
        ("Korean press Russian (aspirate dropped)", "Чо Чун Рён")
      ]
    ),
    (
      "Jo Chun Ryong", "조춘룡", "ko",
      [
        ("DPRK 2002", "Jo Chun Ryong")
      ]
    ),
    (
      "Chun-ryong Jo", "조춘룡", "ko",
      [
        ("DPRK 2002", "Chun-ryong Jo")
      ]
    ),
    (
      "Cho Ch'un-ryŏng", "조춘룡", "ko",
      [
        ("McCune–Reischauer", "Cho Ch'un-ryŏng")
      ]
    ),
    (
      "Kim Chen Yn", "김정은", "ko",
      [
        ("Korean press Russian (ㅓ written е)", "Ким Чен Ын"),
        ("BGN/PCGN 1947", "Kim Chen Yn"),
      ]
    ),
    (
      "Ким Чен Ын", "김정은", "ko",
      [
        ("Korean press Russian (ㅓ written е)", "Ким Чен Ын")
      ]
    ),
    (
      "Lee Hongzhong", "李鸿忠", "zh-Hans",
      [
        ("Palladius", "Ли Хунчжун"),
        ("pinyin restored by the translator (customary spelling of the surname)", "Lee Hongzhong"),
      ]
    ),
    (
      "Ли Хунчжун", "李鸿忠", "zh-Hans",
      [
        ("Palladius", "Ли Хунчжун")
      ]
    ),
    (
      "Li Khunchzhun", "李鸿忠", "zh-Hans",
      [
        ("Palladius", "Ли Хунчжун"),
        ("BGN/PCGN 1947", "Li Khunchzhun"),
      ]
    ),
    (
      "Hsi Chin-ping", "习近平", "zh-Hans",
      [
        ("Wade–Giles", "Hsi Chin-ping")
      ]
    ),
    (
      "Matsegora", "Мацегора", "ru",
      [
        ("BGN/PCGN 1947", "Matsegora")
      ]
    ),
    (
      "Sergey Shoygu", "Сергей Шойгу", "ru",
      [
        ("BGN/PCGN 1947", "Sergey Shoygu")
      ]
    ),
    (
      "Sergueï Choïgou", "Сергей Шойгу", "ru",
      [
        ("French spelling", "Sergueï Choïgou")
      ]
    ),
    (
      "Szergej Sojgu", "Сергей Шойгу", "ru",
      [
        ("Hungarian spelling", "Szergej Sojgu")
      ]
    ),
    (
      "Pkhenyan", "Пхеньян", "ru",
      [
        ("BGN/PCGN 1947", "Pkhen’yan"),
        ("marks dropped", "Pkhenyan"),
      ]
    ),
    (
      "Korolev", "Королёв", "ru",
      [
        ("BGN/PCGN 1947", "Korolëv"),
        ("marks dropped", "Korolev"),
      ]
    ),
  ]

  @Test(arguments: journeys.indices) func journey(number: Int) throws {
    let (query, native, language, steps) = Self.journeys[number]
    let evidence = try #require(try judge(query, form(native, language)))
    #expect(evidence.outcome == .same)
    #expect(path(evidence) == steps.reduce(native) { "\($0) ─ \($1.0) ─▶ \($1.1)" })
  }

  @Test func journeysInOneSentence() throws {
    func summary(_ query: String, _ native: String, _ language: String) throws -> String? {
      try judge(query, form(native, language))?.summary
    }
    #expect(
      try summary("Cho Chun Ren", "조춘룡", "ko")
        == "조춘룡 written in Korean press Russian, then BGN/PCGN 1947, marks dropped")
    #expect(try summary("Ли Хунчжун", "李鸿忠", "zh-Hans") == "李鸿忠 written in Palladius")
    #expect(try summary("Matsegora", "Мацегора", "ru") == "Мацегора written in BGN/PCGN 1947")
  }

  @Test func relaysAreRelays() throws {
    func derivation(_ query: String, _ native: String) throws -> Derivation? {
      guard case .derivation(let derivation)? = try korean(query, native)?.basis else { return nil }
      return derivation
    }
    let relay = try #require(try derivation("Cho Chun Ren", "조춘룡"))
    #expect(relay.isRelay)
    #expect(relay.origin == "조춘룡")
    #expect(relay.language == "ko")
    #expect(relay.cost > 0)
    #expect(
      relay.steps.map(\.system) == ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947", nil],
      "a habit is no system")
    let direct = try #require(try derivation("Jo Chun Ryong", "조춘룡"))
    #expect(!direct.isRelay)
    #expect(direct.cost == 0)
  }

  /// A relay told as a journey is what the systems write.
  @Test func journeysEndAtTheSpelling() throws {
    for (query, native, language, _) in Self.journeys {
      guard case .derivation(let derivation)? = try judge(query, form(native, language))?.basis else {
        Issue.record("no journey to \(query)")
        continue
      }
      #expect(derivation.steps.last?.text == query)
      #expect(!derivation.steps.contains { $0.label.isEmpty || $0.text.isEmpty })
    }
  }

  // MARK: The guard

  /// What another name of the language is, is not this one, whatever forms the entity has and however alike they look.
  @Test(arguments: [
    ("Kim Jong Il", "김정은", "Kim Jong Un"), ("Kim Jong-il", "김정은", "Kim Jong-un"), ("Kim Yo Jong", "김정은", "Kim Jong Un"),
    ("Park Chung Hee", "박근혜", "Park Geun-hye"), ("Jo Yong Won", "조춘룡", "Jo Chun Ryong"),
    ("Ри Ён Гиль", "리영호", "Ри Ён Хо"),
    ("Ким Чен Ир", "김정은", "Ким Чен Ын"), ("김정일", "김정은", "김정은"), ("Kim Un Jong", "김정은", "Kim Jong Un"),
  ])
  func anotherSyllableIsAnotherName(query: String, native: String, form known: String) throws {
    let evidence = try judge(query, form(native, "ko"), also: [form(known, "en", .alt)])
    #expect(evidence == nil || evidence?.outcome == .different, "\(String(describing: evidence))")
  }

  @Test(arguments: [
    ("Li Hongzhang", "李鸿忠"), ("李宏忠", "李鸿忠"), ("Ли Хунчжан", "李鸿忠"), ("Xi Zhongxun", "习近平"), ("李鴻章", "李鸿忠"),
  ])
  func anotherCharacterIsAnotherName(query: String, native: String) throws {
    let evidence = try judge(query, form(native, "zh-Hans"), also: [form("Li Hongzhong", "en", .alt)])
    #expect(evidence == nil || evidence?.outcome == .different, "\(String(describing: evidence))")
  }

  /// A form in a foreign writing is no guard: the Korean spelling of a Russian name says nothing of other Russians.
  @Test func onlyTheNativeFormGuards() throws {
    let native = try form("Александр Мацегора", "ru")
    let forms = try [form("알렉산드르 마체고라", "ko", .alt), form("亚历山大·马采戈拉", "zh-Hans", .alt)]
    let evidence = try #require(try judge("Aleksandr Matsegora", native, also: forms))
    #expect(evidence.outcome == .same)
    #expect(evidence.form.text == "Александр Мацегора")
  }

  /// The more a reading strains the spelling, the less it is believed.
  @Test func strainTakesBelief() throws {
    let plain = try #require(try korean("Jo Chun Ryong", "조춘룡"))
    let relayed = try #require(try korean("Cho Chun Ren", "조춘룡"))
    #expect(plain.score >= relayed.score)
    #expect(plain.score == Scoring.derivationLimit)
    let strained = try korean("Kim Chen Yn", "김전은")
    #expect((strained?.score ?? 0) <= plain.score)
    #expect(try korean("Sergei Lavrov", "조춘룡") == nil)
    #expect(try korean("Xi Jinping", "김정은") == nil)
  }

  // MARK: Rows of the table

  @Test func rowsAreKnownLetterForLetter() throws {
    let native = try form("김정은", "ko")
    let english = try form("Kim Jong Un", "en")
    func evidence(_ query: String) throws -> Evidence { try #require(try judge(query, native, also: [english])) }
    let exact = try evidence("Kim Jong Un")
    #expect(exact.basis == .tableRow)
    #expect(exact.outcome == .same)
    #expect(exact.score == 0.99)
    #expect(exact.form.text == "Kim Jong Un")
    #expect(exact.summary == "“Kim Jong Un” stands in the tables (en)")
    for query in ["KIM JONG-UN", "Kim Jongun", "kim jong un", "Jong Un Kim"] {
      let folded = try evidence(query)
      #expect(folded.basis == .tableRow, "\(query)")
      #expect(folded.outcome == .same)
      #expect((0.9..<0.99).contains(folded.score))
    }
    #expect(try evidence("Jong Un Kim").score <= evidence("KIM JONG-UN").score)
  }

  @Test func kindsOfRowsWeighDifferently() throws {
    let native = try form("김정은", "ko")
    func evidence(_ kind: NameKind) throws -> Evidence {
      try #require(try judge("Rocket Man", native, also: [form("Rocket Man", "en", kind)]))
    }
    #expect(try evidence(.alt).score == 0.99)
    #expect(try evidence(.former).outcome == .same)
    #expect(try evidence(.hidden).score == 0.9)
    #expect(try evidence(.abbr).score == 0.95)
    #expect(try evidence(.weak).outcome == .compatible, "a weak form is not enough by itself")
    #expect(try evidence(.weak).score == 0.6)
    #expect(try evidence(.hidden).summary == "“Rocket Man” stands in the tables (en, a known misspelling)")
  }

  @Test func traditionalAndSimplifiedAreOneRow() throws {
    let evidence = try #require(try judge("習近平", form("习近平", "zh-Hans")))
    #expect(evidence.basis == .tableRow)
    #expect(evidence.outcome == .same)
    #expect(evidence.score < 0.99)
  }

  // MARK: Words

  private func russian(_ query: String, _ native: String, type: EntityType = .person) throws -> Evidence? {
    try judge(query, form(native, "ru"), type: type)
  }

  @Test(arguments: [
    ("Sergei Shoigu", "Сергей Кужугетович Шойгу"), ("Shoigu Sergei", "Сергей Шойгу"),
    ("Владимир Путин", "Владимир Владимирович Путин"),
    ("Vladimir Vladimirovich Putin", "Владимир Путин"),
    ("Putin, Vladimir Vladimirovich", "Владимир Владимирович Путин"),
  ])
  func patronymicsAndOrder(query: String, native: String) throws {
    let evidence = try #require(try russian(query, native))
    #expect(evidence.outcome == .same, "\(evidence)")
  }

  /// A word that looks like a patronymic may be the family name.
  @Test(arguments: [
    ("Slobodan", "Слободан Попович"), ("Слободан", "Слободан Попович"), ("Слободан Попович", "Слободан"),
    ("Popovich", "Слободан Попович"),
  ])
  func givenNamesAreNotWholeNames(query: String, native: String) throws {
    #expect(try russian(query, native)?.outcome != .same)
    #expect(PairJudge(tables: try compiledTables()).compare(query, native).outcome != .same)
  }

  @Test(arguments: [
    ("Shoigu", "Сергей Шойгу"), ("Шойгу", "Сергей Шойгу"), ("S. Shoigu", "Сергей Шойгу"), ("С. Шойгу", "Сергей Шойгу"),
    ("Shoigu S.", "Сергей Шойгу"), ("S. K. Shoigu", "Сергей Кужугетович Шойгу"),
  ])
  func partsAreCompatible(query: String, native: String) throws {
    let evidence = try #require(try russian(query, native))
    #expect(evidence.outcome == .compatible, "\(evidence)")
    #expect(evidence.score < 0.95)
  }

  /// Characters of an organization are no surname and given name.
  @Test func onlyPeopleHaveSurnames() throws {
    let judged = try judge("Cho Kuk", form("国会", "ja"), type: .organization)
    #expect(judged == nil || judged?.outcome == .different, "\(String(describing: judged))")
    #expect(try judge("Leung Chiu-wai", form("梁朝偉", "ja"), type: .person)?.outcome == .same)
  }

  @Test(arguments: [
    ("Roman Rudenko", "Андрей Руденко"), ("Роман Руденко", "Андрей Руденко"), ("R. Rudenko", "Андрей Руденко"),
    ("Sergei Lavrov", "Сергей Шойгу"), ("Лавров", "Сергей Шойгу"), ("Somchai Wongsawat", "Сергей Шойгу"),
    ("Mikhail Vorontsov", "Александр Воронцов"), ("Vladimir Potanin", "Владимир Путин"),
  ])
  func contradictionsAreNoEvidence(query: String, native: String) throws {
    let evidence = try russian(query, native)
    #expect(evidence == nil || evidence?.outcome == .different, "\(String(describing: evidence))")
  }

  /// Every word of a place or an institution counts.
  @Test func wordsOfPlacesCount() throws {
    func outcome(_ query: String, _ name: String, _ type: EntityType) throws -> Outcome? {
      try judge(query, form(name, "en"), type: type)?.outcome
    }
    #expect(try outcome("Korea", "North Korea", .place) != .same)
    #expect(try outcome("Korea", "North Korea", .place) != .compatible)
    #expect(try outcome("North Korea", "North Korea", .place) == .same)
    #expect(try [nil, .different].contains(outcome("South Korea", "North Korea", .place)))
    #expect(try outcome("University", "Moscow State University", .organization) != .same)
  }

  @Test func partsSayWhatMetWhat() throws {
    let evidence = try #require(try russian("S. Shoigu", "Сергей Кужугетович Шойгу"))
    #expect(evidence.parts.contains { $0.given == "shoigu" && $0.form?.hasPrefix("шо") == true }, "\(evidence.parts)")
    #expect(evidence.parts.contains { $0.given == "s" && $0.form?.hasPrefix("серге") == true })
    #expect(evidence.parts.contains { $0.given == nil && $0.form == "кужугетович" })
    #expect(evidence.query == "S. Shoigu")
  }

  @Test func slipsAreNotSettled() throws {
    let native = try form("Anders Lindqvist", "sv")
    let exact = try #require(try judge("Anders Lindqvist", native))
    let slip = try #require(try judge("Anders Lindkvist", native))
    #expect(exact.score > slip.score)
    let unknown = try #require(try judge("Anders Lindqvast", native))
    #expect(exact.score > unknown.score)
    guard case .letters = unknown.basis else { return }
    #expect(unknown.summary.contains("differ"))
  }

  // MARK: What cannot be compared

  @Test(arguments: ["محمد بن سلمان", "Երևան", "X", "1", "Kim 정은", "देवनागरी"])
  func strangersAreNoEvidence(query: String) throws {
    for native in try [form("김정은", "ko"), form("Сергей Шойгу", "ru"), form("李鸿忠", "zh-Hans")] {
      let evidence = try judge(query, native)
      #expect(evidence == nil || evidence?.outcome == .different, "\(query) / \(native.text)")
    }
  }

  @Test func scoresAreRoundedProbabilities() throws {
    for query in ["Cho Chun Ren", "Jo Chunryong", "Shoigu", "S. Shoigu", "Szergej Sojgu"] {
      for native in try [form("조춘룡", "ko"), form("Сергей Шойгу", "ru")] {
        guard let evidence = try judge(query, native) else { continue }
        #expect((0...0.99).contains(evidence.score))
        #expect((evidence.score * 1000).rounded() / 1000 == evidence.score)
      }
    }
  }
}
