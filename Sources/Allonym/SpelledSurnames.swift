import NameIndex
import NameMatching
import NameModel
import Transliteration

/// The surnames of those whom a document names in full in a spelling that no table has, spelled as the document spells
/// them: who wrote Vladimir Poutine goes on with Poutine.
struct SpelledSurnames {
  /// Somebody's surname, and where the document says whose it is.
  private struct Spelled {
    var entity: UInt32
    var full: String
    var position: Int
  }

  private let tables: TransliterationTables
  /// By what is left of a surname without case and marks.
  private var bySurname: [String: [Spelled]] = [:]
  private var count = 0
  /// What is left of the words of the text.
  private var folded: [String: String] = [:]

  private static let limit = 512
  private static let cacheLimit = 20_000
  /// Shorter surnames say too little.
  private static let shortest = 3

  init(tables: TransliterationTables) { self.tables = tables }

  /// Notes a mention that was derived.
  ///
  /// - Parameters:
  ///   - text: the mention.
  ///   - isFamilyFirst: whether the surname stands first in forms of the entity.
  mutating func note(
    _ evidence: Evidence, entity: UInt32, text: String, position: Int, isFamilyFirst: Bool
  ) {
    guard count < Self.limit, let surname = surname(evidence, isFamilyFirst: isFamilyFirst),
      !(bySurname[surname] ?? []).contains(where: { $0.entity == entity })
    else { return }
    bySurname[surname, default: []].append(Spelled(entity: entity, full: text, position: position))
    count += 1
  }

  /// The word of the spelling that stands for the surname of the form.
  private func surname(_ evidence: Evidence, isFamilyFirst: Bool) -> String? {
    guard let form = try? FoldedName(evidence.form.text, han: tables.han),
      let given = try? FoldedName(evidence.query, han: tables.han), given.tokens.count > 1,
      let family = isFamilyFirst ? form.tokens.first : form.tokens.last
    else { return nil }
    let words: [FoldedName.Token]
    if let part = evidence.parts.first(where: { $0.form == family.letters }), let text = part.given {
      words = given.tokens.filter { text == $0.letters }
    } else {
      words = [isFamilyFirst ? given.tokens[0] : given.tokens[given.tokens.count - 1]]
    }
    guard words.count == 1, words[0].key.unicodeScalars.count >= Self.shortest else { return nil }
    return words[0].key
  }

  /// Mentions of the surnames among words that are no mentions yet.
  mutating func find(_ words: [Range<Int>], _ surroundings: Surroundings, base: Int) -> [MentionDraft] {
    guard count > 0 else { return [] }
    var drafts: [MentionDraft] = []
    for range in words where !surroundings.isInMention(range) {
      if let draft = draft(range, surroundings, base) { drafts.append(draft) }
    }
    return drafts
  }

  private mutating func draft(_ range: Range<Int>, _ surroundings: Surroundings, _ base: Int) -> MentionDraft? {
    func text(_ range: Range<Int>) -> String { String(decoding: surroundings.bytes[range], as: UTF8.self) }
    if let draft = draft(text(range), range, nil, surroundings, base) { return draft }
    let languages = surroundings.session.inflections.languages
    for found in surroundings.session.baseTexts(of: surroundings.bytes, in: range) {
      let inflection = ScanHit.Inflection(language: languages[found.language].code, cases: found.cases)
      let name = range.lowerBound..<found.end
      if let draft = draft(found.text, name, inflection, surroundings, base) { return draft }
    }
    for begin in surroundings.session.beginnings(of: surroundings.bytes, in: range) {
      let rest = begin..<range.upperBound
      if let draft = draft(text(rest), rest, nil, surroundings, base) { return draft }
    }
    return nil
  }

  private mutating func draft(
    _ text: String, _ range: Range<Int>, _ inflection: ScanHit.Inflection?, _ surroundings: Surroundings, _ base: Int
  ) -> MentionDraft? {
    guard let owners = bySurname[key(of: text)] else { return nil }
    let before = owners.filter { $0.position < base + range.lowerBound }
    guard let owner = before.count == 1 ? before[0] : owners.count == 1 ? owners[0] : nil,
      surroundings.standsAlone(range, isFamilyFirst: false)
    else { return nil }
    return MentionDraft(
      range: range, entity: owner.entity, type: .person, form: nil, inflection: inflection,
      score: before.isEmpty ? 0.82 : 0.9, basis: .short(of: owner.full))
  }

  /// What is left of a word without case and marks; nothing of what is no word.
  private mutating func key(of text: String) -> String {
    if let known = folded[text] { return known }
    if folded.count >= Self.cacheLimit { folded.removeAll(keepingCapacity: true) }
    let key = (try? FoldedName(text, han: tables.han))?.joinedKey ?? ""
    folded[text] = key
    return key
  }
}
