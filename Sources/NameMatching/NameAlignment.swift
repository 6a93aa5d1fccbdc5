import Transliteration

/// Two names laid side by side, word by word: which word of the one is which of the other.
struct NameAlignment: Sendable {
  /// Why two words are taken for one name part.
  enum Bond: Hashable, Sendable {
    /// By their letters.
    case letters
    /// One is the initial of the other.
    case initial
    /// By what they mean: two languages' words for one thing, or forms of one legal form.
    case meaning
    /// As forms of one given name, such as a nickname: weak evidence.
    case equivalent
  }

  struct Pair: Sendable {
    /// Positions of words, two where neighbours are taken together.
    var first: Range<Int>
    var second: Range<Int>
    var bond: Bond
    var distance: WordDistance
    /// How many letters the longer of the two has.
    var length: Int
  }

  var pairs: [Pair]
  var leftFirst: [Int]
  var leftSecond: [Int]

  static let wordLimit = 24
  /// Names of more words are aligned word by word, the best pair first.
  private static let searchLimit = 6
  /// Words that share less than this (−100 · ln), less an eighth of what surprises in them, are strangers.
  private static let leastShared = 50
  private static let initialWorth = 120

  /// The alignment that explains most of both names; `nil` where no words go together, or there are too many.
  static func align(
    _ one: InterpretedName.Interpretation, _ other: InterpretedName.Interpretation
  ) -> NameAlignment? {
    let (first, second) = (one.words, other.words)
    guard first.count <= wordLimit, second.count <= wordLimit else { return nil }
    var search = Search(one, other)
    search.gather()
    guard !search.candidates.isEmpty else { return nil }
    if min(first.count, second.count) > searchLimit { search.chooseGreedily() } else { search.choose() }
    let pairs = search.best
    guard !pairs.isEmpty else { return nil }
    return NameAlignment(
      pairs: pairs,
      leftFirst: first.indices.filter { index in !pairs.contains { $0.first.contains(index) } },
      leftSecond: second.indices.filter { index in !pairs.contains { $0.second.contains(index) } })
  }

  /// Looks for the set of pairs that do not overlap and are worth most.
  private struct Search {
    let first: [ComparableWord]
    let second: [ComparableWord]
    private let joinedFirst: [ComparableWord?]
    private let joinedSecond: [ComparableWord?]
    /// By the position of the first word.
    var candidates: [(pair: Pair, worth: Int)] = []
    var best: [Pair] = []
    private var bestWorth = 0
    private var chosen: [Pair] = []

    init(_ one: InterpretedName.Interpretation, _ other: InterpretedName.Interpretation) {
      (first, joinedFirst) = (one.words, one.joined)
      (second, joinedSecond) = (other.words, other.joined)
    }

    mutating func gather() {
      for i in first.indices {
        for j in second.indices { add(first[i], i..<i + 1, second[j], j..<j + 1) }
      }
      // Words that one side writes together.
      for (i, joined) in joinedFirst.enumerated() {
        guard let joined else { continue }
        for j in second.indices { add(joined, i..<i + 2, second[j], j..<j + 1) }
      }
      for (j, joined) in joinedSecond.enumerated() {
        guard let joined else { continue }
        for i in first.indices { add(first[i], i..<i + 1, joined, j..<j + 2) }
      }
      candidates.sort {
        ($0.pair.first.lowerBound, $1.worth, $0.pair.second.lowerBound, $0.pair.second.count)
          < ($1.pair.first.lowerBound, $0.worth, $1.pair.second.lowerBound, $1.pair.second.count)
      }
    }

    private mutating func add(_ a: ComparableWord, _ i: Range<Int>, _ b: ComparableWord, _ j: Range<Int>) {
      if let initial = NameAlignment.initial(a, b) {
        candidates.append(
          (Pair(first: i, second: j, bond: .initial, distance: initial, length: 1), NameAlignment.initialWorth))
        return
      }
      let distance = a.distance(to: b)
      if let meaning = a.commonMeaning(with: b), distance?.surprise ?? .max > 0 {
        // Letters that agree say more than what the words mean.
        let worth = NameAlignment.worth(of: meaning)
        if distance.map({ $0.shared - $0.surprise / 8 < worth }) ?? true {
          candidates.append(
            (
              Pair(
                first: i, second: j, bond: meaning.role == .given ? .equivalent : .meaning, distance: .equal(worth),
                length: 1), worth
            ))
          return
        }
      }
      guard let distance else { return }
      let length = max(a.length, b.length)
      let worth = distance.shared - distance.surprise / 8
      guard worth >= NameAlignment.leastShared else { return }
      candidates.append(
        (Pair(first: i, second: j, bond: .letters, distance: distance, length: length), worth))
    }

