public import NameModel
public import SectionedFile

/// An opened index: entities, forms, keys and decisions in a read-only, memory-mapped file.
///
/// Opening reads the header and the section table only. Every number that is read from the file is checked where it is
/// used, so a damaged file ends in a typed error. Used from any number of threads.
public struct NameIndex: Sendable {
  public let entityCount: Int
  public let formCount: Int
  public let keyCount: Int
  public let decisionCount: Int
  public let sourceCount: Int
  /// The container, for `index info` and `index verify`.
  public let file: SectionedFile

  private let strings: ByteRegion
  private let stringCount: Int
  private let entities: ByteRegion
  private let forms: ByteRegion
  private let keys: ByteRegion
  private let directory: ByteRegion
  private let directoryBits: Int
  private let postings: ByteRegion
  private let decisions: ByteRegion
  private let sources: ByteRegion

  public init(_ file: SectionedFile) throws(SectionedFileError) {
    let meta = try file.section(IndexFormat.meta)
    let scheme = try meta.uint32(at: 0)
    guard scheme == NameKey.schemeVersion else {
      throw .unsupportedSection(
        path: file.name, section: IndexFormat.meta, offset: meta.offsetInFile, found: scheme,
        supported: NameKey.schemeVersion)
    }
    entityCount = Int(try meta.uint32(at: 4))
    formCount = Int(try meta.uint32(at: 8))
    keyCount = Int(try meta.uint32(at: 12))
    decisionCount = Int(try meta.uint32(at: 16))
    sourceCount = Int(try meta.uint32(at: 20))
    strings = try file.section(IndexFormat.strings)
    stringCount = Int(try strings.uint32(at: 0))
    entities = try file.section(IndexFormat.entities)
    forms = try file.section(IndexFormat.forms)
    keys = try file.section(IndexFormat.keys)
    directory = try file.section(IndexFormat.directory)
    postings = try file.section(IndexFormat.postings)
    decisions = try file.section(IndexFormat.decisions)
    sources = try file.section(IndexFormat.sources)
    self.file = file
    for (region, count, size) in [
      (entities, entityCount, IndexFormat.entityRecord), (forms, formCount, IndexFormat.formRecord),
      (keys, keyCount, 8), (decisions, decisionCount, IndexFormat.decisionRecord),
      (sources, sourceCount, IndexFormat.sourceRecord),
    ] where region.count != count * size {
      throw region.damaged(at: 0, "\(count) records of \(size) bytes are promised, \(region.count) bytes are there")
    }
    // 2ⁿ buckets and the end.
    directoryBits = max(0, directory.count / 4 - 1).trailingZeroBitCount
    guard directory.count % 4 == 0, directoryBits <= 32, directory.count / 4 == 1 << directoryBits + 1 else {
      throw directory.damaged(at: 0, "\(directory.count) bytes are no directory of keys")
    }
    guard postings.count >= (keyCount + 1) * 4 else {
      throw postings.damaged(at: 0, "the list of postings is too short")
    }
  }

  // MARK: Lookup

  /// The numbers of the forms that are filed under a key; empty where there is none.
  public func forms(for key: NameKey) throws(SectionedFileError) -> [UInt32] {
    var forms: [UInt32] = []
    for number in try postings(for: key) { forms.append(try posting(number)) }
    return forms
  }

  /// The numbers of the postings that are filed under a key; empty where there is none.
  func postings(for key: NameKey) throws(SectionedFileError) -> Range<Int> {
    // The directory says where keys with the same highest bits stand.
    let bucket = directoryBits == 0 ? 0 : Int(key.rawValue >> UInt64(64 - directoryBits))
    var low = try Int(directory.uint32(at: bucket * 4))
    var high = try Int(directory.uint32(at: bucket * 4 + 4))
    let bucketEnd = high
    guard low <= high, high <= keyCount else {
      throw directory.damaged(at: bucket * 4, "a bucket of keys runs backwards or out of the section")
    }
    while low < high {
      let middle = (low + high) / 2
      if try keys.uint64(at: middle * 8) < key.rawValue { low = middle + 1 } else { high = middle }
    }
    guard low < bucketEnd, try keys.uint64(at: low * 8) == key.rawValue else { return 0..<0 }
    let first = Int(try postings.uint32(at: low * 4))
    let end = Int(try postings.uint32(at: (low + 1) * 4))
    guard first <= end, end <= (postings.count - (keyCount + 1) * 4) / 4 else {
      throw postings.damaged(at: low * 4, "a list of postings runs backwards or out of the section")
    }
    return first..<end
  }

  /// The form that a posting names.
  func posting(_ number: Int) throws(SectionedFileError) -> UInt32 {
    let offset = (keyCount + 1 + number) * 4
    let form = try postings.uint32(at: offset)
    guard form < UInt32(formCount) else { throw postings.damaged(at: offset, "form \(form) does not exist") }
    return form
  }

  /// The folded words of a form, as they were when the index was built.
  public func foldedWords(ofForm number: UInt32) throws(SectionedFileError) -> String {
    try text(forms, Int(number) * IndexFormat.formRecord + 40)
  }

