import NameIndex
import NameMatching
import NameModel
import SectionedFile
import Transliteration

/// Finds names in spellings that no table has: capitalized words that a system or relay leads to from a form that the
/// tables do have.
struct DerivedNames {
  private let annotator: Annotator
  private var caseless: CaselessNames
  /// By the text of a span; `nil` where nobody is known by it.
  private var known: [String: SpellingSearch.Answer?] = [:]
  private let words: LookedUpWords
  private let refusal: SpellingRefusal
  /// By its text, a word of the piece and what it may be the inflected form of.
  private var inflected: [String: InflectedWord] = [:]

  /// How many spellings of a piece of text are looked at and judged, at most, and how much is done to refuse the others; bounds
  /// the time that text without known names takes.
  private struct Budget {
    var looked = 20_000
    var judged = 4_000
    /// What the refusal may have done in all.
    let work: Int

    init(_ refusal: SpellingRefusal) { work = refusal.work + 60_000 }

    func isSpent(_ refusal: SpellingRefusal) -> Bool { looked == 0 || judged == 0 || refusal.work >= work }
  }

  private static let cacheLimit = 50_000

  init(_ annotator: Annotator) {
    self.annotator = annotator
    caseless = CaselessNames(annotator.spellings)
    words = LookedUpWords()
    refusal = annotator.spellings.refusal(words)
  }

  /// Mentions among the capitalized words of a piece of text.
  ///
  /// - Parameter open: surnames that nobody claims yet; they are words like others.
  mutating func find(
    _ findings: NameScanner.Findings, open: [ScanHit], _ surroundings: Surroundings
  ) throws(SectionedFileError) -> [MentionDraft] {
    // The languages of the text, whose rules make bases of words, may be others than before.
    inflected.removeAll(keepingCapacity: true)
    var drafts: [MentionDraft] = []
    var budget = Budget(refusal)
    let runs = surroundings.runs(of: findings.capitals.map(\.range) + open.filter { !$0.isNested }.map(\.range))
    let common = surroundings.session.placesOfWordsAlsoSmall(
      in: surroundings.bytes, range: 0..<min(findings.end, surroundings.bytes.count),
      places: runs.joined().filter(\.startsUpper).map(\.range.lowerBound))
    for run in runs {
      var taken: [Range<Int>] = []
      for span in surroundings.spans(of: run) where !budget.isSpent(refusal) {
        // What the text also writes small is no name.
        if span.words.allSatisfy({ !$0.startsUpper || common.contains($0.range.lowerBound) }) { continue }
        guard !taken.contains(where: { $0.overlaps(span.range) }) else { continue }
        guard let draft = try draft(span, surroundings, &budget) else { continue }
        // A given name may go on: Kim Jong is nobody's name before Un.
        if let entity = draft.entity, draft.type == .person, span.range.upperBound < run.last!.range.upperBound,
          try annotator.spellings.isFamilyFirst(entity)
        {
          continue
        }
        drafts.append(draft)
        taken.append(draft.range)
      }
      guard annotator.options.includesUnknown else { continue }
      drafts += unknown(run, taken: taken, surroundings)
    }
    return drafts
  }

  /// Mentions among the words of scripts without capitals.
  mutating func find(
    _ words: [CaselessWord], _ surroundings: Surroundings
  ) throws(SectionedFileError) -> [MentionDraft] {
    var drafts: [MentionDraft] = []
    var budget = Budget(refusal)
    var end = 0
    for spans in try caseless.spans(words, surroundings) where spans[0].range.lowerBound >= end {
      var best: MentionDraft?
      for span in spans where !budget.isSpent(refusal) && span.range.upperBound >= best?.range.upperBound ?? 0 {
        guard let draft = try draft(span, surroundings, &budget) else { continue }
        if let best, best.cost <= draft.cost { continue }
        best = draft
      }
      guard let best else { continue }
      drafts.append(best)
      end = best.range.upperBound
    }
    return drafts
  }

