import NameModel

/// Reads items of Wikidata.
struct WikidataReader {
  private let types: [String: EntityType]
  private let wants: (EntityType?) -> Bool
  private let wantsLanguage: (LanguageTag) -> Bool
  /// Whether the item has names in languages that are not wanted.
  private var hasOtherNames = false
  /// The tags of Wikidata's language codes, and whether names in them are wanted.
  private var languages: [String: LanguageTag?] = [:]

  init(
    types: [String: EntityType], wants: @escaping (EntityType?) -> Bool,
    wantsLanguage: @escaping (LanguageTag) -> Bool
  ) {
    self.types = WikidataVocabulary.types.merging(types) { $1 }
    self.wants = wants
    self.wantsLanguage = wantsLanguage
  }

  /// - Parameter line: one JSON object.
  mutating func outcome(_ line: [UInt8]) throws(RecordError) -> RecordOutcome {
    var cursor = JSONCursor(line)
    guard try cursor.kind() == UInt8(ascii: "{") else { throw RecordError("no item; write an object") }
    var id: String?
    var kind: String?
    var places: (labels: Int?, aliases: Int?, claims: Int?)
    try cursor.forEachField { cursor, key throws(RecordError) in
      switch key {
      case "id": id = try cursor.text()
      case "type": kind = try cursor.text()
      case "labels": places.labels = cursor.place
      case "aliases": places.aliases = cursor.place
      case "claims": places.claims = cursor.place
      default: break
      }
      if key != "id", key != "type" { try cursor.skip() }
    }
    try cursor.expectEnd()
    guard let id else { throw RecordError("the item has no `id`") }
    guard kind ?? "item" == "item" else { return .leftOut }
    // Statements say what an item is; names of what is not wanted need not be read.
    var statements = WikidataStatements()
    if let place = places.claims { try statements.read(JSONCursor(line, at: place), types) }
    guard wants(statements.type) else { return .leftOut }
    var draft = EntityDraft(id: id, type: statements.type)
    hasOtherNames = false
    draft.wikidata = ImportFacts.wikidata(id)
    draft.country = statements.country
    draft.born = statements.born
    draft.died = statements.died
    if let place = places.labels { try readLabels(JSONCursor(line, at: place), into: &draft) }
    for name in statements.names {
      if let language = language(name.language) { draft.add(name.text, name.kind, language: language) }
    }
    if let place = places.aliases { try readAliases(JSONCursor(line, at: place), into: &draft) }
    return draft.names.isEmpty && hasOtherNames ? .leftOut : .entity(draft)
  }

  private mutating func readLabels(_ start: JSONCursor, into draft: inout EntityDraft) throws(RecordError) {
    var cursor = start
    try cursor.forEachField { cursor, code throws(RecordError) in
      guard let language = language(code) else {
        hasOtherNames = true
        return try cursor.skip()
      }
      draft.add(try Self.value(&cursor), .pref, language: language)
    }
  }

  private mutating func readAliases(_ start: JSONCursor, into draft: inout EntityDraft) throws(RecordError) {
    var cursor = start
    try cursor.forEachField { cursor, code throws(RecordError) in
      guard let language = language(code) else {
        hasOtherNames = true
        return try cursor.skip()
      }
      try cursor.forEachElement { cursor throws(RecordError) in
        draft.add(try Self.value(&cursor), .alt, language: language)
      }
    }
  }

  /// The `value` of an object.
  private static func value(_ cursor: inout JSONCursor) throws(RecordError) -> String? {
    var text: String?
    try cursor.forEachField { cursor, key throws(RecordError) in
      if key == "value" { text = try cursor.text() } else { try cursor.skip() }
    }
    return text
  }

  /// The tag of a language code; `nil` where names in it are not wanted.
  private mutating func language(_ code: String) -> LanguageTag? {
    if let known = languages[code] { return known }
    let tag = LanguageTag(WikidataVocabulary.languages[code] ?? code) ?? .undetermined
    let wanted = wantsLanguage(tag) ? tag : nil
    languages[code] = .some(wanted)
    return wanted
  }
}

/// What the statements of an item say.
struct WikidataStatements {
  private(set) var country: String?
  private(set) var born: String?
  private(set) var died: String?
  private(set) var names: [(text: String, language: String, kind: NameKind)] = []
  private var classType: EntityType?
  private var impliedType: EntityType?

  /// By the classes of the item, else by the properties that it has.
  var type: EntityType? { classType ?? impliedType }

  mutating func read(_ start: JSONCursor, _ types: [String: EntityType]) throws(RecordError) {
    var cursor = start
    try cursor.forEachField { cursor, property throws(RecordError) in
      if impliedType == nil { impliedType = WikidataVocabulary.implied[property] }
      guard WikidataVocabulary.isRead(property) else { return try cursor.skip() }
      try cursor.forEachElement { cursor throws(RecordError) in
        let statement = try Statement(&cursor)
        if statement.rank != "deprecated" { take(property, statement, types) }
      }
    }
  }

  private mutating func take(_ property: String, _ statement: Statement, _ types: [String: EntityType]) {
    switch property {
    case "P31": if classType == nil, let item = statement.item { classType = types[item] }
    case "P297": country = ImportFacts.country(statement.text) ?? country
    case "P27", "P17": if country == nil, let item = statement.item { country = WikidataVocabulary.countries[item] }
    case "P569", "P571": born = born ?? statement.date
    case "P570", "P576": died = died ?? statement.date
    default:
      guard let text = statement.text, let kind = WikidataVocabulary.names[property] else { return }
      // Kana are written without a language; katakana and hiragana are Japanese.
      names.append((text, statement.language ?? "ja", kind))
    }
  }
}

/// One statement: its value and its rank.
private struct Statement {
  var rank = "normal"
  /// A string, or the text of a value with a language.
  var text: String?
  var language: String?
  /// The item that the value is.
  var item: String?
  private var time: String?
  private var precision: Int?

  /// As far as its precision goes; `nil` for centuries and longer, and for dates before our era.
  var date: String? {
    guard let time, let precision, precision >= 9, time.hasPrefix("+"), let day = ImportFacts.date(time) else {
      return nil
    }
    return String(day.prefix(precision == 9 ? 4 : precision == 10 ? 7 : 10))
  }

  init(_ cursor: inout JSONCursor) throws(RecordError) {
    try cursor.forEachField { cursor, key throws(RecordError) in
      switch key {
      case "rank": rank = try cursor.text() ?? rank
      case "mainsnak":
        try cursor.forEachField { cursor, key throws(RecordError) in
          if key == "datavalue" { try readValue(&cursor) } else { try cursor.skip() }
        }
      default: try cursor.skip()
      }
    }
  }

  private mutating func readValue(_ cursor: inout JSONCursor) throws(RecordError) {
    try cursor.forEachField { cursor, key throws(RecordError) in
      guard key == "value" else { return try cursor.skip() }
      if try cursor.kind() == UInt8(ascii: "\"") {
        text = try cursor.text()
        return
      }
      try cursor.forEachField { cursor, key throws(RecordError) in
        switch key {
        case "id": item = try cursor.text()
        case "numeric-id": if let number = try cursor.number() { item = item ?? "Q\(number)" }
        case "text": text = try cursor.text()
        case "language": language = try cursor.text()
        case "time": time = try cursor.text()
        case "precision": precision = try cursor.number()
        default: try cursor.skip()
        }
      }
    }
  }
}
