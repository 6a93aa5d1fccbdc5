import Testing
import UnicodeText

@Suite struct TransformRuleErrorTests {
  private func error(_ rules: String) -> TransformRuleError? {
    do {
      _ = try Transform(name: "t.txt", rules: rules)
      return nil
    } catch {
      guard case .invalidRules(let problem) = error else { return nil }
      return problem
    }
  }

  /// Line and column of the rule or of the place in it, and ICU's reason.
  @Test(arguments: [
    ("a > b;\nb > c\nc > d;\n", 2, 1, "U_UNQUOTED_SPECIAL"),
    ("a > $x;", 1, 1, "U_UNDEFINED_VARIABLE"),
    ("ж > zh;\n\n  а > [b;", 3, 6, "U_MALFORMED_SET"),
    ("ж > zh;\nа > ;\nxyz > 'abc ;\n", 3, 6, "U_UNTERMINATED_QUOTE"),
    (":: Latin-ASCII ;\na > b;\n c;\n", 3, 2, "U_MISSING_OPERATOR"),
    ("a > b;\n# 𠮷\n :: NFD (NFC) ;\n :: Foo-Bar ;\n", 4, 2, "U_INVALID_ID"),
    ("a } b } c > d;", 1, 1, "U_MULTIPLE_POST_CONTEXTS"),
    ("# 𠮷𠮷𠮷\r\n𠮷 > &Foo-Bar(x);", 2, 4, "U_INVALID_FUNCTION"),
  ])
  func place(_ rules: String, _ line: Int, _ column: Int, _ reason: String) throws {
    let problem = try #require(error(rules))
    #expect(problem.reason == reason)
    #expect(problem.place?.line == line)
    #expect(problem.place?.column == column)
    #expect(problem.name == "t.txt")
    let description = UnicodeTextError.invalidRules(problem).description
    #expect(description.hasPrefix("t.txt:\(line):\(column): "))
    #expect(description.contains(reason))
    #expect(!description.contains("\n"))
    // The offset says the same as line and column.
    let place = try #require(problem.place)
    let before = String(decoding: Array(rules.utf8.prefix(place.utf8Offset)), as: UTF8.self)
    #expect(before.unicodeScalars.filter { $0 == "\n" }.count == line - 1)
    #expect(rules.unicodeScalars.starts(with: before.unicodeScalars))
  }

  @Test func hiddenRuleNamesBoth() throws {
    let problem = try #require(error("a > b;\nx > y;\na > c;\n"))
    #expect(problem.place == nil)
    #expect(problem.before == "a > b;")
    #expect(problem.after == "a > c;")
    #expect(problem.description.contains("hides"))
  }

  @Test func parenthesesWithoutEnd() throws {
    for rules in [String(repeating: "(", count: 1_000_000), "a > &" + String(repeating: "Any-Upper(", count: 300)] {
      let problem = try #require(error(rules))
      #expect(problem.reason == "U_MISMATCHED_SEGMENT_DELIMITERS")
      #expect(problem.place?.line == 1)
    }
    let deep = String(repeating: "(", count: 200) + "a" + String(repeating: ")", count: 200) + " > b;"
    #expect(try Transform(name: "deep", rules: deep)("a") == "b")
    // Many rules with parentheses are not deep.
    _ = try Transform(name: "wide", rules: (0..<300).map { "(a\($0)) > b;\n" }.reversed().joined())
  }

  @Test func setsWithoutEnd() throws {
    #expect(error(String(repeating: "[", count: 1_000_000))?.reason != nil)
  }

  /// No text crashes the compiler.
  @Test func randomRules() throws {
    var numbers = SeededNumbers(seed: 5)
    let pieces = [
      "a", "b", " > ", ";", "\n", "(", ")", "[", "]", "$x", "=", "'", "\\", "{", "}", "|", "^", "<>", "::", "NFD", "&",
      "#", "$1", "*", "+", "?", "@", "-", "\u{202E}", "\0", "ж", "𠮷", "\\u", "[:L:]", "::Null;", "use variable range",
    ]
    var compiled = 0
    for _ in 0..<3000 {
      let count = Int.random(in: 0...20, using: &numbers)
      let rules = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &numbers)] }.joined()
      if let problem = error(rules) {
        #expect(problem.place.map { $0.utf8Offset <= rules.utf8.count } ?? true)
        #expect(!problem.reason.isEmpty)
      } else {
        _ = try Transform(name: "r", rules: rules)("ab жа [x] 𠮷")
        compiled += 1
      }
    }
    #expect(compiled > 0)
  }
}
