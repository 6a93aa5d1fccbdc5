import SectionedFile
import Testing
import UnicodeText

@testable import Transliteration

/// Rules come out of compiled tables as they went in, and damaged ones are refused.
struct RuleCodingTests {
  private func encoded(_ rules: TransformRules) -> [UInt8] {
    var writer = ByteWriter()
    rules.encode(to: &writer)
    return writer.bytes
  }

  private func decoded(_ bytes: [UInt8]) throws -> TransformRules {
    let region = ByteRegion(ByteStorage(copying: bytes, name: "test"))
    var reader = ByteReader(region)
    let rules = try TransformRules(decoding: &reader, in: region)
    #expect(reader.isAtEnd)
    return rules
  }

  @Test(arguments: [
    "a → b;", "a → ;", "::NFKD; a → b; ::NFD;", "::NFD; [ab] { c } [$] → d; [^[:L:]] → e; ::NFKC;",
    "x { [а-я] } [$[^[:L:][:M:]]] → \\U0001F642; [ab] → 1; y } [ab] → 2;",
  ])
  func roundTrip(text: String) throws {
    let rules = try RuleParser.parse(text, file: "x")
    #expect(try decoded(encoded(rules)) == rules)
    #expect(encoded(try decoded(encoded(rules))) == encoded(rules))
  }

  @Test func roundTripOfEverySystem() throws {
    let tables = try compiledTables()
    var count = 0
    for system in tables.systems where system.backing == .rules {
      let rules = try #require(try tables.rules(of: system.code))
      #expect(try decoded(encoded(rules)) == rules, "\(system.code)")
      count += 1
    }
    #expect(count >= 11)
  }

  @Test func truncatedRulesAreRefused() throws {
    let bytes = encoded(try RuleParser.parse("::NFD; [ab] { c } [$] → d; x → yz;", file: "x"))
    for length in 0..<bytes.count {
      #expect(throws: SectionedFileError.self, "\(length) of \(bytes.count) bytes") {
        try decoded(Array(bytes[..<length]))
      }
    }
  }

  @Test func flippedBitsNeverCrash() throws {
    let bytes = encoded(try RuleParser.parse("::NFD; [ab] { c } [$] → d; [x-z]b → yz; é → ;", file: "x"))
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(bit)
        let region = ByteRegion(ByteStorage(copying: damaged, name: "test"))
        var reader = ByteReader(region)
        guard let rules = try? TransformRules(decoding: &reader, in: region) else { continue }
        _ = try RuleTransducer(rules).apply("abc ABC é")
      }
    }
  }

  // MARK: The rules of the tables

  private func rulesOfSystems() throws -> [(code: String, rules: TransformRules)] {
    let tables = try compiledTables()
    return try tables.systems.filter { $0.backing == .rules }.map { system in
      (system.code, try #require(try tables.rules(of: system.code)))
    }
  }

  /// The source is matched in small letters, so a rule for a capital would never be used.
  @Test func noRuleIsForCapitals() throws {
    for (code, rules) in try rulesOfSystems() {
      for rule in rules.rules {
        for case .scalar(let value) in rule.left + rule.key + rule.right {
          let scalar = try #require(Unicode.Scalar(value))
          #expect(scalar.properties.lowercaseMapping == String(scalar), "\(code): a rule for \(scalar) is never used")
        }
      }
    }
  }

  /// A rule without contexts takes every place from the rules below it whose key it begins.
  @Test func noRuleHidesAnother() throws {
    for (code, rules) in try rulesOfSystems() {
      var hiding: Set<[RuleElement]> = []
      for rule in rules.rules {
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
