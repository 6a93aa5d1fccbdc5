public import SectionedFile
public import Transliteration

/// Refuses spellings of a text by what is known of their words one by one and two by two, before a spelling is put together and
/// looked up: nearly all that a text writes with capitals, at the price of a few numbers that are compared.
///
/// It refuses nothing that ``CandidateSearch/mayFind(_:_:_:where:)`` finds, and no name that a key of the whole name may lead to.
/// Made for one document; what it knows never changes an answer.
public final class SpellingRefusal {
  /// A word of a text, as far as it was looked up.
  public final class Word {
    /// `nil` for what holds no letters.
    fileprivate let tokens: [FoldedName.Token]?
    fileprivate let isSpaced: Bool
    fileprivate let letterCount: Int
    fileprivate let script: String?
    /// One for each token.
    fileprivate let words: [Numbered]
    /// By language of syllables: what the word costs at least in a reading of a name with it; `nil` where it is in none.
    fileprivate lazy var readingCosts = makeReadingCosts()
    private let makeReadingCosts: () -> [Int?]

    fileprivate init(_ name: FoldedName?, _ words: [Numbered], readingCosts: @escaping () -> [Int?]) {
      tokens = name?.tokens
      isSpaced = name?.tokens.allSatisfy { SpellingRefusal.spacedScripts.contains($0.script) } ?? false
      letterCount = name?.tokens.reduce(0) { $0 + $1.letters.unicodeScalars.count } ?? 0
      script = name?.script
      self.words = words
      makeReadingCosts = readingCosts
    }
  }

  /// A word that is looked up, with a number of its own.
  fileprivate final class Numbered {
    let number: UInt64
    let word: QueryWord
    private(set) var isLookedUp = false

    init(_ number: UInt64, _ word: QueryWord) {
      self.number = number
      self.word = word
    }

    /// The words of the index that it may spell.
    func found(_ search: CandidateSearch) throws(SectionedFileError) -> [UInt32] {
      if !isLookedUp { try word.lookUp(in: search.index, search.nearWords, isNarrow: true) }
      isLookedUp = true
      return word.words
    }
  }

  private let search: CandidateSearch
  private let index: NameIndex
  private let known: LookedUpWords
  private let languages: [SourceLanguage]
  /// By the text of a word.
  private var words: [String: Word] = [:]
  private var numbered: [ObjectIdentifier: Numbered] = [:]
  private var count: UInt64 = 0
  /// By the numbers of two words: the forms that may have both; `nil` where they are many.
  private var pairs: [UInt64: [UInt32]?] = [:]
  /// The same: both as one word, where they are written so.
  private var joined: [UInt64: Numbered?] = [:]
  /// By the number of a word: the forms that it may be found in.
  private var forms: [UInt64: FormSet] = [:]
  private var formsSize = 0
  /// How much was done that had not been done before: words made ready, pairs compared.
  public private(set) var work = 0

  /// Scripts whose names have spaces between their words.
  public static let spacedScripts: Set<String> = ["Latn", "Cyrl", "Grek", "Armn", "Geor"]
  /// Words, and pairs of them, are kept up to these numbers.
  private static let wordLimit = 20_000
  private static let pairLimit = 100_000
  /// In numbers of 64 bits.
  private static let formsLimit = 1 << 20
  /// More forms are not kept for two words.
  private static let sharedLimit = 256
  /// The forms of so few are read one by one.
  private static let fewForms = 24
  /// So many forms are as much work as one word.
  private static let formsPerWork = 1_024
  /// Words beyond these are not looked up.
  private static let positionLimit = 8

  /// - Parameter known: words that the search has looked up.
  public init(_ search: CandidateSearch, _ known: LookedUpWords) {
    self.search = search
    index = search.index
    self.known = known
    languages = SourceLanguage.allCases.filter(\.isSyllabic)
  }

  // MARK: Words

  /// A word of a text by its text.
  public func word(_ text: String) -> Word {
    if let word = words[text] { return word }
    if words.count >= Self.wordLimit { forget() }
    work += 1
    let name = try? FoldedName(text, han: search.tables.han)
    let tables = search.tables
    let languages = languages
    let word = Word(name, name?.tokens.map { numbered($0) } ?? []) {
      guard let name, let script = name.script else { return languages.map { _ in nil } }
      return languages.map { language in
        guard let model = tables.model(language, script: script) else { return nil }
        var cost = 0
        for token in name.tokens {
          guard let least = model.leastCost(ofWord: Array(token.letters.utf8)) else { return nil }
          cost += least
        }
        return cost
      }
    }
    words[text] = word
    return word
  }

  private func numbered(_ token: FoldedName.Token) -> Numbered { numbered(known.word(token, search.tables)) }

  private func numbered(_ word: QueryWord) -> Numbered {
    let identifier = ObjectIdentifier(word)
    if let numbered = numbered[identifier] { return numbered }
    count += 1
    // Numbers are below 2³²: a document has fewer words.
    let new = Numbered(count & 0xFFFF_FFFF, word)
    numbered[identifier] = new
    return new
  }

  private func forget() {
    words.removeAll(keepingCapacity: true)
    numbered.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    joined.removeAll(keepingCapacity: true)
    forgetForms()
  }

  private func forgetForms() {
    forms.removeAll(keepingCapacity: true)
    formsSize = 0
  }

  // MARK: Spellings

  /// By what a spelling may be a name of the index.
  public struct Chances: Sendable {
    /// The forms that may share words with it; `nil` where any form may.
    var forms: [UInt32]? = []
    /// Whether a form has the same letters.
    public var hasTextKey = false
    /// The languages of syllables that it may be read in.
    public var languages: [SourceLanguage] = []

