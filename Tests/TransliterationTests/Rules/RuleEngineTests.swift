import Testing
import UnicodeText

@testable import Transliteration

/// What rules make of a text: order, contexts, letter case, and what they leave alone.
struct RuleEngineTests {
  private func transducer(_ rules: String) throws -> RuleEngine { try RuleEngine(text: rules) }

  private func apply(_ rules: String, _ text: String) throws -> String { try transducer(rules).apply(text) }

  // MARK: Letter case

  private static let russian =
    "щ → shch; у → u; к → k; а → a; я → ya; ё → yë; л → l; и → i; ь → ’; ж → zh; о → o; '-' → ;"

  @Test(arguments: [
    ("щука", "shchuka"), ("Щука", "Shchuka"), ("ЩУКА", "SHCHUKA"), ("щУКА", "shchUKA"), ("ЩУка", "ShchUka"),
    ("Щ", "Shch"), ("Я", "Ya"), ("Я и Я", "Ya i Ya"), ("ЯЯ", "YAYA"), ("ЁЛКИ", "YËLKI"), ("Ёлки", "Yëlki"),
    ("ЁЛКИ И ЩУКИ", "YËLKI I SHCHUKI"), ("ЩУКА Щ", "SHCHUKA Shch"), ("ЖЬ", "ZH’"), ("Ь", "’"), ("ЬЖ", "’ZH"),
    ("Ж!", "Zh!"), ("Ж1Ж", "Zh1Zh"), ("ЖО1", "ZHO1"), ("О.Ж.", "O.Zh."), ("«ЖУК»", "«ZHUK»"),
  ])
  func caseOfTheSourceComesBack(source: String, expected: String) throws {
    #expect(try apply(Self.russian, source) == expected)
  }

  @Test func stressMarksDoNotBreakAWordOfCapitals() throws {
    #expect(try apply(Self.russian, "ЩУ\u{0301}КА") == "SHCHÚKA")
    #expect(try apply(Self.russian, "Щу\u{0301}ка") == "Shchúka")
  }

  @Test func capitalsOfUnusualLetters() throws {
    // The small form of İ is two characters, so İ is no capital of a rule; it is copied.
    #expect(try apply("i → y; ß → ss; ǆ → dz;", "İ") == "İ")
    #expect(try apply("ǆ → dz;", "ǅ Ǆ ǆ") == "Dz Dz dz")
    #expect(try apply("a → ß;", "AB A") == "SSB Ss")
    #expect(try apply("a → 1b;", "A AA") == "1B 1B1B")
  }

  // MARK: Contexts

  @Test func contextsSeeTheSource() throws {
    // The second а is converted after the first; its left context still sees а.
    #expect(try apply("а { а → 2; а → 1;", "ааа") == "122")
    #expect(try apply("1 { а → x; а → 1;", "аа") == "11")
    #expect(try apply("а } б → x; б → а;", "аб") == "xа")
  }

  @Test func contextsAtTheEdges() throws {
    let rules = "[$ ' '] { e → ye; e } [$ ' '] → é; e → e;"
    #expect(try apply(rules, "e") == "ye")
    #expect(try apply(rules, "ese") == "yesé")
    #expect(try apply(rules, "ee ee") == "yeé yeé")
    #expect(try apply("[$] { a → b;", "aa a") == "ba a")
    #expect(try apply("a } [$] → b;", "aa a") == "aa b")
    // Beyond the edge there is the edge again, and no letter.
    #expect(try apply("[$][$] { a → b;", "aa") == "ba")
    #expect(try apply("[$] x { a → b;", "xa xa") == "xb xa")
    #expect(try apply("x { a → b;", "a") == "a")
    #expect(try apply("a } x → b;", "a") == "a")
    #expect(try apply("[^x] { a → b;", "a ya xa") == "a yb xa")
  }

  @Test func contextsIgnoreCase() throws {
    #expect(try apply("[ао] { е → ye; е → e; а → a;", "АЕ Ае аЕ") == "AYE Aye aYe")
  }

  @Test func contextsOfSeveralElements() throws {
    #expect(try apply("a b { c } d e → x;", "abcde bcde abcd") == "abxde bcde abcd")
  }

  // MARK: Order and keys

  @Test func theFirstRuleInTheFileWins() throws {
    #expect(try apply("ab → 1; a → 2; abc → 3;", "abca") == "1c2")
    #expect(try apply("a → 2; ab → 1;", "ab") == "2b")
    #expect(try apply("[ab] → 1; a → 2;", "ab") == "11")
    #expect(try apply("a → 2; [ab] → 1;", "ab") == "21")
  }

  /// Keys that begin with a large set are tried for every letter, in their place in the file.
  @Test func largeSetsKeepTheirPlace() throws {
    #expect(try apply("a → 1; [:L:] → 2; b → 3;", "abñ1") == "1221")
    #expect(try apply("[:L:] b → 2; a → 1; [^a] → 3;", "abac") == "213")
    #expect(try apply("[^[:L:]] → '_';", "a-b c") == "a_b_c")
  }

  @Test func keysDoNotReachBeyondTheEnd() throws {
    #expect(try apply("ab → 1;", "a") == "a")
    #expect(try apply("a[:L:] → 1;", "a") == "a")
  }

  @Test func emptyResultsDelete() throws {
    #expect(try apply("ь → ; ъ → ;", "ьъь") == "")
    #expect(try apply("a → ;", "banana") == "bnn")
  }

  @Test func resultsAreNotReadAgain() throws {
    #expect(try apply("a → b; b → c;", "ab") == "bc")
    #expect(try apply("a → aa;", "aaa") == "aaaaaa")
  }

