/// Writes entities, names, decisions and sources as the canonical text of their tables.
public enum TableWriter {
  /// The text of an `entities.tsv`.
  ///
  /// - Throws: ``TableError/problem(_:)`` where a value holds a tab or a line break, as for all functions here.
  public static func entities(_ entities: [Entity]) throws(TableError) -> String {
    try table(
      .entities,
      rows: entities.map { entity in
        [
          entity.id, entity.type.rawValue, entity.country ?? "", entity.born ?? "", entity.died ?? "",
          entity.wikidata ?? "", entity.note ?? "",
        ]
      })
  }

  /// The text of a `names.tsv`: the forms of all these entities.
  public static func names(_ entities: [Entity]) throws(TableError) -> String {
    try table(
      .names,
      rows: entities.flatMap { entity in
        entity.names.map { form in
          [
            entity.id, form.text, form.language.rawValue, form.kind.rawValue, form.part.rawValue, form.system,
            form.from ?? "", form.source, form.status.rawValue, form.note ?? "",
          ]
        }
      })
  }

  /// The text of a `decisions.tsv`.
  public static func decisions(_ decisions: [Decision]) throws(TableError) -> String {
    try table(
      .decisions,
      rows: decisions.map { decision in
        [
          decision.a, decision.b, decision.judgement.rawValue, decision.reason ?? "", decision.source,
          decision.date ?? "",
        ]
      })
  }

  /// The text of a `sources.tsv`.
  public static func sources(_ sources: [Source]) throws(TableError) -> String {
    try table(
      .sources,
      rows: sources.map { source in
        [source.id, source.title, source.url ?? "", source.licence, source.retrieved ?? ""]
      })
  }

  private static func table(_ kind: TableKind, rows: [[String]]) throws(TableError) -> String {
    let header = TableSchema.schema(kind, header: []).header
    let file = "\(kind.rawValue).tsv"
    for (row, cells) in rows.enumerated() {
      for (name, cell) in zip(header, cells) where cell.utf8.contains(where: isSeparator) {
        throw .problem(
          TableProblem(
            file: file, line: row + 2, rule: .forbiddenCharacter,
            message: "the value \(quoted(cell)) of \(name) holds a tab or a line break", advice: "remove it"))
      }
    }
    let lines = ([header] + rows).map { $0.joined(separator: "\t") + "\n" }
    return try TableFormatter.formatted(lines.joined(), kind: kind, file: file)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
