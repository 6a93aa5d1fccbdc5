import ArgumentParser
import NameModel

/// `allonym import opensanctions`: the simplified CSV of OpenSanctions.
struct OpenSanctionsImport: ImportFormatCommand {
  static let format = "opensanctions"
  static let configuration = CommandConfiguration(
    commandName: "opensanctions",
    abstract: "Import targets.simple.csv of OpenSanctions.",
    discussion: """
      The file does not tell weak aliases from strong ones; entities.ftm.json does (allonym import ftm).

      Example:
        allonym import opensanctions targets.simple.csv -o targets.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    for path in files.paths {
      var records = try CSVRecords(
        path: path, delimiter: UInt8(ascii: ","), invalid: options.invalidText.invalid)
      let header = try records.header(
        where: { $0.find("id") != nil && $0.find("schema") != nil && $0.find("aliases") != nil },
        "targets.simple.csv (id, schema, name, aliases, …)")
      let (id, schema, name) = (header.find("id"), header.find("schema"), header.find("name"))
      let (aliases, born, countries) = (
        header.find("aliases"), header.find("birth_date"), header.find("countries")
      )
      try records.forEach(into: sink) { record throws(RecordError) in
        guard let key = record.cell(id) else { throw RecordError("the row has no id") }
        guard let word = record.cell(schema) else { throw RecordError("the entity `\(key)` has no schema") }
        guard let type = FtMSchema.type(word) else { return .leftOut }
        var draft = EntityDraft(id: key, type: type)
        draft.add(record.cell(name), .pref)
        for alias in Self.values(record.cell(aliases)) { draft.add(alias, .alt) }
        draft.country = Self.values(record.cell(countries)).lazy.compactMap(ImportFacts.country).first
        draft.born = Self.values(record.cell(born)).lazy.compactMap(ImportFacts.date).first
        draft.wikidata = ImportFacts.wikidata(key)
        return .entity(draft)
      }
    }
  }

  /// The values of a cell that holds several: apart by semicolons, and in quotation marks where they hold one.
  static func values(_ cell: String?) -> [String] {
    guard let cell else { return [] }
    guard cell.contains("\"") else { return cell.split(separator: ";").map { String($0).trimmingSpace } }
    var values: [String] = []
    var value = ""
    var isQuoted = false
    var characters = cell.unicodeScalars.makeIterator()
    var next = characters.next()
    while let scalar = next {
      next = characters.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        value += "\""
        next = characters.next()
      case "\"" where isQuoted: isQuoted = false
      case "\"" where value.isEmpty: isQuoted = true
      case ";" where !isQuoted:
        values.append(value)
        value = ""
      default: value.unicodeScalars.append(scalar)
      }
    }
    return (values + [value]).map(\.trimmingSpace).filter { !$0.isEmpty }
  }
}
