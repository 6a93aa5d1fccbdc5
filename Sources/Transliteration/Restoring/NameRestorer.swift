import UnicodeText

/// Finds what a spelling of unknown origin may have been at home, without any table of entities: it is read by every
/// route of every language, and readings are weighed by how usual their syllables and letters are.
public struct NameRestorer: Sendable {
  private let tables: TransliterationTables
  private let standards: StandardSpellings

  public init(tables: TransliterationTables) {
    self.tables = tables
    standards = StandardSpellings(tables: tables)
  }

  /// The likeliest names, the likeliest first; none for what no language can read.
  public func restore(_ text: String, limit: Int = 10) throws(TransliterationError) -> [RestoredName] {
    // Figures have no script, and are no part of a name that could be told.
    guard let tokens = try? FoldedName(text, han: tables.han).tokens.filter({ $0.script != "Zyyy" }), !tokens.isEmpty
    else { return [] }
    let scripts = Set(tokens.map(\.script))
    var found: [RestoredName]
    if scripts == ["Latn"] || scripts == ["Cyrl"] {
      found = try respelled(SpelledName(words: tokens.map(\.letters)), script: scripts.first ?? "")
      if scripts == ["Cyrl"] { found += try NativeRestorer(tables: tables, standards: standards).restore(text) }
    } else {
      found = try NativeRestorer(tables: tables, standards: standards).restore(text)
    }
    found.sort {
      ($0.cost, $0.language.utf8Bytes, $0.native.utf8Bytes) < ($1.cost, $1.language.utf8Bytes, $1.native.utf8Bytes)
    }
    found = Self.withoutRepetitions(found)
    let weights = found.map { Self.exponential(-Double($0.cost - found[0].cost) / 100) }
    let total = weights.reduce(0, +)
    for index in found.indices { found[index].probability = weights[index] / total }
    return Array(found.prefix(max(0, limit)))
  }

  /// Answers that a language's first standard writes alike are one; its other writings go along with the likeliest.
  private static func withoutRepetitions(_ names: [RestoredName]) -> [RestoredName] {
    var places: [[String]: Int] = [:]
    var result: [RestoredName] = []
    for name in names {
      let key = [name.language, name.spellings.first?.text ?? name.native]
      if let place = places[key] {
        let isKnown = result[place].native == name.native || result[place].otherNatives.contains(name.native)
        if !isKnown { result[place].otherNatives.append(name.native) }
      } else {
        places[key] = result.count
        result.append(name)
      }
    }
    return result
  }

  private static func exponential(_ value: Double) -> Double {
    // e^x as (e^(x/1024))^1024, by a series: no Foundation on this floor.
    let step = max(value, -600) / 1024
    var result = 1 + step + step * step / 2 + step * step * step / 6
    for _ in 0..<10 { result *= result }
    return result
  }

  // MARK: Spellings in another script

  private struct Hypothesis: Hashable {
    var language: SourceLanguage
    var kind: NameKindHypothesis
    var reading: FoundReading
    var route: Int
    var cost: Int
  }

  private func respelled(_ spelled: SpelledName, script: String) throws(TransliterationError) -> [RestoredName] {
    var hypotheses: [Hypothesis] = []
    for language in SourceLanguage.allCases {
      guard let model = tables.model(language, script: script), let lattice = model.read(spelled),
        let usage = usage(of: language)
      else { continue }
      hypotheses += readings(of: lattice, spelled, language, model, usage)
    }
    hypotheses.sort { ($0.cost, $0.route) < ($1.cost, $1.route) }
    var names: [RestoredName] = []
    var known: Set<String> = []
    for hypothesis in hypotheses {
      guard names.count < Self.nameLimit else { break }
      guard let model = tables.model(hypothesis.language, script: script) else { continue }
      let words = Self.words(hypothesis.reading, model.inventory)
      let key = "\(hypothesis.language.rawValue) \(words.joined(separator: " "))"
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
  private static let routeMargin = 400
  /// Routes weigh as departures from them do, nearly.
  private static let routeWeight = 3

  private func readings(
    of lattice: ReadingLattice, _ spelled: SpelledName, _ language: SourceLanguage, _ model: SpellingModel,
    _ usage: any UnitUsage
  ) -> [Hypothesis] {
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
          hypotheses.append(
            Hypothesis(
              language: language, kind: kind, reading: reading, route: route,
              cost: reading.cost + description.cost * Self.routeWeight + prior))
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
}

/// What it costs to believe that a spelling is a name of a language, before it is read.
enum LanguagePriors {
  static func cost(of language: SourceLanguage, _ kind: NameKindHypothesis, wordCount: Int) -> Int {
    switch language {
    case .korean, .chinese:
      switch (kind, wordCount) {
      case (.person, 1): 350
      case (.person, 2...3): 0
      case (.place, 1): 0
      case (.place, _): 350
      case (.person, _): 800
      }
    case .japanese: 100
    case .russian: 200
    case .english: 350
    case .german, .french: 400
    }
  }
}
