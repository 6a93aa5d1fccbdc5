import Allonym
import ArgumentParser

/// `allonym evaluate resolve`: how often the right entity is found.
struct EvaluateResolveCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Count how often the right entity is first, and among ten.",
    discussion: """
      Columns: group, count, first (recall@1), ten (recall@10), same (share of names with one clear owner), precision \
      (share of those that are right), calibration (expected calibration error of the first candidates' scores, ten \
      bins). The last row is of all groups together.

      An answer is right where the expected text is the id of the entity or, letter for letter, one of its names.

      Examples:
        allonym evaluate resolve gold.tsv --index people.allonym --query query --expected canonical --group lang,type
      """)

  @Argument(help: ArgumentHelp("A table with a header.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The column of the names that are asked.", valueName: "column"))
  var query = "query"

  @Option(help: ArgumentHelp("The column of the right answers.", valueName: "column"))
  var expected = "expected"

  @Option(help: ArgumentHelp("An index made by `allonym index build`.", valueName: "file"))
  var index: String?

  @Flag(help: "Print each name whose first candidate is wrong instead of counts.")
  var failures = false

  @Option(help: ArgumentHelp("Write a page with the curves.", valueName: "file"))
  var html: String?

  @OptionGroup var gold: GoldOptions
  @OptionGroup var options: OutputOptions

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let table = try GoldTable(path: file)
    let queryColumn = try table.column(query)
    let expectedColumn = try table.column(expected)
    let resolver: Resolver
    do { resolver = try Resolver(index.map { .file($0) } ?? .curated) } catch {
      throw CommandFailure(error.description)
    }
    let rows = try gold.rows(of: table)
    var counts: [String: ResolveCount] = [:]
    var all = ResolveCount(group: "all")
    var failed: [FailedResolution] = []
    let progress = Progress("names", isHidden: false)
    for row in rows {
      let (name, wanted) = (row.cells[queryColumn], row.cells[expectedColumn])
      let resolution: Resolution
      do { resolution = try resolver.resolve(name, limit: 10) } catch { throw CommandFailure(error.description) }
      let rank = resolution.candidates.firstIndex { candidate in
        candidate.entity.id == wanted || candidate.entity.names.contains { $0.text == wanted }
      }
      counts[row.group, default: ResolveCount(group: row.group)].add(resolution, rank: rank)
      all.add(resolution, rank: rank)
      if failures, rank != 0 { failed.append(FailedResolution(group: row.group, name, wanted, resolution)) }
      progress.advance()
    }
    progress.finish()
    if failures {
      let writer = try RecordWriter<FailedResolution>(options, to: output)
      for record in failed { try writer.write(record) }
      try writer.finish()
    } else {
      let writer = try RecordWriter<ResolveCount>(options, to: output)
      for record in counts.values.sorted(by: { $0.group < $1.group }) + [all] { try writer.write(record) }
      try writer.finish()
    }
    if let html {
      try EvaluationPage(title: file, reliability: all.reliability, curve: nil).write(to: html)
    }
    return all.count > 0 ? .success : .nothingFound
  }
}

/// What was counted of one group of names.
struct ResolveCount: Record {
  var group: String
  var count = 0
  var first = 0
  var ten = 0
  var same = 0
  var rightSame = 0
  var reliability = Reliability()

  init(group: String) { self.group = group }

  mutating func add(_ resolution: Resolution, rank: Int?) {
    count += 1
    if rank == 0 { first += 1 }
    if rank != nil { ten += 1 }
    if resolution.outcome == .same {
      same += 1
      if rank == 0 { rightSame += 1 }
    }
    if let best = resolution.candidates.first { reliability.add(best.evidence.score, isRight: rank == 0) }
  }

  private var precision: Double? { same == 0 ? nil : Double(rightSame) / Double(same) }

  static var columns: [String] { ["group", "count", "first", "ten", "same", "precision", "calibration"] }

  var rows: [[String]] {
    [
      [
        group, "\(count)", Figures.share(first, of: count), Figures.share(ten, of: count),
        Figures.share(same, of: count), Figures.share(rightSame, of: same), Figures.number(reliability.error),
      ]
    ]
  }

  func encode(to object: inout JSONObject) {
    object.add("group", group)
    object.add("count", count)
    object.add("first", Double(first) / Double(max(count, 1)))
    object.add("ten", Double(ten) / Double(max(count, 1)))
    object.add("same", Double(same) / Double(max(count, 1)))
    if let precision { object.add("precision", precision) }
    object.add("calibration", reliability.error)
  }

  var textLines: [TextLine] {
    [
      .columns([
        TextCell(name: group), TextCell("\(count)"), TextCell("first \(Figures.share(first, of: count))"),
        TextCell("ten \(Figures.share(ten, of: count))"), TextCell("same \(Figures.share(same, of: count))"),
        TextCell("precision \(Figures.share(rightSame, of: same))"),
      ])
    ]
  }
}

/// A name whose first candidate is not the right one.
struct FailedResolution: Record {
  var group: String
  var query: String
  var expected: String
  var found: [String]

  init(group: String, _ query: String, _ expected: String, _ resolution: Resolution) {
    self.group = group
    self.query = query
    self.expected = expected
    found = resolution.candidates.prefix(3).map { "\($0.evidence.form.text) \(Figures.number($0.evidence.score))" }
  }

  static var columns: [String] { ["group", "query", "expected", "found"] }
  var rows: [[String]] { [[group, query, expected, found.joined(separator: "; ")]] }

  func encode(to object: inout JSONObject) {
    object.add("group", group)
    object.add("query", query)
    object.add("expected", expected)
    object.add("found", found.joined(separator: "; "))
  }

  var textLines: [TextLine] {
    [.columns([TextCell(group), TextCell(query), TextCell(expected), TextCell(found.joined(separator: "; "))])]
  }
}
