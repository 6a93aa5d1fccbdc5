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
  private var entities: [Entity] = []
  /// By id: the place among the entities.
  private var places: [String: Int] = [:]
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
    guard places[entity.id] == nil else { throw .duplicateEntity(id: entity.id) }
    var entity = entity
    if !entity.names.allSatisfy(isUsable) { entity.names = entity.names.filter(isUsable) }
    guard !entity.names.isEmpty else { throw .noUsableName(id: entity.id) }
    places[entity.id] = entities.count
    entities.append(entity)
  }

  /// Whether a form is taken.
  private func isUsable(_ form: NameForm) -> Bool {
    guard form.status != .rejected else { return false }
    // Most forms begin with a letter.
    if form.text.utf8.count <= FoldedName.byteLimit, let first = form.text.utf8.first, first < 0x80,
      Unicode.Scalar(first).properties.isAlphabetic
    {
      return true
    }
    return (try? FoldedName(form.text, han: tables.han)) != nil
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
      for id in [decision.a, decision.b] where places[id] == nil { throw .unknownEntityInDecision(id: id) }
    }
    var assembly = IndexAssembly(tables: tables, keyer: keyer, readsSpellings: readsSpellings)
    assembly.searchesText = searchesText
    for entity in entities {
      for form in entity.names where !form.isLocaleName { assembly.languages[form.language, default: 0] += 1 }
    }
    for place in sortedEntities() { assembly.add(Self.sorted(entities[place])) }
    let decisionRecords = encodeDecisions(&assembly.texts)
    let sourceRecords = encodeSources(&assembly.texts)
    return assembly.add(to: &file, decisions: decisionRecords, sources: sourceRecords)
  }

  /// The places of the entities in the order of their ids.
  private func sortedEntities() -> [Int] {
    /// The first eight bytes of the id, which tell many apart, and the place.
    var ordered: [(head: UInt64, place: Int)] = []
    ordered.reserveCapacity(entities.count)
    for (place, entity) in entities.enumerated() {
      var head: UInt64 = 0
      var shift: UInt64 = 56
      for byte in entity.id.utf8.prefix(8) {
        head |= UInt64(byte) << shift
        shift &-= 8
      }
      ordered.append((head, place))
    }
    ordered.sort { a, b in
      if a.head != b.head { return a.head < b.head }
      return entities[a.place].id.utf8.lexicographicallyPrecedes(entities[b.place].id.utf8)
    }
    return ordered.map(\.place)
  }

  /// An entity with its forms in the order of an index.
  private static func sorted(_ entity: Entity) -> Entity {
    guard entity.names.count > 1 else { return entity }
    var entity = entity
    entity.names.sort {
      NameForm.precedes($0, $1)
        || !NameForm.precedes($1, $0)
          && precedes(IndexAssembly.columns(of: $0), IndexAssembly.columns(of: $1))
    }
    return entity
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
