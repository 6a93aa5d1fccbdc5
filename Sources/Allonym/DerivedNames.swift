import NameIndex
import NameMatching
import NameModel
import SectionedFile
import Transliteration

/// Finds names in spellings that no table has: capitalized words that a system or relay leads to from a form that the
/// tables do have.
struct DerivedNames {
  private struct Span {
    var range: Range<Int>
    var words: ArraySlice<TextWord>
  }

  private let annotator: Annotator
  /// By the text of a span; `nil` where nobody is known by it.
  private var known: [String: SpellingSearch.Answer?] = [:]

  /// How many spellings are resolved in a piece of text, at most; bounds the time that text without known names takes.
  private static let resolvedLimit = 4_000
  private static let cacheLimit = 50_000
  private static let wordLimit = 4
  private static let runLimit = 6
  /// Single words say less.
  private static let shortestWord = 5

  init(_ annotator: Annotator) { self.annotator = annotator }

  /// Mentions among the capitalized words of a piece of text.
  ///
  /// - Parameter open: surnames that nobody claims yet; they are words like others.
  mutating func find(
    _ findings: NameScanner.Findings, open: [ScanHit], _ surroundings: Surroundings
  ) throws(SectionedFileError) -> [MentionDraft] {
    var drafts: [MentionDraft] = []
    var budget = Self.resolvedLimit
    if known.count > Self.cacheLimit { known.removeAll(keepingCapacity: true) }
    for run in runs(findings.capitals.map(\.range) + open.filter { !$0.isNested }.map(\.range), surroundings) {
      var taken: [Range<Int>] = []
      for words in Self.candidates(run) where budget > 0 {
        let range = words.first!.range.lowerBound..<words.last!.range.upperBound
        guard !taken.contains(where: { $0.overlaps(range) }) else { continue }
        guard words.count > 1 || saysEnough(words.first!, surroundings) else { continue }
        if let draft = try draft(Span(range: range, words: words), surroundings, &budget) {
          drafts.append(draft)
          taken.append(range)
        }
      }
      guard annotator.options.includesUnknown else { continue }
      drafts += unknown(run, taken: taken, surroundings)
    }
    return drafts
  }

  /// The parts of a run that may be names, the longest first: all of it, and without words at either end. Longer runs are
  /// headlines and lists.
  private static func candidates(_ run: [TextWord]) -> [ArraySlice<TextWord>] {
    guard run.count <= runLimit else { return [] }
    var result: [ArraySlice<TextWord>] = []
    for length in stride(from: min(wordLimit, run.count), through: min(2, run.count), by: -1) {
      for first in 0...run.count - length where !run[first].isBeforeNames { result.append(run[first..<first + length]) }
    }
    return result
  }

  /// Whether a single word may be a name by itself: long, and with a capital that no beginning of a sentence gave it.
  private func saysEnough(_ word: TextWord, _ surroundings: Surroundings) -> Bool {
    guard word.length >= Self.shortestWord else { return false }
    let start = word.range.lowerBound
    if start > 0, [0x27, 0x99].contains(surroundings.bytes[start - 1]) { return true }
    return surroundings.wordBefore(start)?.joint == .space
  }

  /// Mentions of two words and a hyphen, of which a scan has found one only: `Khasan-Rajin` is more than `Rajin`.
  ///
  /// - Returns: with each, the place of the mention that it takes the place of.
  mutating func hyphenated(
    _ findings: NameScanner.Findings, beside mentions: [MentionDraft], _ surroundings: Surroundings
  ) throws(SectionedFileError) -> [(draft: MentionDraft, replaced: Range<Int>)] {
    var result: [(draft: MentionDraft, replaced: Range<Int>)] = []
    var budget = Self.resolvedLimit
    let starts = Dictionary(mentions.map { ($0.range.lowerBound, $0.range) }, uniquingKeysWith: { first, _ in first })
    let ends = Dictionary(mentions.map { ($0.range.upperBound, $0.range) }, uniquingKeysWith: { first, _ in first })
    for capital in findings.capitals {
      var whole: (range: Range<Int>, replaced: Range<Int>)?
      if let (joint, word) = surroundings.wordAfter(capital.range.upperBound), joint == .hyphen || joint == .dash,
        let mention = starts[word.range.lowerBound], mention == word.range
      {
        whole = (capital.range.lowerBound..<mention.upperBound, mention)
      } else if let (joint, word) = surroundings.wordBefore(capital.range.lowerBound),
        joint == .hyphen || joint == .dash, let mention = ends[word.range.upperBound], mention == word.range
      {
        whole = (mention.lowerBound..<capital.range.upperBound, mention)
      }
      guard let whole else { continue }
      let text = String(decoding: surroundings.bytes[whole.range], as: UTF8.self)
      guard let resolved = try resolve(text, isSingle: false, &budget) else { continue }
      result.append((draft(resolved, whole.range, nil), whole.replaced))
    }
    return result
  }

