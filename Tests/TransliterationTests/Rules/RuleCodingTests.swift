import SectionedFile
import Testing
import UnicodeText

@testable import Transliteration

/// Rules come out of compiled tables as they went in, and damaged ones are refused.
struct RuleCodingTests {
  private func encoded(_ program: RuleProgram) -> [UInt8] {
    var writer = ByteWriter()
    program.encode(to: &writer)
    return writer.bytes
  }

  private func decoded(_ bytes: [UInt8]) throws -> RuleProgram {
    let region = ByteRegion(ByteStorage(copying: bytes, name: "test"))
    var reader = ByteReader(region)
    let rules = try RuleProgram(decoding: &reader, in: region)
    #expect(reader.isAtEnd)
    return rules
  }

  private func program(_ text: String) throws -> RuleProgram { try RuleParser.parse(text, file: "x").compiled() }

  @Test(arguments: [
    "a → b;", "a → ;", "::NFKD; a → b; ::NFD;", "::NFD; [ab] { c } [$] → d; [^[:L:]] → e; ::NFKC;",
    "x { [а-я] } [$[^[:L:][:M:]]] → \\U0001F642; [ab] → 1; y } [ab] → 2;", "a (b) → $1 x $1; ::Null; é → e;",
  ])
  func roundTrip(text: String) throws {
    let program = try program(text)
    #expect(try decoded(encoded(program)) == program)
    #expect(encoded(try decoded(encoded(program))) == encoded(program))
  }

  @Test func roundTripOfEverySystem() throws {
    let tables = try compiledTables()
    var count = 0
    for system in tables.systems where system.backing == .rules {
      let program = try tables.rules(of: system.code)
      #expect(try decoded(encoded(program)) == program, "\(system.code)")
      count += 1
    }
    #expect(count >= 200)
  }

  @Test func truncatedRulesAreRefused() throws {
    let bytes = encoded(try program("::NFD; [ab] { c } [$] → d; x → yz;"))
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: SectionedFileError.self, "\(length) of \(bytes.count) bytes") {
        try decoded(Array(bytes[..<length]))
      }
    }
  }

  /// What is read in spite of damage is sound, and running it stays inside its tables.
  @Test func flippedBitsNeverCrash() throws {
    let bytes = encoded(try program("::NFD; [ab] { c } [$] → d; [x-z]b → yz; é → ; (q) w → $1;"))
    var survivors = 0
    for place in stride(from: 0, to: bytes.count, by: 3) {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(bit)
        let region = ByteRegion(ByteStorage(copying: damaged, name: "test"))
        var reader = ByteReader(region)
        guard let program = try? RuleProgram(decoding: &reader, in: region) else { continue }
        survivors += 1
        _ = try? RuleEngine(program).apply("abc ABC é qw 조 \u{1F600}")
      }
    }
    #expect(survivors > 0)
  }

  // MARK: The rules of the tables

  /// The source is matched in small letters, so a rule for a capital would never be used.
  @Test func noRuleIsForCapitals() throws {
    for (code, rules) in try parsedRules() {
      for rule in rules.passes.joined() {
        for case .scalar(let value) in rule.left + rule.key + rule.right {
          let scalar = try #require(Unicode.Scalar(value))
          #expect(scalar.properties.lowercaseMapping == String(scalar), "\(code): a rule for \(scalar) is never used")
        }
      }
    }
  }

  /// A rule without contexts takes every place from the rules below it whose key it begins.
  @Test func noRuleHidesAnother() throws {
    for (code, pass) in try parsedRules().flatMap({ file in file.rules.passes.map { (file.code, $0) } }) {
      var hiding: Set<[RuleElement]> = []
      for rule in pass {
        for length in 1...rule.key.count {
          let head = Array(rule.key[..<length])
          if hiding.contains(head) {
            Issue.record("\(code): the rule for \(text(rule.key)) stands behind one for \(text(head))")
          }
        }
        if rule.left.isEmpty, rule.right.isEmpty { hiding.insert(rule.key) }
      }
    }
  }

  private func text(_ elements: [RuleElement]) -> String {
    elements.map { element in
      switch element {
      case .scalar(let value): Unicode.Scalar(value).map { String($0) } ?? "?"
      case .set: "[…]"
      }
    }.joined()
  }
}
