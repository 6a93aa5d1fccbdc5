// Rows of the tables as values. A row that cannot be one is reported by the checks of its cells.

extension TabTable {
  /// The text of a row's cell by the name of its column; `nil` where it is empty or the file has no such column.
  func text(_ row: Int, _ column: String) -> String? {
    guard let index = schema.index(of: column) else { return nil }
    let range = range(row: row, column: index)
    return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }

  /// The row of an `entities.tsv` as an entity without names.
  func entity(row: Int) -> Entity? {
    guard let id = text(row, "id"), let type = text(row, "type").flatMap(EntityType.init(rawValue:)) else { return nil }
    return Entity(
      id: id, type: type, country: text(row, "country"), born: text(row, "born"), died: text(row, "died"),
      wikidata: text(row, "wikidata"), note: text(row, "note"))
  }

  /// The row of a `names.tsv` as a name form, without the entity that it belongs to.
  func nameForm(row: Int) -> NameForm? {
    guard let name = text(row, "name"), let language = text(row, "lang").flatMap({ LanguageTag($0) }),
      let kind = text(row, "kind").flatMap(NameKind.init(rawValue:)),
      let part = text(row, "part").flatMap(NamePart.init(rawValue:)), let system = text(row, "system"),
      let source = text(row, "source"), let status = text(row, "status").flatMap(RowStatus.init(rawValue:))
    else { return nil }
    return NameForm(
      text: name, language: language, kind: kind, part: part, system: system, from: text(row, "from"), source: source,
      status: status, note: text(row, "note"))
  }

  func decision(row: Int) -> Decision? {
    guard let a = text(row, "a"), let b = text(row, "b"),
      let judgement = text(row, "judgement").flatMap(Judgement.init(rawValue:)), let source = text(row, "source")
    else { return nil }
    return Decision(a, b, judgement, reason: text(row, "reason"), source: source, date: text(row, "date"))
  }

  func source(row: Int) -> Source? {
    guard let id = text(row, "source"), let title = text(row, "title"), let licence = text(row, "licence") else {
      return nil
    }
    return Source(id: id, title: title, url: text(row, "url"), licence: licence, retrieved: text(row, "retrieved"))
  }
}
