import Testing

@testable import Transliteration

/// Rule text that is refused: what the error says, and the line and column it points at.
struct RuleSyntaxErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var column: Int
    var message: String

    init(_ text: String, _ line: Int, _ column: Int, _ message: String) {
      (self.text, self.line, self.column, self.message) = (text, line, column, message)
    }

    var testDescription: String { "\(message) (\(line):\(column))" }
  }

  private func refusal(of text: String) -> RuleSyntaxError? {
    do {
      _ = try RuleParser.parse(text, file: "rules/x.txt")
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    // The file as a whole.
    Mistake("", 1, 1, "there is no rule in the file"),
    Mistake("# nothing\n\n", 3, 1, "there is no rule in the file"),
    Mistake("::NFD;\n$v = [ab];", 2, 11, "there is no rule in the file"),
    // Normalization.
    Mistake("::NFX;\na → b;", 1, 3, "`::NFX` is not known"),
    Mistake("a → b;\n::Latin-ASCII;", 2, 3, "`::Latin` is not known"),
    Mistake(":NFC;", 1, 2, "`:` is missing before `N`"),
    Mistake("::NFC\na → b;", 2, 1, "`;` is missing before `a`"),
    Mistake("a → b;\n::NFC;\nb → c;", 3, 1, "a rule follows the closing normalization"),
    // Variables.
    Mistake("a → b;\n  $x → c;", 2, 3, "$x is not defined"),
    Mistake("a → $x;", 1, 5, "$x is not defined"),
    Mistake("[a $x] → b;", 1, 4, "$x is not defined"),
    Mistake("$x = [ab];\n$x = c;\n", 2, 1, "$x is defined twice"),
    Mistake("$ = [ab];", 1, 1, "a variable has no name"),
    Mistake("$x = ab\n", 2, 1, "`;` is missing before the end of the file"),
    Mistake("$x = $x;\na → b;", 1, 6, "$x is not defined"),
    // Rules.
    Mistake("a b;", 1, 4, "`→` is missing"),
    Mistake("a b", 1, 4, "`→` is missing"),
    Mistake("a → b", 1, 6, "`;` is missing before the end of the file"),
    Mistake("a → b;\n → c;", 2, 2, "the key is empty"),
    Mistake("x { } y → c;", 1, 5, "the key is empty"),
    Mistake("a { b { c → d;", 1, 7, "`{` has no meaning here"),
    Mistake("a } b } c → d;", 1, 7, "`}` has no meaning here"),
    Mistake("a } b { c → d;", 1, 7, "`{` has no meaning here"),
    Mistake("x {\n [$ a] → b;", 2, 2, "the key matches the edge of the text"),
    Mistake("a → [bc];", 1, 5, "the result holds a set"),
    Mistake("$v = [bc];\na → x $v;", 2, 5, "the result holds a set"),
    Mistake("a → b → c;", 1, 7, "`→` has no meaning here"),
    Mistake("a* → b;", 1, 2, "`*` has no meaning here"),
    Mistake("a+ → b;", 1, 2, "`+` has no meaning here"),
    Mistake("a? → b;", 1, 2, "`?` has no meaning here"),
    Mistake("a | b → c;", 1, 3, "`|` has no meaning here"),
    Mistake("(a → b;", 1, 1, "the segment is not closed"),
    Mistake("a) → b;", 1, 2, "`)` closes no segment"),
    Mistake("() → b;", 1, 2, "`)` closes no segment"),
    Mistake("((a)) → b;", 1, 2, "a segment holds a segment"),
    Mistake("(a) { b → c;", 1, 1, "a context holds a segment"),
    Mistake("a { b } (c) → d;", 1, 9, "`(` has no meaning here"),
    Mistake("(a) → b $2;", 1, 9, "the key has no segment $2"),
    Mistake("::Null; a → b;", 1, 1, "no rule stands between two passes"),
    Mistake("a → b; ::Null;", 1, 15, "the last pass has no rule"),
    Mistake("a ↔ b;", 1, 3, "`↔` has no meaning here"),
    Mistake("a < b;", 1, 3, "`<` has no meaning here"),
    Mistake("a] → b;", 1, 2, "`]` has no meaning here"),
    Mistake("^a → b;", 1, 1, "`^` has no meaning here"),
    Mistake("@ → b;", 1, 1, "`@` has no meaning here"),
    Mistake("a → b;\n\n  a → &b;", 3, 7, "`&` has no meaning here"),
    // Sets.
    Mistake("[ab → c;\n", 2, 1, "`]` is missing before the end of the file"),
    Mistake("[a-", 1, 4, "the set is not closed"),
    Mistake("[a-] → b;", 1, 4, "the set is not closed"),
    Mistake("x [] → b;", 1, 3, "the set is empty"),
    Mistake("[^\\u0000-\\U0010FFFF] → b;", 1, 1, "the set is empty"),
    Mistake("a → b;\n[x z-a] → b;", 2, 4, "a range runs backwards"),
    Mistake("[^$ a] { b → c;", 1, 1, "`$` stands in a negated set"),
    Mistake("[[:Lx:]] → b;", 1, 4, "the property [:Lx:] is not known"),
    Mistake("[:L] → b;", 1, 4, "`:` is missing before `]`"),
    Mistake("[:L: → b;", 1, 5, "`]` is missing before ` `"),
    // Quotes and escapes.
    Mistake("'a → b;\nc → d;", 1, 8, "the quotation is not closed"),
    Mistake("a → 'b", 1, 7, "`'` is missing before the end of the file"),
    Mistake("a → \\u12G4;", 1, 9, "\\u needs 4 hexadecimal digits"),
    Mistake("a → \\U0001F6;", 1, 13, "\\U needs 8 hexadecimal digits"),
    Mistake("a → \\uD800;", 1, 5, "U+D800 is no Unicode scalar"),
    Mistake("a → b \\U00110000;", 1, 7, "U+110000 is no Unicode scalar"),
    Mistake("a → \\UFFFFFFFF;", 1, 5, "U+FFFFFFFF is no Unicode scalar"),
    Mistake("a → \\", 1, 6, "the escape is not finished"),
    // Columns count characters, not bytes and not clusters.
    Mistake("щ ё́ 漢 🙂 * → b;", 1, 10, "`*` has no meaning here"),
    Mistake("a → b;\r\n* → c;", 2, 1, "`*` has no meaning here"),
  ])
  func pointsAt(mistake: Mistake) throws {
    let error = try #require(refusal(of: mistake.text), "\(mistake.text) is accepted")
    #expect(error.message == mistake.message)
    #expect((error.line, error.column) == (mistake.line, mistake.column), "\(error)")
    #expect(error.file == "rules/x.txt")
    #expect(!error.advice.isEmpty)
    #expect(error.description == "rules/x.txt:\(mistake.line):\(mistake.column): \(mistake.message) (\(error.advice))")
  }

  // MARK: Hostile text

  @Test func deepNestingIsRefused() throws {
    for depth in [RuleParser.nestingLimit + 1, 10_000, 200_000] {
      let error = try #require(refusal(of: String(repeating: "[", count: depth) + "a"))
      #expect(error.message == "sets are nested more than \(RuleParser.nestingLimit) levels deep")
      #expect((error.line, error.column) == (1, RuleParser.nestingLimit + 1))
    }
    let depth = RuleParser.nestingLimit
    let text = String(repeating: "[", count: depth) + "a" + String(repeating: "]", count: depth) + " → b;"
    #expect(try RuleParser.parse(text, file: "x").passes[0][0].key[0].matches(0x61))
    // Sets beside each other are not nested.
    let beside = "[" + String(repeating: "[a]", count: 1000) + "] → b;"
    #expect(try RuleParser.parse(beside, file: "x").passes[0].count == 1)
  }

  @Test func variablesThatGrowAreRefused() throws {
    var text = "$v0 = aaaaaaaa;\n"
    for number in 1...60 { text += "$v\(number) = $v\(number - 1) $v\(number - 1);\n" }
    let error = try #require(refusal(of: text + "$v60 → b;"))
    #expect(error.message == "there are more than \(RuleParser.elementLimit) elements here")
    #expect(error.line == 9)
  }

  @Test func aSetOfManyLetters() throws {
    let letters = (0x4E00...0x7E00 as ClosedRange<UInt32>).filter { $0 % 2 == 0 }.compactMap(Unicode.Scalar.init)
    let text = "[" + String(String.UnicodeScalarView(letters)) + "] → b;"
    guard case .set(let set) = try RuleParser.parse(text, file: "x").passes[0][0].key[0] else {
      Issue.record("no set")
      return
    }
    #expect(set.scalarCount == letters.count)
    #expect(set.contains(0x4E00) && !set.contains(0x4E01) && set.contains(0x7E00))
  }

  @Test func nulIsALetterLikeOthers() throws {
    let rules = try RuleParser.parse("\0 → x; a → '\0';", file: "x")
    #expect(rules.passes[0][0].key == [.scalar(0)])
    #expect(rules.passes[0][1].result == [.scalar(0)])
    #expect(try RuleEngine(rules.compiled()).apply("a\0b") == "\0xb")
  }

  /// Damaged files are understood or refused, and never the end of the program.
  @Test func damagedTextIsRefusedOrUnderstood() throws {
    let good = "::NFD;\n$v = [а-я [:Lu:]];\n$v { ж } [$[^$v]] → 'zh' \\u0301; # c\nщ → ;\n::NFC;\n"
    let letters = Array(good.unicodeScalars)
    let hostile = Array("[]{}$^'\\:;→>#- \nu0\0\u{0301}\u{202E}\u{10FFFF}a".unicodeScalars)
    var numbers = SeededNumbers(seed: 7)
    var accepted = 0
    for _ in 0..<4000 {
      var damaged = letters
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let place = Int.random(in: damaged.indices, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: damaged.remove(at: place)
        case 1: damaged[place] = numbers.pick(hostile)
        case 2: damaged.insert(numbers.pick(hostile), at: place)
        default: damaged.removeSubrange(place...)
        }
        if damaged.isEmpty { break }
      }
      let text = String(String.UnicodeScalarView(damaged))
      let lines = text.unicodeScalars.count { $0 == "\n" } + 1
      do {
        let rules = try RuleParser.parse(text, file: "x")
        accepted += 1
        #expect(!rules.passes[0].isEmpty)
        _ = try RuleEngine(rules.compiled()).apply("Жаж щ")
      } catch let error as RuleSyntaxError {
        #expect((1...lines).contains(error.line) && error.column >= 1, "\(error)")
      }
    }
    #expect((100..<3900).contains(accepted), "\(accepted): the damage is too small or too great to tell anything")
  }
}
