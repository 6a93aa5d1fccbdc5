// Checks of names as text in a language, and of the chains of forms made from forms.

extension TableCheck {
  mutating func checkNames() {
    for index in tables(of: .names) {
      var preferred: [[String]: Place] = [:]
      for row in 0..<tables[index].table.rowCount {
        let place = Place(table: index, row: row)
        checkScript(place)
        guard text(place, "kind") == NameKind.pref.rawValue, text(place, "status") != RowStatus.rejected.rawValue,
          let entity = text(place, "entity"), let language = text(place, "lang")
        else { continue }
        if let first = preferred[[entity, language]] {
          report(
            problem(
              place, "kind", .secondPreferred,
              "\(quoted(entity)) has another preferred name in \(language) at \(pointer(first))",
              advice: "make one of the two alt"))
        } else {
          preferred[[entity, language]] = place
        }
      }
    }
  }

  /// The letters of a name are of the script that its language tag tells.
  private mutating func checkScript(_ place: Place) {
    guard let name = text(place, "name"), let tag = text(place, "lang").flatMap({ LanguageTag($0) }) else { return }
    if let script = tag.script, tag.language != "zh", tag.language != "yue", script == impliedScript(of: tag) {
      report(
        problem(
          place, "lang", .malformedLanguage, severity: .warning,
          "\(script) goes without saying for \(quoted(tag.language))", advice: "leave out the script"))
    }
    guard let code = tag.script ?? impliedScript(of: tag) else { return }
    let expected = scriptsWritten(by: code)
    var strangers: [(byte: Int, scalar: Unicode.Scalar, script: String)] = []
    var isAnyExpected = false
    var byte = 0
    for scalar in name.unicodeScalars {
      let scripts = scripts(ofLetter: scalar)
      if scripts.contains(where: expected.contains) {
        isAnyExpected = true
      } else if let script = scripts.first {
        strangers.append((byte, scalar, script))
      }
      byte += UTF8.width(scalar)
    }
    guard let first = strangers.first else { return }
    let actual = Set(strangers.map(\.script)).sorted().joined(separator: ", ")
    if !isAnyExpected {
      report(
        problem(
          place, "lang", .scriptMismatch,
          "\(quoted(name)) is in \(actual), but \(tag) is written in \(expected.sorted().joined(separator: ", "))",
          advice: "name the script in the tag, such as \(tag.language)-\(first.script), or mend the language"))
    } else {
      report(
        problem(
          place, "name", byte: first.byte, .mixedScripts, severity: .warning,
          "\(quoted(name)) mixes scripts: \(quoted(String(first.scalar))) (\(codePointName(first.scalar))) is \(actual)",
          advice: "replace a letter that only looks right, or tag the name with the script it is mostly in"))
    }
  }

  /// A form made from another points to one of the same entity, and the chain ends.
  mutating func checkOrigins() {
    for index in tables(of: .names) {
      let all = (0..<tables[index].table.rowCount).map { Place(table: index, row: $0) }
      for (_, places) in Dictionary(grouping: all, by: { text($0, "entity") }) { checkOrigins(ofEntity: places) }
    }
  }

  private mutating func checkOrigins(ofEntity places: [Place]) {
    let names = Set(places.compactMap { text($0, "name") })
    let grounded = groundedNames(places, names)
    for place in places {
      guard let name = text(place, "name") else { continue }
      guard let from = text(place, "from") else {
        if let system = text(place, "system"), system != NameForm.attested {
          report(
            problem(
              place, "from", .missingOrigin, severity: .warning,
              "\(quoted(name)) was made by \(system), but not said from what",
              advice: "name in from the form that it was made from"))
        }
        continue
      }
      if !names.contains(from) {
        report(
          problem(
            place, "from", .unknownOrigin, "\(quoted(from)) is not a name of the same entity",
            advice: "add it as a row, or mend its spelling"))
      } else if !grounded.contains(from) {
        report(
          problem(
            place, "from", .circularOrigin, "the chain of forms from \(quoted(name)) goes in a circle",
            advice: "leave from empty in the row that was first"))
      }
    }
  }

  /// The names from which the chain of `from` comes to an end. One text may stand under several languages, of which one
  /// is made from the other: 習近平 in Japanese from 習近平 in Chinese.
  private func groundedNames(_ places: [Place], _ names: Set<String>) -> Set<String> {
    var grounded: Set<String> = []
    var made: [String: [String]] = [:]
    for place in places {
      guard let name = text(place, "name") else { continue }
      if let from = text(place, "from"), names.contains(from) {
        made[from, default: []].append(name)
      } else {
        grounded.insert(name)
      }
    }
    var open = Array(grounded)
    while let name = open.popLast() {
      for next in made[name] ?? [] where grounded.insert(next).inserted { open.append(next) }
    }
    return grounded
  }
}
