import Testing

@testable import Transliteration

/// Names restored without any table of entities, and their variants.
struct RestoringTests {
  private func restored(_ text: String) throws -> [RestoredName] {
    try NameRestorer(tables: compiledTables()).restore(text)
  }

  @Test(arguments: [
    ("Si Tszinpin", "zh", "Xi Jinping"), ("Khirosima", "ja", "Hiroshima"), ("Khvan Byon So", "ko", "Hwang Pyong So"),
    ("Пак Пон Джу", "ko", "Pak Pong Ju"), ("Ли Кэцян", "zh", "Li Keqiang"),
  ])
  func isAmongTheAnswers(spelling: String, language: String, expected: String) throws {
    let names = try restored(spelling)
    #expect(
      names.contains { $0.language == language && $0.spellings.contains { $0.text == expected } },
      "\(names.map { $0.spellings.first?.text ?? "" })")
  }

  private func spellings(_ text: String) throws -> [String] { try restored(text).flatMap { $0.spellings.map(\.text) } }

  /// Beside what systems write stands what English names have: translated generics, the form of the North, custom.
  @Test(arguments: [
    ("Хамгён-Пукто", "North Hamgyong"), ("Кёнсан-Намдо", "South Gyeongsang"), ("Янгандо", "Ryanggang"),
    ("Чанша лу", "Changsha Road"), ("Ким Ён Сам", "Kim Young-sam"),
  ])
  func englishNamesAreWritten(spelling: String, expected: String) throws {
    let spellings = try spellings(spelling)
    #expect(spellings.contains(expected), "\(spellings)")
  }

  /// What begins with ㄴ of its own right does so in the North, too: 남포 is one of its cities.
  @Test func namesOfTheNorthKeepTheirHeads() throws {
    let names = try restored("Nampho").filter { $0.native == "남포" }
    #expect(!names.isEmpty)
    #expect(names.allSatisfy { !$0.spellings.contains { $0.text.hasPrefix("Ram") } }, "\(names)")
  }

  /// A word that no Japanese can be is English, or kept.
  @Test(arguments: [("Урава Редс", "Urawa Reds"), ("Kasima Antlers", "Kashima Antlers")])
  func japaneseNamesMayHaveForeignWords(spelling: String, expected: String) throws {
    let spellings = try spellings(spelling)
    #expect(spellings.contains(expected), "\(spellings)")
  }

  /// ㄴ sounds like ㄹ beside ㄹ only: 천만 is no Chkhol Man.
  @Test func soundsChangeWhereSomethingChangesThem() throws {
    let names = try restored("Kim Chkhol Man")
    #expect(names.first?.native == "김철만")
    #expect(!names.contains { $0.native == "김천만" || $0.otherNatives.contains("김천만") })
    #expect(try restored("Чолла").contains { $0.native == "전라" })
  }

  /// What follows a syllable in names decides between readings that are spelled alike.
  @Test(arguments: [("Чхонджу", "청주"), ("Пак Чон Хи", "박정희")])
  func neighboursDecide(spelling: String, native: String) throws {
    let name = try restored(spelling).first
    #expect(name?.native == native, "\(name?.native ?? "")")
  }

  @Test func everyStandardIsWritten() throws {
    let name = try #require(
      try restored("Pak Chzhon Chkhon").first { $0.native == "박정천" || $0.otherNatives.contains("박정천") })
    #expect(name.spellings.map(\.text).contains("Pak Jong Chon"))
    #expect(name.spellings.contains { $0.system == "moct-kor-Hang-Latn-2000" })
    #expect(name.spellings.map(\.text).contains("Bak Jeongcheon"), "\(name.spellings.map(\.text))")
    #expect(name.kind == .person && !name.relay.isEmpty)
  }

  /// What the first standard spells alike is one answer; the likeliest of its writings are spelled by the others, too.
  @Test(arguments: ["Pak Chzhon Chkhon", "Ким Чен Ын", "Kim Chen Yn", "Li Son Khi", "Pekin", "Хофу", "崔竜海"])
  func otherWritingsAreSpelled(text: String) throws {
    for name in try restored(text) {
      #expect(Set(name.spellings.map(\.text)).count == name.spellings.count, "\(name)")
      let spelled = name.spellings.compactMap(\.native)
      #expect(Set(spelled).isSubset(of: name.otherNatives.prefix(2)), "\(name)")
      #expect(name.spellings.first?.native == nil)
      #expect(!name.otherNatives.contains(name.native))
    }
  }

  /// Taiwan spells by Wade–Giles without its marks, but not every syllable.
  @Test(arguments: [
    ("Цай Инвэнь", "Tsai Ing-wen"), ("Tsay Inven", "Tsai Ing-wen"), ("Ли Дэнхуэй", "Lee Teng-hui"),
    ("Lai Qingde", "Lai Ching-te"),
  ])
  func taiwaneseNamesAreSpelledByCustom(spelling: String, expected: String) throws {
    let first = try #require(try restored(spelling).first { $0.language == "zh" })
    #expect(first.spellings.contains { $0.text == expected && $0.system == "customary" }, "\(first.spellings)")
  }

  /// A system that prescribes a spelling goes before those by custom.
  @Test(arguments: ["Си Цзиньпин", "Ли Кэцян", "Цай Инвэнь", "Ким Чен Ын"])
  func standardsComeBeforeCustom(text: String) throws {
    for name in try restored(text) {
      let own = name.spellings.filter { $0.native == nil }.map(\.system)
      let custom = own.firstIndex(of: "customary") ?? own.endIndex
      #expect(own[custom...].allSatisfy { $0 == "customary" }, "\(name.spellings)")
    }
  }

  /// At home the surname of a Japanese stands first, in English last.
  @Test func japaneseNamesAreSpelledInBothOrders() throws {
    let first = try #require(try restored("Китамура Сэиго").first)
    #expect(first.spellings.first?.text == "Kitamura Seigo")
    #expect(first.spellings.map(\.text).contains("Seigo Kitamura"))
  }

  /// Who restores pinyin from Cyrillic letters takes н for нь; who writes pinyin does not.
  @Test func translatorsConfuseFinalNasals() throws {
    let names = try restored("Su Zhengchang")
    #expect(names.first?.spellings.first?.text == "Su Zhengchang")
    let confused = try #require(names.first { $0.spellings.first?.text == "Su Zhenchang" })
    #expect(confused.relay.last == "restored-pinyin")
  }

  @Test(arguments: [("Пекин", "Beijing"), ("Pekin", "Beijing"), ("Нанкин", "Nanjing")])
  func oldReadingsAreKeptInNamesOfCities(spelling: String, expected: String) throws {
    let spellings = try spellings(spelling)
    #expect(spellings.contains(expected), "\(spellings)")
  }

  /// Usual beginnings go before rare ones that Russian spells alike.
  @Test(arguments: [("Uotford", "Watford"), ("Uillyam", "William")])
  func englishNamesBeginAsUsual(spelling: String, expected: String) throws {
    #expect(try spellings(spelling).first == expected)
  }

  @Test func probabilitiesAddUpToOneAtMost() throws {
    for text in ["Kim Chen Yn", "Uotford", "Сергей Шойгу", "安倍晋三", "محمد", "평양", "abc"] {
      let names = try restored(text)
      #expect(!names.isEmpty, "\(text)")
      let total = names.map(\.probability).reduce(0, +)
      #expect(total > 0 && total < 1.000_001, "\(text)")
      #expect(names.map(\.cost) == names.map(\.cost).sorted())
    }
  }

  /// Kanji of a name that the tables know are read as Japanese, and not as Chinese.
  @Test func japaneseNamesAreReadAsJapanese() throws {
    let names = try restored("安倍晋三")
    #expect(names.first?.language == "ja")
    #expect(names.first?.spellings.first?.text == "Abe Shinzō")
    #expect(try compiledTables().system("var-jpn-Hrkt-Latn-hepburn-1954").apply("安倍晋三") == "Abe Shinzō")
  }

  @Test func unvocalizedArabicGetsItsVowels() throws {
    #expect(try restored("محمد").contains { $0.spellings.contains { $0.text == "Muḩammad" } })
  }

  @Test(arguments: ["", " ", "...", "\0", "🙂", String(repeating: "shch", count: 400), "\u{202E}abc\u{202C}"])
  func hostileText(text: String) throws { _ = try restored(text) }

  @Test func variantsNameTheirWay() throws {
    let variants = try NameVariants(tables: compiledTables()).variants(of: "조춘룡", style: .person)
    #expect(variants.contains { $0.text == "Jo Chunryong" && $0.relay == ["moct-kor-Hang-Latn-2000"] })
    #expect(variants.contains { $0.text == "Чо Чхуллён" && $0.script == "Cyrl" })
    #expect(variants.contains { $0.relay.count == 2 && $0.relay.last == "bgnpcgn-rus-Cyrl-Latn-1947" })
    #expect(Set(variants.map(\.text)).count == variants.count)
    #expect(try NameVariants(tables: compiledTables()).variants(of: "abc").isEmpty)
  }
}