  /// Mentions of two words and a hyphen, of which a scan has found one only: `Khasan-Rajin` is more than `Rajin`.
  ///
  /// - Parameter open: surnames that nobody claims yet; they are words like others.
  /// - Returns: with each, the place of the mention that it takes the place of.
  mutating func hyphenated(
    _ findings: NameScanner.Findings, open: [ScanHit], beside mentions: [MentionDraft], _ surroundings: Surroundings
  ) throws(SectionedFileError) -> [(draft: MentionDraft, replaced: Range<Int>)] {
    var result: [(draft: MentionDraft, replaced: Range<Int>)] = []
    var budget = Budget(refusal)
    let starts = Dictionary(mentions.map { ($0.range.lowerBound, $0.range) }, uniquingKeysWith: { first, _ in first })
    let ends = Dictionary(mentions.map { ($0.range.upperBound, $0.range) }, uniquingKeysWith: { first, _ in first })
    for capital in findings.capitals.map(\.range) + open.filter({ !$0.isNested }).map(\.range) {
      var whole: (range: Range<Int>, replaced: Range<Int>)?
      if let (joint, word) = surroundings.wordAfter(capital.upperBound), joint == .hyphen || joint == .dash,
        let mention = starts[word.range.lowerBound], mention == word.range
      {
        whole = (capital.lowerBound..<mention.upperBound, mention)
      } else if let (joint, word) = surroundings.wordBefore(capital.lowerBound),
        joint == .hyphen || joint == .dash, let mention = ends[word.range.upperBound], mention == word.range
      {
        whole = (mention.lowerBound..<capital.upperBound, mention)
      }
      guard let whole else { continue }
      let text = String(decoding: surroundings.bytes[whole.range], as: UTF8.self)
      guard let resolved = try resolve(text, .open, isSingle: false, &budget) else { continue }
      result.append((draft(resolved, whole.range, nil), whole.replaced))
    }
    return result
  }

  // MARK: Known by derivation

  private mutating func draft(
    _ span: NameSpan, _ surroundings: Surroundings, _ budget: inout Budget
  ) throws(SectionedFileError) -> MentionDraft? {
    let words = span.words.map { inflected($0, surroundings) }
    if let chances = try chances(words.map(\.text)) {
      let text = String(decoding: surroundings.bytes[span.range], as: UTF8.self)
      if let resolved = try resolve(text, chances, isSingle: span.isSingle, &budget) {
        return draft(resolved, span.range, nil)
      }
    }
    var best: (resolved: SpellingSearch.Answer, base: Base)?
    for base in bases(words) {
      guard let chances = try chances(base.words),
        let resolved = try resolve(
          text(of: base, span, surroundings), chances, isSingle: span.isSingle, &budget),
        resolved.evidence.score > best?.resolved.evidence.score ?? 0
      else { continue }
      best = (resolved, base)
    }
    return best.map { best in
      let end = best.base.lastLength.map { span.words.last!.range.lowerBound + $0 } ?? span.range.upperBound
      return draft(best.resolved, span.range.lowerBound..<end, best.base.inflection)
    }
  }

  /// By what the words may be a name; `nil` where they are none.
  private func chances(_ words: [String]) throws(SectionedFileError) -> SpellingRefusal.Chances? {
    try refusal.chances(words.map { refusal.word($0) }, readingLimit: EntityCandidates.readingLimit)
  }

  func draft(_ resolved: SpellingSearch.Answer, _ range: Range<Int>, _ inflection: ScanHit.Inflection?) -> MentionDraft
  {
    MentionDraft(
      range: range, entity: resolved.entity, type: resolved.type, form: nil, inflection: inflection,
      score: resolved.evidence.score * (inflection == nil ? 0.98 : 0.95), basis: .derived(resolved.evidence))
  }

  /// A word, and what it may be the inflected form of.
  private struct InflectedWord {
    /// What a word may be the inflected form of.
    struct Base {
      var text: String
      var language: Int
      var cases: CaseSet
      /// How much of the word the name is, in bytes.
      var length: Int
    }

    var text: String
    var bases: [Base]
  }

  private mutating func inflected(_ word: TextWord, _ surroundings: Surroundings) -> InflectedWord {
    let text = String(decoding: surroundings.bytes[word.range], as: UTF8.self)
    if let known = inflected[text] { return known }
    let bases = surroundings.session.baseTexts(of: surroundings.bytes, in: word.range).map { base in
      InflectedWord.Base(
        text: base.text, language: base.language, cases: base.cases, length: base.end - word.range.lowerBound)
    }
    if inflected.count >= Self.cacheLimit { inflected.removeAll(keepingCapacity: true) }
    let new = InflectedWord(text: text, bases: bases)
    inflected[text] = new
    return new
  }

  /// What the words of a span may be the inflected forms of.
  private struct Base {
    var words: [String]
    var inflection: ScanHit.Inflection
    /// How much of the last word belongs to the name, in bytes; `nil` for all of it.
    var lastLength: Int?
  }

  private static let baseLimit = 8

  /// What the words may be the inflected forms of, all in one case of one language; words that do not inflect go with
  /// those that do.
  private func bases(_ words: [InflectedWord]) -> [Base] {
    let languages = annotator.scanner.inflections.languages
    var result: [Base] = []
    for (seed, word) in words.enumerated().reversed() {
      for base in word.bases {
        var texts = words.map(\.text)
        texts[seed] = base.text
        var cases = base.cases
        for number in 0..<seed {
          guard
            let match = words[number].bases.first(where: {
              $0.language == base.language && !$0.cases.isDisjoint(with: cases)
            })
          else { continue }
          cases.formIntersection(match.cases)
          texts[number] = match.text
        }
        if result.contains(where: { $0.words == texts }) { continue }
        let inflection = ScanHit.Inflection(language: languages[base.language].code, cases: cases)
        result.append(
          Base(words: texts, inflection: inflection, lastLength: seed == words.count - 1 ? base.length : nil))
        if result.count == Self.baseLimit { return result }
      }
    }
    return result
  }

