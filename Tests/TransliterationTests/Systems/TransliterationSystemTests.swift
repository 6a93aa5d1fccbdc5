import Testing
import UnicodeText

@testable import Transliteration

/// Systems as users call them: by code, in a name style.
struct TransliterationSystemTests {
  private func apply(_ code: String, _ text: String, _ style: NameStyle = .automatic) throws -> String {
    try compiledTables().system(code).apply(text, style: style)
  }

  // MARK: Korean

  private static let revised = "moct-kor-Hang-Latn-2000"
  private static let mccune = "var-kor-Hang-Latn-mr-1939"
  private static let northern = "kp-kor-Hang-Latn-2002"
  private static let kontsevich = "var-kor-Hang-Cyrl-kontsevich"
  private static let press = "var-kor-Hang-Cyrl-press"

  @Test(arguments: [
    ("조춘룡", revised, "Jo Chunryong"), ("조춘룡", mccune, "Cho Ch’ul-lyong"), ("조춘룡", northern, "Jo Chun Ryong"),
    ("조춘룡", kontsevich, "Чо Чхуллён"), ("조춘룡", press, "Чо Чхун Рён"),
    ("김일성", revised, "Gim Ilseong"), ("김일성", mccune, "Kim Il-sŏng"), ("김일성", northern, "Kim Il Sŏng"),
    ("김일성", kontsevich, "Ким Ильсон"), ("김정은", press, "Ким Чжон Ын"),
    ("남궁민수", revised, "Namgung Minsu"), ("남궁민수", kontsevich, "Намгун Минсу"),
  ])
  func unspacedKoreanPersons(name: String, code: String, expected: String) throws {
    #expect(try apply(code, name) == expected)
    #expect(try apply(code, name, .person) == expected)
  }

  @Test func koreanPersonsOfUnusualLength() throws {
    // A surname of two syllables and a given name of one.
    #expect(try apply(Self.revised, "남궁민", .person) == "Namgung Min")
    #expect(try apply(Self.kontsevich, "남궁민", .person) == "Намгун Мин")
    // Two syllables are a person only where the caller says so.
    #expect(try apply(Self.revised, "허준", .person) == "Heo Jun")
    #expect(try apply(Self.revised, "허준") == "Heojun")
    // One syllable cannot be split, five are no name.
    #expect(try apply(Self.revised, "김", .person) == "Gim")
    #expect(try apply(Self.revised, "김대한민국", .person) == "Gimdaehanminguk")
  }

  @Test func koreanPlaces() throws {
    #expect(try apply(Self.revised, "평양") == "Pyeongyang")
    #expect(try apply(Self.mccune, "평양") == "P’yŏngyang")
    #expect(try apply(Self.northern, "평양") == "Pyongyang")
    #expect(try apply(Self.kontsevich, "평양") == "Пхёнъян")
    #expect(try apply(Self.revised, "대관령", .other) == "Daegwallyeong")
    // 령 is a mountain pass, and no given name ends in it.
    #expect(try apply(Self.revised, "대관령", .automatic) == "Daegwallyeong")
  }

  /// Sounds change across the syllables of a word and not across the space between surname and given name.
  @Test func noSoundChangesAcrossTheSurname() throws {
    #expect(try apply(Self.revised, "박리나", .person) == "Bak Rina")
    #expect(try apply(Self.revised, "박 리나") == "Bak Rina")
    #expect(try apply(Self.kontsevich, "박리나", .person).hasPrefix("Пак "))
  }

  @Test func decomposedHangulIsTheSame() throws {
    for code in [Self.revised, Self.mccune, Self.northern, Self.kontsevich, Self.press] {
      for name in ["조춘룡", "평양", "김 정은", "함경-북도"] {
        #expect(try apply(code, name.normalized(.nfd)) == apply(code, name), "\(code) \(name)")
      }
    }
  }

  @Test func koreanTextKeepsItsSpaces() throws {
    #expect(try apply(Self.revised, "  평양 \n 서울  ", .other) == "  Pyeongyang \n Seoul  ")
    #expect(try apply(Self.revised, " ") == " ")
    #expect(try apply(Self.revised, "") == "")
  }

