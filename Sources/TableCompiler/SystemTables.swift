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
      let system = SystemDescription(
        code: row["code"], label: row["label"], language: row["language"], sourceScript: row["source-script"],
        targetScript: row["target-script"], authority: row["authority"], year: row["year"], icuID: row["icu"],
        bcp47: row["bcp47t"], backing: backing, isDefault: row["default"] == "yes",
        isRegistered: row["registered"] == "yes", source: row["source"],
        note: row["note"])
      builder.systems.append(system)
      switch backing {
      case .rules:
        let path = "\(systems)/rules/\(system.code).txt"
        builder.rules[system.code] = try RuleParser.parse(
          String(decoding: TableFile.read(path), as: UTF8.self), file: path)
      case .syllables:
        let table = row["table"].isEmpty ? system.code : row["table"]
        let syllables = try PlainTable.read("\(systems)/syllables/\(table).tsv").rows
        builder.syllables[system.code] = Dictionary(
          syllables.map { ($0["syllable"], $0["spelling"]) }, uniquingKeysWith: { first, _ in first })
      case .han, .icu: break
      }
    }
    try readStyles("\(systems)/styles.tsv", into: &builder)
    for row in try PlainTable.read("\(systems)/practices.tsv").rows {
      builder.practices[row["practice"]] = row["label"]
    }
    builder.surnames = try surnames(directory: "\(directory)/names")
    builder.han = try HanData.characters()
    builder.models = try SpellingTables(directory: systems).models()
    return builder
  }

  private static func readStyles(_ path: String, into builder: inout TransliterationTablesBuilder) throws {
    let names = ["none": "", "space": " ", "hyphen": "-", "apostrophe": "'"]
    func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    for row in try PlainTable.read(path).rows {
      builder.styles[row["code"]] = SyllableStyle(
        joiner: names[row["joiner"]] ?? row["joiner"], isJoinerShown: row["shown"] == "yes",
        separator: names[row["separator"]] ?? row["separator"], after: list(row["after"]), before: list(row["before"]))
    }
  }

  private static func surnames(directory: String) throws -> SurnameTable {
    let korean = try PlainTable.read("\(directory)/surnames-kor.tsv").rows.map { $0["surname"] }
    var chinese: [String: [String]] = [:]
    for row in try PlainTable.read("\(directory)/surnames-zho.tsv").rows {
      chinese[row["surname"]] = row["reading"].split(separator: " ").map(String.init)
    }
    return SurnameTable(korean: Set(korean), chinese: chinese)
  }
}
