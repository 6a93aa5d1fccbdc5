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
    let words = name.split(whereSeparator: \.isWhitespace).map { ScriptedWord($0, of: name, expected) }
    let strangers = words.flatMap(\.strangers)
    guard let first = strangers.first else { return }
    let actual = Set(strangers.map(\.script)).sorted().joined(separator: ", ")
    if words.allSatisfy({ !$0.hasExpected }) {
      report(
        problem(
          place, "lang", .scriptMismatch,
          "\(quoted(name)) is in \(actual), but \(tag) is written in \(expected.sorted().joined(separator: ", "))",
          advice: "name the script in the tag, such as \(tag.language)-\(first.script), or mend the language"))
    } else if let first = words.first(where: { mayLookRight($0, place, expected) })?.strangers.first {
      report(
        problem(
          place, "name", byte: first.byte, .mixedScripts, severity: .warning,
          "\(quoted(name)) mixes scripts: \(quoted(String(first.scalar))) (\(codePointName(first.scalar))) is \(first.script)",
          advice: "replace a letter that only looks right, or tag the name with the script it is mostly in"))
    }
  }

  /// Whether a letter of a word may have got into it because it looks like one of the right script: not in the number of a
  /// king, nor in a word that another name of the entity has (BBC).
  private func mayLookRight(_ word: ScriptedWord, _ place: Place, _ expected: Set<String>) -> Bool {
    guard word.strangers.contains(where: { ScriptedWord.lookalikes.contains($0.script) }),
      !expected.isDisjoint(with: ScriptedWord.lookalikes)
    else { return false }
    return word.hasExpected || !word.isRomanNumeral && !hasOtherName(place, with: word.text)
  }

  /// Whether the entity of a name has another one with the word. (The names of an entity stand together.)
  private func hasOtherName(_ place: Place, with word: Substring) -> Bool {
    let entity = text(place, "entity")
    func isThere(_ rows: some Sequence<Int>) -> Bool {
      for row in rows {
        let other = Place(table: place.table, row: row)
        guard text(other, "entity") == entity else { return false }
        if text(other, "name")?.split(whereSeparator: \.isWhitespace).contains(word) == true { return true }
      }
      return false
    }
    return isThere(stride(from: place.row - 1, through: 0, by: -1))
      || isThere(place.row + 1..<tables[place.table].table.rowCount)
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

/// A word of a name, and its letters that are of another script than the name's.
private struct ScriptedWord {
  var text: Substring
  var strangers: [(byte: Int, scalar: Unicode.Scalar, script: String)] = []
  var hasExpected = false

  /// Scripts that have letters of the same look.
  static let lookalikes: Set<String> = ["Armn", "Cyrl", "Grek", "Latn"]

  var isRomanNumeral: Bool { text.allSatisfy("IVXLCDM".contains) }

  init(_ text: Substring, of name: String, _ expected: Set<String>) {
    self.text = text
    var byte = name.utf8.distance(from: name.startIndex, to: text.startIndex)
    for scalar in text.unicodeScalars {
      let found = scripts(ofLetter: scalar)
      if found.contains(where: expected.contains) {
        hasExpected = true
      } else if let script = found.first {
        strangers.append((byte, scalar, script))
      }
      byte += UTF8.width(scalar)
    }
  }
}
