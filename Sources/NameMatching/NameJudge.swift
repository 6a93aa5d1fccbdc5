public import NameModel
public import Transliteration

/// Judges whether a spelling is a name of an entity.
public struct NameJudge: Sendable {
  private let tables: TransliterationTables
  private let comparison: NameComparison

  /// No spelling that is derived scores more; a row of the tables may.
  public static let derivationLimit = Scoring.derivationLimit

  public init(tables: TransliterationTables) {
    self.tables = tables
    comparison = NameComparison(forest: MatchForest(tables: tables))
  }

  /// The best evidence that `query` spells a name of an entity; `nil` where nothing can be compared.
  ///
  /// - Parameters:
  ///   - forms: the forms of the entity that are worth comparing.
  ///   - native: the form in which the entity's name is at home; compared as well.
  public func evidence(
    _ query: PreparedName, forms: [NameForm], native: NameForm, type: EntityType
  ) -> Evidence? {
    let all = forms.contains(native) ? forms : forms + [native]
    let forms = all.compactMap { form in
      (try? FoldedName(form.text, han: tables.han)).map { (form: form, folded: $0) }
    }
    if let row = Self.best(forms.compactMap { tableRow(query, $0.form, $0.folded) }) { return row }
    var found: [Evidence] = []
    var isSyllabicName = false
    let nativeScript = forms.first { $0.form == native }?.folded.script
    for (form, folded) in forms {
      guard let language = syllabicLanguage(of: form, folded) else {
        // Equal sound in other characters is another name, where the entity has characters.
        if query.name.script != nativeScript, let evidence = readBack(query, form, folded) { found.append(evidence) }
        continue
      }
      let result = compareSyllables(query, form, folded, language)
      if case .match(let evidence) = result { found.append(evidence) }
      // Only the form in which the name is at home guards it: 마체고라 says nothing about other Russians. Once the query
      // reads as a name of that language, its letters are not asked: two well-formed names that differ in a syllable
      // are two names, however alike they look.
      if case .unreadable = result {
        if let spelled = InterpretedName(folded, tables: tables).inLatinLetters,
          let evidence = compareWords(query, form, folded, spelled, native: native, type: type)
        {
          found.append(evidence)
        }
        continue
      }
      if native.language.language == language.rawValue { isSyllabicName = true }
    }
    for (form, folded) in forms where form.kind != .hidden && syllabicLanguage(of: form, folded) == nil {
      let interpreted = InterpretedName(folded, tables: tables)
      guard let evidence = compareWords(query, form, folded, interpreted, native: native, type: type) else { continue }
      // A system may lead from a form that is attested in another alphabet; mere likeness of letters may not.
      if isSyllabicName, evidence.outcome != .same || !evidence.isDerived { continue }
      found.append(evidence)
    }
    return Self.best(found)
  }

  private static func best(_ evidence: [Evidence]) -> Evidence? {
    evidence.max { worth($0) < worth($1) }
  }

  /// What explains itself is preferred to what scores a little more.
  private static func worth(_ evidence: Evidence) -> Double {
    switch evidence.basis {
    case .tableRow: evidence.score + 0.15
    case .derivation: evidence.score + 0.1
    case .letters: evidence.score
    }
  }

  // MARK: Rows

  private func tableRow(_ query: PreparedName, _ form: NameForm, _ folded: FoldedName) -> Evidence? {
    let sameOrder = query.name.joinedKey == folded.joinedKey
    let anyOrder = sameOrder || query.name.isRotation(of: folded)
    guard anyOrder else { return nil }
    let isExact = query.name.text == form.text
    let score = Scoring.row(kind: form.kind) - (isExact ? 0 : sameOrder ? 0.02 : 0.03)
    return Evidence(
      outcome: form.kind == .weak ? .compatible : .same, score: Scoring.rounded(score), query: query.name.text,
      form: form, basis: .tableRow,
      parts: [Evidence.AlignedPart(given: query.name.text, form: form.text, cost: 0)], decision: nil)
  }

