import Allonym
import ArgumentParser
import NameMatching

/// `allonym match`: whether two spellings are one name.
struct MatchCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Tell whether two spellings are one name.",
    discussion: """
      Columns: a, b, outcome, score, reason. The outcome is same, compatible (one may be the other), different, or \
      cannotCompare, which has no score. The score is the probability that both are one name; the order of the two makes \
      no difference.

      With --pairs each line of the file holds two names apart by a tab. tsv repeats the line as it is, whatever columns \
      follow, and adds outcome and score, and reason with --explain; --header takes the first line for column names. A \
      line without two columns fails: it is repeated with nothing added, named on standard error, and the status is 3.

      The status is 1 where no pair is the same or compatible.

      Examples:
        allonym match "Khasan" "Hasan"
        allonym match --pairs pairs.tsv > judged.tsv
      """)

  @Argument(help: ArgumentHelp("Two names.", valueName: "name"))
  var names: [String] = []

  @Option(help: ArgumentHelp("A file with two names a line, apart by a tab; - is standard input.", valueName: "file"))
  var pairs: String?

  @Option(
    help: ArgumentHelp("An index made by `allonym index build`, in place of the curated tables.", valueName: "file"))
  var index: String?

  @Flag(help: "Compare the spellings alone; ask no table whose names they are.")
  var spellingOnly = false

  @OptionGroup var invalidText: InvalidTextOption
  @OptionGroup var options: OutputOptions

  func validate() throws {
    if pairs == nil, names.count != 2 {
      throw ValidationError("two names are compared, \(names.count) are given; give two, or --pairs FILE.")
    }
    if pairs != nil, !names.isEmpty {
      throw ValidationError("names and --pairs exclude each other; leave out one of them.")
    }
    if spellingOnly, index != nil {
      throw ValidationError("--spelling-only asks no table; leave out --index.")
    }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let matcher: Matcher
    do {
      matcher = try Matcher(resolver: spellingOnly ? nil : Resolver(index.map { .file($0) } ?? .curated))
    } catch {
      throw CommandFailure(error.description)
    }
    if let pairs { return try answerPairs(pairs, matcher, to: output) }
    let writer = try RecordWriter<MatchedPair>(options, to: output)
    let pair = try MatchedPair(names[0], names[1], matcher, options)
    try writer.write(pair)
    try writer.finish()
    return pair.isMatch ? .success : .nothingFound
  }

  private func answerPairs(_ path: String, _ matcher: Matcher, to output: StandardOutput) throws -> ExitStatus {
    var reader = try LineReader(path: path)
    let name = reader.name
    let added = ["outcome", "score"] + (options.explain ? ["reason"] : [])
    var silent = options
    silent.header = options.header && options.resolvedFormat != .tsv
    let writer = try RecordWriter<MatchedPair>(silent, to: output)
    let progress = Progress("pairs", isHidden: Terminal.isOutput)
    var isHeader = options.header
    var (hasFailures, isAnyMatch) = (false, false)
    while let line = try reader.next(beforeWaiting: writer.flush) {
      let text = try line.text(in: name, invalid: invalidText.invalid)
      let columns = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if isHeader {
        isHeader = false
        if options.resolvedFormat == .tsv { try output.write(([text] + added).joined(separator: "\t") + "\n") }
        continue
      }
      var pair: MatchedPair
      if columns.count >= 2 {
        pair = try MatchedPair(columns[0], columns[1], matcher, options)
      } else {
        hasFailures = true
        let reason = "the line has no second column; write two names apart by a tab"
        StandardError.report("\(name):\(line.number): \(reason)")
        pair = MatchedPair(failed: text, reason: reason, options)
      }
      if pair.isMatch { isAnyMatch = true }
      pair.line = text
      try writer.write(pair)
      progress.advance()
    }
    progress.finish()
    try writer.finish()
    return hasFailures ? .someRowsFailed : isAnyMatch ? .success : .nothingFound
  }
}