    /// Takes the worthiest pair that overlaps none before it, again and again.
    mutating func chooseGreedily() {
      var (takenFirst, takenSecond) = (0, 0)
      for candidate in candidates.sorted(by: { $0.worth > $1.worth }) {
        let maskFirst = candidate.pair.first.reduce(0) { $0 | 1 << $1 }
        let maskSecond = candidate.pair.second.reduce(0) { $0 | 1 << $1 }
        guard takenFirst & maskFirst == 0, takenSecond & maskSecond == 0 else { continue }
        takenFirst |= maskFirst
        takenSecond |= maskSecond
        best.append(candidate.pair)
      }
    }

    /// Tries all sets of pairs, the worthier first; the number of words bounds how many there are.
    mutating func choose() {
      // What the words from a position on can add at most.
      var ceiling = [Int](repeating: 0, count: first.count + 1)
      for position in first.indices.reversed() {
        let most = candidates.filter { $0.pair.first.lowerBound == position }.map(\.worth).max() ?? 0
        ceiling[position] = ceiling[position + 1] + max(0, most)
      }
      extend(from: 0, takenSecond: 0, worth: 0, ceiling)
    }

    private mutating func extend(from position: Int, takenSecond: Int, worth: Int, _ ceiling: [Int]) {
      if worth > bestWorth {
        bestWorth = worth
        best = chosen
      }
      guard position < first.count, worth + ceiling[position] > bestWorth else { return }
      for candidate in candidates where candidate.pair.first.lowerBound == position {
        let mask = candidate.pair.second.reduce(0) { $0 | 1 << $1 }
        guard takenSecond & mask == 0 else { continue }
        chosen.append(candidate.pair)
        extend(
          from: candidate.pair.first.upperBound, takenSecond: takenSecond | mask, worth: worth + candidate.worth,
          ceiling)
        chosen.removeLast()
      }
      extend(from: position + 1, takenSecond: takenSecond, worth: worth, ceiling)
    }
  }

  /// What it tells that two words mean the same.
  private static func worth(of meaning: NameLexicon.Meaning) -> Int {
    switch meaning.role {
    case .given: 3 * Int(meaning.weight)
    case .legalForm, .generation: 200
    case .generic: 400
    case .title, .particle: 0
    }
  }

  /// Whether one word is the initial of the other: what the one letter tells.
  private static func initial(_ a: ComparableWord, _ b: ComparableWord) -> WordDistance? {
    let isShort = (a.letters.unicodeScalars.count == 1, b.letters.unicodeScalars.count == 1)
    guard isShort.0 != isShort.1 else { return nil }
    let (letter, word) = isShort.0 ? (a, b) : (b, a)
    // III is the third, not a name with I.
    guard !word.isNumber else { return nil }
    // One character is a whole name part in these scripts.
    guard !["Hani", "Hang", "Kana"].contains(letter.script), !["Hani", "Hang", "Kana"].contains(word.script) else {
      return nil
    }
    if letter.script == word.script {
      return letter.letters.unicodeScalars.first == word.letters.unicodeScalars.first ? .equal(initialWorth) : nil
    }
    let heads: [(LetterWord, LatinWord)]
    if let latin = letter.latin, let model = word.spelled?.model {
      heads = (1...2).compactMap { count in
        LetterWord(String(String.UnicodeScalarView(word.letters.unicodeScalars.prefix(count))), model: model).map {
          ($0, latin)
        }
      }
    } else if let spelled = letter.spelled, let latin = word.latin {
      heads = (1...min(4, latin.letters.count)).map { (spelled, latin.prefix($0)) }
    } else {
      return nil
    }
    let isLikely = heads.contains { spelled, latin in
      let joint = LetterDistance.joint(spelled, latin)
      return 2 * joint - spelled.cost - spelled.model.cost(of: latin) <= 400
    }
    return isLikely ? .equal(initialWorth) : nil
  }
}
