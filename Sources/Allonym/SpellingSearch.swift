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

  let index: NameIndex
  let tables: TransliterationTables
  private let entities: EntityCandidates

  /// How many entities are judged for one spelling.
  private static let judgedLimit = 6

  init(_ index: NameIndex, tables: TransliterationTables) throws(SectionedFileError) {
    self.index = index
    self.tables = tables
    entities = try EntityCandidates(index, tables: tables)
  }

  /// `text` where some form may be spelled so: what nearly all spellings of a text are refused by, before they are read in
  /// all the ways in which names are.
  ///
  /// - Parameters:
  ///   - words: of the document.
  ///   - chances: what is known of the words of the spelling.
  ///   - isSingle: whether the spelling is a single word, which names nobody by itself.
  func promising(
    _ text: String, _ words: LookedUpWords, _ chances: SpellingRefusal.Chances, isSingle: Bool
  ) throws(SectionedFileError) -> FoldedName? {
    // No system writes a number.
    guard let name = try? FoldedName(text, han: tables.han), name.tokens.allSatisfy({ $0.script != "Zyyy" }) else {
      return nil
    }
    // In other scripts spans are found by the sounds of their words.
    let isSpaced = name.tokens.allSatisfy { SpellingRefusal.spacedScripts.contains($0.script) }
    if isSpaced, try !entities.mayFind(name, words, chances, otherThanPersons: isSingle) { return nil }
    return name
  }

  /// What refuses spellings of a document by what is known of their words.
  func refusal(_ words: LookedUpWords) -> SpellingRefusal { SpellingRefusal(entities.search, words) }

  /// The one entity that a spelling may name; `nil` where there is none, or several have an equal claim.
  ///
  /// - Parameter words: of the document.
  func answer(_ name: FoldedName, _ words: LookedUpWords) throws(SectionedFileError) -> Answer? {
    let query = PreparedName(name, tables: tables)
    let isTitled = Self.hasTitle(query)
    var candidates: [Answer] = []
    for found in try entities.likeliest(query, .narrow(words), limit: Self.judgedLimit) {
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

  // MARK: Sounds

  /// How a word of a text may sound.
  func sounds(of word: String) -> [WordSkeleton] {
    guard let token = try? FoldedName(word, han: tables.han).tokens.first else { return [] }
    return WordSkeleton.skeletons(of: ComparableWord(token.letters, script: token.script, tables: tables), .asking)
  }
}
