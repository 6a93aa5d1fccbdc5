public import NameModel
public import SectionedFile
public import Transliteration

/// An opened index: entities, forms, keys and decisions in a read-only, memory-mapped file.
///
/// Opening reads the header and the section table only. Every number that is read from the file is checked where it is
/// used, so a damaged file ends in a typed error. Used from any number of threads.
public struct NameIndex: Sendable {
  /// The sections, behind one reference, so that copies of an index cost next to nothing.
  private let sections: IndexSections

  public init(_ file: SectionedFile) throws(SectionedFileError) { sections = try IndexSections(file) }

  public var entityCount: Int { sections.entityCount }
  public var formCount: Int { sections.formCount }
  /// How many keys of whole names and of words there are.
  public var keyCount: Int { sections.keyCount }
  /// How many different words the forms have.
  public var wordCount: Int { sections.wordCount }
  public var decisionCount: Int { sections.decisionCount }
  public var sourceCount: Int { sections.sourceCount }
  /// The container, for `index info` and `index verify`.
  public var file: SectionedFile { sections.file }

  // MARK: Names

  /// The numbers of the forms that are filed under a key of the whole name; empty where there is none.
  public func forms(for key: NameKey) throws(SectionedFileError) -> [UInt32] { try sections.keys.numbers(under: key) }

  /// Whether a form is filed under a key of the whole name.
  func mayHoldName(_ key: NameKey) throws(SectionedFileError) -> Bool { try sections.keys.hasNumbers(under: key) }

  /// The form with a number below `formCount`.
  public func form(_ number: UInt32) throws(SectionedFileError) -> IndexedForm {
    let description = try sections.descriptionsOfForms[Int(number)] * IndexFormat.formDescription
    func damaged(_ what: String) -> SectionedFileError { sections.formDescriptions.damaged(at: description, what) }
    guard let language = LanguageTag(try sections.texts.text(sections.formDescriptions, description)) else {
      throw damaged("a language tag is not valid")
    }
    guard let kind = NameKind(rawValue: try sections.texts.text(sections.formDescriptions, description + 4)),
      let part = NamePart(rawValue: try sections.texts.text(sections.formDescriptions, description + 8)),
      let status = RowStatus(rawValue: try sections.texts.text(sections.formDescriptions, description + 24))
    else { throw damaged("a kind, part or status is not known") }
    let form = NameForm(
      text: try sections.texts.text(sections.formTexts[Int(number)]), language: language, kind: kind, part: part,
      system: try sections.texts.text(sections.formDescriptions, description + 12),
      from: try sections.texts.optionalText(sections.formDescriptions, description + 16),
      source: try sections.texts.text(sections.formDescriptions, description + 20), status: status,
      note: try sections.texts.optionalText(sections.formDescriptions, description + 28))
    return IndexedForm(number: number, entity: try entityNumber(ofForm: number), form: form)
  }

  /// The number of the entity that has a form.
  public func entityNumber(ofForm number: UInt32) throws(SectionedFileError) -> UInt32 {
    let entity = try sections.entitiesOfForms[Int(number)]
    guard entity < entityCount else {
      throw sections.entitiesOfForms.damaged(at: Int(number), "entity \(entity) does not exist")
    }
    return UInt32(entity)
  }

  /// The entity with a number below `entityCount`, with all its forms.
  public func entity(_ number: UInt32) throws(SectionedFileError) -> Entity {
    let description = try descriptionOffset(ofEntity: number)
    let type = try entityType(number)
    var names: [NameForm] = []
    for form in try formNumbers(ofEntity: number) { names.append(try self.form(form).form) }
    return Entity(
      id: try entityID(number), type: type,
      country: try sections.texts.optionalText(sections.entityDescriptions, description + 4),
      born: try sections.texts.optionalText(sections.entityDescriptions, description + 8),
      died: try sections.texts.optionalText(sections.entityDescriptions, description + 12),
      wikidata: try sections.texts.optionalText(sections.entityDescriptions, description + 16),
      note: try sections.texts.optionalText(sections.entityDescriptions, description + 20), names: names)
  }

