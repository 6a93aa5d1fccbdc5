public import SectionedFile

/// Collects the system tables and lays them down as sections for `TransliterationTables`.
public struct TransliterationTablesBuilder {
  public var systems: [SystemDescription] = []
  private var programs: [String: RuleProgram] = [:]
  /// By system code: reading of a Han character → spelling.
  public var syllables: [String: [String: String]] = [:]
  public var styles: [String: SyllableStyle] = [:]
  public var surnames = SurnameTable(korean: [], chinese: [:])
  /// By language: how Han characters are read. Mandarin (`zh`) must be there.
  public var readings: [String: HanReadings] = [:]
  /// Names under which other collections know a system.
  public var aliases: [String: SystemAlias] = [:]
  /// By language: the systems by which its names are written for readers, in order.
  public var standards: [String: [String]] = [:]
  public var models: [SpellingModel] = []
  /// Practices that are no published systems, by name: what a person reads.
  public var practices: [String: String] = [:]

  /// By language: how usual units are.
  public var statistics: [String: UnitStatistics] = [:]
  /// By name of the table: readings of names.
  public var names: [String: NameReadings] = [:]

  /// By script: how its letters correspond to Latin letters.
  public var letters: [String: [LetterCorrespondence]] = [:]

  /// What features of a comparison of names weigh, by name.
  public var matchForest = DecisionForest.empty

  /// Words that stand in names with a meaning of their own.
  public var lexicon = NameLexicon.empty
  public var rarity = WordRarity.empty

  public init() {}

  /// Compiles the rules that are kept under `code`.
  ///
  /// Kana are read in NFKC, so that halfwidth katakana are katakana, and katakana as hiragana.
  public mutating func add(_ rules: TransformRules, code: String, sourceScript: String) throws {
    var rules = rules
    if sourceScript == "Hrkt" { rules.before = .nfkc }
    programs[code] = try rules.compiled(reading: sourceScript == "Hrkt" ? .kana : .letters)
  }

  public func add(to file: inout SectionedFileWriter) {
    var register = ByteWriter()
    register.append(UInt32(systems.count))
    for system in systems.sorted(by: { $0.code.utf8Bytes < $1.code.utf8Bytes }) { system.encode(to: &register) }
    file.add(TransliterationTables.Tag.register, register.bytes)

    file.add(TransliterationTables.Tag.rules, parts(programs) { $0.encode(to: &$1) })
    file.add(
      TransliterationTables.Tag.syllables,
      parts(syllables) { table, writer in
        writer.append(UInt32(table.count))
        for (syllable, spelling) in table.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
          writer.append(syllable)
          writer.append(spelling)
        }
      })

    var styleWriter = ByteWriter()
    styleWriter.append(UInt32(styles.count))
    for (code, style) in styles.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      styleWriter.append(code)
      style.encode(to: &styleWriter)
    }
    file.add(TransliterationTables.Tag.styles, styleWriter.bytes)

    var practiceWriter = ByteWriter()
    practiceWriter.append(UInt32(practices.count))
    for (name, label) in practices.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      practiceWriter.append(name)
      practiceWriter.append(label)
    }
    file.add(TransliterationTables.Tag.practices, practiceWriter.bytes)

    var surnameWriter = ByteWriter()
    surnames.encode(to: &surnameWriter)
    file.add(TransliterationTables.Tag.surnames, surnameWriter.bytes)

    file.add(TransliterationTables.Tag.readings, parts(readings) { $0.encode(to: &$1) })

    var aliasWriter = ByteWriter()
    aliasWriter.append(UInt32(aliases.count))
    for (name, alias) in aliases.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      aliasWriter.append(name)
      aliasWriter.append(alias.code)
      aliasWriter.append(alias.style?.rawValue ?? "")
    }
    aliasWriter.append(UInt32(standards.count))
    for (language, codes) in standards.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      aliasWriter.append(language)
      aliasWriter.append(codes.joined(separator: " "))
    }
    file.add(TransliterationTables.Tag.aliases, aliasWriter.bytes)

    file.add(TransliterationTables.Tag.statistics, parts(statistics) { $0.encode(to: &$1) })
    file.add(TransliterationTables.Tag.names, parts(names) { $0.encode(to: &$1) })

    file.add(TransliterationTables.Tag.letters, parts(letters) { LetterModel.encode($0, to: &$1) })

    var lexiconWriter = ByteWriter()
    lexicon.encode(to: &lexiconWriter)
    file.add(TransliterationTables.Tag.lexicon, lexiconWriter.bytes)

    var wordWriter = ByteWriter()
    rarity.encode(to: &wordWriter)
    file.add(TransliterationTables.Tag.rarity, wordWriter.bytes)

    var forestWriter = ByteWriter()
    matchForest.encode(to: &forestWriter)
    file.add(TransliterationTables.Tag.forest, forestWriter.bytes)

    let named = Dictionary(uniqueKeysWithValues: models.map { ("\($0.language.rawValue)-\($0.script)", $0) })
    file.add(TransliterationTables.Tag.models, parts(named) { $0.encode(to: &$1) })

    if let han = readings["zh"] {
      var folding = FoldTableBuilder(han: han)
      file.add(FoldTable.section, folding.encoded())
    }
  }

  private func parts<Value>(_ values: [String: Value], _ encode: (Value, inout ByteWriter) -> Void) -> [UInt8] {
    TransliterationTables.encodeParts(
      values.sorted { $0.key.utf8Bytes < $1.key.utf8Bytes }.map { name, value in
        var writer = ByteWriter()
        encode(value, &writer)
        return (name, writer.bytes)
      })
  }
}
