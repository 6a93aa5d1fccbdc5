import NameModel
import Transliteration

/// Follows a text word by word, or character by character, as long as some form of the index goes on so.
struct ScanWalk {
  /// What the text looked like so far.
  struct State {
    var start: Int
    /// Number of the language by whose rules words were reduced; `nil` for none so far.
    var language: Int?
    var cases = CaseSet.any
    /// Language and case of what is written before the name in the same word.
    var proclitic: (language: Int, cases: CaseSet)?
    var startsUpper = false
    var hasLower = false
    /// Words that begin with a small letter, but for those behind a hyphen.
    var smallWords = 0
    var isPunctuated = false
    var separators = 0
    /// Whether the name ends here whatever follows.
    var isFinal = false
    /// Whether the last unit is a word, as against a character of a script without spaces.
    var isWord = true
    /// Number of characters of the last unit.
    var length = 0

    /// The state after a rule has been applied; `nil` where the rule does not go with those before it.
    func reduced(_ language: Int, _ cases: CaseSet) -> State? {
      guard self.language == nil || self.language == language else { return nil }
      var next = self
      next.language = language
      next.cases.formIntersection(cases)
      return next.cases.isEmpty ? nil : next
    }
  }

  struct Best {
    var state: State
    var end: Int
    var forms: [ScanPosting]
    var postings: Range<UInt32>
    /// How many units the name has.
    var units: Int
  }

  /// What stands between two units of a name.
  private struct Gap {
    var end: Int
    var isHyphen = false
    var isPunctuated = false
    var isSeparator = false
  }

  let text: ScanText
  let table: ScanTable
  let folding: FoldTable
  let rules: ActiveRules
  let words: ScanWordPool
  private(set) var best: Best?
  /// How many sequences may be looked up for one beginning: bounds the work on hostile text.
  private var budget = budgetLimit
  private static let budgetLimit = 400

  init(text: ScanText, table: ScanTable, folding: FoldTable, rules: ActiveRules, words: ScanWordPool) {
    self.text = text
    self.table = table
    self.folding = folding
    self.rules = rules
    self.words = words
  }

  /// Goes on from a sequence that ends at `end`.
  mutating func follow(_ sequence: UInt64, end: Int, units: Int, _ state: State) {
    guard budget > 0 else { return }
    budget -= 1
    guard let entry = table.entry(sequence) else { return }
    if entry.count > 0, end > best?.end ?? -1 { consider(entry, end: end, units: units, state) }
    guard entry.continues, !state.isFinal, units < ScanForm.unitLimit, let gap = gap(after: end, state) else { return }
    var place = gap.end
    let next = folding.entry(of: text.scalar(at: &place))
    var state = state
    if gap.isPunctuated { state.isPunctuated = true }
    if gap.isSeparator { state.separators += 1 }
    if next.kind.isUnspaced {
      state.isWord = false
      state.length = 1
      follow(
        ScanHash.sequence(sequence, ScanHash.step(ScanHash.seed, next.value)), end: place, units: units + 1, state)
    } else {
      followWord(sequence, at: gap.end, units: units, isBehindHyphen: gap.isHyphen, state)
    }
  }

  /// Goes on with the word at `position`, as it stands and as the rules reduce it.
  private mutating func followWord(
    _ sequence: UInt64, at position: Int, units: Int, isBehindHyphen: Bool, _ before: State
  ) {
    let word = words[units]
    guard word.read(text, at: position, folding: folding) else { return }
    var state = before
    state.isWord = true
    state.length = word.count
    if !word.startsUpper, !isBehindHyphen { state.smallWords += 1 }
    if word.hasLower { state.hasLower = true }
    follow(ScanHash.sequence(sequence, word.hash), end: word.end, units: units + 1, state)
    var reductions: [ActiveRules.Reduction] = []
    rules.reductions(of: word) { reductions.append($0) }
    for reduction in reductions {
      guard var reduced = state.reduced(reduction.language, reduction.cases) else { continue }
      reduced.isFinal = reduction.length < word.count
      follow(
        ScanHash.sequence(sequence, reduction.hash), end: word.offset(reduction.length), units: units + 1, reduced)
    }
    if let inside = word.capitalInside {
      follow(ScanHash.sequence(sequence, word.hash(upTo: inside)), end: word.offset(inside), units: units + 1, state)
    }
  }

