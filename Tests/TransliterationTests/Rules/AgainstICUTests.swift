import Testing
import UnicodeText

@testable import Transliteration

/// The compiled engine beside ICU's own, and beside rules run the slow way.
struct AgainstICUTests {
  /// ICU looks at the result in its left contexts, so rule files without any mean the same to both. Capitals are ours.
  private static func isAlike(_ rules: TransformRules) -> Bool {
    rules.passes.count == 1 && rules.before != .nfkc && rules.before != .nfkd
      && rules.passes[0].allSatisfy { $0.left.isEmpty && $0.right.allSatisfy { element in !element.matches(nil) } }
  }

  /// The text of rules for ICU, every letter escaped.
  private static func text(_ rules: TransformRules) -> String {
    func escaped(_ value: UInt32) -> String {
      let digits = String(value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
    func elements(_ list: [RuleElement]) -> String {
      list.map { element in
        switch element {
        case .scalar(let value): escaped(value)
        case .set(let set):
          "[" + set.ranges.map { "\(escaped($0.lowerBound))-\(escaped($0.upperBound))" }.joined() + "]"
        }
      }.joined(separator: " ")
    }
    let forms: [NormalizationForm: String] = [.nfc: "NFC", .nfd: "NFD"]
    let body = rules.passes[0].map { rule in
      var key = elements(rule.key)
      var result = ""
      var segments: [Range<Int>] = []
      for element in rule.result {
        switch element {
        case .scalar(let value): result += escaped(value)
        case .segment(let range):
          segments.append(range)
          result += "$\(segments.count) "
        }
      }
      if !segments.isEmpty {
        key = ""
        for (place, element) in rule.key.enumerated() {
          if segments.contains(where: { $0.lowerBound == place }) { key += "(" }
          key += elements([element])
          if segments.contains(where: { $0.upperBound == place + 1 }) { key += ")" }
        }
      }
      return key + (rule.right.isEmpty ? "" : " } \(elements(rule.right))") + " > \(result) ;"
    }
    return "::\(forms[rules.before] ?? "NFC");\n" + body.joined(separator: "\n") + "\n::NFC;"
  }

  @Test func icuRunsTheSameRulesAlike() throws {
    var compared = 0
    for (code, rules) in try parsedRules() where Self.isAlike(rules) {
      // ICU refuses sets of everything and rules that hide each other; what it takes is compared.
      guard let transform = try? Transform(name: code, rules: Self.text(rules)) else { continue }
      let description = try #require(try compiledTables().systems.first { $0.code == code })
      guard description.sourceScript != "Hrkt" else { continue }
      let engine = RuleEngine(try rules.compiled())
      var letters = Set<UInt32>()
      for rule in rules.passes[0] {
        for element in rule.key + rule.right {
          switch element {
          case .scalar(let value): letters.insert(value)
          case .set(let set) where set.scalarCount < 200: letters.formUnion(set.ranges.joined())
          case .set: break
          }
        }
      }
      let alphabet = letters.sorted().compactMap(Unicode.Scalar.init).prefix(90)
      for first in alphabet {
        for second in alphabet {
          let text = String(first) + String(second) + String(first)
          let ours = try engine.apply(text)
          let theirs = try transform.apply(text)
          if !ours.unicodeScalars.elementsEqual(theirs.unicodeScalars) {
            Issue.record("\(code): \(text) is \(ours), and \(theirs) by ICU")
            break
          }
        }
      }
      compared += 1
    }
    #expect(compared >= 20)
  }

  /// Every rule file on its own letters: all of them, all pairs of the first hundred, and random words.
  @Test func theSlowWayGivesTheSame() throws {
    var numbers = SeededNumbers(seed: 17)
    for (code, rules) in try parsedRules() {
      let description = try #require(try compiledTables().systems.first { $0.code == code })
      let reading = description.sourceScript == "Hrkt" ? TransformRules.Reading.kana : .letters
      let engine = RuleEngine(try rules.compiled(reading: reading))
      var letters: Set<UInt32> = [0x20, 0x2D, 0x41, 0x301]
      for rule in rules.passes[0] {
        for element in rule.key + rule.left {
          switch element {
          case .scalar(let value): letters.insert(value)
          case .set(let set) where set.scalarCount < 100: letters.formUnion(set.ranges.joined())
          case .set: break
          }
        }
      }
      let alphabet = letters.sorted().compactMap(Unicode.Scalar.init)
      for _ in 0..<40 {
        let word = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in String(numbers.pick(alphabet)) }.joined()
        let text = Bool.random(using: &numbers) ? word : word.uppercased()
        let ours = try engine.apply(text)
        let slow = try NaiveRules.apply(rules, text, reading: reading)
        if !ours.unicodeScalars.elementsEqual(slow.unicodeScalars) {
          Issue.record("\(code): \(text) is \(ours), and \(slow) the slow way")
          break
        }
      }
    }
  }
}
