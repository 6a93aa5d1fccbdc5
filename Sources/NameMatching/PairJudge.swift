public import Transliteration

/// Compares two spellings without asking any table of entities.
public struct PairJudge: Sendable {
  /// What the comparison came to.
  public struct Judgement: Hashable, Sendable {
    public var outcome: Outcome
    public var score: Double
    public var summary: String
  }

  private let tables: TransliterationTables
  /// Personal names of Korea and China have so many syllables.
  private static let nameLength = 2...4
  /// A reading of more syllables than most names have is far-fetched where nothing but the spelling speaks for it.
  private static let usualLengths = 2...3
  private static let unusualLengthCost = 150
  /// A reading in common that costs so much more than both readings by themselves is far-fetched.
  private static let strainLimit = 90
  /// Two spellings that together cost no more than this are well-formed names of the language.
  private static let wellFormedLimit = 80
  /// Two spellings that together cost more than this are hardly names of the language: three customs that few follow.
  private static let ownLimit = 300

  private let comparison: NameComparison

  public init(tables: TransliterationTables) {
    self.tables = tables
    comparison = NameComparison(forest: MatchForest(tables: tables))
  }

  /// Symmetric in its arguments.
  public func compare(_ first: String, _ second: String) -> Judgement {
    let a = Result { () throws(FoldedName.Failure) in try PreparedName(first, tables: tables) }
    let b = Result { () throws(FoldedName.Failure) in try PreparedName(second, tables: tables) }
    if case .success(let a) = a, case .success(let b) = b { return compare(a, b) }
    // Of two reasons the one that sorts first is told, so that the order of the names makes no difference.
    let failures = [a, b].compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
    let failure = failures.min { $0.description < $1.description } ?? .empty
    return Judgement(outcome: .cannotCompare(.noName(failure)), score: 0, summary: failure.description)
  }

  public func compare(_ first: PreparedName, _ second: PreparedName) -> Judgement {
    let (a, b) = Self.inOrder(first, second)
    if let equal = equalText(a, b) { return equal }
    let syllabic = compareSyllables(a, b)
    if case .settled(let judgement) = syllabic { return judgement }
    if let words = compareWords(a, b) { return words }
    if let scriptA = a.name.script, let scriptB = b.name.script, !canMeet(a, b, scriptA, scriptB) {
      return Judgement(
        outcome: .cannotCompare(.noCommonWriting(min(scriptA, scriptB), max(scriptA, scriptB))), score: 0,
        summary: "no table leads from \(min(scriptA, scriptB)) to \(max(scriptA, scriptB)) or back")
    }
    return Judgement(outcome: .different, score: 0.01, summary: "no system and no habit leads from one to the other")
  }

  /// Whether some table leads from one side to the other.
  private func canMeet(_ a: PreparedName, _ b: PreparedName, _ scriptA: String, _ scriptB: String) -> Bool {
    scriptA == scriptB
      || a.interpreted.interpretations.contains { interpretation in
        b.interpreted.interpretations.contains { other in
          interpretation.words.contains { $0.spelled != nil } && other.words.contains { $0.spelled != nil }
        }
      }
  }

  private func equalText(_ a: PreparedName, _ b: PreparedName) -> Judgement? {
    let letters = a.name.joinedKey.unicodeScalars.count
    let isJoinedEqual = a.name.joinedKey == b.name.joinedKey
    guard isJoinedEqual || a.name.isRotation(of: b.name) else { return nil }
    // One letter names nobody.
    if letters < 2 { return Judgement(outcome: .compatible, score: 0.3, summary: "one letter names nobody") }
    return Judgement(
      outcome: .same, score: isJoinedEqual ? Scoring.rowScore : Scoring.rowScore - 0.02,
      summary: "equal but for case, marks, spacing and order")
  }

  // MARK: Syllables

  private enum SyllabicResult {
    case settled(Judgement)
    case none
  }

