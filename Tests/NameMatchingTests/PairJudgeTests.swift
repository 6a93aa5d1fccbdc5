import Testing
import Transliteration
import UnicodeText

@testable import NameMatching

/// What holds of the comparison of any two spellings.
struct PairJudgeTests {
  private func judge() throws -> PairJudge { PairJudge(tables: try compiledTables()) }

  private func compare(_ first: String, _ second: String) throws -> PairJudge.Judgement {
    try judge().compare(first, second)
  }

  // MARK: Properties

  @Test func symmetricAndScoredAsAProbability() throws {
    #expect(SampleNames.names.count >= 150)
    #expect(Set(SampleNames.names).count == SampleNames.names.count)
    let tables = try compiledTables()
    let judge = try judge()
    let prepared = try Dictionary(
      uniqueKeysWithValues: SampleNames.names.map { ($0, try PreparedName($0, tables: tables)) })
    for (first, second) in SampleNames.pairs(seed: 71) {
      let a = try #require(prepared[first])
      let b = try #require(prepared[second])
      let forth = judge.compare(a, b)
      let back = judge.compare(b, a)
      #expect(forth == back, "\(first) / \(second)")
      #expect(!forth.summary.isEmpty)
      switch forth.outcome {
      case .same: #expect((0.8...0.99).contains(forth.score), "\(first) / \(second)")
      case .compatible: #expect((0..<0.99).contains(forth.score), "\(first) / \(second)")
      case .different: #expect((0..<0.5).contains(forth.score), "\(first) / \(second)")
      case .cannotCompare: #expect(forth.score == 0, "\(first) / \(second)")
      }
    }
  }

  @Test func aNameIsItself() throws {
    let tables = try compiledTables()
    let judge = try judge()
    for name in SampleNames.names {
      let prepared = try PreparedName(name, tables: tables)
      let judgement = judge.compare(prepared, prepared)
      #expect(judgement.outcome == .same, "\(name)")
      #expect(judgement.score == 0.99, "\(name)")
    }
  }

  /// Two spellings of one name in another taste are compared the same.
  @Test func tasteChangesNothing() throws {
    let judge = try judge()
    for (a, b) in SampleNames.pairs(seed: 73).prefix(24) {
      let plain = judge.compare(a, b)
      for (what, other) in try [
        ("small", a.lowercased()), ("large", a.uppercased()), ("NFD", a.normalized(.nfd)),
        ("NFKC", a.normalized(.nfkc)),
        ("space", "  " + a + "\u{00A0}"), ("quotes", "«" + a + "»"), ("hidden", a + "\u{200B}"),
        ("hyphens", a.split(separator: " ").joined(separator: "-")),
      ] {
        let changed = judge.compare(other, b)
        #expect(changed.outcome == plain.outcome && changed.score == plain.score, "\(what): \(other) / \(b)")
      }
    }
  }

  /// What the text itself says equal is the same, before anything is read.
  @Test func everyNameIsItselfInAnotherTaste() throws {
    let judge = try judge()
    for (index, name) in SampleNames.names.enumerated() {
      let other =
        switch index % 5 {
        case 0: name.lowercased()
        case 1: name.uppercased()
        case 2: try name.normalized(.nfd)
        case 3: name.split(separator: " ").joined(separator: "-")
        default: name.split(separator: " ").joined()
        }
      #expect(judge.compare(name, other).outcome == .same, "\(name) / \(other)")
    }
  }

  @Test(arguments: [
    ("李鴻忠", "李鸿忠"), ("習近平", "习近平"), ("歐陽修", "欧阳修"), ("Королёв", "Королев"), ("Чо Чун Рён", "Чо Чун Рен"),
    ("Андрей", "Андреи"), ("Shinzō Abe", "Shinzo Abe"), ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
    ("Cho Ch’un", "Cho Chun"),
    ("Straße", "STRASSE"), ("Kim Jong-un", "KimJongUn"), ("Kim Jong Un", "Jong Un Kim"),
    ("Путин Владимир", "Владимир Путин"),
    ("ﬁn", "fin"), ("Ｋｉｍ", "Kim"), ("Łódź", "Lodz"), ("e\u{0301}a", "éa"), ("김정은", "김 정은"), ("カルロス", "ｶﾙﾛｽ"),
  ])
  func equalButForTaste(first: String, second: String) throws {
    let judgement = try compare(first, second)
    #expect(judgement.outcome == .same)
    #expect(judgement.summary == "equal but for case, marks, spacing and order")
    #expect(judgement.score >= 0.97)
  }

  // MARK: Relays