  private func descriptionOffset(ofEntity number: UInt32) throws(SectionedFileError) -> Int {
    try sections.descriptionsOfEntities[Int(number)] * IndexFormat.entityDescription
  }

  /// The id of the entity with a number below `entityCount`.
  public func entityID(_ number: UInt32) throws(SectionedFileError) -> String {
    try sections.texts.text(sections.entityTexts[Int(number)])
  }

  /// The type of the entity with a number below `entityCount`.
  public func entityType(_ number: UInt32) throws(SectionedFileError) -> EntityType {
    let offset = try descriptionOffset(ofEntity: number)
    guard let type = EntityType(rawValue: try sections.texts.text(sections.entityDescriptions, offset)) else {
      throw sections.entityDescriptions.damaged(at: offset, "an entity type is not known")
    }
    return type
  }

  /// The number of the form in which an entity's name is at home (see `Entity.nativeName`).
  public func nativeForm(ofEntity number: UInt32) throws(SectionedFileError) -> UInt32 {
    let form = try sections.nativeForms[Int(number)] + sections.firstForms[Int(number)]
    guard form < formCount else { throw sections.nativeForms.damaged(at: Int(number), "form \(form) does not exist") }
    return UInt32(form)
  }

  /// The numbers of an entity's forms.
  public func formNumbers(ofEntity number: UInt32) throws(SectionedFileError) -> Range<UInt32> {
    let range = try sections.firstForms.range(at: Int(number))
    guard range.upperBound <= formCount else {
      throw sections.firstForms.damaged(at: Int(number), "forms that do not exist")
    }
    return UInt32(range.lowerBound)..<UInt32(range.upperBound)
  }

  /// What was decided about two entities, in either order.
  public func decision(_ first: String, _ second: String) throws(SectionedFileError) -> Decision? {
    let (a, b) = first.utf8.lexicographicallyPrecedes(second.utf8) ? (first, second) : (second, first)
    for number in 0..<decisionCount {
      let record = number * IndexFormat.decisionRecord
      guard try sections.texts.text(sections.decisions, record) == a,
        try sections.texts.text(sections.decisions, record + 4) == b
      else { continue }
      guard let judgement = Judgement(rawValue: try sections.texts.text(sections.decisions, record + 8)) else {
        throw sections.decisions.damaged(at: record + 8, "a judgement is not known")
      }
      return Decision(
        a, b, judgement, reason: try sections.texts.optionalText(sections.decisions, record + 12),
        source: try sections.texts.text(sections.decisions, record + 16),
        date: try sections.texts.optionalText(sections.decisions, record + 20))
    }
    return nil
  }

  /// The source with an id.
  public func source(_ id: String) throws(SectionedFileError) -> Source? {
    for number in 0..<sourceCount {
      let record = number * IndexFormat.sourceRecord
      guard try sections.texts.text(sections.sources, record) == id else { continue }
      return Source(
        id: id, title: try sections.texts.text(sections.sources, record + 4),
        url: try sections.texts.optionalText(sections.sources, record + 8),
        licence: try sections.texts.text(sections.sources, record + 12),
        retrieved: try sections.texts.optionalText(sections.sources, record + 16))
    }
    return nil
  }

  /// Reads every key and what is filed under it.
  func readKeys() throws(SectionedFileError) {
    try sections.keys.readAll()
    try sections.wordKeys.readAll()
  }

  func damagedWord(_ number: UInt32, _ what: String) -> SectionedFileError {
    sections.wordLetters.damaged(Int(number), what)
  }

  // MARK: Words

