/// The curated alias tables: entities with their names, decisions about pairs of entities, and sources.
public struct AliasTables: Sendable, Hashable {
  /// Sorted by identifier in code point order where they were read from files.
  public var entities: [Entity]
  public var decisions: [Decision]
  public var sources: [Source]

  public init(entities: [Entity] = [], decisions: [Decision] = [], sources: [Source] = []) {
    self.entities = entities
    self.decisions = decisions
    self.sources = sources
  }

  /// Reads the alias tables in a folder: `entities/*/entities.tsv`, `names.tsv` and `decisions.tsv`, and `sources.tsv`
  /// with any `sources.*.tsv` beside it. Systems, rules and word lists are not read.
  ///
  /// Reading stops at the first row that cannot be understood. It does not look for all that ``TableChecker`` finds:
  /// rows out of order, unknown sources or text that is not normalized are read as they stand.
  ///
  /// - Throws: ``TableError/file(_:)`` where the folder or a file cannot be opened; ``TableError/problem(_:)`` where a
  ///   file is missing or malformed, an entity is defined twice, or a name belongs to no entity of its set.
  public static func read(directory: String) throws(TableError) -> AliasTables {
    let layout = try orFail { () throws(FileError) in try TableLayout(directory: directory) }
    if let missing = layout.problems.first(where: { $0.rule == .missingFile }) { throw .problem(missing) }

    var reader = AliasTableReader()
    // Entities come before the names that point to them.
    for kind in [TableKind.entities, .names, .decisions, .sources] {
      for file in layout.files where file.kind == kind { try reader.read(file) }
    }
    return reader.tables()
  }
}

private struct AliasTableReader {
  private var entities: [Entity] = []
  private var sets: [String] = []
  private var places: [String: Int] = [:]
  private var decisions: [Decision] = []
  private var sources: [String: Source] = [:]

  func tables() -> AliasTables {
    AliasTables(
      entities: entities.sorted { precedesByCodePoint($0.id, $1.id) }, decisions: decisions,
      sources: sources.values.sorted { precedesByCodePoint($0.id, $1.id) })
  }

  mutating func read(_ file: TableLayout.File) throws(TableError) {
    let bytes = try orFail { () throws(FileError) in try FileSystem.read(file.path) }
    let (table, problems) = TabTableReader.read(bytes, file: file.path, kind: file.kind)
    if let first = problems.min() { throw .problem(first) }
    guard let table else { return }
    for row in 0..<table.rowCount {
      switch file.kind {
      case .entities: try readEntity(table, row, set: file.set)
      case .names: try readName(table, row, set: file.set)
      case .decisions: decisions.append(try understood(table, row, table.decision(row: row)))
      case .sources:
        let source = try understood(table, row, table.source(row: row))
        sources[source.id] = sources[source.id] ?? source
      default: break
      }
    }
  }

  private mutating func readEntity(_ table: TabTable, _ row: Int, set: String) throws(TableError) {
    let entity = try understood(table, row, table.entity(row: row))
    guard places.updateValue(entities.count, forKey: entity.id) == nil else {
      throw .problem(
        table.problem(
          row: row, column: 0, .duplicateKey, "the entity \(quoted(entity.id)) is defined twice",
          advice: "keep one of the rows"))
    }
    entities.append(entity)
    sets.append(set)
  }

  private mutating func readName(_ table: TabTable, _ row: Int, set: String) throws(TableError) {
    let form = try understood(table, row, table.nameForm(row: row))
    let id = table.cell(row: row, column: 0)
    guard let place = places[id], sets[place] == set else {
      throw .problem(
        table.problem(
          row: row, column: 0, .unknownEntity, "\(quoted(id)) is not an entity of this set",
          advice: "add it to entities.tsv, or mend the identifier"))
    }
    entities[place].names.append(form)
  }

  private func understood<Value>(_ table: TabTable, _ row: Int, _ value: Value?) throws(TableError) -> Value {
    if let value { return value }
    for (index, column) in table.schema.columns.enumerated() {
      let found = findings(in: table.cell(row: row, column: index), of: column)
      if let first = found.first(where: { $0.severity == .error }) {
        throw .problem(
          table.problem(row: row, column: index, byte: first.byte, first.rule, first.message, advice: first.advice))
      }
    }
    throw .problem(
      table.problem(
        row: row, column: 0, .unknownValue, "the row cannot be understood", advice: "compare it with its neighbours"))
  }
}