    /// Those of a spelling that nothing is known of.
    public static let open = Chances(
      forms: nil, hasTextKey: true, languages: SourceLanguage.allCases.filter(\.isSyllabic))

    var isNone: Bool { forms?.isEmpty == true && !hasTextKey && languages.isEmpty }
  }

  /// By what words that stand beside each other may be a name of the index; `nil` where they are none.
  ///
  /// - Parameter readingLimit: what the reading of a name in a language of syllables costs at most.
  public func chances(_ words: [Word], readingLimit: Int) throws(SectionedFileError) -> Chances? {
    var parts: [Numbered] = []
    var letterCount = 0
    for word in words {
      guard let tokens = word.tokens, tokens.allSatisfy({ $0.script != "Zyyy" }) else { return nil }
      // Names in other scripts are found by more than words.
      guard word.isSpaced else { return .open }
      parts += word.words
      letterCount += word.letterCount
    }
    var chances = Chances()
    chances.forms = try sharedForms(parts.prefix(Self.positionLimit))
    chances.hasTextKey = try hasTextKey(words)
    if parts.count <= Self.syllabicWordLimit, letterCount <= Self.longestSyllabicName {
      chances.languages = readable(words, readingLimit)
    }
    return chances.isNone ? nil : chances
  }

  /// Names of syllables are no longer, and have no more words.
  public static let longestSyllabicName = 18
  public static let syllabicWordLimit = 4

  private func hasTextKey(_ words: [Word]) throws(SectionedFileError) -> Bool {
    let tokens = words.flatMap { $0.tokens ?? [] }
    if try index.mayHoldName(.whole(tokens)) { return true }
    return try index.mayHoldName(.sorted(tokens))
  }

  /// The languages in which a name of the words may be read.
  private func readable(_ words: [Word], _ limit: Int) -> [SourceLanguage] {
    guard words.allSatisfy({ $0.script != nil && $0.script == words[0].script }) else { return [] }
    return languages.indices.filter { number in
      var cost = 0
      return words.allSatisfy { word in
        guard let least = word.readingCosts[number] else { return false }
        cost += least
        return cost <= limit
      }
    }.map { languages[$0] }
  }

  /// The forms that may have a word for each of two that stand apart, or for one that is the whole name: what a ``QueryPlan`` of
  /// the words asks for. `nil` where they are too many to be told.
  private func sharedForms(_ words: ArraySlice<Numbered>) throws(SectionedFileError) -> [UInt32]? {
    var parts: [(word: Numbered, positions: Range<Int>)] = []
    for (position, word) in words.enumerated() {
      if try !word.found(search).isEmpty { parts.append((word, position..<position + 1)) }
    }
    for (position, (first, second)) in zip(words, words.dropFirst()).enumerated() {
      if let joined = joined(first, second), try !joined.found(search).isEmpty {
        parts.append((joined, position..<position + 2))
      }
    }
    if parts.contains(where: { $0.positions.count == words.count }) { return nil }
    var forms: [UInt32] = []
    for (place, part) in parts.enumerated() {
      for other in parts[..<place] where !other.positions.overlaps(part.positions) {
        guard let shared = try sharedForms(part.word, other.word) else { return nil }
        forms += shared
      }
    }
    return forms
  }

  private func joined(_ first: Numbered, _ second: Numbered) -> Numbered? {
    guard InterpretedName.mayBeJoined(byteCounts: first.word.letters.utf8.count, second.word.letters.utf8.count) else {
      return nil
    }
    let pair = first.number << 32 | second.number
    if let known = joined[pair] { return known }
    if joined.count >= Self.pairLimit { joined.removeAll(keepingCapacity: true) }
    work += 1
    let word = known.joined(first.word, second.word).map { numbered($0) }
    joined[pair] = .some(word)
    return word
  }

  private func sharedForms(_ a: Numbered, _ b: Numbered) throws(SectionedFileError) -> [UInt32]? {
    if a === b || a.word === b.word { return nil }
    let pair = min(a.number, b.number) << 32 | max(a.number, b.number)
    if let known = pairs[pair] { return known }
    if pairs.count >= Self.pairLimit { pairs.removeAll(keepingCapacity: true) }
    let (few, many) = a.word.formCount <= b.word.formCount ? (a, b) : (b, a)
    work += 1 + few.word.formCount / Self.formsPerWork
    let among = try few.word.formCount <= Self.fewForms ? nil : forms(of: many)
    var shared: [UInt32] = []
    for indexed in few.word.words {
      let areTooMany = try index.hasForm(ofWord: indexed) { form throws(SectionedFileError) in
        if let among, !among.mayHold(form) { return false }
        if try index.hasWord(ofForm: form, where: { many.word.hasFound($0) }) { shared.append(form) }
        return shared.count > Self.sharedLimit
      }
      if areTooMany { break }
    }
    let told = shared.count > Self.sharedLimit ? nil : shared
    pairs[pair] = .some(told)
    return told
  }

  private func forms(of word: Numbered) throws(SectionedFileError) -> FormSet {
    if let known = forms[word.number] { return known }
    var set = FormSet(capacity: word.word.formCount)
    for indexed in word.word.words { try index.forEachForm(ofWord: indexed) { set.insert($0) } }
    work += word.word.formCount / Self.formsPerWork
    if formsSize + set.size > Self.formsLimit { forgetForms() }
    formsSize += set.size
    forms[word.number] = set
    return set
  }
}
