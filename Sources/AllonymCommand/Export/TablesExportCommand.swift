import ArgumentParser
import NameModel

/// What other programs read.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  /// SKOS in Turtle.
  case skos
  /// FollowTheMoney entities, one JSON object a line.
  case ftm
  /// A name a row, with a line of column names.
  case openRefine = "openrefine-csv"
  /// Synonym rules of Elasticsearch, an entity a line.
  case elasticsearch = "es-synonyms"
  /// Patterns of spaCy's entity ruler, a name a line.
  case spacy
}

/// `allonym tables export`: tables in the form of other programs.
struct TablesExportCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write tables in the form of other programs.",
    discussion: """
      skos: a concept for each entity; former names and abbreviations are altLabel, weak and hidden ones hiddenLabel.
      ftm: people, organizations, vessels, events and works; FollowTheMoney has nothing for places, which are left out.
      openrefine-csv: a name a row. es-synonyms, spacy: without weak names and parts of names. Rejected names are nowhere.

      Examples:
        allonym tables export --format skos > names.ttl
        allonym tables export --format spacy --type person people.jsonl > patterns.jsonl
      """)

  @Option(help: ArgumentHelp("skos, ftm, openrefine-csv, es-synonyms or spacy.", valueName: "format"))
  var format: ExportFormat

  @Argument(help: ArgumentHelp("A folder of tables, or a file with an entity a line.", valueName: "tables"))
  var tables = "Tables"

  @OptionGroup var filter: ImportFilter

  @Option(help: ArgumentHelp("What identifiers begin with in skos.", valueName: "IRI"))
  var base = "urn:allonym:"

  func validate() throws {
    guard base.contains(":"),
      base.unicodeScalars.allSatisfy({ $0.value > 0x20 && !"<>\"{}|^`\\".unicodeScalars.contains($0) })
    else { throw ValidationError("`\(base)` is no IRI; write one such as https://example.org/names/.") }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    var exporter: any EntityExporter
    switch format {
    case .skos: exporter = SKOSExporter(base: base)
    case .ftm: exporter = FtMExporter()
    case .openRefine: exporter = OpenRefineExporter()
    case .elasticsearch: exporter = SynonymExporter()
    case .spacy: exporter = SpacyExporter()
    }
    try output.write(exporter.head)
    var counts = (written: 0, leftOut: 0)
    for entity in try EntitySource.read(tables).entities {
      var entity = entity
      entity.names = entity.acceptedNames.filter { filter.wants($0.language) }
      guard filter.wants(entity.type), !entity.names.isEmpty, let text = exporter.text(of: entity) else {
        counts.leftOut += 1
        continue
      }
      try output.write(text)
      counts.written += 1
    }
    try output.flush()
    StandardError.report(
      "\(counts.written + counts.leftOut) entities = \(counts.written) written + \(counts.leftOut) left out")
    return counts.written == 0 ? .nothingFound : .success
  }
}

/// Writes entities in one format.
protocol EntityExporter {
  /// What stands before all entities.
  var head: String { get }
  /// An entity; `nil` where the format has no place for it.
  func text(of entity: Entity) -> String?
}

extension Entity {
  /// The name to show where only one can be: in English, else the native one.
  var shownName: String? { (preferredName(for: "en") ?? nativeName)?.text }

  /// The texts by which the entity can be told in other texts: whole names that are not weak, each once.
  var identifyingTexts: [String] {
    var seen: Set<String> = []
    return names.filter { $0.kind != .weak && $0.part == .full }.map(\.text).filter { seen.insert($0).inserted }
  }
}
