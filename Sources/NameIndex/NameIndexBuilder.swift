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

  /// - Parameter readsSpellings: whether Latin spellings of entities without a native form are filed as the Korean and
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
    var strings = StringPool()
    var entityRecords = ByteWriter()
    var formRecords = ByteWriter()
    var postings: [NameKey: [UInt32]] = [:]
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
      for text in [
        entity.id, entity.type.rawValue, entity.country ?? "", entity.born ?? "", entity.died ?? "",
        entity.wikidata ?? "", entity.note ?? "",
      ] {
        entityRecords.append(strings.number(of: text))
      }
      entityRecords.append(formCount)
      entityRecords.append(UInt32(entity.names.count))
      // What native forms say of a name need not be guessed from spellings.
      let isEastAsian = entity.names.contains { ["ko", "zh"].contains($0.language.language) } || !readsSpellings
      let native = entity.nativeName.flatMap { entity.names.firstIndex(of: $0) } ?? 0
      entityRecords.append(formCount + UInt32(native))
      let nativeForm = formCount + UInt32(native)
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
        for text in Self.columns(of: form) { formRecords.append(strings.number(of: text)) }
        formRecords.append(UInt32(number))
        if let folded = carriers.folded[place] {
          formRecords.append(strings.number(of: folded.tokens.map(\.letters).joined(separator: " ")))
          if !form.isLocaleName {
            let keys = keyer.keys(
              ofForm: InterpretedName(folded, tables: tables), language: form.language, readsSpellings: !isEastAsian)
            for key in keys { postings[key, default: []].append(formCount) }
          } else if carriers.isFirstOfWords(place) {
            // Every language has its own form, so that these need be found as they are written only.
            for key in Set(keyer.textKeys(folded)) { postings[key, default: []].append(formCount) }
          }
        } else {
          formRecords.append(UInt32(0))
        }
        formCount += 1
      }
    }
    let decisionRecords = encodeDecisions(&strings)
    let sourceRecords = encodeSources(&strings)
    let keys = postings.keys.sorted()

    var meta = ByteWriter()
    meta.append(NameKey.schemeVersion)
    for count in [ordered.count, Int(formCount), keys.count, decisions.count, sources.count] {
      meta.append(UInt32(count))
    }
    var keyWriter = ByteWriter()
    var starts = ByteWriter()
    var lists = ByteWriter()
    var postingCount: UInt32 = 0
    for key in keys {
      keyWriter.append(key.rawValue)
      starts.append(postingCount)
      for form in postings[key] ?? [] {
        lists.append(form)
        postingCount += 1
      }
    }
    starts.append(postingCount)

    file.add(IndexFormat.meta, meta.bytes)
    file.add(IndexFormat.strings, strings.encoded())
    file.add(IndexFormat.entities, entityRecords.bytes)
    file.add(IndexFormat.forms, formRecords.bytes)
    file.add(IndexFormat.keys, keyWriter.bytes)
    file.add(IndexFormat.directory, Self.directory(of: keys))
    file.add(IndexFormat.postings, starts.bytes + lists.bytes)
    file.add(IndexFormat.decisions, decisionRecords)
    file.add(IndexFormat.sources, sourceRecords)
    if let scan { file.add(IndexFormat.scan, scan.encoded()) }
    return Summary(entities: ordered.count, forms: Int(formCount), keys: keys.count, postings: Int(postingCount))
  }

  private static func directory(of keys: [NameKey]) -> [UInt8] {
    var bits: UInt64 = 0
    while 1 << bits < keys.count / 8 { bits += 1 }
    var writer = ByteWriter()
    var number = 0
    for bucket in 0..<UInt64(1) << bits {
      while number < keys.count, bits > 0, keys[number].rawValue >> (64 - bits) < bucket { number += 1 }
      writer.append(UInt32(number))
    }
    writer.append(UInt32(keys.count))
    return writer.bytes
  }

  private func encodeDecisions(_ strings: inout StringPool) -> [UInt8] {
    var writer = ByteWriter()
    for decision in decisions.map(Self.columns).sorted(by: Self.precedes) {
      for text in decision { writer.append(strings.number(of: text)) }
    }
    return writer.bytes
  }

  private func encodeSources(_ strings: inout StringPool) -> [UInt8] {
    var writer = ByteWriter()
    for source in sources.values.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      for text in Self.columns(of: source) { writer.append(strings.number(of: text)) }
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

/// Each text once, numbered in the order of first use; 0 is the empty text.
private struct StringPool {
  private var texts = [""]
  /// By bytes: as strings, é in one normalization form is equal to é in another.
  private var numbers: [[UInt8]: UInt32] = [[]: 0]

  mutating func number(of text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    if let number = numbers[bytes] { return number }
    let number = UInt32(texts.count)
    texts.append(text)
    numbers[bytes] = number
    return number
  }

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(UInt32(texts.count))
    var offset: UInt32 = 0
    for text in texts {
      writer.append(offset)
      offset += UInt32(text.utf8.count)
    }
    writer.append(offset)
    for text in texts { writer.append(Array(text.utf8)) }
    return writer.bytes
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
