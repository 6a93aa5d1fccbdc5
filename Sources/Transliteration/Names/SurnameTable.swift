import SectionedFile

/// The closed lists of surnames by which unspaced Korean and Chinese names are split.
public struct SurnameTable: Sendable {
  /// Korean surnames in Hangul, Northern and Southern spellings.
  let korean: Set<String>
  /// Chinese surnames in simplified characters, with their reading as a surname (toneless pinyin).
  private let chinese: [String: [String]]

  /// First syllables of Korean surnames, taken apart into jamo.
  private let koreanHeads: Set<[UInt32]>
  /// First syllables of Chinese surnames in pinyin.
  private let chineseHeads: Set<String>
  /// Whole surnames: Korean ones taken apart into jamo, Chinese ones as syllables of pinyin.
  private let koreanWholes: Set<[UInt32]>
  private let chineseWholes: Set<[String]>
  /// Ends of Korean place names, such as 산 and 역: a word that ends in one is not taken for a person.
  let koreanGenerics: Set<String>
  /// Korean surnames so rare that a word which begins with one is rather no name.
  let koreanRare: Set<String>

  /// One or two scalars as one number.
  @inline(__always)
  static func packed(_ first: UInt32, _ second: UInt32 = 0) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  public init(
    korean: Set<String>, chinese: [String: [String]], koreanGenerics: Set<String> = [], koreanRare: Set<String> = []
  ) {
    self.korean = korean
    self.koreanRare = koreanRare
    self.chinese = chinese
    self.koreanGenerics = koreanGenerics
    koreanHeads = Set(korean.compactMap { $0.unicodeScalars.first.flatMap { HangulJamo.scalars(of: $0.value) } })
    chineseHeads = Set(chinese.values.compactMap(\.first))
    koreanWholes = Set(korean.map { $0.unicodeScalars.flatMap { HangulJamo.scalars(of: $0.value) ?? [] } })
    chineseWholes = Set(chinese.values)
  }

  /// An unspaced name in two parts.
  public struct Split: Hashable, Sendable {
    public var surname: String
    public var given: String
    /// Whether the surname is in the list; a single first character is taken for one otherwise.
    public var isListed: Bool
  }

  /// The ways to split `name` (Hangul syllables only) into surname and given name, the likeliest first.
  ///
  /// A surname of two syllables that is listed comes first: 남궁민 is 남궁 민 far more often than 남 궁민. The first syllable
  /// alone comes second (황보라 may be 황 보라).
  public func splitKorean(_ name: String) -> [Split] { split(name) { korean.contains($0) } }

  /// The same for Han characters. `simplified` maps a character to the form in the list.
  public func splitChinese(_ name: String, simplified: (Character) -> Character) -> [Split] {
    split(name) { surname in chinese[String(surname.map(simplified))] != nil }
  }

  private func split(_ name: String, isListed: (String) -> Bool) -> [Split] {
    let letters = Array(name)
    guard (2...4).contains(letters.count) else { return [] }
    func split(at length: Int) -> Split {
      let surname = String(letters[..<length])
      return Split(surname: surname, given: String(letters[length...]), isListed: isListed(surname))
    }
    let short = split(at: 1)
    guard letters.count >= 3 else { return [short] }
    let long = split(at: 2)
    guard long.isListed else { return [short] }
    return [long, short]
  }

  /// Whether the units of a first syllable begin a listed surname of the language.
  ///
  /// - Parameter names: the text of each unit.
  func mayHead(_ units: [UInt16], of language: SourceLanguage, names: [String]) -> Bool {
    let texts = Self.texts(of: units, names)
    switch language {
    case .korean: return koreanHeads.contains(texts.joined().unicodeScalars.map(\.value))
    case .chinese: return chineseHeads.contains(texts.joined())
    case .russian, .japanese, .english, .german, .french: return true
    }
  }

  private static func texts(of units: [UInt16], _ names: [String]) -> [String] {
    units.compactMap { names.indices.contains(Int($0)) ? names[Int($0)] : nil }
  }

  /// Whether the units of one syllable or two are a listed surname of the language; of languages without a list any are.
  ///
  /// - Parameter names: the text of each unit.
  func isSurname(_ units: [UInt16], of language: SourceLanguage, names: [String]) -> Bool {
    let texts = Self.texts(of: units, names)
    switch language {
    case .korean: return koreanWholes.contains(texts.joined().unicodeScalars.map(\.value))
    case .chinese: return chineseWholes.contains(texts)
    case .russian, .japanese, .english, .german, .french: return true
    }
  }

  /// Whether the units of one syllable are a Korean word for a kind of place.
  func isPlaceGeneric(_ units: [UInt16], of language: SourceLanguage) -> Bool {
    guard language == .korean, units.count == language.phaseCount else { return false }
    let syllable = HangulJamo.compose(
      initial: Int(units[0]), vowel: Int(units[1]) - UnitInventory.firstKoreanVowel,
      final: Int(units[2]) - UnitInventory.koreanWithoutFinal)
    return syllable.map { koreanGenerics.contains(String(Character($0))) } ?? false
  }

  /// Listed Chinese surnames with their readings.
  var chineseSurnames: [String: [String]] { chinese }

  /// The reading that a Chinese surname has as a surname, where the list gives one.
  public func reading(ofChineseSurname surname: String) -> [String]? { chinese[surname] }

  func encode(to writer: inout ByteWriter) {
    writer.append(UInt32(korean.count))
    for surname in korean.sorted(by: { $0.utf8Bytes < $1.utf8Bytes }) { writer.append(surname) }
    writer.append(UInt32(chinese.count))
    for (surname, reading) in chinese.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      writer.append(surname)
      writer.append(reading.joined(separator: " "))
    }
    writer.append(UInt32(koreanGenerics.count))
    for generic in koreanGenerics.sorted(by: { $0.utf8Bytes < $1.utf8Bytes }) { writer.append(generic) }
    writer.append(UInt32(koreanRare.count))
    for surname in koreanRare.sorted(by: { $0.utf8Bytes < $1.utf8Bytes }) { writer.append(surname) }
  }

  init(decoding reader: inout ByteReader) throws(SectionedFileError) {
    var korean: Set<String> = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { korean.insert(try reader.string()) }
    var chinese: [String: [String]] = [:]
    for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
      let surname = try reader.string()
      chinese[surname] = try reader.string().split(separator: " ").map(String.init)
    }
    var generics: Set<String> = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { generics.insert(try reader.string()) }
    var rare: Set<String> = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { rare.insert(try reader.string()) }
    self.init(korean: korean, chinese: chinese, koreanGenerics: generics, koreanRare: rare)
  }
}
