import ArgumentParser
import NameModel

/// `allonym import jrc-names`: the entities file of JRC-Names.
struct JRCNamesImport: ImportFormatCommand {
  static let format = "jrc-names"
  static let configuration = CommandConfiguration(
    commandName: "jrc-names",
    abstract: "Import the entities file of JRC-Names (TSV).",
    discussion: """
      The first name of an entity in no particular language (u) is the preferred one. Entities of unknown type (U) are left \
      out without --default-type. Single words in this list are noisy (reach, emergency): they become weak.

      Example:
        unzip -p entities.zip | allonym import jrc-names - --default-type person -o jrc.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    for path in files.paths { try read(path, into: sink) }
  }

  private func read(_ path: String, into sink: ImportSink) throws {
    var records = try CSVRecords(path: path, delimiter: 0x09, isQuoted: false, invalid: options.invalidText.invalid)
    var run = EntityRun()
    // Rows of one entity stand together.
    try records.forEach(into: sink) { record throws(RecordError) in
      let cells = record.cells
      guard cells.count == 4, let number = record.cell(0) else {
        throw RecordError("\(cells.count) cells; a row has id, type, language and name, apart by tabs")
      }
      let type = try Self.type(cells[1])
      let language: LanguageTag? = cells[2] == "u" ? nil : LanguageTag(cells[2])
      if cells[2] != "u", language == nil {
        throw RecordError("the language is `\(cells[2])`; write u or a tag such as ru")
      }
      let name = String(cells[3].map { $0 == "+" ? " " : $0 })
      let id = "jrc-\(number)"
      return try run.add(id, first: EntityDraft(id: id, type: type)) {
        draft throws(RecordError) in
        let isPreferred = language == nil && !draft.names.contains { $0.kind == .pref }
        draft.add(name, isPreferred ? .pref : name.contains(" ") ? .alt : .weak, language: language)
      }
    }
    try run.finish(into: sink)
  }

  private static func type(_ letter: String) throws(RecordError) -> EntityType? {
    switch letter {
    case "P": return .person
    case "O": return .organization
    case "T": return .place
    case "E": return .event
    case "U": return nil
    default: throw RecordError("the type is `\(letter)`; it is one of P, O, T, E and U")
    }
  }
}