  /// The words of a base with what stands between those of the text.
  private func text(of base: Base, _ span: NameSpan, _ surroundings: Surroundings) -> String {
    var text = ""
    var previous = span.range.lowerBound
    for (word, base) in zip(span.words, base.words) {
      text += String(decoding: surroundings.bytes[previous..<word.range.lowerBound], as: UTF8.self) + base
      previous = word.range.upperBound
    }
    return text
  }

  private mutating func resolve(
    _ text: String, _ chances: SpellingRefusal.Chances, isSingle: Bool, _ budget: inout Budget
  ) throws(SectionedFileError) -> SpellingSearch.Answer? {
    if let resolved = known[text] { return resolved }
    guard !budget.isSpent(refusal) else { return nil }
    budget.looked -= 1
    if known.count >= Self.cacheLimit { known.removeAll(keepingCapacity: true) }
    guard let name = try annotator.spellings.promising(text, words, chances, isSingle: isSingle) else {
      known[text] = .some(nil)
      return nil
    }
    budget.judged -= 1
    let resolved = try ask(name, isSingle: isSingle)
    known[text] = .some(resolved)
    return resolved
  }

  private func ask(_ name: FoldedName, isSingle: Bool) throws(SectionedFileError) -> SpellingSearch.Answer? {
    guard var best = try annotator.spellings.answer(name, words) else { return nil }
    let outcome = best.evidence.outcome
    if outcome == .compatible, !isSingle, Self.hasItsSurname(best.evidence) {
      best.evidence.score = min(best.evidence.score, Self.compatibleScore)
    } else if outcome != .same || best.evidence.score < (isSingle ? 0.84 : 0.8) {
      return nil
    }
    switch best.evidence.basis {
    case .tableRow:
      // The scanner finds rows; one that it refused had another reason.
      guard !isSingle else { return nil }
    case .derivation: if isSingle, best.type == .person { return nil }
    case .letters(let departures):
      if isSingle, departures > 1 || best.type == .person { return nil }
    }
    // What a text leaves out of the same name is a patronymic or the like; it says no word more than the name has.
    let isShort = best.evidence.parts.contains { $0.given == nil } && outcome != .same
    return isShort || best.evidence.parts.contains { $0.form == nil } ? nil : best
  }

  private static let compatibleScore = 0.75
  /// What a surname, and a given name, may differ by: -100 · ln of how unlikely the pair is.
  private static let surnameCost = 80
  private static let givenNameCost = 330

  /// Whether two names differ in their given names as the same name does between languages, and hardly in the surname.
  private static func hasItsSurname(_ evidence: Evidence) -> Bool {
    guard let surname = evidence.parts.last, evidence.parts.count > 1, surname.cost <= surnameCost else { return false }
    return evidence.parts.dropLast().allSatisfy { $0.cost <= givenNameCost && $0.given?.first != nil }
  }

  // MARK: Unknown

  /// Names of nobody in the tables that a rule can restore: all words of a run that no mention took.
  private func unknown(
    _ run: [TextWord], taken: [Range<Int>], _ surroundings: Surroundings
  ) -> [MentionDraft] {
    let words = run.drop { $0.isBeforeNames }
    guard (2...3).contains(words.count), taken.isEmpty, let first = words.first, let last = words.last else {
      return []
    }
    let range = first.range.lowerBound..<last.range.upperBound
    let text = String(decoding: surroundings.bytes[range], as: UTF8.self)
    guard let restored = try? Transliterator.restore(text, limit: 1).first, Self.isReported(restored) else { return [] }
    let native = restored.native.isEmpty ? restored.spellings.first?.text ?? text : restored.native
    return [
      MentionDraft(
        range: range, entity: nil, type: .person, form: nil, inflection: nil, score: 0.6,
        basis: .unknown(native: native, language: restored.language))
    ]
  }

  private static func isReported(_ restored: RestoredName) -> Bool {
    ["ko", "zh"].contains(restored.language) && restored.kind == .person && restored.probability >= 0.2
  }
}

extension MentionDraft {
  /// What a derived spelling differs by from the form, −100 · ln of how unlikely it is.
  fileprivate var cost: Int {
    guard case .derived(let evidence) = basis else { return 0 }
    return evidence.parts.reduce(0) { $0 + $1.cost }
  }
}