  private func compareSyllables(_ a: PreparedName, _ b: PreparedName) -> SyllabicResult {
    let comparison = SyllabicComparison(tables: tables)
    /// `own`: what it costs to read both as names of the language, equal or not; `strain`: how much more it costs to read
    /// them as one.
    var best: (cost: Int, own: Int, strain: Int, language: SourceLanguage, syllables: Int)?
    /// Whether the best reading has a native form on one side, and the other came from it by way of another script.
    var isDetour = false
    /// The cheapest way to read both as names of one language, equal or not.
    var apart = Int.max
    let haveForeignWords = Self.hasForeignWord(a) || Self.hasForeignWord(b)
    for language in SourceLanguage.allCases where language.isSyllabic {
      // Characters that differ are different names, however they sound.
      if language == .chinese, a.name.script == "Hani", b.name.script == "Hani" { continue }
      // One word that is written in neither of the language's ways says nothing of it, nor do given names of other
      // languages that happen to be syllables: Jensen Huang, Leila Khan.
      guard
        a.name.script == language.nativeScript || b.name.script == language.nativeScript
          || a.name.tokens.count > 1 && b.name.tokens.count > 1 && !haveForeignWords
      else { continue }
      let relayCost = a.name.script == "Latn" && b.name.script == "Latn" ? SyllabicComparison.relayCost : 0
      let readings = (
        a.readings.filter { $0.language == language }.map { comparison.routed($0, relayCost: relayCost) },
        b.readings.filter { $0.language == language }.map { comparison.routed($0, relayCost: relayCost) }
      )
      for readingA in readings.0 {
        for readingB in readings.1 {
          let reordered = [readingA, readingB].count(where: \.reading.isReordered)
          if reordered == 2 { continue }
          if let costA = Self.cheapest(readingA.nameCosts), let costB = Self.cheapest(readingB.nameCosts) {
            apart = min(apart, costA + costB + reordered * SyllabicComparison.reorderCost)
          }
          guard let common = comparison.commonReading(of: readingA, readingB) else { continue }
          let syllables = common.alignment.steps.count / language.phaseCount
          // What no single route reads is no name by itself.
          guard Self.nameLength.contains(syllables), let ownA = readingA.ownCosts[syllables],
            let ownB = readingB.ownCosts[syllables]
          else { continue }
          let own = ownA + ownB
          let cost = common.cost + (!Self.usualLengths.contains(syllables) ? Self.unusualLengthCost : 0)
          if cost < best?.cost ?? .max {
            best = (cost, own, common.cost - own, language, syllables)
            isDetour = common.isRelayed && (readingA.isNative || readingB.isNative)
          }
        }
      }
    }
    if let best {
      // Two names of any language that are spelled just so speak against one that strains to be both; but the spelling
      // of a relay may be well-formed by chance: Cho Chun Ren.
      let strain = max(0, best.strain, isDetour ? 0 : best.cost - apart)
      let syllables = min(best.syllables, Self.usualLengths.upperBound)
      let score = Scoring.syllabic(syllables: syllables, cost: best.cost, strain: strain)
      let outcome: Outcome = score >= 0.8 ? .same : score >= 0.4 ? .compatible : .different
      // What is no well-formed name of the language is left to its letters, where the syllables do not settle it; and what
      // is two by itself is not one by straining.
      let isSettled =
        outcome == .same
        ? best.own <= Self.ownLimit : best.own <= Self.wellFormedLimit && (strain == 0 || apart > Self.wellFormedLimit)
      if strain <= Self.strainLimit, isSettled {
        let language = best.language == .korean ? "Korean" : "Chinese"
        return .settled(
          Judgement(
            outcome: outcome, score: Scoring.rounded(score),
            summary: "both can be read as one \(language) name of \(best.syllables) syllables"))
      }
    }
    if apart <= Self.wellFormedLimit {
      return .settled(
        Judgement(outcome: .different, score: 0.01, summary: "two well-formed names that differ in a syllable"))
    }
    return .none
  }

  /// Given names that are shorter may be syllables of any language: Min, Dan, Lee.
  private static let foreignWordLength = 4

  private static func hasForeignWord(_ name: PreparedName) -> Bool {
    name.interpreted.interpretations.contains { interpretation in
      interpretation.words.contains { $0.length >= foreignWordLength && $0.isGivenName }
    }
  }

  private static func cheapest(_ costs: [Int: Int]) -> Int? {
    costs.filter { usualLengths.contains($0.key) }.values.min()
  }

  // MARK: Words

  /// The order of the names must make no difference, whichever of equally good readings and alignments is found.
  private static func inOrder(_ a: PreparedName, _ b: PreparedName) -> (PreparedName, PreparedName) {
    b.name.text.utf8.lexicographicallyPrecedes(a.name.text.utf8) ? (b, a) : (a, b)
  }

  private func wordMatch(_ first: PreparedName, _ second: PreparedName) -> NameComparison.Match? {
    let (a, b) = Self.inOrder(first, second)
    return comparison.compare(a.interpreted, b.interpreted)
  }

  private func compareWords(_ a: PreparedName, _ b: PreparedName) -> Judgement? {
    guard let match = wordMatch(a, b) else { return nil }
    let outcome = Scoring.outcome(of: match)
    let summary =
      switch outcome {
      case .same: "the words agree one by one"
      case .compatible: "the words agree as far as they go"
      case .different, .cannotCompare: "the words are too far apart"
      }
    let limit = Scoring.limit(of: outcome)
    return Judgement(
      outcome: outcome, score: Scoring.rounded(min(limit, match.probability)), summary: summary)
  }

  /// What the letters say for and against two spellings being one name: numbers in the order of ``featureNames``; `nil`
  /// where nothing goes together. What the trees are learned from.
  public func features(_ a: PreparedName, _ b: PreparedName) -> [Double]? {
    wordMatch(a, b)?.features.values
  }

  public static var featureNames: [String] { MatchFeatures.names }
  public static var featureSenses: [MatchFeatures.Sense] { MatchFeatures.senses }

  /// What trees say of each list of features, one number for each of ``featureNames``, in nats: above 0 where the names are
  /// rather one than two.
  public static func evidence(of features: [[Double]], by forest: DecisionForest) -> [Double] {
    features.map(MatchForest(forest).evidence)
  }

  /// What each feature that speaks at all adds to the evidence that two spellings are one name, in nats, the greatest
  /// first; what is said of any two names comes under no feature. Together they are the logit of the probability. Empty
  /// where equal letters or syllables have settled what the names are to each other, or nothing goes together.
  public func weights(_ first: PreparedName, _ second: PreparedName) -> [(feature: String?, evidence: Double)] {
    let (a, b) = Self.inOrder(first, second)
    guard equalText(a, b) == nil, case .none = compareSyllables(a, b), let match = wordMatch(a, b) else { return [] }
    let (start, sums) = match.forest.contributions(match.features.values)
    let weights: [(feature: String?, evidence: Double)] =
      [(nil, start + match.prior)] + zip(MatchFeatures.names, sums).map { (feature: $0, evidence: $1) }
    return weights.filter { $0.evidence != 0 }.sorted {
      (abs($1.evidence), $0.feature ?? "") < (abs($0.evidence), $1.feature ?? "")
    }
  }
}