  // MARK: Syllables

  /// How much dearer than its own cheapest reading a spelling may be read.
  private static let strainLimit = 160

  private enum SyllabicResult {
    case match(Evidence)
    /// Both are well-formed names of the language, and they differ.
    case guarded
    case unreadable
  }

  private func syllabicLanguage(of form: NameForm, _ folded: FoldedName) -> SourceLanguage? {
    guard let language = SourceLanguage(rawValue: form.language.language), language.isSyllabic,
      folded.script == language.nativeScript, form.part == .full
    else { return nil }
    return language
  }

  private func compareSyllables(
    _ query: PreparedName, _ form: NameForm, _ folded: FoldedName, _ language: SourceLanguage
  ) -> SyllabicResult {
    let readings = query.readings.filter { $0.language == language }
    guard !readings.isEmpty, let native = tables.nativeReading(of: folded.joinedLetters, language: language) else {
      return .unreadable
    }
    let isWellFormed = readings.contains(where: \.isWellFormed)
    // Equal sound in other characters is another name: 李宏忠 is not 李鸿忠.
    let isNative = query.name.script == language.nativeScript
    if isNative, language == .chinese { return .guarded }
    guard let match = SyllabicComparison(tables: tables).compare(query, with: native) else {
      return isWellFormed ? .guarded : .unreadable
    }
    guard let score = score(of: match, syllables: folded.joinedLetters.count) else { return .guarded }
    let derivation = DerivationBuilder(tables: tables).derivation(of: match, native: form.text, text: query.name.text)
    return .match(evidence(match, score, derivation, query: query, form: form))
  }

  /// Evidence that a native name was spelled as a form in another alphabet: a Hangul name and its English form.
  private func readBack(_ query: PreparedName, _ form: NameForm, _ folded: FoldedName) -> Evidence? {
    for language in SourceLanguage.allCases where language.isSyllabic && query.name.script == language.nativeScript {
      guard let script = folded.script, tables.model(language, script: script) != nil,
        let native = tables.nativeReading(of: query.name.joinedLetters, language: language)
      else { continue }
      let spelling = PreparedName(folded, tables: tables)
      guard let match = SyllabicComparison(tables: tables).compare(spelling, with: native),
        let score = score(of: match, syllables: query.name.joinedLetters.count)
      else { continue }
      let derivation = DerivationBuilder(tables: tables).derivation(of: match, native: query.name.text, text: form.text)
      return evidence(match, score, derivation, query: query, form: form)
    }
    return nil
  }

  /// How probable a reading is; `nil` where it strains the spelling, and another name needs no strain.
  private func score(of match: SyllabicComparison.Match, syllables: Int) -> Double? {
    let strain = max(0, match.cost - (match.reading.ownCosts()[syllables] ?? match.cost))
    let isMixture = match.route == nil && match.reading.script != match.reading.language.nativeScript
    if strain > (isMixture ? SyllabicComparison.mixtureCost : Self.strainLimit) { return nil }
    return Scoring.syllabic(syllables: syllables, cost: match.cost, strain: strain)
  }

  private func evidence(
    _ match: SyllabicComparison.Match, _ score: Double, _ derivation: Derivation?, query: PreparedName, form: NameForm
  ) -> Evidence {
    Evidence(
      outcome: Self.outcome(score: score, isComplete: true), score: Scoring.rounded(score), query: query.name.text,
      form: form, basis: derivation.map { .derivation($0) } ?? .letters(departures: match.cost / 100),
      parts: [Evidence.AlignedPart(given: query.name.text, form: form.text, cost: match.cost)], decision: nil)
  }

  // MARK: Words

