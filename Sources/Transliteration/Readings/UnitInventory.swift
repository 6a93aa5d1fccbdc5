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

  /// What it costs to believe that a name has the unit where only its spelling says so.
  ///
  /// Syllables of Sino-Korean names end in ㄱ ㄴ ㄹ ㅁ ㅂ ㅇ or a vowel, and begin with no tense consonant but ㅆ
  /// (I. Lee, S. R. Ramsey, The Korean Language, section on Sino-Korean).
  func rarity(of unit: UInt16) -> UInt16 {
    guard language == .korean else { return 0 }
    return Self.rareKoreanUnits.contains(unit) ? Self.rareUnitCost : 0
  }

  private static let rareUnitCost: UInt16 = 200

  private static let rareKoreanUnits: Set<UInt16> = {
    let tense: Set<UInt16> = [1, 4, 8, 13]
    let plainFinals: Set<UInt16> = [0, 1, 4, 8, 16, 17, 21]
    let finals = (0..<UInt16(HangulJamo.finalCount)).filter { !plainFinals.contains($0) }
    return tense.union(finals.map { $0 + UInt16(koreanWithoutFinal) })
  }()
}
