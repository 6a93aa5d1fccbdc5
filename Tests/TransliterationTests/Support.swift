import Allonym
import NameModel
import SectionedFile
import Testing
import UnicodeText

@testable import Transliteration

/// The compiled tables, as every user gets them.
func compiledTables() throws -> TransliterationTables { try CuratedTables.shared.get().transliteration }

/// The folder of the tables' sources.
let tablesFolder: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return (parts.dropLast(3) + ["Tables"]).joined(separator: "/")
}()

/// The rules of all systems that have a file of their own, as they are parsed.
func parsedRules() throws -> [(code: String, rules: TransformRules)] {
  try compiledTables().systems.filter { $0.backing == .rules && $0.table == $0.code }.map { system in
    let path = "\(tablesFolder)/systems/rules/\(system.code).txt"
    return (system.code, try RuleParser.parse(String(decoding: TableFile.read(path), as: UTF8.self), file: path))
  }
}

extension RuleEngine {
  convenience init(text: String) throws {
    self.init(try RuleParser.parse(text, file: "test").compiled())
  }

  func apply(_ text: String) throws -> String {
    var trace: OffsetTrace?
    return try write(text, trace: &trace)
  }
}

/// The syllables of pinyin that a table spells.
func pinyinSyllables() throws -> Set<String> {
  Set(try #require(try compiledTables().syllables(of: "var-zho-Latn-Cyrl-palladius")).keys)
}

/// A spelling model that the tables must have.
func model(_ language: SourceLanguage, _ script: String) throws -> SpellingModel {
  try #require(compiledTables().model(language, script: script))
}

/// Code points, because `==` on strings compares canonical equivalence.
func points(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }
}

/// Names as they might be, made of common parts: the same ones in every run.
enum GeneratedNames {
  /// Surnames and syllables that Korean names are often made of, with jamo of every kind that Sino-Korean has.
  private static let koreanSurnames = ["김", "리", "이", "박", "최", "정", "조", "강", "윤", "장", "한", "오", "류", "로", "황"]
  private static let initials = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18]
  private static let vowels = [0, 1, 4, 6, 8, 13, 18, 20]
  private static let finals = [0, 1, 4, 8, 16, 17, 21]

  /// A surname and two syllables, such as 조춘룡.
  static func korean(_ count: Int, seed: UInt64) -> [String] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { _ in
      let given = [sinoKoreanSyllable(&numbers), sinoKoreanSyllable(&numbers)]
      return numbers.pick(koreanSurnames) + given.map { String($0) }.joined()
    }
  }

  private static func sinoKoreanSyllable(_ numbers: inout SeededNumbers) -> Unicode.Scalar {
    while true {
      let initial = numbers.pick(initials)
      let vowel = numbers.pick(vowels)
      // ㄷ and ㅌ before ㅣ and y became ㅈ and ㅊ long ago.
      if [3, 16].contains(initial), HangulJamo.isPalatal(vowel: vowel) { continue }
      if let syllable = HangulJamo.compose(initial: initial, vowel: vowel, final: numbers.pick(finals)) {
        return syllable
      }
    }
  }

  /// Surname and given name of two syllables, such as `["li", "hong", "zhong"]`.
  static func chinese(_ count: Int, seed: UInt64, syllables: [String]) -> [[String]] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { _ in (0..<3).map { _ in numbers.pick(syllables) } }
  }
}