  // MARK: Passes and segments

  @Test func passesFollowEachOther() throws {
    #expect(try apply("a → b; ::Null; b → c;", "abc") == "ccc")
    #expect(try apply("a → b; ::Null; c { b → x; b → y;", "ca a") == "cx y")
    #expect(try apply("щ → sc; ::Null; sc → '1'; s → '2';", "Щ щс") == "1 1с")
    #expect(try apply("a → b; ::Null; b → cd;", "A AA") == "Cd CDCD")
  }

  @Test func segmentsAreWrittenAgain() throws {
    #expect(try apply("(a) (b) → $2 $1;", "ab aab") == "ba aba")
    #expect(try apply("x (a b) → $1 $1 y;", "xab") == "ababy")
    #expect(try apply("x ([abc]) → $1 '!';", "xa xd XB") == "a! xd B!")
    #expect(try apply("เ ([ก-ฮ]) → $1 e; ::Null; ก → k;", "เก") == "ke")
  }

  /// Rules that only a part of the places can tell apart are dispatched by two symbols; the answer is that of trying all.
  @Test func dispatchGivesTheFirstRuleThatMatches() throws {
    let rules = try RuleParser.parse(
      "x { ab → 1; a } c → 2; ab } [$] → 3; [ab] b → 4; a } [^c] → 5; a → 6; b { c → 7; [$] { b → 8;", file: "test")
    let engine = RuleEngine(try rules.compiled())
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...9, using: &numbers)).map { _ in numbers.pick(["a", "b", "c", "x", "é"]) }.joined())
      #expect(try engine.apply(text) == NaiveRules.apply(rules, text), "\(text)")
    }
  }

  // MARK: Offsets

  @Test func placesOfSourceAndResult() throws {
    let engine = try RuleEngine(text: "щ → shch; у → u; ь → ; ::Null; u → oo;")
    var trace: OffsetTrace? = OffsetTrace()
    #expect(try engine.write("щуьщ", trace: &trace) == "shchooshch")
    let places = try #require(trace).places
    #expect(places.contains { $0 == (0, 0) } && places.contains { $0 == (2, 4) } && places.contains { $0 == (6, 6) })
    #expect(places.last.map { $0 == (8, 10) } == true)
  }

  // MARK: The rest of the text

  @Test(arguments: ["", " ", "\n", "🙂", "\0", "12 34", "\u{200B}", "\u{202E}abc", "日本", "👨‍👩‍👧‍👦", "a\r\nb"])
  func otherTextIsCopied(text: String) throws {
    #expect(try points(apply("щ → shch;", text)) == points(text.normalized(.nfc)))
  }

  @Test func resultIsNormalized() throws {
    #expect(try points(apply("ё → e'\u{0308}';", "ё")) == points("ë"))
    #expect(try points(apply("x → 'e';", "x\u{0301}")) == points("é"))
    #expect(try points(apply("::NFD; e → i; ::NFD;", "é")) == points("i\u{0301}"))
    #expect(try points(apply("::NFD; \u{1100} → k; \u{1161} → a; \u{11A8} → k;", "각")) == points("kak"))
    #expect(try points(apply("::NFD; \u{1100} → \u{1101};", "각")) == points("깍"))
    #expect(try points(apply("b → c;", "e\u{0301}")) == points("é"), "text that no rule touches is NFC too")
  }

  @Test func rulesThatMatchNothingChangeNothing() throws {
    let transducer = try transducer("ѱ → ps;")
    for text in ["Щука", "조춘룡", "李鸿忠", "Nguyễn", "ａ"] {
      let once = try transducer.apply(text)
      #expect(points(once) == points(text))
      #expect(try points(transducer.apply(once)) == points(once))
    }
  }

  // MARK: Hostile input

  @Test func aMegabyteOfText() throws {
    let transducer = try transducer(Self.russian)
    let count = 100_000
    let text = String(repeating: "Щука жиля ", count: count)
    #expect(try transducer.apply(text) == String(repeating: "Shchuka zhilya ", count: count))
    let capitals = String(repeating: "Щ", count: 500_000)
    let result = try transducer.apply(capitals)
    #expect(result.utf8.count == 2_000_000)
    #expect(result.utf8.allSatisfy { $0 < 0x60 })
  }

  @Test func thousandsOfMarks() throws {
    let marks = String(repeating: "\u{0301}\u{0323}", count: 5_000)
    let result = try apply(Self.russian, "щ" + marks + "а")
    #expect(points(result).starts(with: points("shc")))
    #expect(points(result).last == points("a")[0])
    #expect(result.unicodeScalars.count { $0 == "\u{0301}" } + 1 >= 4_999)
    #expect(result.unicodeScalars.count >= 10_000)
  }

  /// Lists of rules, names of letters, and results, all as large as they may be.
  @Test func largeRules() throws {
    let scalars = (UInt32(0x4E00)..<0x5A00).compactMap(Unicode.Scalar.init)
    let text = scalars.enumerated().map { "\($1) → 'x\($0)';" }.joined(separator: "\n")
    let engine = try RuleEngine(text: text)
    #expect(try engine.apply("一丁z") == "x0x1z")
    let tooMany = (0..<0x8000).map { "a\(String(repeating: "b", count: $0 % 8))'\($0)' → c;" }.joined(separator: "\n")
    #expect(throws: RuleLimitError.self) { try RuleEngine(text: tooMany) }
  }

  @Test func everyScalarPasses() throws {
    let transducer = try transducer(Self.russian)
    var text = String.UnicodeScalarView()
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 37) {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    #expect(try !transducer.apply(String(text)).isEmpty)
  }
}
