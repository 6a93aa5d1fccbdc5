import ArgumentParser
import NameModel

/// `allonym import uk`: the sanctions lists of the United Kingdom.
struct UKImport: ImportFormatCommand {
  static let format = "uk"
  static let configuration = CommandConfiguration(
    commandName: "uk",
    abstract: "Import the UK Sanctions List, or OFSI's ConList (CSV).",
    discussion: """
      Names of type Primary Name are preferred, variations of them and aliases are others; low quality a.k.a. becomes weak, \
      f.k.a. former.

      Example:
        allonym import uk UK-Sanctions-List.csv -o uk.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    for path in files.paths { try read(path, into: sink) }
  }

  /// One row for each name and address. The list has some megabytes.
  private func read(_ path: String, into sink: ImportSink) throws {
    var records = try CSVRecords(path: path, delimiter: UInt8(ascii: ","), invalid: options.invalidText.invalid)
    // Before the column names stands a line with the date of the list.
    let header = try records.header(
      where: { $0.find("Name 6") != nil && $0.find("Unique ID", "Group ID") != nil },
      "the UK's list (Unique ID, Name 6, Name 1, …)")
    let columns = UKColumns(header)
    var groups = EntityGroups()
    try records.forEach(into: sink) { record throws(RecordError) in
      guard let number = record.cell(columns.id) else { throw RecordError("the row has no Unique ID") }
      let id = "uk-\(number)"
      let type = try columns.type(record)
      return groups.add(id, first: EntityDraft(id: id, type: type)) { columns.add(record, to: &$0) }
    }
    try groups.write(to: sink)
  }
}

/// Where the columns of both lists are.
private struct UKColumns {
  let id: Int?
  private let subject: Int?
  private let names: [Int?]
  private let nameType: Int?
  private let strength: Int?
  private let original: Int?
  private let originalLanguage: Int?
  private let born: Int?

  init(_ header: CSVHeader) {
    id = header.find("Unique ID", "Group ID")
    subject = header.find("Designation Type", "Individual, Entity, Ship", "Group Type")
    // The family name of a person, or the whole name of another, stands first in the file, and last in the name.
    names = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map { header.find($0) }
    nameType = header.find("Name type", "Alias Type")
    strength = header.find("Alias strength", "Alias Quality")
    original = header.find("Name non-latin script")
    originalLanguage = header.find("Non-latin script language")
    born = header.find("D.O.B", "DOB")
  }

  func type(_ record: CSVRecords.Record) throws(RecordError) -> EntityType {
    switch record.cell(subject)?.lowercased() {
    case "individual": return .person
    case "entity": return .organization
    case "ship": return .vessel
    case let word: throw RecordError("neither an individual, an entity nor a ship, but `\(word ?? "")`")
    }
  }

  func add(_ record: CSVRecords.Record, to draft: inout EntityDraft) {
    draft.add(ImportFacts.joined(names.map { record.cell($0) }), kind(record))
    let language = record.cell(originalLanguage).flatMap(Self.language)
    draft.add(record.cell(original), .pref, language: language)
    draft.born = draft.born ?? ImportFacts.date(record.cell(born))
  }

  private func kind(_ record: CSVRecords.Record) -> NameKind {
    let type = record.cell(nameType)?.lowercased() ?? ""
    let strength = record.cell(strength)?.lowercased() ?? ""
    if type == "primary name" { return .pref }
    if strength.hasPrefix("low") { return .weak }
    return type.hasPrefix("fka") || type.hasPrefix("f.k.a") ? .former : .alt
  }

  /// The languages that the list names; of others the script is told by the letters.
  private static func language(_ name: String) -> LanguageTag? {
    let tags = [
      "arabic": "ar", "belarusian": "be", "burmese": "my", "chinese": "zh", "farsi": "fa", "hebrew": "he",
      "korean": "ko", "pashto": "ps", "persian": "fa", "russian": "ru", "serbian": "sr", "ukrainian": "uk",
      "urdu": "ur",
    ]
    return tags[name.lowercased()].flatMap { LanguageTag($0) }
  }
}
