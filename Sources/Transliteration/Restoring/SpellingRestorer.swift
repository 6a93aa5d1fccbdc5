import UnicodeText

/// Reads a spelling in Latin or Cyrillic letters by every route as a name of each language.
struct SpellingRestorer {
  let tables: TransliterationTables
  let standards: StandardSpellings
  /// ISO 15924 code of the script of the spelling.
  let script: String

  private struct Hypothesis: Hashable {
    var language: SourceLanguage
    var kind: NameKindHypothesis
    var reading: FoundReading
    var route: Int
    var cost: Int
  }

  /// The likeliest names, the likeliest first.
  func restore(_ spelled: SpelledName) throws(TransliterationError) -> [RestoredName] {
    var hypotheses: [Hypothesis] = []
    for language in SourceLanguage.allCases { hypotheses += readings(of: spelled, language) }
    var names = try names(hypotheses)
    if spelled.words.count > 1, !hypotheses.contains(where: { $0.language == .japanese }) {
      names += try mixed(spelled)
    }
    return names
  }

  private func names(_ found: [Hypothesis]) throws(TransliterationError) -> [RestoredName] {
    let hypotheses = found.sorted { ($0.cost, $0.route) < ($1.cost, $1.route) }
    var names: [RestoredName] = []
    var known: Set<String> = []
    for hypothesis in hypotheses {
      guard names.count < Self.nameLimit else { break }
      guard let model = tables.model(hypothesis.language, script: script) else { continue }
      let words = Self.words(hypothesis.reading, model.inventory)
      // The place that a person's name may be as well is an answer of its own where it is translated.
      let isTranslated = hypothesis.kind == .place && standards.endsInGeneric(words, hypothesis.language)
      let key = "\(hypothesis.language.rawValue) \(words.joined(separator: " ")) \(isTranslated)"
      guard known.insert(key).inserted else { continue }
      var name = try standards.name(words: words, language: hypothesis.language, isPerson: hypothesis.kind == .person)
      name.relay = model.routes[hypothesis.route].legs
      name.cost = hypothesis.cost
      names.append(name)
    }
    return names
  }

  private static let nameLimit = 60
  private static let readingsPerRoute = 12
  private static let routeMargin = 250
  /// Routes weigh more than departures from them do.
  private static let routeWeight = 4

  private func readings(of spelled: SpelledName, _ language: SourceLanguage) -> [Hypothesis] {
    guard let model = tables.model(language, script: script), let lattice = model.read(spelled),
      let usage = usage(of: language)
    else { return [] }
    let search = ReadingSearch(model: model, usage: usage)
    let wordCount = spelled.breaks.count + 1
    var hypotheses: [Hypothesis] = []
    // A route whose best reading is far behind that of another cannot have the answer.
    let cheapest = model.routes.indices.map { lattice.cheapestReading(by: .one($0)) }
    let limit = (cheapest.compactMap(\.self).min() ?? 0) + Self.routeMargin
    for (route, description) in model.routes.enumerated() {
      guard let cost = cheapest[route], cost <= limit else { continue }
      for kind in language.isSyllabic ? [NameKindHypothesis.person, .place] : [.place] {
        let prior = LanguagePriors.cost(of: language, kind, wordCount: wordCount)
        for reading in search.readings(
          of: lattice, route: route, breaks: Set(spelled.breaks), kind: kind, limit: Self.readingsPerRoute)
        where kind == .place || Self.isPerson(reading, language, wordCount: wordCount) {
          var cost = reading.cost + description.cost * Self.routeWeight + prior
          if language == .chinese, kind == .place, wordCount > 1,
            standards.endsInGeneric(Self.words(reading, model.inventory), language)
          {
            cost += LanguagePriors.cost(of: language, kind, wordCount: 1) - prior
          }
          hypotheses.append(Hypothesis(language: language, kind: kind, reading: reading, route: route, cost: cost))
        }
      }
    }
    return hypotheses
  }