  /// Every syllable of Hangul is written by every system, without a jamo left over.
  @Test(arguments: [revised, mccune, northern, kontsevich, press])
  func everySyllableIsWritten(code: String) throws {
    let system = try compiledTables().system(code)
    let target = system.description.targetScript
    for value in HangulJamo.syllables {
      let scalar = try #require(Unicode.Scalar(value))
      let written = try system.apply(String(scalar), style: .other)
      let isWhole = written.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic || $0.script.code != "Hang" }
      if written.isEmpty || !isWhole {
        Issue.record("\(code) writes \(scalar) as “\(written)”, which is not all \(target)")
        return
      }
    }
  }

  // MARK: Chinese

  private static let pinyin = "sac-zho-Hans-Latn-1979"
  private static let wade = "var-zho-Hani-Latn-wd-1979"
  private static let palladius = "var-zho-Hani-Cyrl-palladius"
  private static let palladiusFromPinyin = "var-zho-Latn-Cyrl-palladius"

  @Test(arguments: [
    ("李鸿忠", pinyin, "Li Hongzhong"), ("李鴻忠", pinyin, "Li Hongzhong"), ("李鸿忠", wade, "Li Hung-chung"),
    ("李鸿忠", palladius, "Ли Хунчжун"), ("习近平", palladius, "Си Цзиньпин"), ("習近平", wade, "Hsi Chin-p’ing"),
    ("欧阳修", pinyin, "Ouyang Xiu"), ("歐陽修", pinyin, "Ouyang Xiu"), ("欧阳修", wade, "Ou-yang Hsiu"),
    ("欧阳修", palladius, "Оуян Сю"), ("单雄信", pinyin, "Shan Xiongxin"), ("單雄信", pinyin, "Shan Xiongxin"),
    ("查良镛", pinyin, "Zha Liangyong"), ("曾国藩", pinyin, "Zeng Guofan"), ("司马相如", pinyin, "Sima Xiangru"),
  ])
  func unspacedChinesePersons(name: String, code: String, expected: String) throws {
    #expect(try apply(code, name) == expected)
    #expect(try apply(code, name, .person) == expected)
  }

  @Test func chinesePlaces() throws {
    #expect(try apply(Self.pinyin, "北京") == "Beijing")
    #expect(try apply(Self.palladius, "北京") == "Бэйцзин")
    #expect(try apply(Self.wade, "北京") == "Pei-ching")
    #expect(try apply(Self.palladius, "延安") == "Яньань")
    #expect(try apply(Self.palladius, "东安") == "Дунъань")
    #expect(try apply(Self.pinyin, "李宁") == "Lining")
    #expect(try apply(Self.pinyin, "李宁", .person) == "Li Ning")
    #expect(try apply(Self.pinyin, "李鸿忠", .other) == "Lihongzhong")
  }

  @Test func hanTextAroundOtherText() throws {
    #expect(try apply(Self.pinyin, "「北京」, ABC") == "「Beijing」, ABC")
    #expect(try apply(Self.pinyin, "李鸿忠 (b. 1956)", .person) == "Li Hongzhong (b. 1956)")
    #expect(try apply(Self.pinyin, "한국") == "한국")
    #expect(try apply(Self.pinyin, "") == "")
  }

  /// Long runs and many runs take time in proportion to the text.
  @Test func longHanText() throws {
    #expect(try apply(Self.pinyin, String(repeating: "国", count: 100_000), .other).utf8.count == 300_000)
    let mixed = String(repeating: "国 a ", count: 50_000)
    #expect(try apply(Self.pinyin, mixed, .other) == String(repeating: "Guo a ", count: 50_000))
  }

  @Test(arguments: [
    ("Li Hongzhong", "Ли Хунчжун"), ("Lǐ Hóngzhōng", "Ли Хунчжун"), ("lǐ hóngzhōng", "ли хунчжун"),
    ("Cháng'ān", "Чанъань"), ("Cháng’ān", "Чанъань"), ("Fangan", "Фаньгань"), ("Fang'an", "Фанъань"),
    ("Lǚ Bù", "Люй Бу"), ("Lǜ", "Люй"), ("Xī'ān", "Сиань"), ("Xian", "Сянь"), ("Hsinhua", "Hsinhua"),
    ("Deng Xiaoping!", "Дэн Сяопин!"), ("Ōuyáng Xiū", "Оуян Сю"), ("Mao Zedong (1893–1976)", "Мао Цзэдун (1893–1976)"),
  ])
  func pinyinByPalladius(pinyin: String, expected: String) throws {
    #expect(try apply(Self.palladiusFromPinyin, pinyin) == expected)
    #expect(try apply(Self.palladiusFromPinyin, pinyin.normalized(.nfd)) == expected)
  }

  // MARK: Japanese

  @Test func kanaOfBothKinds() throws {
    for code in ["var-jpn-Hrkt-Latn-hepburn-1954", "var-jpn-Hrkt-Cyrl-polivanov"] {
      for (hiragana, katakana) in [("ほっかいどう", "ホッカイドウ"), ("さとう えいさく", "サトウ エイサク"), ("しんじゅく", "シンジュク")] {
        #expect(try apply(code, hiragana) == apply(code, katakana))
        #expect(try apply(code, hiragana.normalized(.nfd)) == apply(code, hiragana))
      }
    }
    #expect(try apply("var-jpn-Hrkt-Latn-hepburn-1954", "ｼﾝｼﾞｭｸ") == "Shinjuku", "halfwidth kana are kana")
  }

  // MARK: Every system

  /// NFC out, whatever comes in; nothing crashes; nothing of another script is lost.
  @Test func everySystemTakesEveryText() throws {
    let texts = [
      "", " ", "\0", "🙂", "...", "\u{200B}", "\u{202E}", "Ångström", "e\u{0301}", "조춘룡", "李鸿忠", "とうきょう", "Щука", "შოთა",
      "Երևան", "ABC def", String(repeating: "\u{0301}", count: 3000), "a" + String(repeating: "\u{0323}", count: 3000),
    ]
    let tables = try compiledTables()
    for description in tables.systems {
      let system = try tables.system(description.code)
      for style in NameStyle.allCases {
        for text in texts {
          let written = try system.apply(text, style: style)
          #expect(try points(written) == points(written.normalized(.nfc)), "\(description.code): \(text.prefix(20))")
          // What holds letters is never lost; marks and controls may be.
          let hasLetters = text.unicodeScalars.contains {
            $0.properties.generalCategory == .otherLetter || $0.isASCII && $0.properties.isAlphabetic
          }
          #expect(!hasLetters || !written.isEmpty, "\(description.code): “\(text)” gives “\(written)”")
        }
        if description.targetScript == "Latn", description.backing != .icu {
          #expect(try system.apply("12, 3!", style: style) == "12, 3!", "\(description.code)")
        }
      }
    }
  }

  @Test func registerIsSoundAndSorted() throws {
    let systems = try compiledTables().systems
    #expect(systems.count >= 300)
    #expect(systems.map(\.code) == systems.map(\.code).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(systems.map(\.code)).count == systems.count)
    for system in systems {
      #expect(!system.label.isEmpty && !system.source.isEmpty, "\(system.code)")
      #expect(system.sourceScript.count == 4 && system.targetScript.count == 4, "\(system.code)")
      // Conventions for letters such as ð lead from one Latin alphabet to another.
      #expect(system.sourceScript != system.targetScript || system.sourceScript == "Latn", "\(system.code)")
      #expect(system.code.contains(system.targetScript), "\(system.code)")
    }
  }

  // MARK: Unknown codes

  private func refusal(of code: String) throws -> TransliterationError? {
    do {
      _ = try compiledTables().system(code)
      return nil
    } catch let error as TransliterationError {
      return error
    }
  }

  @Test func unknownCodesAreNamedWithSimilarOnes() throws {
    guard case .unknownSystem(let code, let similar) = try refusal(of: "bgnpcgn-rus-Cyrl-Latn-1974") else {
      Issue.record("no error")
      return
    }
    #expect(code == "bgnpcgn-rus-Cyrl-Latn-1974")
    #expect(similar.first == "`bgnpcgn-rus-Cyrl-Latn-1947`")
    let text = try #require(try refusal(of: "bgnpcgn-rus-Cyrl-Latn-1974")?.description)
    #expect(text.hasPrefix("there is no transliteration system `bgnpcgn-rus-Cyrl-Latn-1974`; did you mean "))
    #expect(text.contains("`bgnpcgn-rus-Cyrl-Latn-1947`"))
    #expect(
      try refusal(of: "klingon")?.description
        == "there is no transliteration system `klingon`; `allonym systems` lists them")
    #expect(try refusal(of: "")?.description.contains("allonym systems") == true)
    guard case .unknownSystem(_, let none) = try refusal(of: "x") else {
      Issue.record("no error")
      return
    }
    #expect(none.isEmpty)
  }

  /// Codes are written in one letter case; another gets the right one as advice.
  @Test func codesAreExact() throws {
    guard case .unknownSystem(_, let similar) = try refusal(of: "BGNPCGN-RUS-CYRL-LATN-1947") else {
      Issue.record("no error")
      return
    }
    #expect(similar.first == "`bgnpcgn-rus-Cyrl-Latn-1947`")
  }
}
