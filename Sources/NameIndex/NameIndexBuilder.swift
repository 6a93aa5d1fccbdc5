public import NameModel
public import SectionedFile
public import Transliteration

/// Compiles entities into the sections of an index. The same entities give the same bytes, in whatever order they come.
public struct NameIndexBuilder {
  /// Why an entity was not taken.
  public enum Rejection: Error, Hashable, Sendable, CustomStringConvertible {
    case duplicateEntity(id: String)
    case noUsableName(id: String)
    case unknownEntityInDecision(id: String)

    public var description: String {
      switch self {
      case .duplicateEntity(let id): "the entity `\(id)` comes twice; merge its rows or give one another id"
      case .noUsableName(let id): "the entity `\(id)` has no name with a letter in it"
      case .unknownEntityInDecision(let id): "a decision names the entity `\(id)`, which is not there"
      }
    }
  }

  private let tables: TransliterationTables
  private let keyer: NameKeyer
  private var entities: [String: Entity] = [:]
  private var decisions: [Decision] = []
  private var sources: [String: Source] = [:]

  private let readsSpellings: Bool

  /// Whether running text is searched for a form of an entity; for every form, where nothing else is said.
  public var searchesText: (NameForm, Entity) -> Bool = { _, _ in true }

  /// - Parameter readsSpellings: whether Latin spellings of entities without a native form are filed as the
  ///   Chinese names that they may spell; needless where East Asian entities have native forms, as in the curated tables.
  public init(tables: TransliterationTables, readsSpellings: Bool = true) {
    self.tables = tables
    self.readsSpellings = readsSpellings
    keyer = NameKeyer(tables: tables)
  }

  /// Adds an entity. Rejected forms and forms without a letter are left out.
  public mutating func add(_ entity: Entity) throws(Rejection) {
    guard entities[entity.id] == nil else { throw .duplicateEntity(id: entity.id) }
    var entity = entity
    entity.names = entity.names.filter { $0.status != .rejected && (try? FoldedName($0.text, han: tables.han)) != nil }
    guard !entity.names.isEmpty else { throw .noUsableName(id: entity.id) }
    entities[entity.id] = entity
  }

  public mutating func add(_ decision: Decision) { decisions.append(decision) }

  /// Adds a source. Of two that claim one id, the one whose columns sort first stays.
  public mutating func add(_ source: Source) {
    if let known = sources[source.id], !Self.precedes(Self.columns(of: source), Self.columns(of: known)) { return }
    sources[source.id] = source
  }

  public mutating func add(_ tables: AliasTables) throws(Rejection) {
    for entity in tables.entities { try add(entity) }
    for decision in tables.decisions { add(decision) }
    for source in tables.sources { add(source) }
  }

  /// How large the index became.
  public struct Summary: Hashable, Sendable {
    public var entities: Int
    public var forms: Int
    public var keys: Int
    public var postings: Int
  }

