import ArgumentParser
import NameModel

/// `allonym import ofac`: the lists of the Office of Foreign Assets Control.
struct OFACImport: ImportFormatCommand {
  static let format = "ofac"
  static let configuration = CommandConfiguration(
    commandName: "ofac",
    abstract: "Import OFAC's lists: SDN.CSV with ALT.CSV, or SDN.XML.",
    discussion: """
      The files of the CSV set are told by their columns: SDN.CSV (12), ALT.CSV (5); ADD.CSV (6) and SDN_COMMENTS.CSV (2) hold \
      no names and are left out. Weak aliases are marked in the XML, and stand in the remarks of the CSV.

      Examples:
        allonym import ofac sdn.csv alt.csv -o ofac.jsonl
        allonym import ofac sdn.xml -o ofac.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    var tables = OFACTables()
    for path in files.paths {
      if try XMLRecords.isXML(path) {
        try OFACXML.read(path, into: sink)
      } else {
        let records = try CSVRecords(path: path, delimiter: UInt8(ascii: ","), invalid: options.invalidText.invalid)
        try tables.read(records, into: sink)
      }
    }
    try tables.write(to: sink)
  }
}

/// What OFAC's words mean.
enum OFACWord {
  static func type(_ word: String?) -> EntityType {
    switch word?.lowercased() {
    case "individual": .person
    case "vessel", "aircraft": .vessel
    default: .organization
    }
  }

  /// `aka`, `a.k.a.`, `fka`, `f.k.a.`, `nka`.
  static func kind(_ word: String?, isWeak: Bool) -> NameKind {
    if isWeak { return .weak }
    return word?.lowercased().hasPrefix("f") == true ? .former : .alt
  }

  static func id(_ number: String) -> String { "ofac-\(number)" }
}

/// The CSV set: some megabytes, kept until the aliases are joined to their entities.
private struct OFACTables {
  private var groups = EntityGroups()
  private var aliases: [(place: RecordPlace, id: String, text: String, kind: NameKind)] = []
  private var types: [String: EntityType] = [:]

  mutating func read(_ records: consuming CSVRecords, into sink: ImportSink) throws {
    try records.forEach(into: sink) { record throws(RecordError) in
      // The files of the agency end with a control character.
      if record.cells == ["\u{1A}"] { return .leftOut }
      switch record.cells.count {
      case 12: return try readEntity(record)
      case 5: return try readAlias(record)
      case 6, 2: return .leftOut
      default:
        throw RecordError("\(record.cells.count) cells; a row of SDN.CSV has 12, one of ALT.CSV 5")
      }
    }
  }

  /// Joins the aliases, whichever file came first, and writes everything.
  mutating func write(to sink: ImportSink) throws {
    for alias in aliases {
      try sink.settle(alias.place) { () throws(RecordError) in
        guard let type = types[alias.id] else {
          throw RecordError("an alias of entity \(alias.id), which is not there; give SDN.CSV of the same day too")
        }
        let text = type == .person ? ImportFacts.uninverted(alias.text) : alias.text
        groups.extend(OFACWord.id(alias.id)) { $0.add(text, alias.kind) }
        return .joined
      }
    }
    try groups.write(to: sink)
  }

  private mutating func readEntity(_ record: CSVRecords.Record) throws(RecordError) -> RecordOutcome {
    guard let number = Self.cell(record, 0) else { throw RecordError("the row has no number (ent_num)") }
    guard types[number] == nil else { throw RecordError("entity \(number) comes twice") }
    guard let name = Self.cell(record, 1) else { throw RecordError("entity \(number) has no name") }
    let type = OFACWord.type(Self.cell(record, 2))
    types[number] = type
    let remarks = Self.cell(record, 11) ?? ""
    let id = OFACWord.id(number)
    return groups.add(id, first: EntityDraft(id: id, type: type)) { draft in
      draft.add(type == .person ? ImportFacts.uninverted(name) : name, .pref)
      for (text, kind) in Self.remarkedNames(remarks) { draft.add(text, kind) }
      for remark in remarks.split(separator: ";") {
        let words = String(remark).trimmingSpace
        if words.hasPrefix("DOB "), draft.born == nil {
          draft.born = ImportFacts.date(String(words.dropFirst(4)).trimming("."))
        }
      }
    }
  }

  private mutating func readAlias(_ record: CSVRecords.Record) throws(RecordError) -> RecordOutcome {
    guard let number = Self.cell(record, 0) else { throw RecordError("the row has no number (ent_num)") }
    guard let name = Self.cell(record, 3) else { throw RecordError("an alias of entity \(number) has no name") }
    aliases.append((record.place, number, name, OFACWord.kind(Self.cell(record, 2), isWeak: false)))
    return .deferred
  }

  /// `-0-` is nothing.
  private static func cell(_ record: CSVRecords.Record, _ column: Int) -> String? {
    let text = record.cell(column)
    return text == "-0-" ? nil : text
  }

  /// The names in remarks: `a.k.a. 'BNC'; f.k.a. 'OLD BNC'`. What stands there is what the agency holds for weak.
  private static func remarkedNames(_ remarks: String) -> [(String, NameKind)] {
    var names: [(String, NameKind)] = []
    for remark in remarks.split(separator: ";") {
      let words = String(remark).trimmingSpace.trimming(".")
      let lead = words.drop { $0 == "(" }
      guard ["a.k.a. '", "f.k.a. '", "n.k.a. '"].contains(where: { lead.hasPrefix($0) }),
        let start = lead.firstIndex(of: "'"), let end = lead.lastIndex(of: "'"), start < end
      else { continue }
      names.append((String(lead[lead.index(after: start)..<end]), .weak))
    }
    return names
  }
}

/// The XML: an `sdnEntry` for each entity.
private enum OFACXML {
  static func read(_ path: String, into sink: ImportSink) throws {
    try XMLRecords.forEach(path, ["sdnEntry"], "OFAC's SDN.XML", into: sink) { entry throws(RecordError) in
      guard let number = entry.text(of: "uid") else { throw RecordError("an sdnEntry has no uid") }
      let type = OFACWord.type(entry.text(of: "sdnType"))
      var draft = EntityDraft(id: OFACWord.id(number), type: type)
      draft.add(name(entry), .pref)
      for alias in entry.first("akaList")?.all("aka") ?? [] {
        let isWeak = alias.text(of: "category")?.lowercased() == "weak"
        draft.add(name(alias), OFACWord.kind(alias.text(of: "type"), isWeak: isWeak))
      }
      let births = entry.first("dateOfBirthList")?.all("dateOfBirthItem") ?? []
      let birth = births.first { $0.text(of: "mainEntry") == "true" } ?? births.first
      draft.born = ImportFacts.date(birth?.text(of: "dateOfBirth"))
      return .entity(draft)
    }
  }

  private static func name(_ node: XMLNode) -> String {
    ImportFacts.joined([node.text(of: "firstName"), node.text(of: "lastName")])
  }
}

extension String {
  /// The text without these characters at its end.
  func trimming(_ ending: Character) -> String {
    var text = self[...]
    while text.last == ending { text.removeLast() }
    return String(text)
  }
}