  private func compareWords(
    _ query: PreparedName, _ form: NameForm, _ folded: FoldedName, _ interpreted: InterpretedName, native: NameForm,
    type: EntityType
  ) -> Evidence? {
    guard form.kind != .abbr,
      let match = comparison.compare(query.interpreted, interpreted, ofOrganization: type == .organization)
    else { return nil }
    var outcome = Scoring.outcome(of: match)
    // Two words for one, where nothing else agrees, must be its very letters: Ørjan Berg is not Orenburg.
    if match.isStrainedJoin(limit: Self.departureLimit) { outcome = .different }
    // Every word of a place counts: Korea is not North Korea.
    if type == .place, outcome == .compatible, !match.hasAllWords { outcome = .different }
    return Evidence(
      outcome: outcome, score: Scoring.rounded(min(Scoring.limit(of: outcome), Scoring.score(of: match))),
      query: query.name.text, form: form, basis: basis(of: match, query: query, form: form, folded, home: native),
      parts: parts(of: match), decision: nil)
  }

  /// Systems and habits lead from Cyrillic to Latin letters by tables that name them; elsewhere the letters speak.
  private func basis(
    of match: NameComparison.Match, query: PreparedName, form: NameForm, _ folded: FoldedName, home: NameForm
  ) -> Evidence.Basis {
    if Set([query.name.script, folded.script]) == ["Cyrl", "Latn"],
      let words = WordComparison(tables: tables).compare(query, with: folded),
      words.pairs.count == match.alignment.pairs.count
    {
      return basis(of: words, query: query.name, form: form, folded, home: home)
    }
    return .letters(departures: match.alignment.pairs.count { $0.distance.surprise > Self.departureLimit })
  }

  /// A word whose spelling is more surprising than this departs from what is usual.
  private static let departureLimit = 150

  private func basis(
    of match: WordComparison.Match, query: FoldedName, form: NameForm, _ folded: FoldedName, home: NameForm
  ) -> Evidence.Basis {
    let words = match.pairs.compactMap { pair in
      pair.alignment.map { (folded.tokens[pair.form].letters, query.tokens[pair.query].letters, $0) }
    }
    guard let model = match.model, query.script == model.script, !words.isEmpty else {
      return .letters(departures: (match.cost + 99) / 100)
    }
    let matched = Set(match.pairs.map(\.form))
    // Only the words that were spelled have a journey to tell.
    let native =
      matched.count == folded.tokens.count
      ? form.text
      : folded.tokens.indices.filter(matched.contains).map { folded.tokens[$0].letters.capitalizedFirst }
        .joined(separator: " ")
    var derivation = DerivationBuilder(tables: tables).derivation(
      ofWords: words.map { (native: $0.0, spelling: $0.1, alignment: $0.2) },
      route: match.route.map { model.routes[$0] }, model: model, native: native, text: query.text, cost: match.cost)
    // A name that is at home elsewhere came to this form first, by a way that the tables only attest.
    if form.language.language != home.language.language, form.text != home.text {
      derivation.steps.insert(
        Derivation.Step(label: "attested in \(form.language.rawValue)", system: nil, habits: [], text: native), at: 0)
      derivation.origin = home.text
      derivation.language = home.language.rawValue
    }
    return .derivation(derivation)
  }

  private func parts(of match: NameComparison.Match) -> [Evidence.AlignedPart] {
    func text(_ words: [ComparableWord], _ range: Range<Int>) -> String {
      words[range].map(\.letters).joined(separator: " ")
    }
    return match.alignment.pairs.map {
      Evidence.AlignedPart(
        given: text(match.first, $0.first), form: text(match.second, $0.second), cost: $0.distance.surprise)
    }
      + match.alignment.leftFirst.map { Evidence.AlignedPart(given: match.first[$0].letters, form: nil, cost: 0) }
      + match.alignment.leftSecond.map { Evidence.AlignedPart(given: nil, form: match.second[$0].letters, cost: 0) }
  }

  private static func outcome(score: Double, isComplete: Bool) -> Outcome {
    if score >= 0.8, isComplete { return .same }
    return score >= 0.4 ? .compatible : .different
  }
}

extension String {
  /// The text with a capital at its head.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
