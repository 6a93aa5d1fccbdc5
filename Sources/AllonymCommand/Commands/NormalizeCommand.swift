import Allonym
import ArgumentParser

/// `allonym normalize`: each name as its canonical spelling, native form and entity.
struct NormalizeCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Give each name its canonical spelling, native form and entity.",
    discussion: """
      Prints one line a name, in the order of the names: name, canonical, native, id, type, outcome, score, reason.

      The outcome is same for a name with one clear owner, compatible where one entity fits but the spelling alone does \
      not settle it, restored where no entity is known and a rule wrote the name (the reason names the system), \
      unresolved where nobody or more than one is meant, and cannotCompare where the text holds no name.

      Text shows scores to two decimals, rounded down. In tsv, tab, line end and backslash inside a cell are written \
      \\t, \\n, \\r and \\\\. The status is 1 where no name was resolved; a restored name is not.

      Examples:
        allonym normalize "Pkhenyan" "Hassan-Rajin"
        allonym normalize --explain --to ko "Pkhenyan"
        allonym normalize --to iso-rus-Cyrl-Latn-9-1995 "Sergey Shoygu"
        cut -f 2 people.tsv | allonym normalize --format jsonl
      """)

  @OptionGroup var input: NameInput

  @Option(
    help: ArgumentHelp(
      "What the canonical spelling is: a language tag or a system.",
      discussion: """
        ko gives the preferred form in Korean, a code of `allonym systems` the native form written by that system. \
        English where nothing is said, or the native form where the tables have no English one.
        """,
      valueName: "language|system"))
  var to: String?

  @Flag(
    help: ArgumentHelp(
      "Take the files for running text, and write it again with canonical spellings.",
      discussion: "A spelling that differs follows in brackets: Pyongyang [Pkhenyan]. See `allonym help annotate`."))
  var inText = false

  @OptionGroup var resolving: ResolverOptions
  @OptionGroup var options: OutputOptions

  func validate() throws {
    if inText, input.names.contains(where: { $0 != "-" }) {
      throw ValidationError("--in-text reads texts; give them with -f FILE or on standard input.")
    }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let canonical = try CanonicalSpelling(to)
    if inText { return try rewrite(canonical, to: output) }
    let resolver = try resolving.open()
    let writer = try RecordWriter<NormalizedName>(options, to: output)
    let progress = Progress("names", isHidden: Terminal.isOutput)
    var isAnyResolved = false
    try input.forEach(beforeWaiting: writer.flush) { name, _ in
      let answer = try Answer(name, resolver, resolving)
      let record = try NormalizedName(answer, canonical, options.explain ? resolver : nil)
      if answer.best != nil { isAnyResolved = true }
      try writer.write(record)
      progress.advance()
    }
    progress.finish()
    try writer.finish()
    return isAnyResolved ? .success : .nothingFound
  }

  private func rewrite(_ canonical: CanonicalSpelling, to output: StandardOutput) throws -> ExitStatus {
    var options = Annotator.Options()
    options.minimumScore = max(options.minimumScore, resolving.threshold)
    options.types = resolving.type.map { [$0] }
    let annotator: Annotator
    do { annotator = try Annotator(resolving.open(), options: options) } catch let error as AllonymError {
      throw CommandFailure(error.description)
    }
    let isAnyNamed = try DocumentReader.rewrite(
      input.files.isEmpty ? ["-"] : input.files, annotator, canonical, input.invalidText.invalid, to: output)
    return isAnyNamed ? .success : .nothingFound
  }
}
