import ArgumentParser
import NameModel

/// `allonym import table`: any table of one's own.
struct TableImport: ImportFormatCommand {
  static let format = ""
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Import any CSV or TSV; you say what the columns hold.",
    discussion: """
      A column is named by its header or by its number, from 1. LANG is a BCP 47 tag, empty where the language is not known \
      (-n =name), or @ and the column that holds it (-n @lang=name). Rows that follow each other with one id are one entity.

      The delimiter is a tab for files that end in .tsv or .tab, and a comma elsewhere. In tab-separated files quotation \
      marks are text, unless --quoted is given.

      Examples:
        allonym import table people.csv --id nr --default-type person --name en=name --name ko=native --alt =aka --split ';'
        allonym import table long.tsv --id 1 --type 2 --no-header --name @3=4 -o long.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var columns: TableColumns

  @Option(
    help: ArgumentHelp("What stands between cells: one character, or tab.", valueName: "character"))
  var delimiter: String?

  @Flag(help: "Quotation marks enclose cells, in tab-separated files too.")
  var quoted = false

  @Flag(help: "The first line is a row; columns are named by number.")
  var noHeader = false

  @OptionGroup var options: ImportOptions

  var filter: ImportFilter { .none }

  func validate() throws {
    if let delimiter, delimiter != "tab", delimiter.utf8.count != 1 || delimiter == "\"" || delimiter == "\n" {
      throw ValidationError("`\(delimiter)` is no delimiter; give one ASCII character, or tab.")
    }
  }

  func read(into sink: ImportSink) throws {
    for path in files.paths { try read(path, into: sink) }
  }

  private func read(_ path: String, into sink: ImportSink) throws {
    let byte = delimiterByte(path)
    var records = try CSVRecords(
      path: path, delimiter: byte, isQuoted: quoted || byte != 0x09, invalid: options.invalidText.invalid)
    let header = noHeader ? nil : try records.header("a table")
    let layout = try ColumnMap(columns, header, file: records.name)
    var run = EntityRun()
    try records.forEach(into: sink) { record throws(RecordError) in
      guard let id = record.cell(layout.id) else { throw RecordError("the row has no id; fill in its column") }
      return try run.add(id, first: try layout.entity(record, id: id)) { draft throws(RecordError) in
        try layout.addNames(of: record, to: &draft)
      }
    }
    try run.finish(into: sink)
  }

  private func delimiterByte(_ path: String) -> UInt8 {
    if let delimiter { return delimiter == "tab" ? 0x09 : delimiter.utf8.first ?? 0x2C }
    let plain = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
    return plain.hasSuffix(".tsv") || plain.hasSuffix(".tab") ? 0x09 : UInt8(ascii: ",")
  }
}
