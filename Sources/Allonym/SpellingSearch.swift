import NameIndex
import NameMatching
import NameModel
import SectionedFile
import Transliteration

/// Tells whose name a spelling in running text is: a quicker and narrower search than the resolver's.
///
/// Running text is full of capitalized words that are nobody's name. Only what shares two words, or a key of the
/// whole name, with a form is compared with it at all; a resolver, which is asked for one name at a time, also looks at
/// forms that share a single word.
struct SpellingSearch {
  /// The entity that a spelling names, and why.
  struct Answer {
    var entity: UInt32
    var type: EntityType
    var evidence: Evidence
  }

  private let index: NameIndex
  let tables: TransliterationTables
  private let entities: EntityCandidates

  /// Readings of two words that are this much less likely than the likeliest are not looked up.
  private static let pairCostLimit = 600
  /// How many entities are judged for one spelling.
  private static let judgedLimit = 6

  init(_ index: NameIndex, tables: TransliterationTables) throws(SectionedFileError) {
    self.index = index
    self.tables = tables
    entities = try EntityCandidates(index, tables: tables)
  }

  /// The one entity that `text` may name; `nil` where there is none, or several have an equal claim.
  func answer(_ text: String) throws(SectionedFileError) -> Answer? {
    guard try mayBeKnown(text), let query = try? PreparedName(text, tables: tables) else { return nil }
    let isTitled = Self.hasTitle(query)
    var candidates: [Answer] = []
    for found in try entities.likeliest(query, .narrow, limit: Self.judgedLimit) {
      let type = try index.entityType(found.entity)
      // Whoever has a title is no organization: a Defense Minister is no Ministerio de Defensa.
      if isTitled, type == .organization { continue }
      guard let evidence = try entities.evidence(query, found) else { continue }
      candidates.append(Answer(entity: found.entity, type: type, evidence: evidence))
    }
    guard let best = candidates.max(by: { ($0.evidence.score, $1.entity) < ($1.evidence.score, $0.entity) }) else {
      return nil
    }
    let claims = candidates.filter { $0.entity == best.entity || $0.evidence.hasEqualClaim(to: best.evidence) }
    if claims.count == 1 { return best }
    // Who is known by these words alone goes before who is known by more.
    let exact = claims.filter { !$0.evidence.parts.contains { $0.given == nil } }
    return exact.count == 1 ? exact[0] : nil
  }

  private static func hasTitle(_ query: PreparedName) -> Bool {
    query.interpreted.interpretations.contains { interpretation in
      interpretation.words.contains { word in word.meanings.contains { $0.role == .title } }
    }
  }

  /// Whether the surname stands first in the names of an entity.
  func isFamilyFirst(_ entity: UInt32) throws(SectionedFileError) -> Bool {
    let native = try index.form(index.nativeForm(ofEntity: entity)).form
    return ["ko", "zh", "vi"].contains(native.language.language)
  }

  /// Whether some form may share a key with `text`: what most words of a text are refused by, before they are read in all
  /// the ways in which names are.
  private func mayBeKnown(_ text: String) throws(SectionedFileError) -> Bool {
    guard let name = try? FoldedName(text, han: tables.han), !name.tokens.isEmpty else { return false }
    // Names of syllables are found by their readings, and joined words by what they make together.
    let isShort = name.tokens.count > 1 && name.joinedLetters.unicodeScalars.count <= Self.longestSyllabicName
    if isShort || name.tokens.contains(where: { $0.letters.utf8.count <= Self.shortWord }) { return true }
    let sounds = name.tokens.map { token in
      WordSkeleton.skeletons(of: ComparableWord(token.letters, script: token.script, tables: tables), .asking)
    }
    if sounds.count == 1 { return true }
    for (position, first) in sounds.enumerated() {
      for second in sounds[(position + 1)...] {
        for one in first {
          for other in second where try holds(one, other) { return true }
        }
      }
    }
    return false
  }

  private static let longestSyllabicName = 14
  private static let shortWord = 4

  // MARK: Sounds

  /// How a word of a text may sound.
  func sounds(of word: String) -> [WordSkeleton] {
    guard let token = try? FoldedName(word, han: tables.han).tokens.first else { return [] }
    let skeletons = WordSkeleton.skeletons(
      of: ComparableWord(token.letters, script: token.script, tables: tables), .asking)
    return skeletons.filter { $0.cost <= Self.pairCostLimit }
  }

  /// Whether a form has two words that sound so.
  func holds(_ first: WordSkeleton, _ second: WordSkeleton) throws(SectionedFileError) -> Bool {
    guard first.cost + second.cost <= Self.pairCostLimit else { return false }
    return try index.mayHold(first, second)
  }
}