  /// Runs of capitalized words that may be one name, with small words behind a hyphen.
  private func runs(_ ranges: [Range<Int>], _ surroundings: Surroundings) -> [[TextWord]] {
    var runs: [[TextWord]] = []
    var run: [TextWord] = []
    var end = -1
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= end {
      guard let word = surroundings.session.word(in: surroundings.bytes, at: range.lowerBound),
        !surroundings.isInMention(word.range)
      else { continue }
      let gap = end >= 0 ? surroundings.session.joins(surroundings.bytes, end..<range.lowerBound) : nil
      if run.isEmpty || gap == nil || gap == .period {
        if !run.isEmpty { runs.append(run) }
        run = []
      }
      run.append(word)
      end = word.range.upperBound
      while let (joint, next) = surroundings.wordAfter(end), joint == .hyphen, !next.startsUpper,
        !surroundings.isInMention(next.range), run.count < 8
      {
        run.append(next)
        end = next.range.upperBound
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  // MARK: Known by derivation

  private mutating func draft(
    _ span: Span, _ surroundings: Surroundings, _ budget: inout Int
  ) throws(SectionedFileError) -> MentionDraft? {
    let text = String(decoding: surroundings.bytes[span.range], as: UTF8.self)
    if let resolved = try resolve(text, isSingle: span.words.count == 1, &budget) {
      return draft(resolved, span.range, nil)
    }
    var best: (resolved: SpellingSearch.Answer, inflection: ScanHit.Inflection)?
    for base in bases(span, surroundings).prefix(8) {
      guard let resolved = try resolve(base.text, isSingle: span.words.count == 1, &budget),
        resolved.evidence.score > best?.resolved.evidence.score ?? 0
      else { continue }
      best = (resolved, base.inflection)
    }
    return best.map { draft($0.resolved, span.range, $0.inflection) }
  }

  private func draft(_ resolved: SpellingSearch.Answer, _ range: Range<Int>, _ inflection: ScanHit.Inflection?) -> MentionDraft {
    MentionDraft(
      range: range, entity: resolved.entity, type: resolved.type, form: nil, inflection: inflection,
      score: resolved.evidence.score * (inflection == nil ? 0.98 : 0.95), basis: .derived(resolved.evidence))
  }

  /// What the words may be the inflected forms of, all in one case of one language; words that do not inflect go with
  /// those that do.
  private func bases(
    _ span: Span, _ surroundings: Surroundings
  ) -> [(text: String, inflection: ScanHit.Inflection)] {
    let languages = annotator.scanner.inflections.languages
    let perWord = span.words.map { surroundings.session.baseTexts(of: surroundings.bytes, in: $0.range) }
    var result: [(text: String, inflection: ScanHit.Inflection)] = []
    for (seed, bases) in perWord.enumerated().reversed() {
      for base in bases {
        var text = ""
        var cases = base.cases
        var previous = span.range.lowerBound
        for (number, word) in span.words.enumerated() {
          text += String(decoding: surroundings.bytes[previous..<word.range.lowerBound], as: UTF8.self)
          previous = word.range.upperBound
          if number == seed {
            text += base.text
          } else if number < seed,
            let match = perWord[number].first(where: {
              $0.language == base.language && !$0.cases.isDisjoint(with: cases)
            })
          {
            cases.formIntersection(match.cases)
            text += match.text
          } else {
            text += String(decoding: surroundings.bytes[word.range], as: UTF8.self)
          }
        }
        if result.contains(where: { $0.text == text }) { continue }
        result.append((text, ScanHit.Inflection(language: languages[base.language].code, cases: cases)))
      }
    }
    return result
  }

  private mutating func resolve(
    _ text: String, isSingle: Bool, _ budget: inout Int
  ) throws(SectionedFileError) -> SpellingSearch.Answer? {
    if let resolved = known[text] { return resolved }
    guard budget > 0 else { return nil }
    budget -= 1
    let resolved = try ask(text, isSingle: isSingle)
    known[text] = .some(resolved)
    return resolved
  }

  private func ask(_ text: String, isSingle: Bool) throws(SectionedFileError) -> SpellingSearch.Answer? {
    guard var best = try annotator.spellings.answer(text) else { return nil }
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
    return best.evidence.parts.contains { $0.given == nil || $0.form == nil } ? nil : best
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
