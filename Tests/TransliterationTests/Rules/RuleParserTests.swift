import Testing
import UnicodeText

@testable import Transliteration

/// The text of a rule file that is understood, and what is understood of it.
struct RuleParserTests {
  private func parse(_ text: String) throws -> TransformRules { try RuleParser.parse(text, file: "test.txt") }

  private func letters(_ text: String) -> [ResultElement] { text.unicodeScalars.map { .scalar($0.value) } }

  private func scalars(_ text: String) -> [RuleElement] { text.unicodeScalars.map { .scalar($0.value) } }

  @Test func aRuleOfEveryPart() throws {
    let rules = try parse("а { б } в → г ;")
    #expect(
      rules.passes[0] == [
        TransformRule(left: scalars("а"), key: scalars("б"), right: scalars("в"), result: letters("г"))
      ])
    #expect(rules.before == .nfc)
    #expect(rules.after == .nfc)
  }

  @Test func contextsMayBeLeftOut() throws {
    let rules = try parse("x { a → 1; b } y → 2; c → 3; d > 4;").passes[0]
    #expect(rules.map(\.left) == [scalars("x"), [], [], []])
    #expect(rules.map(\.right) == [[], scalars("y"), [], []])
    #expect(rules.map(\.key) == [scalars("a"), scalars("b"), scalars("c"), scalars("d")])
  }

  @Test func passesAndSegments() throws {
    let rules = try parse("a → b; ::Null; x (c d) (e) → $2 y $1; ::NFD;")
    #expect(rules.passes.map(\.count) == [1, 1])
    #expect(rules.passes[1][0].key == scalars("xcde"))
    #expect(rules.passes[1][0].result == [.segment(3..<4), .scalar(0x79), .segment(1..<3)])
    #expect(rules.after == .nfd)
    let withVariable = try parse("$q = ab; (c) → $q $1 $q d;").passes[0][0]
    #expect(withVariable.result == letters("ab") + [.segment(0..<1)] + letters("abd"))
  }

  @Test func emptyResultDeletes() throws {
    #expect(try parse("ь → ;").passes[0][0].result == [])
    #expect(try parse("ь→;").passes[0][0].result == [])
  }

  @Test(arguments: [("NFC", NormalizationForm.nfc), ("NFD", .nfd), ("NFKC", .nfkc), ("NFKD", .nfkd)])
  func normalizations(name: String, form: NormalizationForm) throws {
    let rules = try parse("::\(name);\na → b;\n::\(name);\n")
    #expect(rules.before == form)
    #expect(rules.after == form)
  }

  @Test func quotesAndEscapes() throws {
    let rules = try parse(#"'→' → '; #' ; '' → \u2019; \; → \U0001F642; a'b'c → ;"#).passes[0]
    #expect(rules.map(\.key) == [scalars("→"), scalars("'"), scalars(";"), scalars("abc")])
    #expect(rules.map(\.result) == [letters("; #"), letters("\u{2019}"), letters("\u{1F642}"), []])
  }

  @Test func setsAreUnionsAndNegations() throws {
    func set(_ text: String) throws -> CharacterClass {
      guard case .set(let set) = try parse("\(text) { a → b;").passes[0][0].left[0] else {
        throw RuleSyntaxError(file: "", line: 0, column: 0, message: "no set", advice: "")
      }
      return set
    }
    #expect(try set("[abc]").ranges == [0x61...0x63])
    #expect(try set("[c a b]").ranges == [0x61...0x63])
    #expect(try set("[a-c e]").ranges == [0x61...0x63, 0x65...0x65])
    #expect(try set("[[a-c][b-e]]").ranges == [0x61...0x65])
    #expect(try set(#"[\u0061-\u0063 '-' \]]"#).ranges == [0x2D...0x2D, 0x5D...0x5D, 0x61...0x63])
    #expect(try set("[^b]").ranges == [0...0x61, 0x63...0x10FFFF])
    #expect(try set("[^[^b]]").ranges == [0x62...0x62])
    #expect(try set("[^ \\u0000-\\U0010FFFE]").ranges == [0x10FFFF...0x10FFFF])
    #expect(try set("[$]").includesBoundary && set("[$]").ranges.isEmpty)
    #expect(try set("[$ a]").includesBoundary && set("[$ a]").contains(0x61))
    #expect(try !set("[^a]").includesBoundary, "the edge is no letter that is not a")
    #expect(try set("[$[^a]]").includesBoundary)
  }

  @Test(arguments: [
    ("L", "aÅʰßж漢", "1 .\u{0301}"), ("Lu", "AЖ", "aж漢"), ("Ll", "aж", "AЖ漢"), ("M", "\u{0301}\u{0903}", "a1"),
    ("Mn", "\u{0301}", "\u{0903}a"), ("N", "1²Ⅷ", "a."), ("P", ".-(«_", "a1 +"), ("Z", " \u{00A0}\u{2028}", "a\t"),
  ])
  func properties(name: String, inside: String, outside: String) throws {
    guard case .set(let set) = try parse("[:\(name):] { a → b;").passes[0][0].left[0] else {
      Issue.record("no set")
      return
    }
    for scalar in inside.unicodeScalars { #expect(set.contains(scalar.value), "\(scalar) is in [:\(name):]") }
    for scalar in outside.unicodeScalars { #expect(!set.contains(scalar.value), "\(scalar) is not in [:\(name):]") }
    #expect(!set.includesBoundary)
  }

  @Test func variablesStandForSetsAndTexts() throws {
    let rules = try parse("$v = [аеи];\n$ch = ч;\n$word = $ch$v к;\n$word → x;\n[$v $ch о] → y;\n").passes[0]
    #expect(rules[0].key.count == 3)
    #expect(rules[0].key[0] == .scalar(0x447))
    #expect(rules[0].key[2] == .scalar(0x43A))
    guard case .set(let set) = rules[1].key[0] else {
      Issue.record("no set")
      return
    }
    for scalar in "аеиоч".unicodeScalars { #expect(set.contains(scalar.value)) }
    #expect(set.scalarCount == 5)
  }

  @Test func aRuleMayBeginWithAVariable() throws {
    let rules = try parse("$v = [ab];\n$v → x;\n$v { c → y;\n").passes[0]
    #expect(rules.count == 2)
    #expect(rules[1].left.count == 1)
  }

  @Test func commentsAndSpaceMeanNothing() throws {
    let plain = try parse("a{b}c→d;[ef]→g;")
    let spaced = try parse("# head\n\t a { b\n } c #; not the end\r\n → d ; [ e # in a set ]\n f ] → g ;")
    #expect(plain == spaced)
  }

  @Test func orderIsThatOfTheFile() throws {
    #expect(try parse("b → 1; a → 2; b → 3;").passes[0].map(\.result) == [letters("1"), letters("2"), letters("3")])
  }

  @Test func equalTextGivesEqualRules() throws {
    let text = "::NFD; $v = [аеи]; [$v $] { ж } [^$v] → zh; ::NFC;"
    #expect(try parse(text) == parse(text))
  }
}
