public import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Compares two names word by word, in all the ways in which they may be divided and read, and keeps the likeliest.
struct NameComparison: Sendable {
  /// The likeliest way to lay two names side by side.
  struct Match: Sendable {
    var alignment: NameAlignment
    var first: [ComparableWord]
    var second: [ComparableWord]
    var features: MatchFeatures
    /// The probability that both names are one.
    var probability: Double
    /// The same if what one side leaves out said nothing.
    var probabilityAsFarAsItGoes: Double

    /// Whether nothing is left open: what one side leaves out is a title, a particle, a legal form or, beside two words that
    /// agree, a patronymic (beside one alone it may be a family name: Слободан Попович); and initials stand only beside two
    /// words or more that agree.
    var isComplete: Bool {
      let left = alignment.leftFirst.map { first[$0] } + alignment.leftSecond.map { second[$0] }
      let spelled = alignment.pairs.count { $0.bond == .letters }
      let open = alignment.pairs.count { $0.bond == .initial }
      return left.allSatisfy { $0.isAddition || spelled > 1 && Patronymic.isOne($0.letters) }
        && (open == 0 || spelled >= 2)
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

  let weights: MatchWeights

  func compare(_ first: InterpretedName, _ second: InterpretedName) -> Match? {
    var best: Match?
    for a in first.interpretations {
      for b in second.interpretations {
        guard let alignment = NameAlignment.align(a, b) else { continue }
        let features = MatchFeatures(alignment, a.words, b.words, readingCost: a.cost + b.cost)
        let probability = weights.probability(features)
        if let best, best.probability >= probability { continue }
        best = Match(
          alignment: alignment, first: a.words, second: b.words, features: features, probability: probability,
          probabilityAsFarAsItGoes: weights.probability(features.withoutLeftovers))
      }
    }
    return best
  }
}

/// How much each feature weighs: the coefficients of a logistic regression over pairs of names, read from
/// `Tables/matching/weights.tsv`.
public struct MatchWeights: Sendable {
  /// By kind and remainder, in the order of their cases.
  private let values: [[Double]]

  public init(tables: TransliterationTables) {
    let known = tables.matchWeights
    values = MatchFeatures.weighings.map { weighing in
      MatchFeatures.names.map { known["\(weighing) \($0)"] ?? 0 }
    }
  }

  func probability(_ features: MatchFeatures) -> Double {
    let weights = values[features.weighingNumber]
    var sum = 0.0
    for index in weights.indices { sum += weights[index] * features.values[index] }
    return 1 / (1 + exp(-sum))
  }
}
