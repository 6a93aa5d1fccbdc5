import Transliteration

/// What an alignment says for and against two names being one, as numbers: what the weights of `Tables/matching` weigh.
public struct MatchFeatures: Sendable {
  /// Kinds of script pairs, which spell names with more or less freedom and have weights of their own.
  enum Kind: String, CaseIterable, Sendable {
    /// One script on both sides.
    case same
    /// Vowels and consonants are written.
    case alphabet
    /// Consonants are written.
    case abjad
    /// Syllables or words are written.
    case syllables

    init(_ first: String, _ second: String) {
      let scripts: Set<String> = [first, second]
      if first == second {
        self = .same
      } else if !scripts.isDisjoint(with: ["Hang", "Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Ethi"]) {
        self = .syllables
      } else {
        self = scripts.isDisjoint(with: ["Arab", "Hebr"]) ? .alphabet : .abjad
      }
    }
  }

  /// Whether words are left over when two names are laid side by side: each case has weights of its own.
  enum Remainder: String, CaseIterable, Sendable {
    /// Every word of both names has its counterpart.
    case whole
    /// One name has all words of the other, and more.
    case part
    /// Both names have words that the other lacks.
    case both
  }

  /// What more of a feature can say: a weight that speaks the other way would have been learned from what the training
  /// pairs have not.
  public enum Sense: Sendable {
    /// Only that both names are one.
    case forOne
    /// Only that they are two.
    case against
    case either
  }

  /// In nats unless said otherwise.
  static let all: [(name: String, sense: Sense)] = [
    ("constant", .either),
    // What the aligned words tell of each other, up to a limit; and how far it is below what tells something.
    ("shared", .forOne), ("shared-little", .against),
    // How surprising the spellings are: of all words together, and of the worst by the root of its length, in three
    // pieces.
    ("surprise", .against), ("worst", .against), ("worst-above-1", .against), ("worst-above-2", .against),
    // How many words differ at all, and how much likelier they are as one name part than as two that look alike: together,
    // and the least of them.
    ("changed", .against), ("contrast", .forOne), ("contrast-least", .forOne),
    // Of two words of one script that differ: how often in their first letter, and how often at equal length.
    ("heads", .against), ("substituted", .against),
    // Which share of what the words tell is surprise, in four pieces.
    ("surprise-share", .against), ("surprise-share-above-30", .against), ("surprise-share-above-50", .against),
    ("surprise-share-above-65", .against),
    // What the words tell that only one side has: the side with less, that with more, and the share of it in all.
    ("left-less", .against), ("left-more", .against), ("left-share", .against),
    // How many initials, how many words that one side writes as two; whether at most one pair, or none, goes together by
    // its letters; how many do as forms of one given name, and how many by what they mean.
    ("initials", .against), ("joined", .against), ("single", .against), ("unlettered", .against),
    ("equivalents", .either), ("translations", .either),
    // How unlikely both names are to be divided and read so.
    ("reading", .against),
  ]

  static let names = all.map(\.name)
  static let senses = all.map(\.sense)

  let kind: Kind
  private(set) var remainder: Remainder
  private(set) var values: [Double]

  private static let sharedLimit = 30.0
  private static let littleShared = 9.0
  private static let wordLimit = 12.0
  private static let contrastLimit = 8.0

  /// - Parameters:
  ///   - first: the words of the first name, as they were aligned.
  ///   - readingCost: −100 · ln of how likely both names are to be read so.
  init(_ alignment: NameAlignment, _ first: [ComparableWord], _ second: [ComparableWord], readingCost: Int) {
    var shared = 0.0
    var surprise = 0.0
    var worst = 0.0
    var initials = 0.0
    var (equivalents, translations, letters) = (0.0, 0.0, 0.0)
    var (changed, contrasts, least) = (0.0, 0.0, Self.contrastLimit)
    var joined = 0.0
    var (heads, substituted) = (0.0, 0.0)
    for pair in alignment.pairs {
      switch pair.bond {
      case .initial:
        initials += 1
        continue
      case .equivalent:
        equivalents += 1
        shared += Double(pair.distance.shared) / 100
        continue
      case .meaning:
        // Two writings of one legal form say as little as one that is left out.
        if !first[pair.first.lowerBound].isAddition { translations += 1 }
        continue
      case .letters: letters += 1
      }
      shared += Double(pair.distance.shared) / 100
      surprise += Double(pair.distance.surprise) / 100
      if pair.distance.surprise > 0 || pair.distance.contrast != 0 {
        let contrast = min(max(Double(pair.distance.contrast) / 100, -Self.contrastLimit), Self.contrastLimit)
        changed += 1
        contrasts += contrast
        least = min(least, contrast)
      }
      worst = max(worst, Double(pair.distance.surprise) / 100 / Double(max(pair.length, 3)).squareRoot())
      if pair.first.count != pair.second.count { joined += 1 }
      let (one, other) = (first[pair.first.lowerBound], second[pair.second.lowerBound])
      if one.script == other.script, pair.distance.surprise > 0 {
        if one.letters.unicodeScalars.first != other.letters.unicodeScalars.first { heads += 1 }
        if one.length == other.length { substituted += 1 }
      }
    }
    func information(_ left: [Int], _ words: [ComparableWord]) -> Double {
      left.reduce(0.0) { sum, position in
        let word = words[position]
        // Beside two words that agree a patronymic may be left out as well as not.
        if letters > 1, Patronymic.isOne(word.letters) { return sum }
        return sum + min(Self.wordLimit, Double(word.leftoverInformation) / 100)
      }
    }
    let left = [information(alignment.leftFirst, first), information(alignment.leftSecond, second)].sorted()
    kind = Kind(first.first?.script ?? "", second.first?.script ?? "")
    remainder = left[1] == 0 ? .whole : left[0] == 0 ? .part : .both
    let surpriseShare = surprise / max(1, surprise + shared)
    values = [
      1, min(shared, Self.sharedLimit), max(0, Self.littleShared - shared), surprise, worst, max(0, worst - 1),
      max(0, worst - 2), changed, contrasts, changed > 0 ? least : 0, heads,
      substituted,
      surpriseShare, max(0, surpriseShare - 0.3), max(0, surpriseShare - 0.5), max(0, surpriseShare - 0.65), left[0],
      left[1], left[1] / max(1, left[1] + shared), initials, joined,
      letters < 2 ? 1 : 0, letters == 0 ? 1 : 0, equivalents, translations, Double(readingCost) / 100,
    ]
  }

  /// The same as if neither name had a word that the other lacks.
  var withoutLeftovers: MatchFeatures {
    var copy = self
    for (index, name) in Self.names.enumerated() where name.hasPrefix("left") { copy.values[index] = 0 }
    copy.remainder = .whole
    return copy
  }

  /// The name of the weights for these features.
  var weighing: String { Self.weighing(kind, remainder) }

  static func weighing(_ kind: Kind, _ remainder: Remainder) -> String { "\(kind.rawValue) \(remainder.rawValue)" }

  /// The place of these weights among all.
  var weighingNumber: Int {
    let kinds: Int =
      switch kind {
      case .same: 0
      case .alphabet: 1
      case .abjad: 2
      case .syllables: 3
      }
    let remainders: Int =
      switch remainder {
      case .whole: 0
      case .part: 1
      case .both: 2
      }
    return kinds * Remainder.allCases.count + remainders
  }

  /// The names of all weights.
  static let weighings = Kind.allCases.flatMap { kind in Remainder.allCases.map { weighing(kind, $0) } }
}
