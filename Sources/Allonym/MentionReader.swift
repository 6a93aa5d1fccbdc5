import NameIndex
import NameMatching
import NameModel
import SectionedFile

/// A mention before its text and its entity are looked up.
struct MentionDraft {
  var range: Range<Int>
  var entity: UInt32?
  var type: EntityType?
  var form: UInt32?
  var inflection: ScanHit.Inflection?
  var score: Double
  var basis: Mention.Basis
  var isNested = false
}

/// Decides whose the names are that a scan found, piece by piece of one document.
struct MentionReader {
  /// Somebody whom the document has named in full.
  struct Named {
    var entity: UInt32
    var forms: Range<UInt32>
    /// How the document named them first, and where.
    var text: String
    var position: Int
  }

  let annotator: Annotator
  private let index: NameIndex
  /// Persons named in full, the latest last; no more than `namedLimit`.
  private(set) var named: [Named] = []
  private var mentioned: Set<UInt32> = []
  private var entities: [UInt32: Entity] = [:]
  private var forms: [UInt32: NameForm] = [:]
  private var derived: DerivedNames
  private var surnames: SpelledSurnames
  /// Behind the last mention of the latest piece.
  private(set) var end = 0

  private static let namedLimit = 512
  private static let cacheLimit = 4096
  private static let caselessLimit = 50_000

  init(_ annotator: Annotator) {
    self.annotator = annotator
    index = annotator.resolver.index
    derived = DerivedNames(annotator)
    surnames = SpelledSurnames(tables: annotator.spellings.tables)
  }

  // MARK: A piece

  /// - Parameter base: where `bytes` begins in the document.
  mutating func read(
    _ findings: NameScanner.Findings, in bytes: [UInt8], _ session: ScanSession, base: Int
  ) throws(AllonymError) -> [MentionDraft] {
    end = 0
    do {
      var drafts: [MentionDraft] = []
      var open: [ScanHit] = []
      for hit in findings.hits {
        let owners = try owners(of: hit)
        if let draft = try full(hit, owners.full, findings.languages) {
          drafts.append(draft)
          if let entity = draft.entity, draft.type == .person { try note(entity, draft, bytes, base) }
        } else {
          open.append(hit)
        }
      }
      var surroundings = Surroundings(bytes: bytes, session: session, mentions: drafts.map(\.range))
      if annotator.options.findsDerived || annotator.options.includesUnknown {
        let hyphenated = try derived.hyphenated(findings, open: open, beside: drafts, surroundings)
        if !hyphenated.isEmpty {
          drafts.removeAll { draft in hyphenated.contains { $0.replaced == draft.range } }
          drafts += hyphenated.map(\.draft)
          surroundings = Surroundings(bytes: bytes, session: session, mentions: drafts.map(\.range))
        }
        let caseless = session.caselessWords(in: bytes, range: 0..<findings.end, limit: Self.caselessLimit)
        let found =
          try derived.find(findings, open: open, surroundings) + derived.find(caseless, surroundings)
        for draft in found {
          guard let entity = draft.entity else { continue }
          mentioned.insert(entity)
          guard draft.type == .person else { continue }
          try note(entity, draft, bytes, base)
          try noteSurname(draft, entity, bytes, base)
        }
        let ranges = found.map(\.range)
        open.removeAll { hit in ranges.contains { $0.overlaps(hit.range) } }
        drafts += found
        surroundings = Surroundings(bytes: bytes, session: session, mentions: drafts.map(\.range))
        let words = findings.capitals.map(\.range) + caseless.map(\.range)
        drafts += surnames.find(words, surroundings, base: base)
        surroundings = Surroundings(bytes: bytes, session: session, mentions: drafts.map(\.range))
      }
      drafts.removeAll { $0.type == .place && surroundings.isBehindHyphen($0.range) }
      let common = session.placesOfWordsAlsoSmall(
        in: bytes, range: 0..<min(findings.end, bytes.count), places: open.map(\.range.lowerBound))
      for hit in open {
        let isCommon = common.contains(hit.range.lowerBound)
        if let draft = try short(hit, isCommon: isCommon, surroundings, base) { drafts.append(draft) }
      }
      drafts.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
      end = drafts.map(\.range.upperBound).max() ?? 0
      return drafts
    } catch {
      throw .index(error)
    }
  }

