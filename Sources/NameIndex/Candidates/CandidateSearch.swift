public import SectionedFile
public import Transliteration

/// Finds the forms that are worth judging for a name: those whose words may be spellings of its words.
///
/// Words of the index that share a key with a word of the query are gathered first. A form that has two such words, for two
/// words that stand apart in the query, is found whatever they are; a form that has one only where that one is like enough
/// in its letters. Forms are ranked by the letters they share, the first of them once more by all that was learned of
/// letters.
public struct CandidateSearch: Sendable {
  let index: NameIndex
  let tables: TransliterationTables
  private let keyer: NameKeyer
  let nearWords: NearWords

  /// After so many forms no further word is followed.
  private static let rankedLimit = 50_000
  /// So many of them, the likeliest, are ranked again by what was learned.
  private static let learnedLimit = 600
  private static let narrowLearnedLimit = 96
  /// Forms that share less than this part of what the name tells are not found by a narrow search: by the letters, and by all
  /// that was learned of letters.
  private static let narrowRoughShare = 0.7
  private static let narrowShare = 0.3
  /// Names of no more letters are looked up whatever they sound like: one habit of spelling is much of them.
  private static let shortName = 14
  /// Forms of a word are followed by that word alone only where there are no more than this.
  private static let loneWordFormLimit = 3_000
  /// So many forms at most are found by one word of several.
  private static let loneFormLimit = 400
  /// A word that is found by itself shares this part of its letters' information.
  private static let loneShare = 0.6
  /// What a word of a form takes away that the query lacks.
  private static let leftover: Int32 = 20
  private static let leftoverLimit: Int32 = 64

  public init(_ index: NameIndex, tables: TransliterationTables) throws(SectionedFileError) {
    self.index = index
    nearWords = try NearWords(index)
    self.tables = tables
    keyer = NameKeyer(tables: tables)
  }

  /// A form that is worth judging.
  public struct Candidate: Sendable {
    public var form: UInt32
    /// What it shares with the query (−100 · ln of how likely that would be by chance).
    public var likeness: Int32
    /// Whether it has a key of the whole name.
    public var hasWholeKey: Bool
  }

  /// Which forms are looked at.
  public enum Breadth {
    /// Also those that share one word of several.
    case wide
    /// Those only whose words are spelled like enough of the name, and fewer of them: for the many spellings of a text.
    case narrow(LookedUpWords)

    var isNarrow: Bool { if case .narrow = self { true } else { false } }

    var known: LookedUpWords { if case .narrow(let known) = self { known } else { LookedUpWords() } }
  }