  /// Calls `body` with each word of a form, in all the ways in which it may be divided and read.
  ///
  /// - Parameter body: is also told whether the word is one of a Latin form as it is written; these come in their order.
  @inline(__always)
  func forEachWord(
    ofForm number: UInt32, _ body: (_ word: UInt32, _ isWritten: Bool) throws(SectionedFileError) -> Void
  ) throws(SectionedFileError) {
    for place in try sections.wordsOfForms.places(ofList: Int(number)) {
      let entry = try sections.wordsOfForms.number(at: place)
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
    for place in try sections.wordsOfForms.places(ofList: Int(number)) {
      let entry = try sections.wordsOfForms.number(at: place)
      guard entry & 1 == 1 else { return }
      let spelling = try reducedSpelling(ofWord: entry >> 1)
      try sections.wordLetters.withBytes(Int(entry >> 1)) { form.append($0, spelling) }
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
    for number in numbers { lists.append(try sections.wordsOfForms.places(ofList: Int(number))) }
    var ends: [Int] = []
    ends.reserveCapacity(numbers.count)
    var written: [UInt32] = []
    written.reserveCapacity(numbers.count * 3)
    for list in lists {
      for place in list {
        let entry = try sections.wordsOfForms.number(at: place)
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
    for place in try sections.formsOfWords.places(ofList: Int(number)) {
      try body(sections.formsOfWords.number(at: place))
    }
  }

  /// Whether some form that has a word is such a one.
  @inline(__always)
  func hasForm(
    ofWord number: UInt32, where isSuch: (UInt32) throws(SectionedFileError) -> Bool
  ) throws(SectionedFileError) -> Bool {
    for place in try sections.formsOfWords.places(ofList: Int(number)) {
      if try isSuch(sections.formsOfWords.number(at: place)) { return true }
    }
    return false
  }

  /// Whether some word of a form, in whatever way it is divided and read, is such a one.
  @inline(__always)
  func hasWord(ofForm number: UInt32, where isSuch: (UInt32) -> Bool) throws(SectionedFileError) -> Bool {
    for place in try sections.wordsOfForms.places(ofList: Int(number)) {
      if isSuch(try sections.wordsOfForms.number(at: place) >> 1) { return true }
    }
    return false
  }

  /// The number of a word; `nil` where no form has it.
  func word(_ letters: [UInt8]) throws(SectionedFileError) -> UInt32? {
    var (low, high) = (0, wordCount)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = try sections.wordLetters.withBytes(middle) { $0.lexicographicallyPrecedes(letters) }
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low < wordCount else { return nil }
    return try sections.wordLetters.withBytes(low) { $0.elementsEqual(letters) } ? UInt32(low) : nil
  }

  /// The numbers of the forms that have a word.
  func forms(ofWord number: UInt32) throws(SectionedFileError) -> [UInt32] {
    try sections.formsOfWords.numbers(ofList: Int(number))
  }

  /// How many forms have a word.
  func formCount(ofWord number: UInt32) throws(SectionedFileError) -> Int {
    try sections.formsOfWords.places(ofList: Int(number)).count
  }

  /// The numbers of the words that are filed under a key of a word.
  func words(for key: NameKey) throws(SectionedFileError) -> [UInt32] { try sections.wordKeys.numbers(under: key) }

  /// Readings of two words that are together this much less likely than the likeliest are not looked up.
  static let pairCostLimit = 600

  /// Whether a form may have two words with these sounds, among its first twelve: now and then where none has.
  public func mayHold(_ first: WordSkeleton, _ second: WordSkeleton) throws(SectionedFileError) -> Bool {
    guard first.cost + second.cost <= Self.pairCostLimit else { return false }
    return try mayHold(.skeleton(first), .skeleton(second))
  }

  func mayHold(_ first: NameKey, _ second: NameKey) throws(SectionedFileError) -> Bool {
    try sections.soundPairs.mayHold(first, second)
  }

  /// The folded letters of a word.
  func letters(ofWord number: UInt32) throws(SectionedFileError) -> String {
    try sections.wordLetters.text(Int(number))
  }

  /// A word's likeliest Latin spelling, reduced; of no letter where there is none.
  @inline(__always)
  func reducedSpelling(ofWord number: UInt32) throws(SectionedFileError) -> ReducedSpelling {
    ReducedSpelling(
      packed: try sections.reducedWords.uint64(at: Int(number) * IndexFormat.reducedWord) & ReducedSpelling.mask)
  }
}
