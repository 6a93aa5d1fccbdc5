import SectionedFile
import Transliteration

/// A word of a query, with the words of an index that may be spellings of it, and what is known of how like they are.
final class QueryWord {
  let word: ComparableWord
  /// Numbers of words of the index that share a key with it or are spelled nearly so, ascending.
  private(set) var words: [UInt32] = []
  /// How many forms have them, added up.
  private(set) var formCount = 0
  private let spellings: [(spelling: ReducedSpelling, pattern: LetterPattern)]
  /// By place in `words`: what the letters in common tell, as far as it is known.
  private var roughWorths: [Int32] = []
  private var worths: [UInt32: Int32] = [:]

  private var isLookedUp = false
  /// The keys of its sounds, with what each costs beside the likeliest (−100 · ln).
  let soundKeys: [(key: NameKey, cost: Int)]

  private static let unknown = Int32.min
  /// What one letter that differs takes away (−100 · ln).
  private static let departure: Int32 = 200
  private static let spellingLimit = 4

  init(_ word: ComparableWord) {
    self.word = word
    soundKeys = NameKeyer.soundKeys(of: word, .asking)
    spellings = Set(word.latinSpellings(limit: Self.spellingLimit).map { ReducedSpelling($0) }).compactMap { spelling in
      LetterPattern(spelling.letters).map { (spelling, $0) }
    }
  }

  /// Looks the word up, where it was not yet.
  ///
  /// - Parameter isNarrow: whether Latin words must sound alike, as slips of the pen are rarer in print than derivations
  ///   (Korean of Korea), and no word is found by what it means.
  func lookUp(
    in index: NameIndex, _ nearWords: NearWords, isNarrow: Bool
  ) throws(SectionedFileError) {
    guard !isLookedUp else { return }
    var found: Set<UInt32> = []
    for meaning in word.meanings where !isNarrow && meaning.isShared {
      found.formUnion(try index.words(for: .meaning(meaning)))
    }
    for (spelling, pattern) in spellings where !isNarrow || word.latin == nil {
      for near in try nearWords.words(near: spelling, pattern) { found.insert(near.number) }
    }
    for (key, _) in soundKeys { found.formUnion(try index.words(for: key)) }
    words = found.sorted()
    for word in words { formCount += try index.formCount(ofWord: word) }
    roughWorths = Array(repeating: Self.unknown, count: words.count)
    isLookedUp = true
  }

  /// What a word of the index tells by the letters that both have (−100 · ln), 0 for strangers.
  func roughWorth(of number: UInt32, in index: NameIndex) throws(SectionedFileError) -> Int32 {
    guard let place = words.sortedPlace(of: number) else { return 0 }
    if roughWorths[place] != Self.unknown { return roughWorths[place] }
    let information = Int32(word.information)
    let spelling = try index.reducedSpelling(ofWord: number)
    let distance = spelling.count == 0 ? nil : spellings.map { $0.pattern.distance(to: spelling) }.min()
    let worth = distance.map { max(information / 8, information - Int32($0) * Self.departure) } ?? information / 2
    roughWorths[place] = worth
    return worth
  }

  /// Whether a word of the index was found for this one.
  func hasFound(_ number: UInt32) -> Bool { words.sortedPlace(of: number) != nil }

  /// The same by all that was learned of letters, and by what the words mean.
  func worth(of number: UInt32, _ other: ComparableWord) -> Int32 {
    if let known = worths[number] { return known }
    var worth: Int32 = 0
    if let distance = word.distance(to: other) { worth = Int32(max(0, distance.shared - distance.surprise / 4)) }
    if let meaning = word.commonMeaning(with: other) { worth = max(worth, Self.worth(of: meaning)) }
    worths[number] = worth
    return worth
  }

  private static func worth(of meaning: NameLexicon.Meaning) -> Int32 {
    switch meaning.role {
    case .given: 3 * Int32(meaning.weight)
    case .legalForm, .generation: 100
    case .generic: 300
    case .title, .particle: 0
    }
  }
}
