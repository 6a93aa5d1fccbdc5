import Allonym
import ArgumentParser
import NameModel

/// `allonym annotate`: names in running text.
struct AnnotateCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Find the names in texts, and say whose they are.",
    discussion: """
      Finds the forms of the tables, inflected ones too, spellings that are derived from them, and surnames of those whom \
      the text names in full. Each file is a document by itself; what is learned in one is forgotten in the next.

      text shows the lines with names, for people. jsonl has an object a mention: doc, start, end, unit, text, id, type, \
      name, native, form, lang, kind, score, basis (form, inflected, short, surname, derived, unknown), case, nested, \
      explanation; with --explain also path and steps. html is one page with no script. brat is stand-off, for one \
      document, webanno a page of W3C Web Annotations a document, conll a token a line with BIO tags.

      Offsets count from 0 in the unit that --offsets names; brat and webanno have code points. The status is 1 where \
      nothing was found.

      Examples:
        allonym annotate article.txt
        allonym annotate --format html article.txt > article.html
        allonym annotate --format jsonl --offsets utf16 --jobs 4 news/*.txt
        echo "Talks in Pkhenyan" | allonym annotate --explain
      """)

  @Argument(help: ArgumentHelp("Files of text in UTF-8; - is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("How to print.", discussion: "text on a terminal, jsonl elsewhere.", valueName: "format"))
  var format: AnnotateFormat?

  @Option(help: ArgumentHelp("In what places are counted.", valueName: "unit"))
  var offsets = OffsetUnit.codepoint

  @Option(help: ArgumentHelp("Only mentions with at least this score, from 0 to 1.", valueName: "score"))
  var minScore = 0.5

  @Flag(help: "Report also names of nobody in the tables, where a rule can restore them.")
  var unknown = false

  @Flag(help: "Report also names inside of longer names.")
  var nested = false

  @Flag(inversion: .prefixedNo, help: "Derive spellings that no table has.")
  var derived = true

  @Option(
    help: ArgumentHelp(
      "A language that the texts are in.", discussion: "May be given more than once; without it their words tell.",
      valueName: "language"))
  var lang: [String] = []

  @Option(help: ArgumentHelp("Only entities of this type; may be given more than once.", valueName: "type"))
  var type: [EntityType] = []

  @Option(
    help: ArgumentHelp("An index made by `allonym index build`, in place of the curated tables.", valueName: "file"))
  var index: String?

  @Option(name: [.short, .long], help: ArgumentHelp("How many files to read at the same time.", valueName: "count"))
  var jobs = 1

  @Option(
    help: ArgumentHelp(
      "Whether to color text.", discussion: "auto heeds NO_COLOR and CLICOLOR_FORCE.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(help: "Say how each mention came about.")
  var explain = false

  @OptionGroup var invalidText: InvalidTextOption

  func validate() throws {
    guard (0...1).contains(minScore) else {
      throw ValidationError("the score \(minScore) is no score; give a number from 0 to 1.")
    }
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs \(jobs): give a number from 1 to 256.") }
    if let wrong = lang.first(where: { LanguageTag($0) == nil }) {
      throw ValidationError("`\(wrong)` is no language tag; write one such as ko or ru.")
    }
    if format == .brat || format == .webanno, offsets != .codepoint {
      throw ValidationError("brat and webanno count code points; leave --offsets out.")
    }
    if format == .brat, files.count > 1 {
      throw ValidationError("brat has a file of annotations for each document; give one.")
    }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let annotator = try annotator()
    let format = format ?? (Terminal.isOutput ? .text : .jsonl)
    let paths = files.isEmpty ? ["-"] : files
    let options = MentionOptions(
      unit: offsets, isExplained: explain, style: color.style, isNamed: paths != ["-"])
    let invalid = invalidText.invalid
    try output.write(format.frame(isFirst: true))
    let queue = DocumentQueue(paths, to: output) { path, write in
      var reader = try DocumentReader(path: path, invalid: invalid)
      var writer = format.writer(options, document: path)
      return try reader.annotate(annotator, &writer, write)
    }
    let results = queue.run(jobs: jobs)
    if let closed = results.lazy.compactMap(\.error).first(where: { $0 is ClosedPipe }) { throw closed }
    try output.write(format.frame(isFirst: false))
    try output.flush()
    let errors = results.compactMap(\.error)
    for error in errors { StandardError.report("\(error)") }
    if !errors.isEmpty { return .failure }
    return results.contains { $0.mentions > 0 } ? .success : .nothingFound
  }

  private func annotator() throws -> Annotator {
    var options = Annotator.Options()
    options.minimumScore = minScore
    options.includesUnknown = unknown
    options.includesNested = nested
    options.findsDerived = derived
    options.languages = lang.isEmpty ? nil : lang.compactMap { LanguageTag($0)?.language }
    options.types = type.isEmpty ? nil : Set(type)
    do {
      return try Annotator(Resolver(index.map { .file($0) } ?? .curated), options: options)
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
