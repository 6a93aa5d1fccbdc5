import ArgumentParser
import NameModel

/// What the columns of a table hold.
struct TableColumns: ParsableArguments {
  @Option(help: ArgumentHelp("The column of identifiers.", valueName: "column"))
  var id: String

  @Option(help: ArgumentHelp("The column of types: person, place, organization, …", valueName: "column"))
  var type: String?

  @Option(help: ArgumentHelp("The column of countries, as two letters.", valueName: "column"))
  var country: String?

  @Option(help: ArgumentHelp("The column of dates of birth or founding.", valueName: "column"))
  var born: String?

  @Option(help: ArgumentHelp("The column of dates of death or end.", valueName: "column"))
  var died: String?

  @Option(help: ArgumentHelp("The column of items of Wikidata.", valueName: "column"))
  var wikidata: String?

  @Option(help: ArgumentHelp("The column of notes.", valueName: "column"))
  var note: String?

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("A column of preferred names; may be given several times.", valueName: "lang=column"))
  var name: [String] = []

  @Option(help: ArgumentHelp("A column of other names in use.", valueName: "lang=column"))
  var alt: [String] = []

  @Option(help: ArgumentHelp("A column of names no longer in use.", valueName: "lang=column"))
  var former: [String] = []

  @Option(help: ArgumentHelp("A column of names too vague to identify by themselves.", valueName: "lang=column"))
  var weak: [String] = []

  @Option(help: ArgumentHelp("A column of abbreviations.", valueName: "lang=column"))
  var abbr: [String] = []

  @Option(help: ArgumentHelp("A column of names to be found but never shown.", valueName: "lang=column"))
  var hidden: [String] = []

  @Option(help: ArgumentHelp("What stands between several names in one cell.", valueName: "text"))
  var split: String?

  /// The columns of names, by kind.
  var names: [(kind: NameKind, columns: [String])] {
    [(.pref, name), (.alt, alt), (.former, former), (.weak, weak), (.abbr, abbr), (.hidden, hidden)]
  }

  func validate() throws {
    guard names.contains(where: { !$0.columns.isEmpty }) else {
      throw ValidationError("no column of names is given; say which one with --name LANG=COLUMN.")
    }
    for column in names.flatMap(\.columns) where !column.contains("=") {
      throw ValidationError("`\(column)` names no column; write LANG=COLUMN, or =COLUMN where no language is known.")
    }
    if split?.isEmpty == true { throw ValidationError("--split needs at least one character.") }
  }
}

/// Where in the rows of one file the columns are.
struct ColumnMap {
  private enum Language {
    case known(LanguageTag)
    case inColumn(Int)
    case unknown
  }

  let id: Int
  private let facts: (type: Int?, country: Int?, born: Int?, died: Int?, wikidata: Int?, note: Int?)
  private var names: [(column: Int, language: Language, kind: NameKind)] = []
  private let separator: String?

  init(_ columns: TableColumns, _ header: CSVHeader?, file: String) throws {
    func place(_ column: String) throws -> Int {
      if let header, let place = header.find(column) { return place }
      if let number = Int(column), number > 0, header == nil || number <= header?.count ?? 0 { return number - 1 }
      throw CommandFailure(
        header == nil
          ? "`\(column)` is no number of a column; with --no-header columns are numbered from 1"
          : "\(file): there is no column `\(column)`; look at the first line, or say --no-header and give numbers")
    }
    func optional(_ column: String?) throws -> Int? { try column.map(place) }
    id = try place(columns.id)
    facts = (
      try optional(columns.type), try optional(columns.country), try optional(columns.born),
      try optional(columns.died), try optional(columns.wikidata), try optional(columns.note)
    )
    separator = columns.split
    for (kind, mappings) in columns.names {
      for mapping in mappings {
        let parts = mapping.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        names.append((try place(parts[1]), try Self.language(parts[0], place), kind))
      }
    }
  }

  private static func language(_ text: String, _ place: (String) throws -> Int) throws -> Language {
    if text.isEmpty { return .unknown }
    if text.hasPrefix("@") { return .inColumn(try place(String(text.dropFirst()))) }
    guard let tag = LanguageTag(text) else {
      throw CommandFailure("`\(text)` is no language tag; write one such as ko or zh-Hans, or nothing before the =")
    }
    return .known(tag)
  }

  /// What a row says of its entity, but for the names.
  func entity(_ record: CSVRecords.Record, id: String) throws(RecordError) -> EntityDraft {
    var draft = EntityDraft(id: id, type: nil)
    if let word = record.cell(facts.type) {
      guard let type = EntityType(rawValue: word.lowercased()) else {
        let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
        throw RecordError("the type is `\(word)`; write one of \(types)")
      }
      draft.type = type
    }
    if let word = record.cell(facts.country) {
      guard let country = ImportFacts.country(word) else {
        throw RecordError("the country is `\(word)`; write its two letters of ISO 3166-1")
      }
      draft.country = country
    }
    draft.born = try date(record.cell(facts.born))
    draft.died = try date(record.cell(facts.died))
    if let word = record.cell(facts.wikidata) {
      guard let item = ImportFacts.wikidata(word) else {
        throw RecordError("the item of Wikidata is `\(word)`; write Q and digits")
      }
      draft.wikidata = item
    }
    draft.note = record.cell(facts.note)
    return draft
  }

  func addNames(of record: CSVRecords.Record, to draft: inout EntityDraft) throws(RecordError) {
    for (column, language, kind) in names {
      guard let cell = record.cell(column) else { continue }
      var tag: LanguageTag?
      switch language {
      case .known(let known): tag = known
      case .unknown: break
      case .inColumn(let place):
        guard let text = record.cell(place) else { break }
        guard let known = LanguageTag(text) else {
          throw RecordError("the language is `\(text)`; write a tag of BCP 47 such as ko or zh-Hans")
        }
        tag = known
      }
      for text in separator.map({ cell.split(separator: $0).map(String.init) }) ?? [cell] {
        draft.add(text, kind, language: tag)
      }
    }
  }

  private func date(_ text: String?) throws(RecordError) -> String? {
    guard let text else { return nil }
    guard let date = ImportFacts.date(text) else {
      throw RecordError("`\(text)` is no date; write 1984, 1984-01 or 1984-01-08")
    }
    return date
  }
}
