import ArgumentParser
import NameModel

/// `allonym import ftm`: FollowTheMoney entities, one JSON object a line.
struct FtMImport: ImportFormatCommand {
  static let format = "ftm"
  static let configuration = CommandConfiguration(
    commandName: "ftm",
    abstract: "Import FollowTheMoney entities (JSON lines).",
    discussion: """
      Takes people, organizations, vessels and aircraft, events and works; other schemata are left out. name is a preferred \
      name (one in each script), alias another, previousName a former one, weakAlias a weak one, abbreviation an abbreviation.

      Example:
        allonym import ftm entities.ftm.json -o entities.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    for path in files.paths {
      var lines = try ByteLines(path: path)
      var line: [UInt8] = []
      while try lines.next(into: &line) {
        if line.isEmpty { continue }
        try sink.record(RecordPlace(file: lines.name, line: lines.number)) { () throws(RecordError) in
          try Self.outcome(line, options.invalidText.invalid)
        }
      }
    }
  }

  private static func outcome(_ line: [UInt8], _ invalid: InvalidText) throws(RecordError) -> RecordOutcome {
    let fields = try JSONRecord(line, invalid)
    guard let id = fields.text("id") else { throw RecordError("the entity has no `id`") }
    guard let schema = fields.text("schema") else { throw RecordError("the entity `\(id)` has no `schema`") }
    guard let type = FtMSchema.type(schema) else { return .leftOut }
    guard case .object(let properties)? = fields["properties"] else {
      throw RecordError("the entity `\(id)` has no `properties`; it has to be an object of arrays")
    }
    return .entity(FtMSchema.entity(id: id, type: type, caption: fields.text("caption"), JSONRecord(properties)))
  }
}

/// What the schemata and properties of FollowTheMoney say.
enum FtMSchema {
  /// The type of the entities of a schema; `nil` for those that have no names here, such as addresses and passports.
  static func type(_ schema: String) -> EntityType? {
    switch schema {
    case "Person": .person
    case "Organization", "Company", "PublicBody", "LegalEntity": .organization
    case "Vessel", "Airplane": .vessel
    case "Event", "Trip": .event
    case "Article", "Document", "HyperText", "Pages", "PlainText": .work
    case "RealEstate": .facility
    default: nil
    }
  }

  /// The kinds of the properties that are names.
  private static let names: [(property: String, kind: NameKind)] = [
    ("name", .pref), ("alias", .alt), ("previousName", .former), ("weakAlias", .weak), ("abbreviation", .abbr),
  ]

  static func entity(id: String, type: EntityType, caption: String?, _ properties: JSONRecord) -> EntityDraft {
    var draft = EntityDraft(id: id, type: type)
    for (key, kind) in names {
      var texts = properties.texts(key)
      // The caption is the name to show.
      if kind == .pref, let caption, let place = texts.firstIndex(of: caption) {
        texts.remove(at: place)
        texts.insert(caption, at: 0)
      }
      for text in texts { draft.add(text, kind) }
    }
    if draft.names.isEmpty {
      let parts = ["firstName", "secondName", "middleName", "fatherName", "lastName"]
      draft.add(ImportFacts.joined(parts.map { properties.texts($0).first }), .pref)
    }
    for key in facts {
      for text in properties.texts(key) { add(text, key, language: nil, to: &draft) }
    }
    return draft
  }

  /// The properties that are facts, the most telling first.
  private static let facts = [
    "nationality", "citizenship", "country", "jurisdiction", "flag", "birthDate", "incorporationDate", "deathDate",
    "dissolutionDate", "wikidataId",
  ]

  /// Adds a value of a property; of several of one fact the first counts.
  static func add(_ value: String, _ property: String, language: LanguageTag?, to draft: inout EntityDraft) {
    switch property {
    case "nationality", "citizenship", "country", "jurisdiction", "flag":
      draft.country = draft.country ?? ImportFacts.country(value)
    case "birthDate", "incorporationDate": draft.born = draft.born ?? ImportFacts.date(value)
    case "deathDate", "dissolutionDate": draft.died = draft.died ?? ImportFacts.date(value)
    case "wikidataId": draft.wikidata = draft.wikidata ?? ImportFacts.wikidata(value)
    default:
      if let kind = names.first(where: { $0.property == property })?.kind { draft.add(value, kind, language: language) }
    }
  }
}
