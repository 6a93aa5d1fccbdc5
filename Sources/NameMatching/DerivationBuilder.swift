import Transliteration

/// Tells the journey of a spelling from the units and the route by which it was read.
struct DerivationBuilder {
  let tables: TransliterationTables

  /// The journey of a name in a language of syllables.
  ///
  /// - Parameters:
  ///   - native: the native form as it stands in the tables.
  ///   - text: the spelling as it was given.
  func derivation(of match: SyllabicComparison.Match, native: String, text: String) -> Derivation? {
    guard let model = tables.model(match.reading.language, script: match.reading.script),
      match.reading.script != match.reading.language.nativeScript
    else { return nil }
    let words = journey(match.alignment.steps, along: match.reading.spelled, model: model)
    let separators = Self.separators(of: text, wordCount: words.count)
    let legs = match.route.map { model.routes[$0].legs } ?? [StepBuilder.mixture]
    var builder = StepBuilder(tables: tables)
    if legs.count == 2 {
      let intermediate = Self.joined(words.map(\.intermediate), separators, isReordered: match.reading.isReordered)
      builder.add(leg: legs[0], text: intermediate, habits: words.flatMap(\.habits))
      builder.respell(by: legs[1], from: intermediate, to: text, habits: words.flatMap(\.respellingHabits))
    } else {
      builder.add(leg: legs[0], text: text, habits: words.flatMap(\.habits))
    }
    return Derivation(
      origin: native, language: match.reading.language.rawValue, steps: builder.steps, cost: match.cost)
  }

  /// The journey of a name that is spelled letter by letter from another script.
  func derivation(
    ofWords words: [(native: String, spelling: String, alignment: LatticeAlignment)], route: SpellingRoute?,
    model: SpellingModel, native: String, text: String, cost: Int
  ) -> Derivation {
    var habits: [String] = []
    for word in words {
      for step in word.alignment.steps {
        habits += model.spelling(of: step.second).map { Self.list($0.habit) } ?? []
      }
    }
    var builder = StepBuilder(tables: tables)
    builder.respell(by: route?.legs.first ?? StepBuilder.mixture, from: native, to: text, habits: habits)
    return Derivation(origin: native, language: model.language.rawValue, steps: builder.steps, cost: cost)
  }

  private struct Word {
    var intermediate = ""
    var habits: [String] = []
    var respellingHabits: [String] = []
  }

  /// Follows the units along the spelling and gathers what stands between the legs, word by word.
  private func journey(_ steps: [LatticeAlignment.Step], along spelled: SpelledName, model: SpellingModel) -> [Word] {
    var words = [Word](repeating: Word(), count: spelled.words.count)
    var place = 0
    for step in steps {
      let word = spelled.breaks.count { $0 <= place }
      guard let spelling = model.spelling(of: step.second) else { continue }
      words[word].intermediate += spelling.intermediate
      words[word].habits += Self.list(spelling.habit)
      words[word].respellingHabits += Self.list(spelling.respellingHabit)
      place += spelling.length
    }
    return words
  }

  private static func list(_ habits: String) -> [String] { habits.split(separator: "; ").map(String.init) }

  /// What stood between the words of the text: a hyphen where it was one, else a space.
  private static func separators(of text: String, wordCount: Int) -> [String] {
    let hyphens: Set<Character> = ["-", "‐", "‑", "–", "—"]
    var separators: [String] = []
    var isInWord = false
    var pending: String?
    for character in text {
      if character.isLetter || character.isNumber {
        if let separator = pending { separators.append(separator) }
        pending = nil
        isInWord = true
      } else if isInWord, character.isWhitespace || hyphens.contains(character) {
        pending = pending == nil && hyphens.contains(character) ? "-" : " "
      }
    }
    return separators.count == wordCount - 1 ? separators : Array(repeating: " ", count: max(0, wordCount - 1))
  }

  /// The words in the order of the text, with capitals; a word after a hyphen begins small.
  private static func joined(_ words: [String], _ separators: [String], isReordered: Bool) -> String {
    let ordered = isReordered && words.count > 1 ? Array(words.dropFirst()) + [words[0]] : words
    var result = ""
    for (index, word) in ordered.enumerated() {
      let separator = index == 0 ? "" : separators[index - 1]
      result += separator + (separator == "-" ? word : word.prefix(1).uppercased() + word.dropFirst())
    }
    return result
  }
}

/// Puts the steps of a journey together.
private struct StepBuilder {
  /// No single route: some words by one, some by another.
  static let mixture = "mixture"

  let tables: TransliterationTables
  private(set) var steps: [Derivation.Step] = []

  init(tables: TransliterationTables) { self.tables = tables }

  mutating func add(leg: String, text: String, habits: [String]) {
    let system = try? tables.system(leg).description
    steps.append(
      Derivation.Step(
        label: system?.label ?? tables.label(ofPractice: leg) ?? leg, system: system?.code, habits: Self.unique(habits),
        text: text))
  }

  /// Adds the leg that leads from `source` to `text`; where the system writes something else than what was given, the
  /// rest of the way is a step of its own.
  mutating func respell(by leg: String, from source: String, to text: String, habits: [String]) {
    guard let system = try? tables.system(leg), let written = try? system.apply(source), written != text else {
      add(leg: leg, text: text, habits: habits)
      return
    }
    add(leg: leg, text: written, habits: [])
    let label =
      change(from: written, to: text) ?? (habits.isEmpty ? "respelled" : Self.unique(habits).joined(separator: ", "))
    steps.append(Derivation.Step(label: label, system: nil, habits: [], text: text))
  }

  /// What was done to a spelling that still has the same letters, or some of them; `nil` where letters were changed.
  private func change(from written: String, to text: String) -> String? {
    guard let before = try? FoldedName(written, han: tables.han), let after = try? FoldedName(text, han: tables.han)
    else { return nil }
    if before.joinedKey == after.joinedKey {
      let isCaseAlone = written != text && written.lowercased() == text.lowercased()
      return isCaseAlone ? "letter case changed" : "marks dropped"
    }
    if before.tokens.map(\.key).sorted() == after.tokens.map(\.key).sorted() { return "words in another order" }
    if after.tokens.contains(where: { $0.key.count == 1 }) { return "shortened to initials" }
    return nil
  }

  private static func unique(_ habits: [String]) -> [String] {
    var seen: Set<String> = []
    return habits.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
