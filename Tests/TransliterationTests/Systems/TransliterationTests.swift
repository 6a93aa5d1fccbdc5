import Testing
import UnicodeText

@testable import Transliteration

/// Where the parts of a result come from, and what was not known.
struct TransliterationResultTests {
  private func result(_ code: String, _ text: String, _ style: NameStyle = .automatic) throws -> Transliteration {
    try compiledTables().system(code).transliterate(text, style: style)
  }

  @Test(arguments: [
    ("bgnpcgn-rus-Cyrl-Latn-1947", "Щука и Ёж"), ("moct-kor-Hang-Latn-2000", "조춘룡"), ("sac-zho-Hans-Latn-1979", "李鸿忠"),
    ("elot-ell-Grek-Latn-743-1982-ts", "Θεσσαλονίκη"), ("var-zho-Latn-Cyrl-palladius", "Hongzhong li"),
    ("var-jpn-Hrkt-Latn-hepburn-1954", "ﾄｳｷｮｳ"), ("kp-kor-Hang-Latn-2002", "金正恩"), ("royin-tha-Thai-Latn-1999", "ชลบุรี"),
  ])
  func partsCoverSourceAndResult(code: String, text: String) throws {
    let result = try result(code, text)
    #expect(try result.text == compiledTables().system(code).apply(text))
    var source = 0
    var target = 0
    for part in result.parts {
      #expect(part.source.lowerBound == source && part.target.lowerBound == target, "\(result.parts)")
      (source, target) = (part.source.upperBound, part.target.upperBound)
    }
    #expect(source == text.utf8.count && target == result.text.utf8.count, "\(result.parts)")
    #expect(result.unknownLetters.isEmpty)
  }

  @Test func partsAreLetterByLetter() throws {
    let parts = try result("bgnpcgn-rus-Cyrl-Latn-1947", "Щи").parts
    #expect(parts == [.init(source: 0..<2, target: 0..<4), .init(source: 2..<4, target: 4..<5)])
    let han = try result("sac-zho-Hans-Latn-1979", "李鸿忠").parts
    #expect(han.map(\.source) == [0..<3, 3..<6, 6..<9])
    #expect(han.first?.target == 0..<3, "the space goes with the surname")
  }

  @Test func lettersOutsideTheSystemAreNamed() throws {
    let result = try result("icao-rus-Cyrl-Latn-9303", "Ԛуба")
    #expect(result.unknownLetters.map(\.scalar) == ["Ԛ"])
    #expect(result.unknownLetters.first?.offset == 0)
    #expect(result.unknownLetters.first?.description.contains("U+051A") == true)
  }

  /// No letter of the source script is left of what a system's own examples are made of.
  @Test func nothingLeaksFromRelays() throws {
    let relay = try Relay(
      codes: ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947"], tables: compiledTables())
    let result = try relay.transliterate("조춘룡", style: .person)
    #expect(try result.text == relay.apply("조춘룡", style: .person))
    #expect(result.unknownLetters.isEmpty)
    #expect(result.parts.last?.source.upperBound == 9)
  }
}
