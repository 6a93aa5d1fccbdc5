import NameModel
import SectionedFile
import Transliteration

/// Entities on their way into the sections of an index, one after the other in the order of their ids.
struct IndexAssembly {
  private let tables: TransliterationTables
  private let keyer: NameKeyer
  private let readsSpellings: Bool
  var searchesText: (NameForm, Entity) -> Bool = { _, _ in true }
  /// How many forms the tables themselves have in each language.
  var languages: [LanguageTag: Int] = [:]
  var texts = TextPoolBuilder()

  private var entityCount: UInt32 = 0
  private var entityTexts: [UInt32] = []
  private var descriptionsOfEntities: [UInt32] = []
  private var firstForms: [UInt32] = []
  private var nativeForms: [UInt32] = []
  private var entityDescriptions = DescriptionsBuilder()
  private var formCount: UInt32 = 0
  private var formTexts: [UInt32] = []
  private var descriptionsOfForms: [UInt32] = []
  private var entitiesOfForms: [UInt32] = []
  private var formDescriptions = DescriptionsBuilder()
  /// What came last: most have the description of the one before.
  private var lastEntity: Entity?
  private var lastForm: NameForm?
  private var keys = KeyPostings()
  private var words: WordsBuilder
  private var scan: ScanSectionBuilder?
  private var plain = PlainName()

  init(tables: TransliterationTables, keyer: NameKeyer, readsSpellings: Bool) {
    self.tables = tables
    self.keyer = keyer
    self.readsSpellings = readsSpellings
    words = WordsBuilder(keyer: keyer, tables: tables)
    scan = (try? tables.folding()).map { ScanSectionBuilder(folding: $0) }
  }

  /// Adds an entity with its forms in their order.
  mutating func add(_ entity: Entity) {
    let native =
      entity.names.count == 1 ? 0 : entity.nativeName.flatMap { entity.names.firstIndex(of: $0) } ?? 0
    entityTexts.append(texts.number(of: entity.id))
    descriptionsOfEntities.append(description(of: entity))
    firstForms.append(formCount)
    nativeForms.append(UInt32(native))
    // What native forms say of a name need not be guessed from spellings.
    let readsSpellings = readsSpellings && !entity.names.contains { Self.isChineseOrKorean($0) }
    let home = entity.names[native].language.language
    let carriers = FormCarriers(entity.names, native: native, languages: languages, tables: tables)
    for (place, form) in entity.names.enumerated() {
      let isFamilyFirst = entity.type == .person && form.isFamilyFirst(home: home, tables: tables)
      if place == native, !form.isLocaleName {
        for (text, system) in Writings.of(form, type: entity.type, tables: tables) {
          var written = form
          written.text = text
          scan?.add(written, number: formCount, type: entity.type, isFamilyFirst: isFamilyFirst, system: system)
        }
      }
      if carriers.isFirstOfText(place), searchesText(form, entity) {
        scan?.add(form, number: formCount, type: entity.type, isFamilyFirst: isFamilyFirst)
      }
      formTexts.append(texts.number(of: form.text))
      descriptionsOfForms.append(description(of: form))
      entitiesOfForms.append(entityCount)
      addWords(of: form, isFirst: carriers.isFirstOfWords(place), readsSpellings: readsSpellings)
      formCount += 1
    }
    entityCount += 1
  }

  private mutating func description(of entity: Entity) -> UInt32 {
    if let last = lastEntity, let number = descriptionsOfEntities.last, entity.type == last.type,
      Self.isSame(entity.country, last.country), Self.isSame(entity.born, last.born),
      Self.isSame(entity.died, last.died), Self.isSame(entity.wikidata, last.wikidata),
      Self.isSame(entity.note, last.note)
    {
      return number
    }
    lastEntity = entity
    lastEntity?.names = []
    return entityDescriptions.number(of: Self.description(of: entity).map { texts.number(of: $0) })
  }

  private mutating func description(of form: NameForm) -> UInt32 {
    if let last = lastForm, let number = descriptionsOfForms.last, form.language == last.language,
      form.kind == last.kind, form.part == last.part, form.status == last.status,
      Self.isSame(form.system, last.system), Self.isSame(form.from, last.from),
      Self.isSame(form.source, last.source), Self.isSame(form.note, last.note)
    {
      return number
    }
    lastForm = form
    return formDescriptions.number(of: Self.description(of: form).map { texts.number(of: $0) })
  }

  /// Whether two texts have the same bytes; the empty text is none.
  private static func isSame(_ a: String?, _ b: String?) -> Bool { (a ?? "").utf8.elementsEqual((b ?? "").utf8) }

  private static func isChineseOrKorean(_ form: NameForm) -> Bool {
    form.language.language == SourceLanguage.korean.rawValue
      || form.language.language == SourceLanguage.chinese.rawValue
  }