  private mutating func note(
    _ entity: UInt32, _ draft: MentionDraft, _ bytes: [UInt8], _ base: Int
  ) throws(SectionedFileError) {
    guard !named.contains(where: { $0.entity == entity }) else { return }
    named.append(
      Named(
        entity: entity, forms: try index.formNumbers(ofEntity: entity),
        text: String(decoding: bytes[draft.range], as: UTF8.self), position: base + draft.range.lowerBound))
    if named.count > Self.namedLimit { named.removeFirst() }
  }

  private mutating func noteSurname(
    _ draft: MentionDraft, _ entity: UInt32, _ bytes: [UInt8], _ base: Int
  ) throws(SectionedFileError) {
    guard case .derived(let evidence) = draft.basis else { return }
    surnames.note(
      evidence, entity: entity, text: String(decoding: bytes[draft.range], as: UTF8.self),
      position: base + draft.range.lowerBound, isFamilyFirst: try annotator.spellings.isFamilyFirst(entity))
  }

  // MARK: Whole names

  /// One entity whose form stands in the text.
  private struct Owner {
    var entity: UInt32
    var form: UInt32
    var posting: ScanPosting
    var flags: ScanPosting.Flags { posting.flags }
  }

  private func writing(_ posting: ScanPosting) -> Mention.Basis? {
    posting.system.map { code in
      .written(system: (try? Transliterator.systems())?.first { $0.code == code }?.label ?? code)
    }
  }

  private func owners(of hit: ScanHit) throws(SectionedFileError) -> (full: [Owner], surname: [Owner]) {
    var full: [Owner] = []
    var surname: [Owner] = []
    for posting in hit.forms {
      let entity = try index.entityNumber(ofForm: posting.form)
      let owner = Owner(entity: entity, form: posting.form, posting: posting)
      if posting.flags.contains(.surname) { surname.append(owner) } else { full.append(owner) }
    }
    return (full, surname)
  }

  /// The mention of a whole form; `nil` where there is none, or nothing tells which of several entities is meant.
  private mutating func full(
    _ hit: ScanHit, _ owners: [Owner], _ languages: [String]
  ) throws(SectionedFileError) -> MentionDraft? {
    var owners = owners.filter { !$0.flags.contains(.weak) || mentioned.contains($0.entity) }
    // What somebody wrote goes before what a system writes.
    let attested = owners.filter { !$0.flags.contains(.written) }
    if !attested.isEmpty { owners = attested }
    guard !owners.isEmpty else { return nil }
    var score = 0.99
    if Set(owners.map(\.entity)).count > 1 {
      score = 0.9
      guard let clear = try clearest(owners, languages) else { return nil }
      owners = clear
    }
    let owner = try preferred(owners)
    let form = try known(owner.form)
    if form.kind == .hidden || form.kind == .weak { score -= 0.1 }
    if hit.inflection != nil { score -= 0.02 }
    if hit.isHanja || attested.isEmpty { score -= 0.14 }
    let basis: Mention.Basis =
      hit.isHanja ? .written(system: "Han characters read in Korean") : writing(owner.posting) ?? .form
    mentioned.insert(owner.entity)
    return MentionDraft(
      range: hit.range, entity: owner.entity, type: try index.entityType(owner.entity), form: owner.form,
      inflection: hit.inflection, score: score, basis: basis, isNested: hit.isNested)
  }

  /// The owners that are one entity by the language of the text, by what was mentioned before, or by the kind of form.
  private mutating func clearest(_ owners: [Owner], _ languages: [String]) throws(SectionedFileError) -> [Owner]? {
    var inLanguage: [Owner] = []
    var byRank: [(rank: Int, owner: Owner)] = []
    for owner in owners {
      let form = try known(owner.form)
      if languages.contains(form.language.language) { inLanguage.append(owner) }
      byRank.append((form.kind == .pref || form.kind == .alt ? 0 : 1, owner))
    }
    let before = owners.filter { mentioned.contains($0.entity) }
    let ranked = byRank.filter { $0.rank == 0 }.map(\.owner)
    for candidates in [inLanguage, before, inLanguage.filter { mentioned.contains($0.entity) }, ranked]
    where Set(candidates.map(\.entity)).count == 1 {
      return candidates
    }
    return nil
  }

