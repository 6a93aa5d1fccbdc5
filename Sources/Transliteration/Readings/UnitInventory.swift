/// The units that names of a language are made of, numbered.
///
/// Korean: the jamo, 0–18 initials, 19–39 vowels, 40 "no final", 41–67 finals. Chinese: toneless pinyin syllables.
/// Russian: small Cyrillic letters and the letter groups that are spelled as one.
struct UnitInventory: Hashable, Sendable {
  let language: SourceLanguage
  /// The text of each unit, by number.
  let names: [String]
  private let numbers: [String: UInt16]

  init(language: SourceLanguage, names: [String]) {
    self.language = language
    self.names = names
    numbers = Dictionary(names.enumerated().map { ($1, UInt16($0)) }, uniquingKeysWith: { first, _ in first })
  }

  static let korean = UnitInventory(
    language: .korean,
    names: jamo(HangulJamo.initialBase, HangulJamo.initialCount) + jamo(HangulJamo.vowelBase, HangulJamo.vowelCount)
      + [""] + jamo(HangulJamo.finalBase + 1, HangulJamo.finalCount - 1))

  private static func jamo(_ first: UInt32, _ count: Int) -> [String] {
    (0..<UInt32(count)).compactMap { Unicode.Scalar(first + $0).map { String(Character($0)) } }
  }

  static let firstKoreanVowel = HangulJamo.initialCount
  static let koreanWithoutFinal = HangulJamo.initialCount + HangulJamo.vowelCount

  func number(of name: String) -> UInt16? { numbers[name] }

  /// Which of the language's phases a unit belongs to.
  func phase(of unit: UInt16) -> Int {
    guard language == .korean else { return 0 }
    return Int(unit) < Self.firstKoreanVowel ? 0 : Int(unit) < Self.koreanWithoutFinal ? 1 : 2
  }
}
