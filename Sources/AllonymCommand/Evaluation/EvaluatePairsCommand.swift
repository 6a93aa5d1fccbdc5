import Allonym
import ArgumentParser
import NameMatching

/// `allonym evaluate pairs`: how well pairs that are one name are told from pairs that are not.
struct EvaluatePairsCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Count how well pairs of one name are told from pairs of two.",
    discussion: """
      Pairs that are one name come from --same, pairs that are two from --different, each a table with two of its columns: \
      FILE:COLUMN,COLUMN. --labelled takes a third column that says which: true, 1, yes or same.

      Columns: group, count, same (share called same), compatible, cannotCompare, precision and f1 (of the outcome same, \
      where a group has both kinds), auc (area under the ROC curve of the score; groups of one kind against all pairs of \
      the other), calibration (expected calibration error, ten bins). Spellings are compared alone, as by `match \
      --spelling-only`; --tables asks the curated tables too.

      Examples:
        allonym evaluate pairs --same variants.tsv:variant,canonical --different neighbours.tsv:name_a,name_b
        allonym evaluate pairs --labelled bench.csv:name1,name2,is_match --html report.html
      """)

  @Option(help: ArgumentHelp("Pairs that are one name; may be given again.", valueName: "file:column,column"))
  var same: [PairFile] = []

  @Option(help: ArgumentHelp("Pairs that are two names; may be given again.", valueName: "file:column,column"))
  var different: [PairFile] = []

  @Option(help: ArgumentHelp("Pairs of both kinds; may be given again.", valueName: "file:column,column,label"))
  var labelled: [PairFile] = []

  @Flag(help: "Ask the curated tables whose names the spellings are.")
  var tables = false

  @Flag(help: "Print each pair whose outcome is wrong instead of counts.")
  var failures = false

  @Option(help: ArgumentHelp("Write a page with the curves.", valueName: "file"))
  var html: String?

  @OptionGroup var gold: GoldOptions
  @OptionGroup var options: OutputOptions

  func validate() throws {
    if same.isEmpty, different.isEmpty, labelled.isEmpty {
      throw ValidationError("there are no pairs; give --same, --different or --labelled.")
    }
    for file in labelled where file.count == nil {
      throw ValidationError("\(file.path): --labelled needs a third column, which says whether a pair is one name.")
    }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let matcher: Matcher
    do { matcher = try tables ? Matcher() : Matcher(resolver: nil) } catch { throw CommandFailure(error.description) }
    var counts: [String: PairCount] = [:]
    var all = PairCount(group: "all")
    var failed: [FailedPair] = []
    let progress = Progress("pairs", isHidden: false)
    for pair in try pairs() {
      let comparison: Matcher.Comparison
      do { comparison = try matcher.match(pair.first, pair.second) } catch { throw CommandFailure(error.description) }
      counts[pair.group, default: PairCount(group: pair.group)].add(comparison, isSame: pair.isSame)
      all.add(comparison, isSame: pair.isSame)
      if failures, (comparison.outcome == .same) != pair.isSame {
        failed.append(FailedPair(group: pair.group, isSame: pair.isSame, comparison: comparison))
      }
      progress.advance()
    }
    progress.finish()
    if failures {
      let writer = try RecordWriter<FailedPair>(options, to: output)
      for record in failed { try writer.write(record) }
      try writer.finish()
    } else {
      let writer = try RecordWriter<PairCount>(options, to: output)
      for var record in counts.values.sorted(by: { $0.group < $1.group }) {
        record.completeScores(from: all)
        try writer.write(record)
      }
      try writer.write(all)
      try writer.finish()
    }
    if let html {
      try EvaluationPage(title: "pairs", reliability: all.reliability, curve: all.scores.curve).write(to: html)
    }
    return all.count > 0 ? .success : .nothingFound
  }

  private struct GoldPair {
    var first: String
    var second: String
    var isSame: Bool
    var group: String
  }

  private func pairs() throws -> [GoldPair] {
    var result: [GoldPair] = []
    func add(_ file: PairFile, _ prefix: String, _ isSame: (String?) -> Bool) throws {
      let table = try GoldTable(path: file.path)
      let columns = (try table.column(file.first), try table.column(file.second), try file.count.map(table.column))
      for row in try gold.rows(of: table) {
        result.append(
          GoldPair(
            first: row.cells[columns.0], second: row.cells[columns.1], isSame: isSame(columns.2.map { row.cells[$0] }),
            group: row.group.isEmpty ? prefix : "\(prefix) \(row.group)"))
      }
    }
    for file in same { try add(file, "same") { _ in true } }
    for file in different { try add(file, "different") { _ in false } }
    for file in labelled {
      try add(file, "labelled") { ["true", "1", "yes", "same"].contains($0?.lowercased() ?? "") }
    }
    return result
  }
}

