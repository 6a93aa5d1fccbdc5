import Allonym
import ArgumentParser
import NameIndex
import NameModel
import SectionedFile

/// `allonym index info`: what an index file holds.
struct IndexInfoCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say what an index file holds.",
    discussion: """
      Without a file, the curated tables. Prints a line each for: file, bytes, index-format, key-scheme, entities, forms, \
      keys, decisions, sources, and the bytes of each section. jsonl and json have an object with these fields and \
      sections: [{"tag", "bytes"}].

      Examples:
        allonym index info
        allonym index info --format json people.allonym
      """)

  @Argument(help: ArgumentHelp("An index file.", valueName: "file"))
  var file: String?

  @OptionGroup var options: OutputOptions

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let record: IndexDescription
    do {
      record = try IndexDescription(file.map { try IndexFile.open($0, .structure) } ?? CuratedTables.shared.get().index)
    } catch let error as SectionedFileError {
      throw CommandFailure(error.description)
    }
    let writer = try RecordWriter<IndexDescription>(options, to: output, isSingle: true)
    try writer.write(record)
    try writer.finish()
    return .success
  }
}

/// `allonym index verify`: whether every byte of an index file can be trusted.
struct IndexVerifyCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every section and every record of an index file.",
    discussion: """
      Prints a line for each file that is sound; a damaged one is named on standard error with the place of the damage, \
      and the status is 2.

      Example:
        allonym index verify people.allonym
      """)

  @Argument(help: ArgumentHelp("Index files.", valueName: "file"))
  var files: [String]

  func answer(to output: StandardOutput) throws -> ExitStatus {
    var status = ExitStatus.success
    for file in files {
      do {
        let index = try IndexFile.open(file, .complete)
        try index.readAll()
        let counts = "\(index.entityCount) entities, \(index.formCount) forms, \(index.keyCount) keys"
        try output.write("\(Printable.text(file)): sound: \(counts)\n")
      } catch let error as SectionedFileError {
        StandardError.report(error.description)
        status = .failure
      }
    }
    return status
  }
}

/// What `index info` says.
struct IndexDescription: Record {
  private let index: NameIndex
  private let sections: [(tag: String, bytes: Int)]

  init(_ index: NameIndex) throws(SectionedFileError) {
    self.index = index
    var sections: [(tag: String, bytes: Int)] = []
    for tag in index.file.tags { sections.append((tag, try index.file.section(tag).count)) }
    self.sections = sections
  }

  private var numbers: [(name: String, value: Int)] {
    [
      ("bytes", index.file.byteCount), ("index-format", Int(SectionedFile.formatVersion)),
      ("key-scheme", Int(NameKey.schemeVersion)), ("entities", index.entityCount), ("forms", index.formCount),
      ("keys", index.keyCount), ("decisions", index.decisionCount), ("sources", index.sourceCount),
    ]
  }

  static var columns: [String] { ["what", "value"] }

  var rows: [[String]] {
    [["file", index.file.name]] + numbers.map { [$0.name, "\($0.value)"] }
      + sections.map { ["section \($0.tag)", "\($0.bytes)"] }
  }

  func encode(to object: inout JSONObject) {
    object.add("file", index.file.name)
    for number in numbers { object.add(number.name, number.value) }
    object.add("sections", each: sections) { section, object in
      object.add("tag", section.tag)
      object.add("bytes", section.bytes)
    }
  }

  var textLines: [TextLine] { rows.map { row in .columns(row.map { TextCell($0) }) } }
}