  /// Forgets what was found, for another beginning in the same text.
  mutating func restart() {
    best = nil
    budget = Self.budgetLimit
  }

  // MARK: Between units

  /// What stands behind `position`, where it may stand inside a name: at most a line end, a hyphen, a sign.
  private func gap(after position: Int, _ state: State) -> Gap? {
    var place = position
    var gap = Gap(end: position)
    var newlines = 0
    var signs = 0
    var isPeriod = false
    for _ in 0..<6 {
      guard place < text.count else { return nil }
      let begin = place
      let scalar = text.scalar(at: &place)
      let entry = folding.entry(of: scalar)
      switch entry.kind {
      case .letter, .han, .katakana, .hiragana, .hangul, .unspaced:
        if begin == position {
          // Only scripts without spaces, and capitals inside a word, go on at once.
          guard !state.isWord || entry.kind != .letter || entry.isUpper else { return nil }
        }
        // A full stop that ends a sentence ends a name; behind an initial it does not.
        if isPeriod, begin > gap.end, state.length > 1 { return nil }
        gap.end = begin
        return gap
      case .space: gap.isSeparator = true
      case .newline:
        // A carriage return goes with its line feed.
        if scalar != 0x0D { newlines += 1 }
        guard newlines <= 1 else { return nil }
      case .hyphen:
        gap.isHyphen = true
        signs += 1
      case .middleDot:
        gap.isSeparator = true
        signs += 1
      case .period:
        isPeriod = true
        gap.end = place
        signs += 1
      case .punctuation:
        gap.isPunctuated = true
        signs += 1
      case .ignorable, .apostrophe: break
      case .other: return nil
      }
      guard signs <= 2 else { return nil }
    }
    return nil
  }

  // MARK: Ends

  private mutating func consider(_ entry: ScanTable.Entry, end: Int, units: Int, _ state: State) {
    var state = state
    guard isBoundary(at: end, &state) else { return }
    var forms: [ScanPosting] = []
    // Many forms of one spelling are namesakes; that there are so many is all one needs to know.
    for number in entry.first..<entry.first + min(entry.count, UInt32(ScanHit.formLimit)) {
      guard let posting = table.posting(number), allows(posting, state) else { continue }
      forms.append(posting)
    }
    guard !forms.isEmpty else { return }
    best = Best(
      state: state, end: end, forms: forms, postings: entry.first..<entry.first + entry.count, units: units)
  }

  private func allows(_ posting: ScanPosting, _ state: State) -> Bool {
    let flags = posting.flags
    if flags.contains(.capital), !state.startsUpper { return false }
    if flags.contains(.acronym), state.hasLower { return false }
    if flags.contains([.person, .capital]), state.smallWords > posting.smallWords { return false }
    if state.isPunctuated, !flags.contains(.punctuated) { return false }
    if !state.isWord, state.separators > posting.separators { return false }
    return true
  }

  /// Whether a name may end at `end`; a particle written on to it is noted in `state`.
  private func isBoundary(at end: Int, _ state: inout State) -> Bool {
    guard !state.isWord, end < text.count else { return true }
    var place = end
    let next = folding.entry(of: text.scalar(at: &place)).kind
    var last = end - 1
    // Back to the first byte of the last character.
    while last > 0, text.base[last] & 0xC0 == 0x80 { last -= 1 }
    var behind = last
    let own = folding.entry(of: text.scalar(at: &behind)).kind
    guard next == own else { return true }
    switch own {
    case .katakana: return false
    case .hangul:
      var rest: [UInt32] = []
      place = end
      while place < text.count, rest.count <= 12 {
        let entry = folding.entry(of: text.scalar(at: &place))
        guard entry.kind == .hangul else { break }
        rest.append(entry.value)
      }
      guard let particle = rules.particle(rest), let reduced = state.reduced(particle.language, particle.cases) else {
        return false
      }
      state = reduced
      return true
    default: return true
    }
  }
}

/// Memory for the words of one walk, used again by the next.
final class ScanWordPool {
  /// Nearly all names have no more words.
  private let first = (0..<4).map { _ in ScanWord() }
  private var more: [ScanWord] = []

  /// The memory for the nth word.
  subscript(_ number: Int) -> ScanWord {
    if number < first.count { return first[number] }
    while more.count <= number - first.count { more.append(ScanWord()) }
    return more[number - first.count]
  }
}