  /// The form with a number below `formCount`.
  public func form(_ number: UInt32) throws(SectionedFileError) -> IndexedForm {
    let record = Int(number) * IndexFormat.formRecord
    func damaged(_ what: String) -> SectionedFileError { forms.damaged(at: record, what) }
    guard let language = LanguageTag(try text(forms, record + 4)) else { throw damaged("a language tag is not valid") }
    guard let kind = NameKind(rawValue: try text(forms, record + 8)),
      let part = NamePart(rawValue: try text(forms, record + 12)),
      let status = RowStatus(rawValue: try text(forms, record + 28))
    else { throw damaged("a kind, part or status is not known") }
    let entity = try forms.uint32(at: record + 36)
    guard entity < UInt32(entityCount) else { throw damaged("entity \(entity) does not exist") }
    let form = NameForm(
      text: try text(forms, record), language: language, kind: kind, part: part, system: try text(forms, record + 16),
      from: try optionalText(forms, record + 20), source: try text(forms, record + 24), status: status,
      note: try optionalText(forms, record + 32))
    return IndexedForm(number: number, entity: entity, form: form)
  }

  /// The entity with a number below `entityCount`, with all its forms.
  public func entity(_ number: UInt32) throws(SectionedFileError) -> Entity {
    let record = Int(number) * IndexFormat.entityRecord
    let type = try entityType(number)
    var names: [NameForm] = []
    for form in try formNumbers(ofEntity: number) { names.append(try self.form(form).form) }
    return Entity(
      id: try text(entities, record), type: type, country: try optionalText(entities, record + 8),
      born: try optionalText(entities, record + 12), died: try optionalText(entities, record + 16),
      wikidata: try optionalText(entities, record + 20), note: try optionalText(entities, record + 24), names: names)
  }

  /// The id of the entity with a number below `entityCount`.
  public func entityID(_ number: UInt32) throws(SectionedFileError) -> String {
    try text(entities, Int(number) * IndexFormat.entityRecord)
  }

  /// The type of the entity with a number below `entityCount`.
  public func entityType(_ number: UInt32) throws(SectionedFileError) -> EntityType {
    let offset = Int(number) * IndexFormat.entityRecord + 4
    guard let type = EntityType(rawValue: try text(entities, offset)) else {
      throw entities.damaged(at: offset, "an entity type is not known")
    }
    return type
  }

  /// The number of the form in which an entity's name is at home (see `Entity.nativeName`).
  public func nativeForm(ofEntity number: UInt32) throws(SectionedFileError) -> UInt32 {
    let offset = Int(number) * IndexFormat.entityRecord + 36
    let form = try entities.uint32(at: offset)
    guard form < UInt32(formCount) else { throw entities.damaged(at: offset, "form \(form) does not exist") }
    return form
  }

  /// The numbers of an entity's forms.
  public func formNumbers(ofEntity number: UInt32) throws(SectionedFileError) -> Range<UInt32> {
    let record = Int(number) * IndexFormat.entityRecord
    let first = try entities.uint32(at: record + 28)
    let count = try entities.uint32(at: record + 32)
    guard UInt64(first) + UInt64(count) <= UInt64(formCount) else {
      throw entities.damaged(at: record + 28, "forms that do not exist")
    }
    return first..<first + count
  }

  /// What was decided about two entities, in either order.
  public func decision(_ first: String, _ second: String) throws(SectionedFileError) -> Decision? {
    let (a, b) = first.utf8.lexicographicallyPrecedes(second.utf8) ? (first, second) : (second, first)
    for number in 0..<decisionCount {
      let record = number * IndexFormat.decisionRecord
      guard try text(decisions, record) == a, try text(decisions, record + 4) == b else { continue }
      guard let judgement = Judgement(rawValue: try text(decisions, record + 8)) else {
        throw decisions.damaged(at: record + 8, "a judgement is not known")
      }
      return Decision(
        a, b, judgement, reason: try optionalText(decisions, record + 12), source: try text(decisions, record + 16),
        date: try optionalText(decisions, record + 20))
    }
    return nil
  }

  /// The source with an id.
  public func source(_ id: String) throws(SectionedFileError) -> Source? {
    for number in 0..<sourceCount {
      let record = number * IndexFormat.sourceRecord
      guard try text(sources, record) == id else { continue }
      return Source(
        id: id, title: try text(sources, record + 4), url: try optionalText(sources, record + 8),
        licence: try text(sources, record + 12), retrieved: try optionalText(sources, record + 16))
    }
    return nil
  }

  // MARK: Texts

  private func text(_ region: ByteRegion, _ offset: Int) throws(SectionedFileError) -> String {
    let number = Int(try region.uint32(at: offset))
    guard number < stringCount else { throw region.damaged(at: offset, "text \(number) does not exist") }
    let base = 4 + (stringCount + 1) * 4
    let first = Int(try strings.uint32(at: 4 + number * 4))
    let end = Int(try strings.uint32(at: 8 + number * 4))
    guard first <= end else { throw strings.damaged(at: 4 + number * 4, "a text runs backwards") }
    return try strings.string(at: base + first, count: end - first)
  }

  private func optionalText(_ region: ByteRegion, _ offset: Int) throws(SectionedFileError) -> String? {
    let text = try text(region, offset)
    return text.isEmpty ? nil : text
  }
}

extension NameIndex {
  /// The number of the entity that has a form.
  public func entityNumber(ofForm number: UInt32) throws(SectionedFileError) -> UInt32 {
    let record = Int(number) * IndexFormat.formRecord
    let entity = try forms.uint32(at: record + 36)
    guard entity < UInt32(entityCount) else { throw forms.damaged(at: record + 36, "entity \(entity) does not exist") }
    return entity
  }
}
