import Transliteration

/// Compares two names word by word, in all the ways in which they may be divided and read, and keeps the likeliest.
struct NameComparison: Sendable {
  /// The likeliest way to lay two names side by side.
  struct Match: Sendable {
    var alignment: NameAlignment
    var first: [ComparableWord]
    var second: [ComparableWord]
    var features: MatchFeatures
    /// What is known besides the features, in nats.
    var prior: Double
    /// The probability that both names are one.
    var probability: Double
    var forest: MatchForest

    /// The same if what one side leaves out said nothing.
    var probabilityAsFarAsItGoes: Double {
      forest.probability(features.withoutLeftovers, prior: Self.prior(alignment, first, second))
    }

    /// Few training pairs are one word in two scripts, and six in seven of these are two names: so much more likely than
    /// the trees say it is that such names are one, in nats.
    static func prior(_ alignment: NameAlignment, _ first: [ComparableWord], _ second: [ComparableWord]) -> Double {
      guard alignment.pairs.count == 1, let pair = alignment.pairs.first, pair.bond == .letters,
        first[pair.first.lowerBound].script != second[pair.second.lowerBound].script
      else { return 0 }
      return priorOfWord
    }

    private static let priorOfWord = 1.0

    /// Whether nothing is left open: what one side leaves out is a title, a particle, a legal form or, beside two words that
    /// agree, a patronymic (beside one alone it may be a family name: Слободан Попович); and initials stand only beside two
    /// words or more that agree. Words between the first and the last may be left out by one side alone, beside two words
    /// that agree, where the names are one all the same with great probability: Krasimir Donchev Karakachanov. Numbers and
    /// patronymics that contradict each other leave all open.
    var isComplete: Bool {
      let initials = alignment.pairs.count { $0.bond == .initial }
      guard !features.isContradicted, initials == 0 || spelledWords >= 2 else { return false }
      let open = (
        openWords(alignment.leftFirst, of: first), openWords(alignment.leftSecond, of: second)
      )
      if open.0.isEmpty, open.1.isEmpty { return true }
      guard open.0.isEmpty || open.1.isEmpty, spelledWords >= 2 else { return false }
      let areInside =
        open.0.allSatisfy { 0 < $0 && $0 < first.count - 1 } && open.1.allSatisfy { 0 < $0 && $0 < second.count - 1 }
      return areInside && probability >= Self.sureDespiteLeftovers
    }

    /// Whether both names have words that the other lacks, and no more than one word agrees: Ørjan Berg and Orbán Viktor.
    var isCoincidence: Bool {
      spelledWords < 2 && !openWords(alignment.leftFirst, of: first).isEmpty
        && !openWords(alignment.leftSecond, of: second).isEmpty
    }

    private static let sureDespiteLeftovers = 0.9

    private var spelledWords: Int { alignment.pairs.count { $0.bond == .letters } }

    /// The places of words whose absence leaves open whose name it is. The article is one beside a single word: الهام is
    /// not هام.
    private func openWords(_ places: [Int], of words: [ComparableWord]) -> [Int] {
      let beside = spelledWords
      return places.filter { place in
        let word = words[place]
        if word.isNumber || word.isArabicArticle && beside < 2 { return true }
        return !word.isAddition && !(beside > 1 && Patronymic.isOne(word.letters))
      }
    }

    /// Whether all that agrees is two words with one that is not written so.
    func isStrainedJoin(limit: Int) -> Bool {
      guard alignment.pairs.count == 1, let pair = alignment.pairs.first else { return false }
      return pair.first.count != pair.second.count && pair.distance.surprise > limit
    }

    /// Whether neither name has a word that the other lacks, but for titles, particles and legal forms.
    var hasAllWords: Bool {
      alignment.leftFirst.allSatisfy { first[$0].isAddition }
        && alignment.leftSecond.allSatisfy { second[$0].isAddition }
    }
  }

  let forest: MatchForest

  /// The likeliest way to lay the names side by side is the one by which they tell most of each other, less what surprises,
  /// what is left over, and what it costs to divide and read them so.
  ///
  /// Names that are both written in Han characters are compared by these alone: what sounds alike in other characters is
  /// another name.
  ///
  /// - Parameter ofOrganization: whether one of them is an organization's, whose characters are not read as surname and given
  ///   name: 国会 is no Kuk Cho.
  func compare(_ first: InterpretedName, _ second: InterpretedName, ofOrganization: Bool = false) -> Match? {
    let areHan = first.name.script == "Hani" && second.name.script == "Hani"
    var best: (alignment: NameAlignment, one: InterpretedName.Interpretation, other: InterpretedName.Interpretation)?
    var bestWorth = Int.min
    for a in first.interpretations {
      for b in second.interpretations {
        if areHan, a.isReading || b.isReading { continue }
        if ofOrganization, Self.isRead(a, first) || Self.isRead(b, second) { continue }
        guard let alignment = NameAlignment.align(a, b) else { continue }
        let worth = Self.worth(of: alignment, a, b)
        if worth > bestWorth { (best, bestWorth) = ((alignment, a, b), worth) }
      }
    }
    guard let (alignment, one, other) = best else { return nil }
    let features = MatchFeatures(alignment, one.words, other.words, readingCost: one.cost + other.cost)
    let isWhole = alignment.leftFirst.isEmpty && alignment.leftSecond.isEmpty
    let prior = isWhole ? Match.prior(alignment, one.words, other.words) : 0
    return Match(
      alignment: alignment, first: one.words, second: other.words, features: features,
      prior: prior, probability: forest.probability(features, prior: prior), forest: forest)
  }

  /// Whether Han characters are taken for a person's name and read.
  private static func isRead(_ interpretation: InterpretedName.Interpretation, _ name: InterpretedName) -> Bool {
    name.name.script == "Hani" && interpretation.isReading
  }

  /// In hundredths of a nat.
  private static func worth(
    of alignment: NameAlignment, _ one: InterpretedName.Interpretation, _ other: InterpretedName.Interpretation
  ) -> Int {
    var worth = -one.cost - other.cost
    for pair in alignment.pairs { worth += pair.distance.shared - pair.distance.surprise / 2 }
    for position in alignment.leftFirst { worth -= one.words[position].leftoverInformation / 2 }
    for position in alignment.leftSecond { worth -= other.words[position].leftoverInformation / 2 }
    return worth
  }
}
