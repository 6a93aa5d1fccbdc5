import NameModel
import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How evidence becomes a probability.
///
/// The evidence of a match is what its parts tell: a rare coincidence of a long word or of several syllables, less what
/// the spelling costs to explain, less what is missing or left over. The probability is the logistic function of the
/// evidence beyond the prior: how much it takes before a name is more likely this one than another.
enum Scoring {
  /// In nats: the evidence at which a match is as likely as not.
  private static let prior = 6.0
  private static let slope = 0.8
  /// What one syllable of a syllabic language tells.
  private static let perSyllable = 4.0

  /// No derivation is surer than a row of the tables.
  static let derivationLimit = 0.98
  static let rowScore = 0.99
  /// What agrees as far as it goes is never surer than this.
  private static let compatibleScoreLimit = 0.94

  static func probability(evidence: Double) -> Double {
    1 / (1 + exp(-slope * (evidence - prior)))
  }

  static func rounded(_ probability: Double) -> Double { (probability * 1000).rounded() / 1000 }

  /// - Parameters:
  ///   - cost: what it costs to read the spelling as the name.
  ///   - strain: how much more that is than the spelling's own cheapest reading costs; it speaks for another name.
  static func syllabic(syllables: Int, cost: Int, strain: Int) -> Double {
    let evidence = Double(syllables) * perSyllable - Double(cost) / 100 - strainWeight * Double(strain) / 100
    return min(derivationLimit, probability(evidence: evidence))
  }

  private static let strainWeight = 3.0

  /// A probability from which on two whole names are one.
  static let sameLimit = 0.85
  /// A probability below which two names are not one, nor a part of each other.
  static let compatibleLimit = 0.5
  /// Names whose letters tell too little to be compared are no likelier than this to be one.
  static let differentLimit = 0.49
  /// A part of a name is one from this probability on, and where its letters tell so much (−100 · ln).
  private static let partLimit = 0.8
  private static let leastOfPart = 900
  /// So much the letters of a whole name must tell for it to be one with another: a letter or two name nobody.
  private static let leastOfWhole = 600

  /// What is held back of the certainty that a part of a name, such as a surname alone, agrees as far as it goes.
  private static let partDiscount = 0.9

  /// No outcome is surer than its limit.
  static func limit(of outcome: Outcome) -> Double {
    switch outcome {
    case .same: derivationLimit
    case .compatible: compatibleScoreLimit
    case .different, .cannotCompare: differentLimit
    }
  }

  /// The score of a spelling as a name of an entity: where it leaves words out and adds none, that the rest agrees.
  static func score(of match: NameComparison.Match) -> Double {
    guard match.alignment.leftFirst.isEmpty, outcome(of: match) == .compatible else { return match.probability }
    return max(match.probability, partDiscount * match.probabilityAsFarAsItGoes)
  }

  static func outcome(of match: NameComparison.Match) -> Outcome {
    let shared = match.alignment.pairs.reduce(0) { $0 + ($1.bond == .letters ? $1.distance.shared : 0) }
    if match.probability >= sameLimit, shared >= leastOfWhole, match.isComplete { return .same }
    // A name that leaves words out agrees as far as it goes, unless the other lacks words of it too, or little is left to
    // agree.
    let isPart = match.alignment.leftFirst.isEmpty || match.alignment.leftSecond.isEmpty
    if isPart, shared >= leastOfPart, match.probabilityAsFarAsItGoes >= partLimit { return .compatible }
    if match.isCoincidence { return .different }
    return match.probability >= compatibleLimit && shared >= leastOfPart ? .compatible : .different
  }

  static func row(kind: NameKind) -> Double {
    switch kind {
    case .pref, .alt, .former: rowScore
    case .abbr: 0.95
    case .hidden: 0.9
    case .weak: 0.6
    }
  }
}
