import ArgumentParser
import NameModel

/// `allonym tables diff`: what changed between two states of tables.
struct TablesDiffCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two folders of tables, or files of entities.",
    discussion: """
      Prints a line for each entity, name and decision that was added, removed or changed; a name is known by its entity, text \
      and language. Columns: change, what, entity, name, language, before, after. The status is 1 where there is a difference.

      Example:
        allonym tables diff Tables.old Tables
      """)

  @Argument(help: ArgumentHelp("A folder of tables, or a file with an entity a line.", valueName: "before"))
  var before: String

  @Argument(help: ArgumentHelp("The one to compare it with.", valueName: "after"))
  var after: String

  @OptionGroup var options: OutputOptions

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let changes = TableDifference.changes(from: try EntitySource.read(before), to: try EntitySource.read(after))
    let writer = try RecordWriter<TableChange>(options, to: output)
    for change in changes { try writer.write(change) }
    try writer.finish()
    return changes.isEmpty ? .success : .nothingFound
  }
}

/// A line of `tables diff`.
struct TableChange: Record {
  enum Change: String { case added, removed, changed }
  enum Subject: String { case entity, name, decision }

  var change: Change
  var subject: Subject
  var entity: String
  var name = ""
  var language = ""
  /// What was there, as `field=value`; of a change only the fields that differ.
  var before: [String]
  var after: [String]

  static var columns: [String] { ["change", "what", "entity", "name", "language", "before", "after"] }

  var rows: [[String]] {
    [
      [
        change.rawValue, subject.rawValue, entity, name, language, before.joined(separator: " "),
        after.joined(separator: " "),
      ]
    ]
  }

  func encode(to object: inout JSONObject) {
    object.add("change", change.rawValue)
    object.add("what", subject.rawValue)
    object.add("entity", entity)
    object.add("name", name.nonEmpty)
    object.add("language", language.nonEmpty)
    object.add("before", before)
    object.add("after", after)
  }

  var textLines: [TextLine] {
    let sign =
      switch change {
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      }
    let key = [entity, name, language].filter { !$0.isEmpty }.joined(separator: "  ")
    let fields = [before, after].filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: " → ")
    let look: TextStyle.Look? =
      switch change {
      case .added: .line
      case .removed: .match
      case .changed: .warning
      }
    return [.plain("\(sign) \(subject.rawValue)  \(key)  \(fields)", look: look)]
  }
}

/// Finds what changed.
enum TableDifference {
  static func changes(from old: AliasTables, to new: AliasTables) -> [TableChange] {
    let before = Dictionary(old.entities.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(new.entities.map { ($0.id, $0) }) { first, _ in first }
    var changes: [TableChange] = []
    for id in Set(before.keys).union(after.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let pair = (before[id], after[id])
      if let change = change(.entity, pair.0.map(fields), pair.1.map(fields), entity: id) { changes.append(change) }
      changes += names(id, pair.0?.names ?? [], pair.1?.names ?? [])
    }
    return changes + decisions(old.decisions, new.decisions)
  }

  private struct NameKey: Hashable {
    var text: String
    var language: LanguageTag
  }

  private static func names(_ id: String, _ old: [NameForm], _ new: [NameForm]) -> [TableChange] {
    let key: (NameForm) -> NameKey = { NameKey(text: $0.text, language: $0.language) }
    let before = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
    let after = Dictionary(new.map { (key($0), $0) }) { first, _ in first }
    let keys = Set(before.keys).union(after.keys).sorted {
      $0.language != $1.language ? $0.language < $1.language : $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
    }
    return keys.compactMap { key in
      var change = change(.name, before[key].map(fields), after[key].map(fields), entity: id)
      change?.name = key.text
      change?.language = key.language.rawValue
      return change
    }
  }

  private static func decisions(_ old: [Decision], _ new: [Decision]) -> [TableChange] {
    let key: (Decision) -> String = { "\($0.a) \($0.b)" }
    let before = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
    let after = Dictionary(new.map { (key($0), $0) }) { first, _ in first }
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      change(.decision, before[key].map(fields), after[key].map(fields), entity: key)
    }
  }

  private typealias Fields = [(name: String, value: String)]

  private static func change(
    _ subject: TableChange.Subject, _ old: Fields?, _ new: Fields?, entity: String
  ) -> TableChange? {
    func shown(_ fields: Fields) -> [String] { fields.filter { !$0.value.isEmpty }.map { "\($0.name)=\($0.value)" } }
    switch (old, new) {
    case (nil, let new?):
      return TableChange(change: .added, subject: subject, entity: entity, before: [], after: shown(new))
    case (let old?, nil):
      return TableChange(change: .removed, subject: subject, entity: entity, before: shown(old), after: [])
    case (let old?, let new?):
      let differing = zip(old, new).filter { $0.value != $1.value }
      if differing.isEmpty { return nil }
      return TableChange(
        change: .changed, subject: subject, entity: entity, before: differing.map { "\($0.0.name)=\($0.0.value)" },
        after: differing.map { "\($0.1.name)=\($0.1.value)" })
    case (nil, nil): return nil
    }
  }

  private static func fields(_ entity: Entity) -> Fields {
    [
      ("type", entity.type.rawValue), ("country", entity.country ?? ""), ("born", entity.born ?? ""),
      ("died", entity.died ?? ""), ("wikidata", entity.wikidata ?? ""), ("note", entity.note ?? ""),
    ]
  }

  private static func fields(_ form: NameForm) -> Fields {
    [
      ("kind", form.kind.rawValue), ("part", form.part.rawValue), ("system", form.system), ("from", form.from ?? ""),
      ("source", form.source), ("status", form.status.rawValue), ("note", form.note ?? ""),
    ]
  }

  private static func fields(_ decision: Decision) -> Fields {
    [
      ("judgement", "\(decision.judgement)"), ("reason", decision.reason ?? ""), ("source", decision.source),
      ("date", decision.date ?? ""),
    ]
  }
}
