public import SectionedFile
import Synchronization

/// The compiled tables of all systems: the register, rules, syllables, surname lists, Han readings, spelling models.
///
/// Opened once and used from any number of threads. Each part is decoded when it is first asked for.
public final class TransliterationTables: Sendable {
  enum Tag {
    static let register = "SYSD"
    static let rules = "RULE"
    static let syllables = "SYLL"
    static let styles = "STYL"
    static let surnames = "SURN"
    static let readings = "HANR"
    static let aliases = "ALIA"
    static let models = "SPEL"
    static let practices = "PRAC"
    static let statistics = "STAT"
    static let names = "NAMR"
    static let letters = "LETT"
    static let forest = "TREE"
    static let lexicon = "LEXI"
    static let rarity = "WRAR"
  }

  /// The register, sorted by code.
  public let systems: [SystemDescription]
  public let surnames: SurnameTable
  /// Mandarin readings and simplified forms.
  public let han: HanReadings
  /// Names under which other collections know a system, with the style in which they use it.
  public let aliases: [String: SystemAlias]
  /// What the features of a comparison of names weigh together (`Tables/matching/trees.tsv`).
  public let matchForest: DecisionForest
  /// Words that stand in names with a meaning of their own.
  public let lexicon: NameLexicon
  /// How rare words are in names (`Tables/matching/words.tsv`).
  let rarity: WordRarity
  let styles: [String: SyllableStyle]
  private let standards: [String: [String]]
  private let practices: [String: String]
  private let file: SectionedFile
  private let opened = Mutex<Opened>(Opened())

  private struct Opened {
    var systems: [String: TransliterationSystem] = [:]
    var models: [ModelKey: SpellingModel] = [:]
    var readings: [String: HanReadings] = [:]
    var statistics: [String: UnitStatistics] = [:]
    var names: [String: NameReadings] = [:]
    var letters: [String: LetterModel] = [:]
    var folding: FoldTable?
  }

  struct ModelKey: Hashable {
    var language: SourceLanguage
    var script: String
  }