  /// Lays the index down as sections of `file`.
  @discardableResult
  public func add(to file: inout SectionedFileWriter) throws(Rejection) -> Summary {
    for decision in decisions {
      for id in [decision.a, decision.b] where entities[id] == nil { throw .unknownEntityInDecision(id: id) }
    }
    var texts = TextPoolBuilder()
    var entityRecords = ByteWriter()
    var entityDescriptions = DescriptionsBuilder()
    var formRecords = ByteWriter()
    var formDescriptions = DescriptionsBuilder()
    var keys: [(key: NameKey, number: UInt32)] = []
    var words = WordsBuilder(keyer: keyer)
    var scan = (try? tables.folding()).map { ScanSectionBuilder(folding: $0) }
    var formCount: UInt32 = 0
    let ordered = entities.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    var languages: [LanguageTag: Int] = [:]
    for form in ordered.lazy.flatMap(\.names) where !form.isLocaleName { languages[form.language, default: 0] += 1 }
    for (number, var entity) in ordered.enumerated() {
      entity.names.sort {
        NameForm.precedes($0, $1)
          || !NameForm.precedes($1, $0) && Self.precedes(Self.columns(of: $0), Self.columns(of: $1))
      }
      // What native forms say of a name need not be guessed from spellings.
      let isEastAsian = entity.names.contains { ["ko", "zh"].contains($0.language.language) } || !readsSpellings
      let native = entity.nativeName.flatMap { entity.names.firstIndex(of: $0) } ?? 0
      entityRecords.append(texts.number(of: entity.id))
      entityRecords.append(
        entityDescriptions.number(
          of: [
            entity.type.rawValue, entity.country ?? "", entity.born ?? "", entity.died ?? "", entity.wikidata ?? "",
            entity.note ?? "",
          ].map { texts.number(of: $0) }))
      entityRecords.append(formCount)
      let nativeForm = formCount + UInt32(native)
      entityRecords.append(nativeForm)
      let home = entity.names[native].language.language
      let carriers = FormCarriers(entity.names, native: native, languages: languages, tables: tables)
      for (place, form) in entity.names.enumerated() {
        if formCount == nativeForm, !form.isLocaleName {
          for (text, system) in Writings.of(form, type: entity.type, tables: tables) {
            var written = form
            written.text = text
            scan?.add(
              written, number: formCount, type: entity.type, isFamilyFirst: form.isFamilyFirst(home: home),
              system: system)
          }
        }
        if carriers.isFirstOfText(place), searchesText(form, entity) {
          scan?.add(form, number: formCount, type: entity.type, isFamilyFirst: form.isFamilyFirst(home: home))
        }
        let columns = Self.columns(of: form).map { texts.number(of: $0) }
        formRecords.append(columns[0])
        formRecords.append(formDescriptions.number(of: Array(columns.dropFirst())))
        formRecords.append(UInt32(number))
        var formWords = NameKeyer.Words()
        if let folded = carriers.folded[place] {
          if !form.isLocaleName {
            keys += keyer.keys(ofForm: folded, language: form.language, readsSpellings: !isEastAsian).map {
              ($0, formCount)
            }
            formWords = keyer.words(of: InterpretedName(folded, tables: tables))
          } else if carriers.isFirstOfWords(place) {
            // Every language has its own form, so that these need be found as they are written only.
            keys += keyer.textKeys(folded).map { ($0, formCount) }
          }
        }
        words.add(formWords, ofForm: formCount)
        formCount += 1
      }
    }
    let decisionRecords = encodeDecisions(&texts)
    let sourceRecords = encodeSources(&texts)
    let keyCount = KeyTable.add(&keys, to: &file, IndexFormat.nameKeys)
    let wordCounts = words.add(to: &file, &texts)

    var meta = ByteWriter()
    meta.append(NameKey.schemeVersion)
    for count in [
      ordered.count, entityDescriptions.count, Int(formCount), formDescriptions.count, keyCount, wordCounts.words,
      wordCounts.keys, decisions.count, sources.count,
    ] {
      meta.append(UInt32(count))
    }
    file.add(IndexFormat.meta, meta.bytes)
    file.add(IndexFormat.strings, texts.encoded())
    file.add(IndexFormat.entities, entityRecords.bytes)
    file.add(IndexFormat.entityDescriptions, entityDescriptions.bytes)
    file.add(IndexFormat.forms, formRecords.bytes)
    file.add(IndexFormat.formDescriptions, formDescriptions.bytes)
    file.add(IndexFormat.decisions, decisionRecords)
    file.add(IndexFormat.sources, sourceRecords)
    if let scan { file.add(IndexFormat.scan, scan.encoded()) }
    return Summary(
      entities: ordered.count, forms: Int(formCount), keys: keyCount + wordCounts.keys,
      postings: keys.count + wordCounts.postings)
  }

  private func encodeDecisions(_ texts: inout TextPoolBuilder) -> [UInt8] {
    var writer = ByteWriter()
    for decision in decisions.map(Self.columns).sorted(by: Self.precedes) {
      for text in decision { writer.append(texts.number(of: text)) }
    }
    return writer.bytes
  }

  private func encodeSources(_ texts: inout TextPoolBuilder) -> [UInt8] {
    var writer = ByteWriter()
    for source in sources.values.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      for text in Self.columns(of: source) { writer.append(texts.number(of: text)) }
    }
    return writer.bytes
  }

  // MARK: Records

  private static func columns(of form: NameForm) -> [String] {
    [
      form.text, form.language.rawValue, form.kind.rawValue, form.part.rawValue, form.system, form.from ?? "",
      form.source, form.status.rawValue, form.note ?? "",
    ]
  }

  private static func columns(of decision: Decision) -> [String] {
    [
      decision.a, decision.b, decision.judgement.rawValue, decision.reason ?? "", decision.source, decision.date ?? "",
    ]
  }

  private static func columns(of source: Source) -> [String] {
    [source.id, source.title, source.url ?? "", source.licence, source.retrieved ?? ""]
  }

  /// Whether a record sorts before another by all its texts, byte by byte: the order in which things were added never
  /// shows.
  private static func precedes(_ a: [String], _ b: [String]) -> Bool {
    for (left, right) in zip(a, b) where !left.utf8.elementsEqual(right.utf8) {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }
}

extension NameForm {
  /// Whether the form begins with the surname.
  ///
  /// - Parameter home: the language in which the name is at home.
  fileprivate func isFamilyFirst(home: String) -> Bool {
    switch home {
    case "ko", "zh", "vi": true
    // Western writers turn Japanese and Hungarian names round.
    case "ja": ["ja", "zh", "ko"].contains(language.language)
    case "hu": language.language == "hu"
    default: false
    }
  }
}
