// Checks that identifiers point to rows that exist.

extension TableCheck {
  /// The identifiers in a column of all tables of a kind.
  private func identifiers(_ kind: TableKind, _ column: String) -> Set<String> {
    Set(places(of: kind).compactMap { text($0, column) })
  }

  mutating func checkReferences() {
    let sources = identifiers(.sources, "source")
    let systems = identifiers(.systems, "code")
    let entities = identifiers(.entities, "id")
    let practices = Set(
      tables.indices.filter { tables[$0].file.kind == .lexicon && tables[$0].file.stem == "practices" }.flatMap {
        table in
        (0..<tables[table].table.rowCount).map { tables[table].table.cell(row: $0, column: 0) }
      })
    var entitiesOfSet: [String: Set<String>] = [:]
    for place in places(of: .entities) {
      if let id = text(place, "id") { entitiesOfSet[tables[place.table].file.set, default: []].insert(id) }
    }

    for (index, loaded) in tables.enumerated() {
      let known = loaded.file.kind == .names ? entitiesOfSet[loaded.file.set] ?? [] : entities
      for column in loaded.table.schema.columns {
        switch column.type {
        case .sourceReference:
          reportUnknown(index, column.name, .unknownSource, advice: "add it to sources.tsv, or mend the identifier") {
            sources.contains($0) ? nil : "is not a source"
          }
        case .systemReference:
          let advice = "write attested, or add the system to systems/systems.tsv"
          reportUnknown(index, column.name, .unknownSystem, advice: advice) {
            $0 == NameForm.attested || systems.contains($0) ? nil : "is not a transliteration system"
          }
        case .route:
          let advice = "add it there or to systems/practices.tsv, so that explanations can name it"
          reportUnknown(index, column.name, .unknownSystem, .warning, advice: advice) {
            $0 == "customary" || systems.contains($0) || practices.contains($0) ? nil : "is not in systems/systems.tsv"
          }
        case .entityReference:
          let what = loaded.file.kind == .names ? "is not an entity of this set" : "is not an entity"
          reportUnknown(
            index, column.name, .unknownEntity, advice: "add it to entities.tsv, or mend the identifier"
          ) { known.contains($0) ? nil : what }
        default: break
        }
      }
    }
  }

  /// Reports each value of a column that `fault` finds fault with, once, at the first row that has it.
  private mutating func reportUnknown(
    _ table: Int, _ column: String, _ rule: TableRule, _ severity: TableProblem.Severity = .error, advice: String,
    fault: (String) -> String?
  ) {
    var found: [String: (first: Place, rows: Int)] = [:]
    for row in 0..<tables[table].table.rowCount {
      guard let value = tables[table].table.text(row, column) else { continue }
      if found[value] != nil {
        found[value]?.rows += 1
      } else if fault(value) != nil {
        found[value] = (Place(table: table, row: row), 1)
      }
    }
    for (value, (first, rows)) in found {
      let others =
        rows == 1 ? "" : ", and \(counted(rows - 1, "more row")) of the table \(rows == 2 ? "has" : "have") it"
      report(
        problem(
          first, column, rule, severity: severity, "\(quoted(value)) \(fault(value) ?? "")\(others)", advice: advice))
    }
  }

  /// Every entity has a name, and a preferred one; its dates are in order.
  mutating func checkEntities() {
    var named: Set<[String]> = []
    var preferred: Set<[String]> = []
    for place in places(of: .names) where text(place, "status") != RowStatus.rejected.rawValue {
      guard let entity = text(place, "entity") else { continue }
      let key = [tables[place.table].file.set, entity]
      named.insert(key)
      if text(place, "kind") == NameKind.pref.rawValue { preferred.insert(key) }
    }
    for place in places(of: .entities) {
      guard let id = text(place, "id") else { continue }
      let key = [tables[place.table].file.set, id]
      if !named.contains(key) {
        report(
          problem(
            place, "id", .entityWithoutName, "the entity \(quoted(id)) has no name that is not rejected",
            advice: "add one to names.tsv, or remove the entity"))
      } else if !preferred.contains(key) {
        report(
          problem(
            place, "id", .entityWithoutPreferred, severity: .warning,
            "the entity \(quoted(id)) has no name of the kind pref", advice: "make one of its names pref"))
      }
      if let born = text(place, "born").flatMap({ CalendarDate($0) }),
        let died = text(place, "died").flatMap({ CalendarDate($0) }), died.isBefore(born)
      {
        report(
          problem(
            place, "died", .datesReversed, "the entity \(quoted(id)) ends before it begins",
            advice: "mend born or died"))
      }
    }
  }

  /// Every system that stands on rules or syllables has its file, and every such file, and file of examples, its system.
  mutating func checkSystems(rules: [TableLayout.File]) {
    let ruleFiles = Set(rules.map(\.stem))
    let syllableFiles = Set(tables(of: .syllables).map { tables[$0].file.stem })
    var codes: Set<String> = []
    for place in places(of: .systems) {
      guard let code = text(place, "code"), let backing = text(place, "backing") else { continue }
      codes.insert(code)
      let missing: String? =
        switch backing {
        case "rules" where !ruleFiles.contains(text(place, "table") ?? code):
          "there is no file systems/rules/\(text(place, "table") ?? code).txt"
        case "syllables" where !syllableFiles.contains(text(place, "table") ?? code):
          "there is no table systems/syllables/\(text(place, "table") ?? code).tsv"
        case "icu" where text(place, "icu") == nil: "the column icu is empty"
        default: nil
        }
      if let missing {
        report(
          problem(
            place, "backing", .missingRules, "the system \(quoted(code)) stands on \(backing), but \(missing)",
            advice: "add it, or mend backing"))
      }
    }
    for file in rules + (tables(of: .syllables) + tables(of: .examples)).map({ tables[$0].file })
    where !codes.contains(file.stem) {
      report(
        TableProblem(
          file: file.path, rule: .orphanRules, severity: .warning,
          message: "no system has the code \(quoted(file.stem))",
          advice: "add it to systems/systems.tsv, or rename the file after its system"))
    }
  }
}
