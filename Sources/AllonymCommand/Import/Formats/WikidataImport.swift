import ArgumentParser
import NameModel

/// `allonym import wikidata`: the JSON dump of Wikidata.
struct WikidataImport: ImportFormatCommand {
  static let format = "wikidata"
  static let configuration = CommandConfiguration(
    commandName: "wikidata",
    abstract: "Import the JSON dump of Wikidata, plain or gzipped.",
    discussion: """
      Labels are preferred names, aliases others; names in statements come with them: native name, official name, short name, \
      kana, and birth name as a former one. The type is told by what an item is an instance of (some sixty classes; --class adds \
      others), then by the statements that it has: a date of birth, coordinates, an author, a headquarters. Items of no type are \
      left out, unless --default-type is given. Labels in mul count for every language.

      Examples:
        allonym import wikidata latest-all.json.gz --type person --language en --language ru -o people.jsonl
        bzcat latest-all.json.bz2 | allonym import wikidata - --class Q3914=organization -o all.jsonl
      """)

  @OptionGroup var files: ImportFiles

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("A class of items, and the type of its instances.", valueName: "item=type"))
  var classes: [String] = []

  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func validate() throws { _ = try givenTypes() }

  func read(into sink: ImportSink) throws {
    var reader = WikidataReader(types: try givenTypes(), wants: { sink.wants($0) }, wantsLanguage: { sink.wants($0) })
    for path in files.paths {
      var lines = try ByteLines(path: path)
      var line: [UInt8] = []
      while try lines.next(into: &line) {
        // The dump is one array, with an item a line.
        while let last = line.last, last == UInt8(ascii: ",") || last <= 0x20 { line.removeLast() }
        if line.isEmpty || line == [UInt8(ascii: "[")] || line == [UInt8(ascii: "]")] { continue }
        try sink.record(RecordPlace(file: lines.name, line: lines.number)) { () throws(RecordError) in
          try reader.outcome(line)
        }
      }
    }
  }

  private func givenTypes() throws -> [String: EntityType] {
    var types: [String: EntityType] = [:]
    for text in classes {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let item = ImportFacts.wikidata(parts[0]), let type = EntityType(rawValue: parts[1])
      else {
        let words = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "`\(text)` is no class with a type; write it as in Q3914=organization, with one of \(words).")
      }
      types[item] = type
    }
    return types
  }
}
