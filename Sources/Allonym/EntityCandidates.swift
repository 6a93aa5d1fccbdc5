import NameIndex
import NameMatching
import NameModel
import SectionedFile
import Transliteration

/// The entities that a spelling is judged against: what the resolver and the reader of running text have in common.
struct EntityCandidates: Sendable {
  /// An entity that is worth judging, and the forms of it that were found.
  struct Found {
    var entity: UInt32
    var forms: [UInt32]
  }

  /// What a reading costs at most by which a spelling in a text is looked up.
  static let readingLimit = 300

  private let index: NameIndex
  private let tables: TransliterationTables
  private let keyer: NameKeyer
  private let judge: NameJudge
  let search: CandidateSearch

  init(_ index: NameIndex, tables: TransliterationTables) throws(SectionedFileError) {
    self.index = index
    self.tables = tables
    keyer = NameKeyer(tables: tables)
    judge = NameJudge(tables: tables)
    search = try CandidateSearch(index, tables: tables)
  }

  /// The entities that have a form with the very text of the query, by number.
  func rows(_ query: PreparedName) throws(SectionedFileError) -> [Found] {
    try grouped(search.forms(under: keyer.textKeys(query.name)).sorted(), limit: .max, nil)
  }

  /// At most `limit` entities, those whose forms are most like the query first.
  func likeliest(
    _ query: PreparedName, _ breadth: CandidateSearch.Breadth, limit: Int, type: EntityType? = nil
  ) throws(SectionedFileError) -> [Found] {
    let keys = query.readings.flatMap { keyer.readingKeys($0.lattice) }
    return try grouped(
      search.candidates(for: query.interpreted, keys: keys, breadth).map(\.form), limit: limit, type)
  }

  /// Whether a narrow search may find an entity for a name of words with spaces between them, or by a key of the whole name.
  ///
  /// - Parameters:
  ///   - chances: what is known of its words.
  ///   - isOther: whether persons do not count.
  func mayFind(
    _ name: FoldedName, _ words: LookedUpWords, _ chances: SpellingRefusal.Chances, otherThanPersons isOther: Bool
  ) throws(SectionedFileError) -> Bool {
    func isWanted(_ form: UInt32) throws(SectionedFileError) -> Bool {
      guard isOther else { return true }
      return try index.entityType(index.entityNumber(ofForm: form)) != .person
    }
    if try search.mayFind(name.tokens, words, chances, where: isWanted) { return true }
    if chances.hasTextKey {
      for form in try search.forms(under: keyer.textKeys(name)) where try isWanted(form) { return true }
    }
    guard !chances.languages.isEmpty, name.tokens.count <= SpellingRefusal.syllabicWordLimit,
      name.tokens.reduce(0, { $0 + $1.letters.unicodeScalars.count }) <= SpellingRefusal.longestSyllabicName
    else { return false }
    for reading in PreparedName.readings(of: name, in: chances.languages, tables: tables) {
      guard (reading.lattice.cheapestReading(by: .any) ?? .max) <= Self.readingLimit else { continue }
      for key in keyer.readingKeys(reading.lattice, costLimit: Self.readingLimit) {
        for form in try search.forms(under: [key]) where try isWanted(form) { return true }
      }
    }
    return false
  }

  private func grouped(
    _ forms: [UInt32], limit: Int, _ type: EntityType?
  ) throws(SectionedFileError) -> [Found] {
    var found: [Found] = []
    var places: [UInt32: Int] = [:]
    for form in forms {
      let entity = try index.entityNumber(ofForm: form)
      if let place = places[entity] {
        found[place].forms.append(form)
        continue
      }
      if let type, try index.entityType(entity) != type { continue }
      guard found.count < limit else { continue }
      places[entity] = found.count
      found.append(Found(entity: entity, forms: [form]))
    }
    return found
  }

  /// The evidence that the query names an entity; `nil` where it is another name.
  func evidence(_ query: PreparedName, _ found: Found) throws(SectionedFileError) -> Evidence? {
    var forms: [NameForm] = []
    for form in found.forms.sorted() { forms.append(try index.form(form).form) }
    let native = try index.form(index.nativeForm(ofEntity: found.entity)).form
    let evidence = judge.evidence(query, forms: forms, native: native, type: try index.entityType(found.entity))
    return evidence?.outcome == .different ? nil : evidence
  }
}
