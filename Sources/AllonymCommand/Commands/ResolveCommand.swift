import Allonym
import ArgumentParser

/// `allonym resolve`: the entities that each name may name, the likeliest first.
struct ResolveCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "List the entities that each name may name, the likeliest first.",
    discussion: """
      tsv, csv and text have a row a candidate: query, outcome, rank, id, name, native, type, score, matched, lang, kind, \
      reason; and one row with the outcome alone for a name without a candidate. jsonl and json have an object a name:
        {"query", "outcome", "reason", "candidates": [{"id", "name", "native", "type", "score", "outcome", "matched": \
      {"text", "lang", "kind"}, "explanation"}], "restored": {"text", "system", "label"}}

      The outcome is same for one clear owner, compatible where the name fits without settling the question or fits \
      several, different where no entity fits, and cannotCompare where the text holds no name. The status is 1 where no \
      name has a candidate.

      Examples:
        allonym resolve "Kim"
        allonym resolve --limit 1 --threshold 0.9 --type person -f names.txt
        allonym resolve --index people.allonym --format jsonl --explain "Pkhenyan"
      """)

  @OptionGroup var input: NameInput

  @Option(help: ArgumentHelp("At most so many candidates a name.", valueName: "number"))
  var limit = 10

  @OptionGroup var resolving: ResolverOptions
  @OptionGroup var options: OutputOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("the limit \(limit) leaves nothing; give 1 or more.") }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let resolver = try resolving.open()
    let writer = try RecordWriter<ResolvedName>(options, to: output)
    let progress = Progress("names", isHidden: Terminal.isOutput)
    var isAnyResolved = false
    try input.forEach(beforeWaiting: writer.flush) { name, _ in
      let answer = try Answer(name, resolver, resolving)
      if !answer.resolution.candidates.isEmpty { isAnyResolved = true }
      try writer.write(ResolvedName(answer.resolution, limit: limit, options.explain ? resolver : nil))
      progress.advance()
    }
    progress.finish()
    try writer.finish()
    return isAnyResolved ? .success : .nothingFound
  }
}