  /// Whether a reading is divided like a person's name: a surname of one syllable (Chinese: up to two) in the first word,
  /// a given name of one or two syllables behind it.
  private static func isPerson(_ reading: FoundReading, _ language: SourceLanguage, wordCount: Int) -> Bool {
    let phases = language.phaseCount
    let syllables = reading.units.count / phases
    guard (2...(language == .chinese ? 4 : 3)).contains(syllables) else { return false }
    guard wordCount > 1 else { return true }
    guard let first = reading.breaks.first else { return false }
    return first == phases || language == .chinese && first == 2 && syllables >= 3
  }

  private func usage(of language: SourceLanguage) -> (any UnitUsage)? {
    switch language {
    case .korean: tables.statistics(of: "ko").map { KoreanUsage(statistics: $0) }
    case .chinese: tables.statistics(of: "zh").map { ChineseUsage(statistics: $0) }
    case .japanese: tables.statistics(of: "ja").map { JapaneseUsage(statistics: $0) }
    case .russian: LetterUsage(statistics: nil)
    case .english, .german, .french: LetterUsage(statistics: tables.statistics(of: "en"))
    }
  }

  /// The reading as text, word by word: syllables of Hangul, syllables of pinyin apart, kana, letters.
  private static func words(_ reading: FoundReading, _ inventory: UnitInventory) -> [String] {
    var words: [String] = []
    var start = 0
    for end in reading.breaks + [reading.units.count] {
      let units = reading.units[start..<end]
      start = end
      if inventory.language == .korean {
        words.append(
          String(
            String.UnicodeScalarView(
              stride(from: units.startIndex, to: units.endIndex, by: 3).compactMap {
                KoreanSyllable(units[$0..<min($0 + 3, units.endIndex)])?.scalar
              })))
      } else {
        let separator = inventory.language == .chinese ? "'" : ""
        words.append(units.map { inventory.names[Int($0)] }.joined(separator: separator))
      }
    }
    return words
  }

  // MARK: Names of several languages

  private static let readingsPerWord = 2
  /// Of a word that no Japanese can be.
  private static let readingsPerForeignWord = 4
  /// What a letter of a word costs that is kept as it is.
  private static let keptLetterCost = 300

  /// A word of a name, as it may have been.
  private struct Word {
    var native: String
    var spelling: String
    var cost: Int
  }

  /// Readings of a name whose words are Japanese but for some that no Japanese can be: of clubs and companies.
  private func mixed(_ spelled: SpelledName) throws(TransliterationError) -> [RestoredName] {
    var found = [(words: [Word](), cost: 0)]
    var hasJapanese = false
    for word in spelled.words {
      let single = SpelledName(words: [word])
      let japanese = try names(readings(of: single, .japanese)).prefix(Self.readingsPerWord)
      if !japanese.isEmpty { hasJapanese = true }
      let words = japanese.isEmpty ? try foreign(single) : japanese.map { Self.word($0) }
      found = found.flatMap { start in words.map { (start.words + [$0], start.cost + $0.cost) } }
      found = Array(found.sorted { $0.cost < $1.cost }.prefix(Self.readingsPerRoute))
    }
    guard hasJapanese else { return [] }
    return found.map { found in
      RestoredName(
        language: SourceLanguage.japanese.rawValue, kind: .other,
        native: found.words.map(\.native).joined(separator: " "),
        spellings: [
          RestoredName.Spelling(text: found.words.map(\.spelling).joined(separator: " "), system: "", label: "")
        ], relay: [], cost: found.cost, probability: 0)
    }
  }

  private static func word(_ name: RestoredName) -> Word {
    Word(native: name.native, spelling: name.spellings.first?.text ?? name.native, cost: name.cost)
  }

  /// A word of no language that is told apart: read as English, or kept.
  private func foreign(_ spelled: SpelledName) throws(TransliterationError) -> [Word] {
    var words = try names(readings(of: spelled, .english)).prefix(Self.readingsPerForeignWord).map { Self.word($0) }
    let word = Capitalization.words(spelled.words.joined())
    let kept =
      if script == "Cyrl", let code = tables.standards(of: "ru").first { try tables.system(code).apply(word) } else {
        word
      }
    if !words.contains(where: { $0.spelling == kept }) {
      let cost = word.count * Self.keptLetterCost
      words.append(Word(native: kept, spelling: kept, cost: min(cost, words.last?.cost ?? cost)))
    }
    return words
  }
}
