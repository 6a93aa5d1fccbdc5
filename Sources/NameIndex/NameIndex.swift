public import NameModel
public import SectionedFile
public import Transliteration

/// An opened index: entities, forms, keys and decisions in a read-only, memory-mapped file.
///
/// Opening reads the header and the section table only. Every number that is read from the file is checked where it is
/// used, so a damaged file ends in a typed error. Used from any number of threads.
public struct NameIndex: Sendable {
  public let entityCount: Int
  public let formCount: Int
  /// How many keys of whole names and of words there are.
  public let keyCount: Int
  /// How many different words the forms have.
  public let wordCount: Int
  public let decisionCount: Int
  public let sourceCount: Int
  /// The container, for `index info` and `index verify`.
  public let file: SectionedFile

  private let texts: TextPool
  private let entities: ByteRegion
  private let entityDescriptions: ByteRegion
  private let entityDescriptionCount: Int
  private let forms: ByteRegion
  private let formDescriptions: ByteRegion
  private let formDescriptionCount: Int
  private let keys: KeyTable
  private let words: ByteRegion
  private let formsOfWords: NumberLists
  private let wordsOfForms: NumberLists
  private let wordKeys: KeyTable
  private let soundPairs: SoundPairFilter
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
    var counts: [Int] = []
    for number in 1...9 { counts.append(Int(try meta.uint32(at: number * 4))) }
    entityCount = counts[0]
    entityDescriptionCount = counts[1]
    formCount = counts[2]
    formDescriptionCount = counts[3]
    wordCount = counts[5]
    keyCount = counts[4] + counts[6]
    decisionCount = counts[7]
    sourceCount = counts[8]
    texts = try TextPool(file.section(IndexFormat.strings))
    entities = try file.section(IndexFormat.entities)
    entityDescriptions = try file.section(IndexFormat.entityDescriptions)
    forms = try file.section(IndexFormat.forms)
    formDescriptions = try file.section(IndexFormat.formDescriptions)
    words = try file.section(IndexFormat.words)
    decisions = try file.section(IndexFormat.decisions)
    sources = try file.section(IndexFormat.sources)
    self.file = file
    for (region, count, size) in [
      (entities, entityCount, IndexFormat.entityRecord),
      (entityDescriptions, entityDescriptionCount, IndexFormat.entityDescription),
      (forms, formCount, IndexFormat.formRecord),
      (formDescriptions, formDescriptionCount, IndexFormat.formDescription),
      (words, wordCount, IndexFormat.wordRecord), (decisions, decisionCount, IndexFormat.decisionRecord),
      (sources, sourceCount, IndexFormat.sourceRecord),
    ] where region.count != count * size {
      throw region.damaged(at: 0, "\(count) records of \(size) bytes are promised, \(region.count) bytes are there")
    }
    keys = try KeyTable(file, IndexFormat.nameKeys, count: counts[4], limit: formCount)
    formsOfWords = try NumberLists(file.section(IndexFormat.formsOfWords), count: wordCount, limit: formCount)
    wordsOfForms = try NumberLists(file.section(IndexFormat.wordsOfForms), count: formCount, limit: wordCount * 2)
    soundPairs = try SoundPairFilter(file.section(IndexFormat.soundPairs))
    wordKeys = try KeyTable(file, IndexFormat.wordKeys, count: counts[6], limit: wordCount)
  }

  // MARK: Names

  /// The numbers of the forms that are filed under a key of the whole name; empty where there is none.
  public func forms(for key: NameKey) throws(SectionedFileError) -> [UInt32] { try keys.numbers(under: key) }

  /// The form with a number below `formCount`.
  public func form(_ number: UInt32) throws(SectionedFileError) -> IndexedForm {
    let record = Int(number) * IndexFormat.formRecord
    let description = Int(try forms.uint32(at: record + 4)) * IndexFormat.formDescription
    func damaged(_ what: String) -> SectionedFileError { formDescriptions.damaged(at: description, what) }
    guard let language = LanguageTag(try texts.text(formDescriptions, description)) else {
      throw damaged("a language tag is not valid")
    }
    guard let kind = NameKind(rawValue: try texts.text(formDescriptions, description + 4)),
      let part = NamePart(rawValue: try texts.text(formDescriptions, description + 8)),
      let status = RowStatus(rawValue: try texts.text(formDescriptions, description + 24))
    else { throw damaged("a kind, part or status is not known") }
    let form = NameForm(
      text: try texts.text(forms, record), language: language, kind: kind, part: part,
      system: try texts.text(formDescriptions, description + 12),
      from: try texts.optionalText(formDescriptions, description + 16),
      source: try texts.text(formDescriptions, description + 20), status: status,
      note: try texts.optionalText(formDescriptions, description + 28))
    return IndexedForm(number: number, entity: try entityNumber(ofForm: number), form: form)
  }

  /// The number of the entity that has a form.
  public func entityNumber(ofForm number: UInt32) throws(SectionedFileError) -> UInt32 {
    let record = Int(number) * IndexFormat.formRecord
    let entity = try forms.uint32(at: record + 8)
    guard entity < UInt32(entityCount) else { throw forms.damaged(at: record + 8, "entity \(entity) does not exist") }
    return entity
  }

  /// The entity with a number below `entityCount`, with all its forms.
  public func entity(_ number: UInt32) throws(SectionedFileError) -> Entity {
    let description = try descriptionOffset(ofEntity: number)
    let type = try entityType(number)
    var names: [NameForm] = []
    for form in try formNumbers(ofEntity: number) { names.append(try self.form(form).form) }
    return Entity(
      id: try entityID(number), type: type,
      country: try texts.optionalText(entityDescriptions, description + 4),
      born: try texts.optionalText(entityDescriptions, description + 8),
      died: try texts.optionalText(entityDescriptions, description + 12),
      wikidata: try texts.optionalText(entityDescriptions, description + 16),
      note: try texts.optionalText(entityDescriptions, description + 20), names: names)
  }

  private func descriptionOffset(ofEntity number: UInt32) throws(SectionedFileError) -> Int {
    Int(try entities.uint32(at: Int(number) * IndexFormat.entityRecord + 4)) * IndexFormat.entityDescription
  }

  /// The id of the entity with a number below `entityCount`.
  public func entityID(_ number: UInt32) throws(SectionedFileError) -> String {
    try texts.text(entities, Int(number) * IndexFormat.entityRecord)
  }

  /// The type of the entity with a number below `entityCount`.
  public func entityType(_ number: UInt32) throws(SectionedFileError) -> EntityType {
    let offset = try descriptionOffset(ofEntity: number)
    guard let type = EntityType(rawValue: try texts.text(entityDescriptions, offset)) else {
      throw entityDescriptions.damaged(at: offset, "an entity type is not known")
    }
    return type
  }

  /// The number of the form in which an entity's name is at home (see `Entity.nativeName`).
  public func nativeForm(ofEntity number: UInt32) throws(SectionedFileError) -> UInt32 {
    let offset = Int(number) * IndexFormat.entityRecord + 12
    let form = try entities.uint32(at: offset)
    guard form < UInt32(formCount) else { throw entities.damaged(at: offset, "form \(form) does not exist") }
    return form
  }

  /// The numbers of an entity's forms.
  public func formNumbers(ofEntity number: UInt32) throws(SectionedFileError) -> Range<UInt32> {
    let record = Int(number) * IndexFormat.entityRecord
    let first = try entities.uint32(at: record + 8)
    // The next entity's forms begin where these end.
    let end =
      Int(number) + 1 < entityCount
      ? try entities.uint32(at: record + IndexFormat.entityRecord + 8) : UInt32(formCount)
    guard first <= end, end <= UInt32(formCount) else {
      throw entities.damaged(at: record + 8, "forms that do not exist")
    }
    return first..<end
  }

  /// What was decided about two entities, in either order.
  public func decision(_ first: String, _ second: String) throws(SectionedFileError) -> Decision? {
    let (a, b) = first.utf8.lexicographicallyPrecedes(second.utf8) ? (first, second) : (second, first)
    for number in 0..<decisionCount {
      let record = number * IndexFormat.decisionRecord
      guard try texts.text(decisions, record) == a, try texts.text(decisions, record + 4) == b else { continue }
      guard let judgement = Judgement(rawValue: try texts.text(decisions, record + 8)) else {
        throw decisions.damaged(at: record + 8, "a judgement is not known")
      }
      return Decision(
        a, b, judgement, reason: try texts.optionalText(decisions, record + 12),
        source: try texts.text(decisions, record + 16),
        date: try texts.optionalText(decisions, record + 20))
    }
    return nil
  }

  /// The source with an id.
  public func source(_ id: String) throws(SectionedFileError) -> Source? {
    for number in 0..<sourceCount {
      let record = number * IndexFormat.sourceRecord
      guard try texts.text(sources, record) == id else { continue }
      return Source(
        id: id, title: try texts.text(sources, record + 4), url: try texts.optionalText(sources, record + 8),
        licence: try texts.text(sources, record + 12), retrieved: try texts.optionalText(sources, record + 16))
    }
    return nil
  }

  /// Looks every key up.
  func readKeys() throws(SectionedFileError) {
    try keys.readAll()
    try wordKeys.readAll()
  }

  func damagedWord(_ number: UInt32, _ what: String) -> SectionedFileError {
    words.damaged(at: Int(number) * IndexFormat.wordRecord, what)
  }

  // MARK: Words

  /// Calls `body` with each word of a form, in all the ways in which it may be divided and read.
  ///
  /// - Parameter body: is also told whether the word is one of a Latin form as it is written; these come in their order.
  @inline(__always)
  func forEachWord(
    ofForm number: UInt32, _ body: (_ word: UInt32, _ isWritten: Bool) throws(SectionedFileError) -> Void
  ) throws(SectionedFileError) {
    for place in try wordsOfForms.places(ofList: Int(number)) {
      let entry = try wordsOfForms.number(at: place)
      try body(entry >> 1, entry & 1 == 1)
    }
  }

  /// The numbers of the words of a form, in all the ways in which it may be divided and read.
  func words(ofForm number: UInt32) throws(SectionedFileError) -> [UInt32] {
    var words: [UInt32] = []
    try forEachWord(ofForm: number) { word, _ in words.append(word) }
    return words
  }

  /// Reads the words of a form as they are written; none where it is not Latin.
  func read(_ number: UInt32, into form: inout NearForm) throws(SectionedFileError) {
    form.removeAll()
    for place in try wordsOfForms.places(ofList: Int(number)) {
      let entry = try wordsOfForms.number(at: place)
      guard entry & 1 == 1 else { return }
      let spelling = try reducedSpelling(ofWord: entry >> 1)
      try texts.withBytes(words, Int(entry >> 1) * IndexFormat.wordRecord) { form.append($0, spelling) }
    }
  }

  /// The reduced spellings of the words of forms as they are written, one form behind the other, and where those of each end.
  ///
  /// Every table is read for all forms before the next one is, so that memory is waited for but once.
  func reducedSpellings(
    ofForms numbers: [UInt32]
  ) throws(SectionedFileError) -> (spellings: [ReducedSpelling], ends: [Int]) {
    var lists: [Range<Int>] = []
    lists.reserveCapacity(numbers.count)
    for number in numbers { lists.append(try wordsOfForms.places(ofList: Int(number))) }
    var ends: [Int] = []
    ends.reserveCapacity(numbers.count)
    var written: [UInt32] = []
    written.reserveCapacity(numbers.count * 3)
    for list in lists {
      for place in list {
        let entry = try wordsOfForms.number(at: place)
        guard entry & 1 == 1 else { break }
        written.append(entry >> 1)
      }
      ends.append(written.count)
    }
    var spellings: [ReducedSpelling] = []
    spellings.reserveCapacity(written.count)
    for word in written { spellings.append(try reducedSpelling(ofWord: word)) }
    return (spellings, ends)
  }

  /// Calls `body` with each form that has a word.
  @inline(__always)
  func forEachForm(
    ofWord number: UInt32, _ body: (UInt32) throws(SectionedFileError) -> Void
  ) throws(SectionedFileError) {
    for place in try formsOfWords.places(ofList: Int(number)) { try body(formsOfWords.number(at: place)) }
  }

  /// The number of a word; `nil` where no form has it.
  func word(_ letters: [UInt8]) throws(SectionedFileError) -> UInt32? {
    var (low, high) = (0, wordCount)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = try texts.withBytes(words, middle * IndexFormat.wordRecord) {
        $0.lexicographicallyPrecedes(letters)
      }
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low < wordCount else { return nil }
    return try texts.withBytes(words, low * IndexFormat.wordRecord) { $0.elementsEqual(letters) } ? UInt32(low) : nil
  }

  /// The numbers of the forms that have a word.
  func forms(ofWord number: UInt32) throws(SectionedFileError) -> [UInt32] {
    try formsOfWords.numbers(ofList: Int(number))
  }

  /// How many forms have a word.
  func formCount(ofWord number: UInt32) throws(SectionedFileError) -> Int {
    try formsOfWords.places(ofList: Int(number)).count
  }

  /// The numbers of the words that are filed under a key of a word.
  func words(for key: NameKey) throws(SectionedFileError) -> [UInt32] { try wordKeys.numbers(under: key) }

  /// Readings of two words that are together this much less likely than the likeliest are not looked up.
  static let pairCostLimit = 600

  /// Whether a form may have two words with these sounds, among its first twelve: now and then where none has.
  public func mayHold(_ first: WordSkeleton, _ second: WordSkeleton) throws(SectionedFileError) -> Bool {
    guard first.cost + second.cost <= Self.pairCostLimit else { return false }
    return try mayHold(.skeleton(first), .skeleton(second))
  }

  func mayHold(_ first: NameKey, _ second: NameKey) throws(SectionedFileError) -> Bool {
    try soundPairs.mayHold(first, second)
  }

  /// The folded letters of a word.
  func letters(ofWord number: UInt32) throws(SectionedFileError) -> String {
    try texts.text(words, Int(number) * IndexFormat.wordRecord)
  }

  /// A word's likeliest Latin spelling, reduced; of no letter where there is none.
  @inline(__always)
  func reducedSpelling(ofWord number: UInt32) throws(SectionedFileError) -> ReducedSpelling {
    ReducedSpelling(packed: try words.uint64(at: Int(number) * IndexFormat.wordRecord + 4) & ReducedSpelling.mask)
  }
}
