import SectionedFile
import Transliteration

/// A word of a query, with the words of an index that may be spellings of it, and what is known of how like they are.
final class QueryWord {
  /// The folded letters of the word.
  let letters: String
  /// What the word tells by itself: −100 · ln of its probability.
  let information: Int
  private let isLatin: Bool
  /// Numbers of words of the index that share a key with it or are spelled nearly so, ascending.
  private(set) var words: [UInt32] = []
  /// How many forms have them, added up.
  private(set) var formCount = 0
  private lazy var spellings = Set(plain.latinSpellings(limit: Self.spellingLimit).map { ReducedSpelling($0) })
    .compactMap { spelling in LetterPattern(spelling.letters).map { (spelling: spelling, pattern: $0) } }
  /// By place in `words`: what the letters in common tell, as far as it is known.
  private var roughWorths: [Int32] = []
  private var worths: [UInt32: Int32] = [:]

  private var isLookedUp = false
  /// The keys of its sounds, with what each costs beside the likeliest (−100 · ln).
  private(set) lazy var soundKeys = NameKeyer.soundKeys(of: plain, .asking)
  /// The word as it is compared with many others.
  private(set) lazy var word = makeWord()
  /// The same, or what little is made of a word that is mostly looked up in vain.
  private let plain: ComparableWord
  private let makeWord: () -> ComparableWord

  private static let unknown = Int32.min
  /// Words of an index that share less than this part of the letters' information are not found by a narrow search; one letter
  /// may always differ.
  private static let narrowShare = 0.65
  /// What one letter that differs takes away (−100 · ln).
  private static let departure: Int32 = 200
  private static let spellingLimit = 4

  init(_ word: ComparableWord) {
    letters = word.letters
    information = word.information
    isLatin = word.latin != nil
    plain = word
    makeWord = { word }
  }

  /// A word of a text, whatever it may mean.
  init(_ token: FoldedName.Token, tables: TransliterationTables) {
    plain = ComparableWord(token.letters, script: token.script, tables: tables)
    letters = token.letters
    information = plain.information
    isLatin = plain.latin != nil
    makeWord = { ComparableWord(token.letters, script: token.script, tables: tables, isQuery: true) }
  }

  /// Two words as one; `nil` where they are of two scripts.
  init?(joining first: QueryWord, _ second: QueryWord) {
    guard let joined = first.plain.joined(with: second.plain) else { return nil }
    plain = joined
    letters = joined.letters
    information = joined.information
    isLatin = joined.latin != nil
    makeWord = { first.word.joined(with: second.word) ?? joined }
  }

  /// Looks the word up, where it was not yet.
  ///
  /// - Parameter isNarrow: whether Latin words must sound alike, as slips of the pen are rarer in print than derivations
  ///   (Korean of Korea), and no word is found by what it means.
  func lookUp(
    in index: NameIndex, _ nearWords: NearWords, isNarrow: Bool
  ) throws(SectionedFileError) {
    guard !isLookedUp else { return }
    var found: [UInt32] = []
    for meaning in isNarrow ? [] : word.meanings where meaning.isShared {
      found += try index.words(for: .meaning(meaning))
    }
    if !isNarrow || !isLatin {
      for (spelling, pattern) in spellings {
        for near in try nearWords.words(near: spelling, pattern) { found.append(near.number) }
      }
    }
    for (key, _) in soundKeys { found += try index.words(for: key) }
    found.sort()
    let least = min(Int32(Double(information) * Self.narrowShare), Int32(information) - Self.departure)
    var last: UInt32?
    for number in found where number != last {
      last = number
      if isNarrow, try !isNear(number, least, index) { continue }
      words.append(number)
      formCount += try index.formCount(ofWord: number)
    }
    roughWorths = Array(repeating: Self.unknown, count: words.count)
    isLookedUp = true
  }

  /// Whether a word that sounds alike is spelled nearly so, too.
  private func isNear(_ number: UInt32, _ least: Int32, _ index: NameIndex) throws(SectionedFileError) -> Bool {
    let spelling = try index.reducedSpelling(ofWord: number)
    // What has no letters in common has the same key by being the same.
    return spelling.count == 0 || worth(ofDistance: distance(to: spelling)) >= least
  }

  private func distance(to spelling: ReducedSpelling) -> Int? {
    var least: Int?
    for (_, pattern) in spellings { least = min(least ?? .max, pattern.distance(to: spelling)) }
    return least
  }

  private func worth(ofDistance distance: Int?) -> Int32 {
    let information = Int32(information)
    return distance.map { max(information / 8, information - Int32($0) * Self.departure) } ?? information / 2
  }

  /// What a word of the index tells by the letters that both have (−100 · ln), 0 for strangers.
  func roughWorth(of number: UInt32, in index: NameIndex) throws(SectionedFileError) -> Int32 {
    guard let place = words.sortedPlace(of: number) else { return 0 }
    if roughWorths[place] != Self.unknown { return roughWorths[place] }
    let spelling = try index.reducedSpelling(ofWord: number)
    let worth = worth(ofDistance: spelling.count == 0 ? nil : distance(to: spelling))
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
