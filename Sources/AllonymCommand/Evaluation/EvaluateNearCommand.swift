import Allonym
import ArgumentParser
import NameIndex
import SectionedFile

/// `allonym evaluate near`: how often, and how fast, the right form is found by its letters alone.
struct EvaluateNearCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "near",
    abstract: "Count how often the right form is nearest in its letters, and how long that takes.",
    discussion: """
      Names are looked up by their letters alone, before anything is judged. Columns: group, \
      count, first (recall@1), ten (recall@10), median and p99 (microseconds a name, from text to forms, on one thread). \
      The last row is of all groups together.

      Examples:
        allonym evaluate near queries.tsv --index names.allonym --query query --expected id --group class
      """)

  @Argument(help: ArgumentHelp("A table with a header.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The column of the names that are asked.", valueName: "column"))
  var query = "query"

  @Option(help: ArgumentHelp("The column with the ids of the right entities.", valueName: "column"))
  var expected = "id"

  @Option(help: ArgumentHelp("An index made by `allonym index build`.", valueName: "file"))
  var index: String

  @OptionGroup var gold: GoldOptions
  @OptionGroup var options: OutputOptions

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let table = try GoldTable(path: file)
    let queryColumn = try table.column(query)
    let expectedColumn = try table.column(expected)
    let rows = try gold.rows(of: table)
    var counts: [String: NearCount] = [:]
    var all = NearCount(group: "all")
    do {
      let resolver = try Resolver(.file(index))
      for row in rows {
        let start = ContinuousClock.now
        let nearest = try resolver.nearestForms(to: row.cells[queryColumn], limit: 10)
        let time = ContinuousClock.now - start
        var rank: Int?
        for (place, form) in nearest.enumerated() where rank == nil {
          if try resolver.index.entityID(resolver.index.entityNumber(ofForm: form.form)) == row.cells[expectedColumn] {
            rank = place
          }
        }
        counts[row.group, default: NearCount(group: row.group)].add(rank, time)
        all.add(rank, time)
      }
    } catch let error as AllonymError {
      throw CommandFailure(error.description)
    } catch let error as SectionedFileError {
      throw CommandFailure(error.description)
    }
    let writer = try RecordWriter<NearCount>(options, to: output)
    for record in counts.values.sorted(by: { $0.group < $1.group }) + [all] { try writer.write(record) }
    try writer.finish()
    return all.count > 0 ? .success : .nothingFound
  }
}

/// What was counted of one group of names.
private struct NearCount: Record {
  var group: String
  private var first = 0
  private var ten = 0
  private var times: [Duration] = []

  init(group: String) { self.group = group }

  var count: Int { times.count }

  mutating func add(_ rank: Int?, _ time: Duration) {
    times.append(time)
    if rank == 0 { first += 1 }
    if rank != nil { ten += 1 }
  }

  /// Microseconds that this share of the names took at most.
  private func microseconds(_ share: Double) -> Double {
    guard !times.isEmpty else { return 0 }
    return times.sorted()[min(times.count - 1, Int(Double(times.count) * share))] / .microseconds(1)
  }

  static var columns: [String] { ["group", "count", "first", "ten", "median", "p99"] }

  var rows: [[String]] {
    [
      [
        group, "\(count)", Figures.share(first, of: count), Figures.share(ten, of: count),
        Figures.number(microseconds(0.5)), Figures.number(microseconds(0.99)),
      ]
    ]
  }

  func encode(to object: inout JSONObject) {
    object.add("group", group)
    object.add("count", count)
    object.add("first", Double(first) / Double(max(count, 1)))
    object.add("ten", Double(ten) / Double(max(count, 1)))
    object.add("median", microseconds(0.5))
    object.add("p99", microseconds(0.99))
  }

  var textLines: [TextLine] {
    [
      .columns([
        TextCell(name: group), TextCell("\(count)"), TextCell("first \(Figures.share(first, of: count))"),
        TextCell("ten \(Figures.share(ten, of: count))"), TextCell("median \(Figures.number(microseconds(0.5))) µs"),
        TextCell("p99 \(Figures.number(microseconds(0.99))) µs"),
      ])
    ]
  }
}