/// What was counted of one group of pairs.
struct PairCount: Record {
  var group: String
  var count = 0
  var same = 0
  var compatible = 0
  var incomparable = 0
  var rightSame = 0
  var trueCount = 0
  var scores = ScoredPairs()
  var reliability = Reliability()

  init(group: String) { self.group = group }

  mutating func add(_ comparison: Matcher.Comparison, isSame: Bool) {
    count += 1
    if isSame { trueCount += 1 }
    switch comparison.outcome {
    case .same:
      same += 1
      if isSame { rightSame += 1 }
    case .compatible: compatible += 1
    case .cannotCompare: incomparable += 1
    case .different: break
    }
    // What cannot be compared is nobody's evidence; it counts as the least likely of all.
    scores.add(comparison.score, isSame: isSame)
    if case .cannotCompare = comparison.outcome { return }
    reliability.add(comparison.score, isRight: isSame)
  }

  /// Takes the pairs of the other kind from all groups, where this one has one kind only.
  mutating func completeScores(from all: PairCount) {
    if scores.same.isEmpty { for score in all.scores.same { scores.add(score, isSame: true) } }
    if scores.different.isEmpty { for score in all.scores.different { scores.add(score, isSame: false) } }
  }

  private var hasBothKinds: Bool { trueCount > 0 && trueCount < count }
  private var precision: Double? { hasBothKinds && same > 0 ? Double(rightSame) / Double(same) : nil }
  private var harmonicMean: Double? {
    hasBothKinds ? 2 * Double(rightSame) / Double(max(1, same + trueCount)) : nil
  }

  static var columns: [String] {
    ["group", "count", "same", "compatible", "cannotCompare", "precision", "f1", "auc", "calibration"]
  }

  var rows: [[String]] {
    [
      [
        group, "\(count)", Figures.share(same, of: count), Figures.share(compatible, of: count),
        Figures.share(incomparable, of: count), precision.map(Figures.number) ?? "",
        harmonicMean.map(Figures.number) ?? "", scores.areaUnderCurve.map(Figures.number) ?? "",
        Figures.number(reliability.error),
      ]
    ]
  }

  func encode(to object: inout JSONObject) {
    object.add("group", group)
    object.add("count", count)
    object.add("same", Double(same) / Double(max(1, count)))
    object.add("compatible", Double(compatible) / Double(max(1, count)))
    object.add("cannotCompare", Double(incomparable) / Double(max(1, count)))
    object.add("precision", precision)
    object.add("f1", harmonicMean)
    object.add("auc", scores.areaUnderCurve)
    object.add("calibration", reliability.error)
  }

  var textLines: [TextLine] {
    [.columns(zip(Self.columns, rows[0]).map { TextCell($0 == "group" ? $1 : $1.isEmpty ? "" : "\($0) \($1)") })]
  }
}

/// A pair that is one name and was not called so, or the other way about.
struct FailedPair: Record {
  var group: String
  var isSame: Bool
  var comparison: Matcher.Comparison

  static var columns: [String] { ["group", "a", "b", "expected", "outcome", "score", "reason"] }

  var rows: [[String]] {
    [
      [
        group, comparison.first, comparison.second, isSame ? "same" : "different", comparison.outcome.name,
        Figures.number(comparison.score), comparison.summary,
      ]
    ]
  }

  func encode(to object: inout JSONObject) {
    for (column, cell) in zip(Self.columns, rows[0]) { object.add(column, cell) }
  }

  var textLines: [TextLine] { [.columns(rows[0].map { TextCell($0) })] }
}
