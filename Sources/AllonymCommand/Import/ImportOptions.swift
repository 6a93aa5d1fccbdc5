import ArgumentParser
import NameModel

/// What to do with a record that cannot be understood.
enum BadRecord: String, CaseIterable, ExpressibleByArgument {
  /// The import stops and writes nothing.
  case fail
  /// The record is reported, counted and left out.
  case skip
}

/// The options of every import.
struct ImportOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; it is there when it is complete.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What to do with a bad record.",
      discussion: "fail stops and writes nothing; skip reports it and goes on, and the status is 3.", valueName: "how"))
  var onError = BadRecord.fail

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp("The source to name in each name form.", discussion: "The format, if nothing is said."))
  var givenSource: String?

  @Option(
    help: ArgumentHelp("The type of entities whose type is not told; without it they are left out.", valueName: "type"))
  var defaultType: EntityType?

  @OptionGroup var invalidText: InvalidTextOption

  /// The source of each name form; empty for none.
  var source = ""

  enum CodingKeys: CodingKey {
    case output, onError, givenSource, defaultType, invalidText
  }
}

/// Which entities and names of a list are wanted.
struct ImportFilter: ParsableArguments {
  @Option(
    name: .customLong("type"),
    help: ArgumentHelp("Only entities of this type; may be given several times.", valueName: "type"))
  var types: [EntityType] = []

  @Option(
    name: .customLong("language"),
    help: ArgumentHelp(
      "Only names of this language; may be given several times.",
      discussion: "A BCP 47 range: zh is zh-Hans too. und is names whose language is not told.", valueName: "language"))
  var languages: [String] = []

  func validate() throws {
    for language in languages where LanguageTag(language) == nil {
      throw ValidationError("`\(language)` is no language tag; write one such as ko, zh-Hans or und.")
    }
  }

  /// Everything.
  static var none: ImportFilter {
    var filter = ImportFilter()
    filter.types = []
    filter.languages = []
    return filter
  }

  func wants(_ type: EntityType) -> Bool { types.isEmpty || types.contains(type) }

  func wants(_ language: LanguageTag) -> Bool {
    // `mul` is a name that is the same in many languages.
    languages.isEmpty || language.language == "mul" || languages.contains { language.matches($0) }
  }
}

/// A command that imports one format.
protocol ImportFormatCommand: ParsableCommand {
  /// What the format is called; the source of its names where no other is given.
  static var format: String { get }
  var options: ImportOptions { get }
  var filter: ImportFilter { get }
  /// Reads everything into `sink`.
  func read(into sink: ImportSink) throws
}

extension ImportFormatCommand {
  func run() throws {
    var options = options
    options.source = options.givenSource ?? Self.format
    let sink = ImportSink(options, filter, output: try EntityOutput(path: options.output))
    try read(into: sink)
    let status = try sink.finish()
    if status != .success { throw ExitCode(status.rawValue) }
  }
}

/// The files of an import.
struct ImportFiles: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, plain or gzipped; - is standard input.", valueName: "file"))
  var paths: [String]
}
