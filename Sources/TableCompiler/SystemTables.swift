import NameModel
import Transliteration

/// Reads `Tables/systems` and `Tables/names` into a builder.
enum SystemTables {
  static func read(directory: String) throws -> TransliterationTablesBuilder {
    var builder = TransliterationTablesBuilder()
    let systems = "\(directory)/systems"
    for row in try PlainTable.read("\(systems)/systems.tsv").rows {
      guard let backing = SystemBacking(rawValue: row["backing"]) else {
        throw row.error("backing", "`\(row["backing"])` is no backing", "use rules, syllables, han or icu")
      }
      guard let status = SystemStatus(rawValue: row["status"]) else {
        throw row.error("status", "`\(row["status"])` is no status", "use current, superseded or practice")
      }
      guard let reversibility = Reversibility(rawValue: row["reversible"]) else {
        throw row.error("reversible", "`\(row["reversible"])` says nothing", "use yes, near or no")
      }
      let system = SystemDescription(
        code: row["code"], label: row["label"], language: row["language"], sourceScript: row["source-script"],
        targetScript: row["target-script"], authority: row["authority"], year: row["year"], status: status,
        reversibility: reversibility, icuID: row["icu"], bcp47: row["bcp47t"], backing: backing, table: row["table"],
        isDefault: row["default"] == "yes",
        isRegistered: row["registered"] == "yes", source: row["source"],
        note: row["note"])
      builder.systems.append(system)
      // A table that several systems share is read with the one that it is named for.
      guard system.table == system.code else { continue }
      switch backing {
      case .rules:
        let path = "\(systems)/rules/\(system.code).txt"
        let rules = try RuleParser.parse(String(decoding: TableFile.read(path), as: UTF8.self), file: path)
        try builder.add(rules, code: system.code, sourceScript: system.sourceScript)
      case .syllables:
        let syllables = try PlainTable.read("\(systems)/syllables/\(system.code).tsv").rows
        builder.syllables[system.code] = Dictionary(
          syllables.map { ($0["syllable"], $0["spelling"]) }, uniquingKeysWith: { first, _ in first })
        let characters = "\(systems)/characters/\(system.code).tsv"
        if TableFile.exists(characters) {
          builder.syllables["\(system.code) characters"] = Dictionary(
            try PlainTable.read(characters).rows.map { ($0["character"], $0["spelling"]) },
            uniquingKeysWith: { first, _ in first })
        }
      case .han, .icu: break
      }
    }
    try readStyles("\(systems)/styles.tsv", into: &builder)
    for row in try PlainTable.read("\(systems)/practices.tsv").rows {
      builder.practices[row["practice"]] = row["label"]
    }
    builder.surnames = try surnames(directory: "\(directory)/names")
    try NameTables.read(directory: "\(directory)/names", into: &builder)
    builder.matchForest = try MatchingTables.forest("\(directory)/matching/trees.tsv")
    builder.rarity = try MatchingTables.rarity("\(directory)/matching/words.tsv")
    builder.letters = try LetterTables.read(directory: "\(directory)/letters")
    builder.readings = ["zh": HanReadings(try HanData.characters(), words: try words("zh", directory: systems))]
    if let han = builder.readings["zh"] {
      builder.lexicon = try LexiconTables.read(directory: "\(directory)/names", han: han)
    }
    for language in ["ko", "vi", "yue"] { builder.readings[language] = try readings(language, directory: systems) }
    let known = Set(builder.systems.map(\.code))
    for row in try PlainTable.read("\(systems)/standards.tsv").rows {
      guard known.contains(row["system"]) else {
        throw row.error("system", "`\(row["system"])` is no system", "name one of systems.tsv")
      }
      builder.standards[row["language"], default: []].append(row["system"])
    }
    for row in try PlainTable.read("\(systems)/aliases.tsv").rows {
      guard row["style"].isEmpty || NameStyle(rawValue: row["style"]) != nil else {
        throw row.error("style", "`\(row["style"])` is no style", "use person, other or nothing")
      }
      builder.aliases[row["alias"]] = SystemAlias(code: row["code"], style: NameStyle(rawValue: row["style"]))
    }
    builder.models = try SpellingTables(directory: systems).models()
    return builder
  }

  /// Counts how many of their authority's examples the systems write rightly.
  ///
  /// - Parameter tables: the systems of `builder`, compiled.
  static func countExamples(
    directory: String, tables: TransliterationTables, in builder: inout TransliterationTablesBuilder
  ) throws {
    for (index, description) in builder.systems.enumerated() {
      let path = "\(directory)/systems/examples/\(description.code).tsv"
      guard TableFile.exists(path) else { continue }
      let system = try tables.system(description.code)
      let examples = try PlainTable.read(path).rows.map {
        SystemExample(input: $0["input"], expected: $0["expected"], style: NameStyle(rawValue: $0["style"]))
      }
      builder.systems[index].examples = ExampleCount(
        passed: try examples.count { try system.outcome(of: $0).isExact }, total: examples.count)
    }
  }

  private static func readStyles(_ path: String, into builder: inout TransliterationTablesBuilder) throws {
    let names = ["none": "", "space": " ", "hyphen": "-", "apostrophe": "'"]
    func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    for row in try PlainTable.read(path).rows {
      builder.styles[row["code"]] = SyllableStyle(
        joiner: names[row["joiner"]] ?? row["joiner"], isJoinerShown: row["shown"] == "yes",
        separator: names[row["separator"]] ?? row["separator"], after: list(row["after"]), before: list(row["before"]),
        hasCapitals: row["capitals"] != "none", small: list(row["small"]))
    }
  }

  /// Words whose characters are read otherwise than alone, with the reading of each.
  private static func words(_ language: String, directory: String) throws -> [String: [String]] {
    var words: [String: [String]] = [:]
    for row in try PlainTable.read("\(directory)/readings/words-\(language).tsv").rows {
      let readings = row["reading"].split(separator: " ").map(String.init)
      guard readings.count == row["word"].unicodeScalars.count, readings.count > 1 else {
        throw row.error("reading", "`\(row["reading"])` does not read each character", "write a syllable for each")
      }
      words[row["word"]] = readings
    }
    return words
  }

  /// Readings of Han characters outside Mandarin; the first of a character is the usual one.
  private static func readings(_ language: String, directory: String) throws -> HanReadings {
    let rows = try PlainTable.read("\(directory)/readings/\(language).tsv").rows
    return HanReadings(
      rows.compactMap { row in
        guard row["rank"] == "1", let scalar = row["character"].unicodeScalars.first else { return nil }
        return HanReadings.Character(scalar: scalar.value, reading: row["reading"], simplified: scalar.value)
      })
  }

  private static func surnames(directory: String) throws -> SurnameTable {
    // Rows with hanja say how a surname of another row is written.
    let koreanRows = try PlainTable.read("\(directory)/surnames-kor.tsv").rows.filter { $0["hanja"].isEmpty }
    // Weights are bearers among 100,000.
    let rare = koreanRows.filter { (Double($0["weight"]) ?? 0) < 1 }.map { $0["surname"] }
    var chinese: [String: [String]] = [:]
    for row in try PlainTable.read("\(directory)/surnames-zho.tsv").rows {
      chinese[row["surname"]] = row["reading"].split(separator: " ").map(String.init)
    }
    let generics = try PlainTable.read("\(directory)/generics-kor.tsv").rows.map { $0["generic"] }
    return SurnameTable(
      korean: Set(koreanRows.map { $0["surname"] }), chinese: chinese, koreanGenerics: Set(generics),
      koreanRare: Set(rare))
  }
}