  public init(_ file: SectionedFile) throws(SectionedFileError) {
    self.file = file
    let register = try file.section(Tag.register)
    var reader = ByteReader(register)
    var systems: [SystemDescription] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 76)) {
      systems.append(try SystemDescription(decoding: &reader, in: register))
    }
    self.systems = systems
    var surnameReader = ByteReader(try file.section(Tag.surnames))
    surnames = try SurnameTable(decoding: &surnameReader)
    let mandarin = try Self.part(named: "zh", of: file.section(Tag.readings))
    guard let mandarin else { throw SectionedFileError.missingSection(path: register.storageName, section: "HANR zh") }
    var hanReader = ByteReader(mandarin)
    han = try HanReadings(decoding: &hanReader, in: mandarin)
    var aliasReader = ByteReader(try file.section(Tag.aliases))
    var aliases: [String: SystemAlias] = [:]
    for _ in 0..<(try aliasReader.count(elementsOfAtLeast: 12)) {
      let name = try aliasReader.string()
      aliases[name] = SystemAlias(code: try aliasReader.string(), style: NameStyle(rawValue: try aliasReader.string()))
    }
    self.aliases = aliases
    var standards: [String: [String]] = [:]
    for _ in 0..<(try aliasReader.count(elementsOfAtLeast: 8)) {
      let language = try aliasReader.string()
      standards[language] = try aliasReader.string().split(separator: " ").map(String.init)
    }
    self.standards = standards
    matchForest = try DecisionForest(decoding: file.section(Tag.forest))
    lexicon = try NameLexicon(decoding: file.section(Tag.lexicon))
    rarity = try WordRarity(decoding: file.section(Tag.rarity))
    var styleReader = ByteReader(try file.section(Tag.styles))
    var styles: [String: SyllableStyle] = [:]
    for _ in 0..<(try styleReader.count(elementsOfAtLeast: 21)) {
      let code = try styleReader.string()
      styles[code] = try SyllableStyle(decoding: &styleReader)
    }
    self.styles = styles
    var practiceReader = ByteReader(try file.section(Tag.practices))
    var practices: [String: String] = [:]
    for _ in 0..<(try practiceReader.count(elementsOfAtLeast: 8)) {
      let name = try practiceReader.string()
      practices[name] = try practiceReader.string()
    }
    self.practices = practices
  }

  /// The systems by which names of a language are written for readers, the first one first (`systems/standards.tsv`).
  func standards(of language: String) -> [String] { standards[language] ?? [] }

  /// What a person reads for a practice that is no published system, such as `english` or `customary`.
  public func label(ofPractice name: String) -> String? { practices[name] }

  /// How the characters of running text fold.
  public func folding() throws(SectionedFileError) -> FoldTable {
    if let known = opened.withLock({ $0.folding }) { return known }
    let folding = try FoldTable(file)
    opened.withLock { $0.folding = folding }
    return folding
  }

  /// The system with an ISO 24229 code, or a name under which another collection knows it.
  public func system(_ name: String) throws(TransliterationError) -> TransliterationSystem {
    let code = aliases[name]?.code ?? name
    if let known = opened.withLock({ $0.systems[code] }) { return known }
    guard let description = systems.first(where: { $0.code == code }) else {
      throw .unknownSystem(code: code, similar: similarCodes(code))
    }
    let system = try TransliterationSystem(description, tables: self)
    return opened.withLock { opened in
      // Another thread may have been first; both built the same thing.
      if let known = opened.systems[code] { return known }
      opened.systems[code] = system
      return system
    }
  }

  /// How names of `language` are spelled in `script` (ISO 15924); `nil` where no table says so.
  public func model(_ language: SourceLanguage, script: String) -> SpellingModel? {
    let key = ModelKey(language: language, script: script)
    if let known = opened.withLock({ $0.models[key] }) { return known }
    guard let model = try? decodeModel(key) else { return nil }
    opened.withLock { $0.models[key] = model }
    return model
  }

  /// The rules of a system whose backing is rules.
  func rules(of code: String) throws(SectionedFileError) -> RuleProgram {
    let region = try file.section(Tag.rules)
    guard let part = try Self.part(named: table(of: code), of: region) else {
      throw SectionedFileError.missingSection(path: region.storageName, section: "rules of \(code)")
    }
    var reader = ByteReader(part)
    return try RuleProgram(decoding: &reader, in: part)
  }

  /// Reading → spelling, for a system of syllables that does not write readings as they are.
  ///
  /// - Parameter characters: single characters → spelling instead, for those that do not follow their reading.
  func syllables(of code: String, characters: Bool = false) throws(SectionedFileError) -> [String: String]? {
    let name = characters ? "\(table(of: code)) characters" : table(of: code)
    guard let part = try Self.part(named: name, of: file.section(Tag.syllables)) else { return nil }
    var reader = ByteReader(part)
    var result: [String: String] = [:]
    for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
      let syllable = try reader.string()
      result[syllable] = try reader.string()
    }
    return result
  }

  private func table(of code: String) -> String { systems.first { $0.code == code }?.table ?? code }

  /// How Han characters are read in a language (BCP 47); `nil` where no table says so.
  public func readings(of language: String) throws(SectionedFileError) -> HanReadings? {
    if language == "zh" { return han }
    if let known = opened.withLock({ $0.readings[language] }) { return known }
    guard let part = try Self.part(named: language, of: file.section(Tag.readings)) else { return nil }
    var reader = ByteReader(part)
    let readings = try HanReadings(decoding: &reader, in: part)
    opened.withLock { $0.readings[language] = readings }
    return readings
  }

  /// How usual units are in names of a language (BCP 47); `nil` where nothing was counted.
  func statistics(of language: String) -> UnitStatistics? {
    if let known = opened.withLock({ $0.statistics[language] }) { return known }
    guard let region = try? file.section(Tag.statistics), let part = try? Self.part(named: language, of: region) else {
      return nil
    }
    var reader = ByteReader(part)
    guard let statistics = try? UnitStatistics(decoding: &reader) else { return nil }
    opened.withLock { $0.statistics[language] = statistics }
    return statistics
  }

  /// A table of readings of names: `ara`, `jpn-family` and so on; `nil` where there is none.
  public func nameReadings(_ table: String) throws(SectionedFileError) -> NameReadings? {
    if let known = opened.withLock({ $0.names[table] }) { return known }
    guard let part = try Self.part(named: table, of: file.section(Tag.names)) else { return nil }
    var reader = ByteReader(part)
    let names = try NameReadings(decoding: &reader)
    opened.withLock { $0.names[table] = names }
    return names
  }

  /// How the letters of a script (ISO 15924) correspond to Latin letters; `nil` where nothing was learned.
  public func letters(of script: String) -> LetterModel? {
    if let known = opened.withLock({ $0.letters[script] }) { return known }
    guard let region = try? file.section(Tag.letters), let part = try? Self.part(named: script, of: region),
      let model = try? LetterModel(decoding: part, script: script)
    else { return nil }
    opened.withLock { $0.letters[script] = model }
    return model
  }

  /// The tables of Japanese names in kanji.
  public func japaneseNames() throws(SectionedFileError) -> JapaneseNames? {
    guard let family = try nameReadings("jpn-family"), let given = try nameReadings("jpn-given") else { return nil }
    return JapaneseNames(family: family, given: given)
  }

  private func decodeModel(_ key: ModelKey) throws(SectionedFileError) -> SpellingModel? {
    let name = "\(key.language.rawValue)-\(key.script)"
    guard let part = try Self.part(named: name, of: file.section(Tag.models)) else { return nil }
    let model = try SpellingModel(decoding: part)
    guard key.language == .korean, key.script == "Latn", let surnames = try nameReadings("kor-surnames") else {
      return model
    }
    return model.with(SurnameSpellings(korean: surnames))
  }

  private func similarCodes(_ code: String) -> [String] {
    let wanted = Set(code.lowercased().split(separator: "-"))
    let scored = systems.map { ($0.code, wanted.intersection($0.code.lowercased().split(separator: "-")).count) }
    return scored.filter { $0.1 >= 2 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3).map { "`\($0.0)`" }
  }

  // MARK: Named parts of a section

  static func encodeParts(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(parts.count))
    for part in parts {
      writer.append(part.name)
      writer.append(UInt32(part.bytes.count))
      writer.append(part.bytes)
    }
    return writer.bytes
  }

  private static func part(named name: String, of region: ByteRegion) throws(SectionedFileError) -> ByteRegion? {
    var reader = ByteReader(region)
    for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
      let partName = try reader.string()
      let length = try reader.count(elementsOfAtLeast: 1)
      let part = try reader.region(count: length)
      if partName == name { return part }
    }
    return nil
  }
}

/// Another name of a system.
public struct SystemAlias: Hashable, Sendable {
  public var code: String
  /// The style in which the collection that uses the name writes; `nil` where it does not say.
  public var style: NameStyle?

  public init(code: String, style: NameStyle?) {
    self.code = code
    self.style = style
  }
}