  /// The form that says most about a mention: preferred before others.
  private mutating func preferred(_ owners: [Owner]) throws(SectionedFileError) -> Owner {
    var best = owners[0]
    var bestKind = try known(best.form).kind
    for owner in owners.dropFirst() {
      let kind = try known(owner.form).kind
      if kind < bestKind { (best, bestKind) = (owner, kind) }
    }
    return best
  }

  // MARK: Surnames alone

  /// - Parameter isCommon: whether the text also writes the word small.
  private func short(
    _ hit: ScanHit, isCommon: Bool, _ surroundings: Surroundings, _ base: Int
  ) throws(SectionedFileError) -> MentionDraft? {
    guard !surroundings.isInMention(hit.range), !surroundings.isCommonWord(hit.range),
      !surroundings.isBehindMiddleDot(hit.range)
    else { return nil }
    var candidates: [(named: Named, posting: ScanPosting)] = []
    for person in named {
      guard let posting = annotator.scanner.posting(of: hit, among: person.forms) else { continue }
      candidates.append((person, posting))
    }
    let place = base + hit.range.lowerBound
    let before = candidates.filter { $0.named.position < place }
    if let chosen = before.count == 1 ? before[0] : candidates.count == 1 ? candidates[0] : nil {
      guard try surroundings.standsAlone(hit.range, isFamilyFirst: isFamilyFirst(chosen.posting.form)) else {
        return nil
      }
      return MentionDraft(
        range: hit.range, entity: chosen.named.entity, type: .person, form: chosen.posting.form,
        inflection: hit.inflection, score: before.isEmpty ? 0.85 : 0.93, basis: .short(of: chosen.named.text),
        isNested: hit.isNested)
    }
    guard candidates.isEmpty, hit.postings.count <= ScanHit.formLimit, let first = hit.forms.first else { return nil }
    let entity = try index.entityNumber(ofForm: first.form)
    for posting in hit.forms.dropFirst() where try index.entityNumber(ofForm: posting.form) != entity { return nil }
    // Where any word may begin so, what a rule makes of one is not enough: Маска is a mask before it is of Musk.
    let isSure =
      hit.inflection == nil
      || surroundings.startsUpper(hit.range)
        && (surroundings.hasApostropheBehind(hit.range) || !surroundings.mayBeginSentence(hit.range))
    guard isSure, !isCommon, hit.forms.allSatisfy({ $0.flags.contains(.surname) }),
      try surroundings.standsAlone(hit.range, isFamilyFirst: isFamilyFirst(first.form))
    else { return nil }
    return MentionDraft(
      range: hit.range, entity: entity, type: try index.entityType(entity), form: first.form,
      inflection: hit.inflection, score: 0.8, basis: .onlyOwner, isNested: hit.isNested)
  }

  /// Whether what follows a surname may be the given name that belongs to it.
  private func isFamilyFirst(_ form: UInt32) throws(SectionedFileError) -> Bool {
    try annotator.spellings.isFamilyFirst(index.entityNumber(ofForm: form))
  }

  // MARK: Look-up

  mutating func entity(_ number: UInt32) throws(AllonymError) -> Entity {
    if let known = entities[number] { return known }
    if entities.count >= Self.cacheLimit { entities.removeAll(keepingCapacity: true) }
    do {
      let entity = try index.entity(number)
      entities[number] = entity
      return entity
    } catch {
      throw .index(error)
    }
  }

  mutating func form(_ number: UInt32) throws(AllonymError) -> NameForm {
    do { return try known(number) } catch { throw .index(error) }
  }

  /// A form, decoded once.
  private mutating func known(_ number: UInt32) throws(SectionedFileError) -> NameForm {
    if let form = forms[number] { return form }
    if forms.count >= Self.cacheLimit { forms.removeAll(keepingCapacity: true) }
    let form = try index.form(number).form
    forms[number] = form
    return form
  }
}
