internal import Transliteration

/// The tables under `Tables/`, by what their rows say.
public enum TableKind: String, Sendable, Hashable, CaseIterable {
  case entities, names, decisions, sources, systems, syllables, spellings
  /// Examples that an authority printed of its system.
  case examples
  /// How the letters of a script correspond to Latin letters, as learned.
  case letters
  /// A word list under `names/` or another small table of `systems/`, which brings its own columns.
  case lexicon
}

/// What a cell may hold.
enum CellType: Sendable, Hashable {
  case text, name
  /// A word that no table of words is needed for, such as a spelling that may be empty or a syllable.
  case folded
  case oneOf([String])
  case entityID, entityReference
  case language, script, country, date, year, wikidata
  case sourceID, sourceReference, licence, url
  case systemCode, systemReference, route
  case integer
  /// A decimal number.
  case number
}

struct TableColumn: Sendable, Hashable {
  let name: String
  let type: CellType
  /// Whether the cell must not be empty.
  let isMandatory: Bool
}

/// The columns of a table, what identifies a row, and the order of rows.
struct TableSchema: Sendable, Hashable {
  let kind: TableKind
  let columns: [TableColumn]
  /// The columns that together may occur once; empty where any two different rows may stand beside each other.
  let key: [Int]
  /// The columns that rows are sorted by, before all others from left to right.
  let order: [Int]

  var header: [String] { columns.map(\.name) }
  func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }

  private init(_ kind: TableKind, key: [String], order: [String], columns: [TableColumn]) {
    self.kind = kind
    self.columns = columns
    let names = columns.map(\.name)
    self.key = key.compactMap { names.firstIndex(of: $0) }
    self.order = order.compactMap { names.firstIndex(of: $0) }
  }

  /// The schema of a kind of table; for a word list, which has none of its own, that of the header it begins with.
  static func schema(_ kind: TableKind, header: [String]) -> TableSchema {
    switch kind {
    case .entities: entities
    case .names: names
    case .decisions: decisions
    case .sources: sources
    case .systems: systems
    case .syllables: syllables
    case .spellings: spellings
    case .examples: examples
    case .letters: letters
    case .lexicon: lexicon(header: header)
    }
  }

  private static func must(_ name: String, _ type: CellType) -> TableColumn {
    TableColumn(name: name, type: type, isMandatory: true)
  }

  private static func may(_ name: String, _ type: CellType) -> TableColumn {
    TableColumn(name: name, type: type, isMandatory: false)
  }

  private static func oneOf<Value: CaseIterable & RawRepresentable<String>>(_: Value.Type) -> CellType {
    .oneOf(Value.allCases.map(\.rawValue))
  }

  static let entities = TableSchema(
    .entities, key: ["id"], order: ["id"],
    columns: [
      must("id", .entityID), must("type", oneOf(EntityType.self)), may("country", .country), may("born", .date),
      may("died", .date), may("wikidata", .wikidata), may("note", .text),
    ])

  static let names = TableSchema(
    .names, key: ["entity", "name", "lang"], order: ["entity", "kind", "lang", "name"],
    columns: [
      must("entity", .entityReference), must("name", .name), must("lang", .language),
      must("kind", oneOf(NameKind.self)), must("part", oneOf(NamePart.self)), must("system", .systemReference),
      may("from", .text), must("source", .sourceReference), must("status", oneOf(RowStatus.self)), may("note", .text),
    ])

  static let decisions = TableSchema(
    .decisions, key: ["a", "b"], order: ["a", "b"],
    columns: [
      must("a", .entityReference), must("b", .entityReference), must("judgement", oneOf(Judgement.self)),
      may("reason", .text), must("source", .sourceReference), may("date", .date),
    ])

  static let sources = TableSchema(
    .sources, key: ["source"], order: ["source"],
    columns: [
      must("source", .sourceID), must("title", .text), may("url", .url), must("licence", .licence),
      may("retrieved", .date),
    ])

  static let systems = TableSchema(
    .systems, key: ["code"], order: ["code"],
    columns: [
      must("code", .systemCode), must("label", .text), must("language", .language), must("source-script", .script),
      must("target-script", .script), may("authority", .text), may("year", .year),
      must("status", oneOf(SystemStatus.self)), must("reversible", oneOf(Reversibility.self)), may("icu", .text),
      may("bcp47t", .text), must("backing", oneOf(SystemBacking.self)),
      may("table", .systemReference), may("default", .oneOf(["yes"])),
      must("registered", .oneOf(["yes", "formed"])), must("source", .sourceReference), may("note", .text),
    ])

  static let syllables = TableSchema(
    .syllables, key: ["syllable"], order: ["syllable"],
    columns: [must("syllable", .folded), must("spelling", .folded), must("source", .sourceReference)])

  static let spellings = TableSchema(
    .spellings, key: ["route", "unit", "spelling"], order: ["route", "unit", "cost", "spelling"],
    columns: [
      must("route", .route), must("unit", .folded), may("spelling", .folded), must("cost", .integer),
      may("habit", .text), must("source", .sourceReference),
    ])

  static let examples = TableSchema(
    .examples, key: ["input", "style"], order: ["input"],
    columns: [
      must("input", .text), must("expected", .text), may("style", oneOf(NameStyle.self)),
      must("source", .sourceReference),
    ])

  static let letters = TableSchema(
    .letters, key: ["native", "latin"], order: ["native", "cost", "latin"],
    columns: [
      may("native", .folded), may("latin", .folded), must("cost", .integer), must("source", .sourceReference),
    ])

  /// A word list: its first column is mandatory, and columns named as in the other tables are checked as there.
  static func lexicon(header: [String]) -> TableSchema {
    let columns = header.enumerated().map { index, name in
      let type: CellType =
        switch name {
        case "lang", "language": .language
        case "script", "source-script", "target-script": .script
        case "source": .sourceReference
        case "cost", "count", "rank": .integer
        case "weight", "frequency": .number
        case "status": oneOf(RowStatus.self)
        case "country": .country
        default: .text
        }
      return TableColumn(name: name, type: type, isMandatory: index == 0 || name == "source")
    }
    return TableSchema(.lexicon, key: [], order: [], columns: columns)
  }
}
