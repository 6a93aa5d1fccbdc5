import Transliteration

/// What the pairs of an alignment say together.
struct AlignedPairs {
  /// How many pairs go together by their letters, how many of them are equal, and how many others there are.
  private(set) var spelled = 0
  private(set) var equal = 0
  private(set) var equivalents = 0
  private(set) var translations = 0
  private(set) var joined = 0
  /// In nats.
  private(set) var shared = 0.0
  private(set) var surprise = 0.0
  private(set) var worst = 0.0
  private(set) var worstByLetter = 0.0
  /// The least share of a word that its counterpart tells.
  private(set) var leastShare = 1.0
  /// How rare words that agree are, all together and the rarest.
  private(set) var rarity = 0.0
  private(set) var greatestRarity = 0.0
  private(set) var changed = ChangedWords()

  /// A pair whose spellings are more surprising than this, in nats, tells nothing by being rare.
  private static let surpriseOfStrangers = 6.0

  init(_ alignment: NameAlignment, _ first: [ComparableWord], _ second: [ComparableWord]) {
    for pair in alignment.pairs {
      let (one, other) = (first[pair.first.lowerBound], second[pair.second.lowerBound])
      switch pair.bond {
      case .initial: continue
      case .equivalent:
        equivalents += 1
        shared += Double(pair.distance.shared) / 100
        continue
      case .meaning:
        // Two writings of one legal form say as little as one that is left out.
        if !one.isAddition { translations += 1 }
        continue
      case .letters: spelled += 1
      }
      // Whether an article is written together with its word says nothing.
      let isJoined =
        pair.first.count != pair.second.count && !(pair.first.count > 1 ? one : other).isAddition
      if isJoined { joined += 1 }
      let pairSurprise = Double(pair.distance.surprise) / 100
      let length = Double(max(pair.length, 3))
      shared += Double(pair.distance.shared) / 100
      surprise += pairSurprise
      worst = max(worst, pairSurprise / length.squareRoot())
      worstByLetter = max(worstByLetter, pairSurprise / length)
      leastShare = min(
        leastShare, Double(pair.distance.shared) / Double(max(pair.distance.first, pair.distance.second, 1)))
      let wordRarity = Double(isJoined ? WordRarity.unlisted : min(one.rarity, other.rarity)) / 100
      let agreed = wordRarity * max(0, 1 - pairSurprise / Self.surpriseOfStrangers)
      rarity += agreed
      greatestRarity = max(greatestRarity, agreed)
      if pairSurprise > 0 || pair.distance.contrast != 0 {
        changed.add(pair, one, other, isJoined: isJoined)
      } else {
        equal += 1
      }
    }
  }
}

/// What the pairs say that go together by their letters and yet differ.
struct ChangedWords {
  private(set) var count = 0
  /// How much likelier the words are as one name part than as two that look alike, in nats.
  private(set) var contrast = 0.0
  private(set) var leastContrast = MatchFeatures.contrastLimit
  /// Of words of one script.
  private(set) var heads = 0
  private(set) var substituted = 0
  private(set) var consonants = 0
  private(set) var edits = 0
  private(set) var greatestShare = 0.0
  private(set) var shortest = MatchFeatures.lengthLimit
  /// How usual the words are, in nats beyond the most unusual.
  private(set) var usualBoth = 0.0
  private(set) var usualOne = 0.0
  /// How many are two given names, and not forms of one.
  private(set) var givenApart = 0

  mutating func add(_ pair: NameAlignment.Pair, _ one: ComparableWord, _ other: ComparableWord, isJoined: Bool) {
    count += 1
    let limit = MatchFeatures.contrastLimit
    let pairContrast = min(max(Double(pair.distance.contrast) / 100, -limit), limit)
    contrast += pairContrast
    leastContrast = min(leastContrast, pairContrast)
    shortest = min(shortest, Double(min(one.length, other.length)))
    let isForm = !isJoined && one.commonMeaning(with: other)?.role == .given
    guard one.script == other.script, pair.distance.surprise > 0, !isJoined else { return }
    if !isForm {
      if one.isGivenName, other.isGivenName { givenApart += 1 }
      let (usual, more) = (one.familiarity, other.familiarity)
      usualBoth = max(usualBoth, min(usual, more))
      usualOne = max(usualOne, max(usual, more))
    }
    if one.length == other.length { substituted += 1 }
    let difference = SpellingDifference(one.letters, other.letters)
    if difference.changesHead { heads += 1 }
    if difference.changesConsonants { consonants += 1 }
    edits += difference.edits
    greatestShare = max(greatestShare, Double(difference.edits) / Double(max(one.length, other.length, 1)))
  }
}

extension ComparableWord {
  var isGivenName: Bool { meanings.contains { $0.role == .given } }
  /// How usual the word is in names, in nats beyond the most unusual.
  fileprivate var familiarity: Double { Double(WordRarity.unlisted - rarity) / 100 }
}