  /// Files the next form under its keys and words.
  ///
  /// - Parameter isFirst: whether no form that goes before has the same words.
  private mutating func addWords(of form: NameForm, isFirst: Bool, readsSpellings: Bool) {
    if !form.isLocaleName, !Self.isChineseOrKorean(form), plain.read(form.text), words.add(plain) {
      keys.append(.whole(plain), formCount)
      keys.append(.sorted(plain), formCount)
      if readsSpellings { for key in words.readingKeys(ofLast: plain) { keys.append(key, formCount) } }
      return
    }
    var formWords = NameKeyer.Words()
    if let folded = try? FoldedName(form.text, han: tables.han) {
      if !form.isLocaleName {
        for key in keyer.keys(ofForm: folded, language: form.language, readsSpellings: readsSpellings) {
          keys.append(key, formCount)
        }
        formWords = keyer.words(of: InterpretedName(folded, tables: tables))
      } else if isFirst {
        // Every language has its own form, so that these need be found as they are written only.
        for key in keyer.textKeys(folded) { keys.append(key, formCount) }
      }
    }
    words.add(formWords)
  }

  // MARK: Sections

  /// Lays the sections down.
  consuming func add(
    to file: inout SectionedFileWriter, decisions: [UInt8], sources: [UInt8]
  ) -> NameIndexBuilder.Summary {
    firstForms.append(formCount)
    let nameKeys = KeyTable.encoded(keys, limit: Int(formCount))
    file.add(IndexFormat.nameKeys, nameKeys.bytes)
    let wordCounts = words.add(to: &file)
    var meta = ByteWriter()
    meta.append(NameKey.schemeVersion)
    for count in [
      Int(entityCount), entityDescriptions.count, Int(formCount), formDescriptions.count, nameKeys.keys,
      wordCounts.words, wordCounts.keys, decisions.count / IndexFormat.decisionRecord,
      sources.count / IndexFormat.sourceRecord,
    ] {
      meta.append(UInt32(count))
    }
    file.add(IndexFormat.meta, meta.bytes)
    file.add(IndexFormat.strings, texts.encoded())
    file.add(
      IndexFormat.entities,
      [entityTexts, descriptionsOfEntities, firstForms, nativeForms].flatMap { PackedNumbers.encoded($0) })
    file.add(IndexFormat.entityDescriptions, entityDescriptions.bytes)
    file.add(
      IndexFormat.forms,
      [formTexts, descriptionsOfForms, entitiesOfForms].flatMap { PackedNumbers.encoded($0) })
    file.add(IndexFormat.formDescriptions, formDescriptions.bytes)
    file.add(IndexFormat.decisions, decisions)
    file.add(IndexFormat.sources, sources)
    if let scan { file.add(IndexFormat.scan, scan.encoded(formCount: Int(formCount))) }
    return NameIndexBuilder.Summary(
      entities: Int(entityCount), forms: Int(formCount), keys: nameKeys.keys + wordCounts.keys,
      postings: keys.count + wordCounts.postings)
  }

  // MARK: Records

  /// The texts of a form, in the order of the columns of its table.
  static func columns(of form: NameForm) -> [String] { [form.text] + description(of: form) }

  private static func description(of form: NameForm) -> [String] {
    [
      form.language.rawValue, form.kind.rawValue, form.part.rawValue, form.system, form.from ?? "",
      form.source, form.status.rawValue, form.note ?? "",
    ]
  }

  private static func description(of entity: Entity) -> [String] {
    [
      entity.type.rawValue, entity.country ?? "", entity.born ?? "", entity.died ?? "", entity.wikidata ?? "",
      entity.note ?? "",
    ]
  }
}

extension NameForm {
  /// Whether the form begins with the surname.
  ///
  /// - Parameter home: the language in which the name is at home.
  fileprivate func isFamilyFirst(home: String, tables: TransliterationTables) -> Bool {
    switch home {
    // Who has a given name of the West as well has it before the surname: Jack Ma, Пол Чан.
    case "ko", "zh", "vi": !beginsWithGivenName(tables)
    // Western writers turn Japanese and Hungarian names round.
    case "ja": ["ja", "zh", "ko"].contains(language.language)
    case "hu": language.language == "hu"
    default: false
    }
  }

  /// A word that departs more than so from how surnames are spelled, by custom and in dialects, is none.
  private static let surnameLimit = 150

  /// Whether the first word is no surname of Korea or China, and either a given name of other languages before one that is
  /// none, or one of two words of which the other is such a surname.
  private func beginsWithGivenName(_ tables: TransliterationTables) -> Bool {
    guard let folded = try? FoldedName(text, han: tables.han), let script = folded.script,
      script == "Latn" || script == "Cyrl", let first = folded.tokens.first, let last = folded.tokens.last,
      folded.tokens.count > 1
    else { return false }
    func isSurname(_ word: FoldedName.Token) -> Bool {
      [SourceLanguage.korean, .chinese].contains {
        tables.model($0, script: script)?.isSurname(word.letters, within: Self.surnameLimit, tables.surnames) ?? false
      }
    }
    if isSurname(first) { return false }
    if folded.tokens.count == 2, isSurname(last) { return true }
    let words = InterpretedName(folded, tables: tables).interpretations.flatMap(\.words)
    func isGivenName(_ token: FoldedName.Token) -> Bool {
      words.contains { $0.letters == token.letters && $0.meanings.contains { $0.role == .given } }
    }
    return isGivenName(first) && !isGivenName(last)
  }
}