  /// The numbers of the forms that have one of the keys of whole names.
  public func forms(under keys: [NameKey]) throws(SectionedFileError) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for key in keys { found.formUnion(try index.forms(for: key)) }
    return found
  }

  /// The forms that are worth judging, those first that share a key of the whole name, then the likeliest.
  ///
  /// - Parameter keys: of the whole name.
  public func candidates(
    for query: InterpretedName, keys: [NameKey], _ breadth: Breadth = .wide
  ) throws(SectionedFileError) -> [Candidate] {
    let known = breadth.known
    let plan = QueryPlan(query, known)
    var found = try gather(plan, isNarrow: breadth.isNarrow)
    if !breadth.isNarrow { try gatherLone(plan, &found) }
    let least = breadth.isNarrow ? plan.information(share: Self.narrowShare) : .min
    var ranked = found.map { (form: $0.key, worth: $0.value) }
    ranked.sort { ($1.worth, $0.form) < ($0.worth, $1.form) }
    let whole = try forms(under: keyer.textKeys(query.name) + keys)
    var candidates: [Candidate] = []
    for form in whole.union(ranked.prefix(breadth.isNarrow ? Self.narrowLearnedLimit : Self.learnedLimit).map(\.form)) {
      let candidate = Candidate(
        form: form, likeness: try likeness(form, plan, known, amongFound: breadth.isNarrow),
        hasWholeKey: whole.contains(form))
      if candidate.hasWholeKey || candidate.likeness >= least { candidates.append(candidate) }
    }
    return candidates.sorted {
      ($1.hasWholeKey ? 1 : 0, $1.likeness, $0.form) < ($0.hasWholeKey ? 1 : 0, $0.likeness, $1.form)
    }
  }

  /// Whether a narrow search may find a form for a name of words with spaces between them by its spelling: what nearly all
  /// spellings of a text are refused by, before they are read in all the ways in which names are. It knows nothing of what
  /// the words mean, and of a long name it asks only for two words that sound like two of a form's first twelve.
  ///
  /// - Parameters:
  ///   - chances: what is known of the words; other forms are not looked at.
  ///   - isWanted: forms that are not are as good as none.
  public func mayFind(
    _ tokens: [FoldedName.Token], _ known: LookedUpWords, _ chances: SpellingRefusal.Chances = .open,
    where isWanted: (UInt32) throws(SectionedFileError) -> Bool = { _ in true }
  ) throws(SectionedFileError) -> Bool {
    if chances.forms?.isEmpty == true { return false }
    let plan = QueryPlan(tokens, known, tables: tables)
    let length = tokens.reduce(0) { $0 + $1.letters.unicodeScalars.count }
    if plan.wholeNames == 0, length > Self.shortName, try !mayHoldTwo(plan) { return false }
    let least = plan.information(share: Self.narrowShare)
    let gathered = try gather(plan, isNarrow: true, among: chances.forms, where: isWanted)
    for form in gathered.keys where try likeness(form, plan, known, amongFound: true) >= least { return true }
    return false
  }

  /// Whether some form may have two words that sound like two words that stand apart in the query.
  private func mayHoldTwo(_ plan: QueryPlan) throws(SectionedFileError) -> Bool {
    for (number, first) in plan.words.enumerated() {
      var rest = plan.companions[number]
      while rest != 0 {
        let second = plan.words[rest.trailingZeroBitCount]
        rest &= rest - 1
        for one in first.soundKeys {
          for other in second.soundKeys where one.cost + other.cost <= NameIndex.pairCostLimit {
            if try index.mayHold(one.key, other.key) { return true }
          }
        }
      }
    }
    return false
  }

  /// Forms that have enough of the name, with what they are worth by their letters.
  ///
  /// - Parameters:
  ///   - forms: no others are looked at; `nil` for all that have words of the name.
  ///   - isWanted: forms that are not are as good as none.
  private func gather(
    _ plan: QueryPlan, isNarrow: Bool, among forms: [UInt32]? = nil,
    where isWanted: (UInt32) throws(SectionedFileError) -> Bool = { _ in true }
  ) throws(SectionedFileError) -> [UInt32: Int32] {
    for word in plan.words { try word.lookUp(in: index, nearWords, isNarrow: isNarrow) }
    var found: [UInt32: Int32] = [:]
    // Which words of the query a word of the index may spell, as bits.
    var marks = WordTable(capacity: plan.words.reduce(0) { $0 + $1.words.count }, absent: 0)
    for (number, word) in plan.words.enumerated() {
      for indexed in word.words { marks[indexed] |= 1 << UInt64(number) }
    }
    let least = isNarrow ? plan.information(share: Self.narrowRoughShare) : .min
    var worths = [Int32](repeating: 0, count: plan.words.count)
    var words: [UInt32] = []
    func consider(_ form: UInt32) throws(SectionedFileError) {
      guard found[form] == nil, try isWanted(form) else { return }
      var all: UInt64 = 0
      var markedCount = 0
      words.removeAll(keepingCapacity: true)
      try index.forEachWord(ofForm: form) { word, _ in
        words.append(word)
        let mark = marks[word]
        if mark != 0 { markedCount += 1 }
        all |= mark
      }
      guard plan.isEnough(all), markedCount > 1 || all & (plan.wholeNames | plan.repeated) != 0 else { return }
      let worth = try roughWorth(words, marks, plan, &worths)
      guard worth >= least else { return }
      found[form] = worth
    }
    if let forms {
      for form in forms { try consider(form) }
      return found
    }
    let deciding = plan.deciding
    // The rarer words first: where there are too many forms, those are left out that share common words only.
    for number in plan.words.indices.sorted(by: { plan.words[$0].formCount < plan.words[$1].formCount })
    where deciding & 1 << UInt64(number) != 0 {
      for indexed in plan.words[number].words {
        for form in try index.forms(ofWord: indexed) {
          try consider(form)
          if found.count >= Self.rankedLimit { return found }
        }
      }
    }
    return found
  }

  private func roughWorth(
    _ words: [UInt32], _ marks: WordTable, _ plan: QueryPlan, _ worths: inout [Int32]
  ) throws(SectionedFileError) -> Int32 {
    for number in worths.indices { worths[number] = 0 }
    var unmarked: Int32 = 0
    for word in words {
      var rest = marks[word]
      if rest == 0 { unmarked += 1 }
      while rest != 0 {
        let number = rest.trailingZeroBitCount
        worths[number] = max(worths[number], try plan.words[number].roughWorth(of: word, in: index))
        rest &= rest - 1
      }
    }
    return plan.worth(worths) - min(unmarked, Self.leftoverLimit) * Self.leftover
  }

  /// Forms that have one word of several: where it is rare, and much the same.
  private func gatherLone(_ plan: QueryPlan, _ found: inout [UInt32: Int32]) throws(SectionedFileError) {
    var lone: [(word: UInt32, formCount: Int, worth: Int32)] = []
    for number in plan.words.indices {
      let least = Int32(Double(plan.words[number].information) * Self.loneShare)
      for word in plan.words[number].words {
        let worth = try plan.words[number].roughWorth(of: word, in: index)
        guard worth >= least else { continue }
        let formCount = try index.formCount(ofWord: word)
        if formCount <= Self.loneWordFormLimit { lone.append((word, formCount, worth)) }
      }
    }
    var count = 0
    for (word, _, worth) in lone.sorted(by: { ($1.worth, $0.formCount, $0.word) < ($0.worth, $1.formCount, $1.word) }) {
      for form in try index.forms(ofWord: word) where found[form] == nil {
        found[form] = worth
        count += 1
      }
      if count >= Self.loneFormLimit { return }
    }
  }

  /// What a form is worth by all that was learned of letters.
  ///
  /// - Parameter amongFound: whether only words are compared that were found for each other; others are strangers.
  private func likeness(
    _ form: UInt32, _ plan: QueryPlan, _ known: LookedUpWords, amongFound: Bool
  ) throws(SectionedFileError) -> Int32 {
    var worths = [Int32](repeating: 0, count: plan.words.count)
    let numbers = try index.words(ofForm: form)
    for number in numbers where !amongFound || plan.words.contains(where: { $0.hasFound(number) }) {
      let word = try known.indexed(number) { () throws(SectionedFileError) in
        ComparableWord(indexed: try index.letters(ofWord: number), tables: tables)
      }
      for (place, query) in plan.words.enumerated() where !amongFound || query.hasFound(number) {
        worths[place] = max(worths[place], query.worth(of: number, word))
      }
    }
    let unmatched = max(0, numbers.count - (plan.divisions.first?.positionCount ?? 0))
    return plan.worth(worths) - min(Int32(clamping: unmatched), Self.leftoverLimit) * Self.leftover
  }
}
