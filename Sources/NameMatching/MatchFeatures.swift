import Transliteration

/// What an alignment says for and against two names being one, as numbers: what the trees of `Tables/matching` ask for.
public struct MatchFeatures: Sendable {
  /// What more of a feature can say: trees that said otherwise would have learned it from what the training pairs have
  /// not.
  public enum Sense: Sendable {
    /// Only that both names are one.
    case forOne
    /// Only that they are two.
    case against
    case either
  }

  /// In nats unless said otherwise.
  static let all: [(name: String, sense: Sense)] = [
    // Which scripts meet: one, one that writes consonants, one that writes syllables.
    ("scripts-one", .either), ("scripts-consonants", .either), ("scripts-syllables", .either),
    // What the aligned words tell of each other; how many pairs of words go together by their letters, how many of them are
    // equal, how rare these are all together and the rarest.
    ("shared", .forOne), ("spelled", .either), ("equal", .either), ("rarity", .either), ("rarity-most", .either),
    // How surprising the spellings are: of all words together, of the worst by the root of its length and by its length,
    // and which share of what the words tell that is; the least share of a word that the other one tells.
    ("surprise", .against), ("worst", .against), ("worst-letter", .either), ("surprise-share", .either),
    ("shared-share", .either),
    // How many words differ at all, and how much likelier they are as one name part than as two that look alike: together,
    // and the least of them.
    ("changed", .either), ("contrast", .forOne), ("contrast-least", .forOne),
    // Of words of one script that differ: how many in their first letter, how many in a consonant, how many at equal
    // length; how many letters are to be changed in all, and which share of the word that changes most; how long the
    // shortest is; how usual both are as words of names, and the more usual one; how many are two given names.
    ("heads", .against), ("consonants", .against), ("substituted", .against), ("edits", .against),
    ("edits-share", .against), ("shortest", .either), ("usual-both", .against), ("usual-one", .either),
    ("given-apart", .against),
    // What the words tell that only one side has: the side with less, that with more, and the share of it in all; how
    // many there are; how rare the rarest is; how many are single letters, and whether both sides have such.
    ("left-less", .against), ("left-more", .against), ("left-share", .against), ("left-words", .against),
    ("left-rarity", .either), ("left-letters", .against), ("left-initials", .against),
    // How many words one side writes as two; how many words go together as forms of one given name, and how many by what
    // they mean.
    ("joined", .either), ("equivalents", .either), ("translations", .either),
    // How unlikely both names are to be divided and read so.
    ("reading", .against),
  ]

  static let names = all.map(\.name)
  static let senses = all.map(\.sense)

  private(set) var values: [Double]
  /// Whether each name has a number or a patronymic that the other lacks.
  let isContradicted: Bool

  /// Where nothing differs, what is least of the words that differ is no less than this.
  static let lengthLimit = 12.0
  static let contrastLimit = 8.0

  /// - Parameters:
  ///   - first: the words of the first name, as they were aligned.
  ///   - readingCost: −100 · ln of how likely both names are to be read so.
  init(_ alignment: NameAlignment, _ first: [ComparableWord], _ second: [ComparableWord], readingCost: Int) {
    let pairs = AlignedPairs(alignment, first, second)
    let left = LeftoverWords(alignment, first, second, spelled: pairs.spelled)
    let less = min(left.first.information, left.second.information)
    let more = max(left.first.information, left.second.information)
    let scripts = Self.scripts(first.first?.script ?? "", second.first?.script ?? "")
    let changed = pairs.changed
    let surpriseShare = pairs.surprise / max(1, pairs.surprise + pairs.shared)
    isContradicted = left.hasNumbersApart || left.hasPatronymicsApart
    values = [
      scripts == .one ? 1 : 0, scripts == .consonants ? 1 : 0, scripts == .syllables ? 1 : 0,
      pairs.shared, Double(pairs.spelled), Double(pairs.equal), pairs.rarity, pairs.greatestRarity,
      pairs.surprise, pairs.worst, pairs.worstByLetter, surpriseShare, pairs.leastShare,
      Double(changed.count), changed.contrast, changed.leastContrast,
      Double(changed.heads), Double(changed.consonants), Double(changed.substituted), Double(changed.edits),
      changed.greatestShare, changed.shortest, changed.usualBoth, changed.usualOne,
      Double(changed.givenApart), less, more, more / max(1, more + pairs.shared),
      Double(max(left.first.words, left.second.words)), left.greatestRarity,
      Double(left.first.letters + left.second.letters), left.first.letters > 0 && left.second.letters > 0 ? 1 : 0,
      Double(pairs.joined), Double(pairs.equivalents), Double(pairs.translations),
      Double(readingCost) / 100,
    ]
  }

  /// The same as if neither name had a word that the other lacks.
  var withoutLeftovers: MatchFeatures {
    var copy = self
    for index in Self.leftovers { copy.values[index] = 0 }
    return copy
  }

  private static let leftovers = names.indices.filter { names[$0].hasPrefix("left") }

  private enum Scripts { case one, letters, consonants, syllables }

  private static func scripts(_ first: String, _ second: String) -> Scripts {
    if first == second { return .one }
    if isSyllabic(first) || isSyllabic(second) { return .syllables }
    return first == "Arab" || second == "Arab" || first == "Hebr" || second == "Hebr" ? .consonants : .letters
  }

  private static func isSyllabic(_ script: String) -> Bool {
    switch script {
    case "Hang", "Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Ethi": true
    default: false
    }
  }
}
