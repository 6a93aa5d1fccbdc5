import Allonym
import ArgumentParser

/// `allonym reconcile`: a table of data with the entities of its names.
struct ReconcileCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Add to each row of a CSV or TSV file whose name is in it.",
    discussion: """
      The rows come out as they were, byte for byte and in their order, with columns behind: allonym_outcome, \
      allonym_id, allonym_name, allonym_native, allonym_type, allonym_score, allonym_candidates (how many), \
      allonym_others (ids of other candidates, apart by |), allonym_reason.

      The outcome is same for one clear owner, compatible where one entity fits but the spelling alone does not settle \
      it, ambiguous where several fit alike, different where none does, cannotCompare where the cell holds no name, and \
      failed where the row cannot be read: it has too few or too many cells, a quotation mark that is not closed, or a \
      name that is not UTF-8. Such rows are reported on standard error and kept; the status is then 3. It is 1 where \
      no name was found.

      With --output the rows go to FILE.partial, which becomes FILE in the end. A run that was stopped goes on from \
      there with --resume, given the same options.

      Examples:
        allonym reconcile people.csv --column name > people-with-ids.csv
        allonym reconcile ships.tsv --column 3 --type vessel --index ships.allonym --output out.tsv --resume
        zcat people.csv.gz | allonym reconcile - --column name --delimiter ";"
      """)

  @Argument(help: ArgumentHelp("A CSV or TSV file in UTF-8; - is standard input.", valueName: "file"))
  var file = "-"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The column with the names: what the header calls it, or its number.", valueName: "column"))
  var column: String

  @Option(
    help: ArgumentHelp(
      "What stands between cells: a character, or tab.",
      discussion: "Where nothing is said, the end of the file's name and the first row tell.", valueName: "character"))
  var delimiter: DelimiterOption?

  @Flag(help: "The first row is no header; columns are numbers.")
  var noHeader = false

  @Flag(help: "Quotation marks are text, and quote nothing.")
  var noQuotes = false

  @Option(help: ArgumentHelp("What the names of the added columns begin with.", valueName: "text"))
  var prefix = "allonym_"

  @Option(
    help: ArgumentHelp(
      "What the name is: a language tag or a system.", discussion: "As in `allonym normalize`.",
      valueName: "language|system"))
  var to: String?

  @Option(help: ArgumentHelp("Name at most so many other candidates a row.", valueName: "number"))
  var limit = 5

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("How many threads to work with; as many as there are processors.", valueName: "count"))
  var jobs: Int?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write, in place of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Go on with what a stopped run with the same options has left of --output.")
  var resume = false

  @OptionGroup var resolving: ResolverOptions

  @Option(
    help: ArgumentHelp(
      "What to do with names that are not UTF-8.",
      discussion: "error lets the row fail; replace reads U+FFFD in them. The row comes out as it was.",
      valueName: "how"))
  var invalid = InvalidText.error

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs \(jobs): give a number from 1 to 256.") }
    guard limit >= 0 else { throw ValidationError("--limit \(limit): give 0 or more.") }
    if resume, output == nil {
      throw ValidationError("--resume goes on with a file; name it with --output.")
    }
    if prefix.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw ValidationError("--prefix holds a control character; take it out.")
    }
  }

  func answer(to standardOutput: StandardOutput) throws -> ExitStatus {
    let canonical = try CanonicalSpelling(to)
    let resolver = try resolving.open()
    if file == "-", Terminal.isInput { StandardError.report("reading rows from the terminal; end with Ctrl-D") }
    let reader = try RowReader(path: file)
    reader.dialect = RowDialect(
      delimiter: try delimiter?.byte
        ?? DelimiterOption.sniffed(reader, path: file, column: noHeader ? nil : column, hasQuotes: !noQuotes),
      hasQuotes: !noQuotes)
    let head = try RowHead(reader, column: column, prefix: prefix, hasHeader: !noHeader)
    let partial = try output.map { try PartialFile(path: $0, resumes: resume) }
    let sink: any ByteOutput = partial ?? standardOutput

    var counts = RowCounts()
    var kept = 0
    if let partial {
      if resume, let layout = head.layout {
        let resumption = try Resumption(
          path: partial.partialPath, head: head.bytes, reader, layout, addedCount: ReconciledName.columns.count)
        (counts, kept) = (resumption.counts, resumption.kept)
      }
      try partial.keep(kept)
    }
    if kept == 0 { try sink.write(head.bytes) }
    if counts.rows > 0, let partial {
      StandardError.report("\(partial.partialPath): going on behind \(counts.rows) rows")
    }
    if let layout = head.layout {
      let answerer = RowAnswerer(layout, resolver, resolving, canonical, limit: limit, invalid: invalid)
      let progress = Progress("rows", isHidden: partial == nil && Terminal.isOutput)
      let run = Reconciliation(reader, to: sink, answerer, progress, counts: counts)
      try run.run(jobs: jobs ?? WorkerThreads.processorCount)
      counts = run.counts
    }
    try sink.flush()
    try partial?.finish()
    StandardError.report("\(reader.name): \(counts.summary)")
    if counts[.failed] > 0 { return .someRowsFailed }
    return counts.rows == 0 || counts.found > 0 ? .success : .nothingFound
  }
}