  @Test(arguments: [
    ("Cho Chun Ren", "조춘룡"), ("Cho Chun Ren", "Jo Chun Ryong"), ("Cho Chun Ren", "Чо Чун Рён"),
    ("Чо Чун Рён", "Jo Chun Ryong"),
    ("조춘룡", "Jo Chun Ryong"), ("Lee Hongzhong", "Li Hongzhong"), ("Lee Hongzhong", "李鸿忠"),
    ("Ли Хунчжун", "Li Hongzhong"),
    ("Ли Хунчжун", "李鴻忠"), ("李鸿忠", "Li Hongzhong"), ("Li Khunchzhun", "李鸿忠"), ("Kim Chen Yn", "Kim Jong Un"),
    ("Kim Chen Yn", "Ким Чен Ын"), ("Kim Chen Yn", "김정은"), ("Ким Чен Ын", "Kim Jong Un"), ("김정은", "Kim Jong-un"),
    ("Си Цзиньпин", "Xi Jinping"), ("習近平", "Xi Jinping"), ("Hsi Chin-ping", "Xi Jinping"),
    ("Sergey Shoygu", "Сергей Шойгу"),
    ("Sergei Shoigu", "Сергей Шойгу"), ("Сергей Кужугетович Шойгу", "Sergei Shoigu"), ("Matsegora", "Мацегора"),
    ("Zelenskyy", "Зеленский"), ("Tchaikovsky", "Чайковский"), ("Shoigu", "Шойгу"), ("리영호", "이영호"),
    ("Ouyang Xiu", "欧阳修"),
    ("Namgung Min", "남궁민"), ("Park Geun-hye", "박근혜"), ("Vladimir Poutine", "Владимир Путин"),
  ])
  func relaysAreSeenThrough(first: String, second: String) throws {
    let judgement = try compare(first, second)
    #expect(judgement.outcome == .same, "\(judgement)")
  }

  // MARK: What names nobody

  @Test(arguments: ["", " ", "...", "🙂", "\u{200B}", "—", "\0", "\u{202E}", String(repeating: "a", count: 5_000)])
  func nothingIsNeverTheSame(text: String) throws {
    for other in [text, "Kim Jong Un", "", "...", "x"] {
      for judgement in try [compare(text, other), compare(other, text)] {
        guard case .cannotCompare(.noName) = judgement.outcome else {
          Issue.record("“\(text.prefix(10))” and “\(other.prefix(10))” are \(judgement.outcome)")
          continue
        }
        #expect(judgement.score == 0)
      }
    }
  }

  @Test func reasonsAreTyped() throws {
    #expect(try compare("", "Kim").outcome == .cannotCompare(.noName(.empty)))
    #expect(try compare("Kim", "...").outcome == .cannotCompare(.noName(.noLetters)))
    #expect(
      try compare(String(repeating: "ы", count: 3_000), "Kim").outcome
        == .cannotCompare(.noName(.tooLong(bytes: 6_000))))
    #expect(try compare("ᏣᎳᎩ", "Muammar Gaddafi").outcome == .cannotCompare(.noCommonWriting("Cher", "Latn")))
    #expect(try compare("Muammar Gaddafi", "ᏣᎳᎩ").outcome == .cannotCompare(.noCommonWriting("Cher", "Latn")))
    #expect(try compare("ᏣᎳᎩ", "თბილისი").outcome == .cannotCompare(.noCommonWriting("Cher", "Geor")))
    #expect(try compare("", "Kim").outcome.name == "cannotCompare")
  }

  @Test(arguments: ["X", "김", "李", "щ", "1", "é", "X."]) func oneLetterNamesNobody(letter: String) throws {
    #expect(try compare(letter, letter).outcome == .compatible)
    for name in ["Kim Jong Un", "김정은", "李鸿忠", "Щербаков", "X", "Xi Jinping"] where name != letter {
      #expect(try compare(letter, name).outcome != .same, "\(letter) / \(name)")
    }
  }

  // MARK: Partial names

  @Test(arguments: [
    ("A. Petrov", "Andrei Petrov"), ("A. Petrov", "Андрей Петров"), ("А. Петров", "Андрей Петров"),
    ("А. Петров", "Andrei Petrov"), ("Щ. Петров", "Shcherban Petrov"), ("Shoigu", "Sergei Shoigu"),
    ("Мацегора", "Alexander Matsegora"),
  ])
  func partsAgreeAsFarAsTheyGo(first: String, second: String) throws {
    for judgement in try [compare(first, second), compare(second, first)] {
      #expect(judgement.outcome == .compatible, "\(judgement)")
      #expect(judgement.score < 0.95)
    }
  }

  @Test(arguments: [("B. Petrov", "Andrei Petrov"), ("Б. Петров", "Andrei Petrov"), ("B. Petrov", "Андрей Петров")])
  func anotherInitialIsAnotherPerson(first: String, second: String) throws {
    #expect(try compare(first, second).outcome == .different)
    #expect(try compare(second, first).outcome == .different)
  }

  // MARK: Long names

  @Test func longNamesAreCompared() throws {
    let long = String(repeating: "Kim Jong Un ", count: 100)
    #expect(try compare(long, long).outcome == .same)
    #expect(try compare(long, "Kim Jong Un").outcome != .same)
    let word = String(repeating: "ka", count: 500)
    #expect(try compare(word, word + "x").outcome != .same)
    #expect(try compare(word, String(repeating: "ка", count: 500)).outcome != .same)
  }
}
