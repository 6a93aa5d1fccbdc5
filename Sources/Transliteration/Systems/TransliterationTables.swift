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
    static let han = "HANR"
    static let models = "SPEL"
    static let practices = "PRAC"
  }

  /// The register, sorted by code.
  public let systems: [SystemDescription]
  public let surnames: SurnameTable
  public let han: HanReadings
  let styles: [String: SyllableStyle]
  private let practices: [String: String]
  private let file: SectionedFile
  private let opened = Mutex<Opened>(Opened())

  private struct Opened {
    var systems: [String: TransliterationSystem] = [:]
    var models: [ModelKey: SpellingModel] = [:]
    var syllables: [String: [String: String]]?
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
    for _ in 0..<(try reader.count(elementsOfAtLeast: 56)) {
      systems.append(try SystemDescription(decoding: &reader, in: register))
    }
    self.systems = systems
    var surnameReader = ByteReader(try file.section(Tag.surnames))
    surnames = try SurnameTable(decoding: &surnameReader)
    var hanReader = ByteReader(try file.section(Tag.han))
    han = try HanReadings(decoding: &hanReader)
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

  /// What a person reads for a practice that is no published system, such as `english` or `customary`.
  public func label(ofPractice name: String) -> String? { practices[name] }

  /// The system with an ISO 24229 code.
  public func system(_ code: String) throws(TransliterationError) -> TransliterationSystem {
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
  func rules(of code: String) throws(SectionedFileError) -> TransformRules? {
    let region = try file.section(Tag.rules)
    guard let part = try Self.part(named: code, of: region) else { return nil }
    var reader = ByteReader(part)
    return try TransformRules(decoding: &reader, in: part)
  }

  /// Pinyin syllable → spelling, for a system of syllables.
  func syllables(of code: String) throws(SectionedFileError) -> [String: String]? {
    guard let part = try Self.part(named: code, of: file.section(Tag.syllables)) else { return nil }
    var reader = ByteReader(part)
    var result: [String: String] = [:]
    for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
      let syllable = try reader.string()
      result[syllable] = try reader.string()
    }
    return result
  }

  /// All pinyin syllables that some table spells.
  func pinyinSyllables() throws(SectionedFileError) -> Set<String> {
    var result: Set<String> = []
    for name in try Self.partNames(of: file.section(Tag.syllables)) {
      if let table = try syllables(of: name) { result.formUnion(table.keys) }
    }
    return result
  }

  private func decodeModel(_ key: ModelKey) throws(SectionedFileError) -> SpellingModel? {
    let name = "\(key.language.rawValue)-\(key.script)"
    guard let part = try Self.part(named: name, of: file.section(Tag.models)) else { return nil }
    return try SpellingModel(decoding: part)
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

  private static func partNames(of region: ByteRegion) throws(SectionedFileError) -> [String] {
    var reader = ByteReader(region)
    var names: [String] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
      names.append(try reader.string())
      let length = try reader.count(elementsOfAtLeast: 1)
      _ = try reader.region(count: length)
    }
    return names
  }
}
