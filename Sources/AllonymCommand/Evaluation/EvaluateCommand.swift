import ArgumentParser

/// `allonym evaluate`: how often the answers are right, on a gold file.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure accuracy on files with the right answers.",
    discussion: """
      Examples:
        allonym evaluate resolve gold.tsv --index people.allonym --query name --expected canonical --group lang
        allonym evaluate pairs --same variants.tsv:a,b --different neighbours.tsv:a,b --html report.html
        allonym evaluate near queries.tsv --index names.allonym --expected id
      """,
    subcommands: [EvaluateResolveCommand.self, EvaluatePairsCommand.self, EvaluateNearCommand.self])
}

/// Which rows of a gold file count, and by what they are told apart.
struct GoldOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only rows with this value; may be given again.", valueName: "column=value"))
  var conditions: [String] = []

  @Option(
    help: ArgumentHelp("Count apart by the values of these columns.", valueName: "column,…"))
  var group: String?

  @Option(help: ArgumentHelp("At most so many rows of each group, chosen by hash.", valueName: "number"))
  var sample: Int?

  @OptionGroup var holdOut: HoldOutOptions

  func validate() throws {
    for condition in conditions where !condition.contains("=") {
      throw ValidationError("`\(condition)` is no condition; write column=value.")
    }
    if let sample, sample < 1 { throw ValidationError("--sample \(sample) leaves nothing; give 1 or more.") }
  }

  /// The rows that count, each with its group.
  func rows(of table: GoldTable, part: HoldOutOptions.Part = .evaluation) throws -> [(cells: [String], group: String)] {
    let wanted = try conditions.map { condition in
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (column: try table.column(parts[0]), value: parts[1])
    }
    // A column that only some of several files have tells nothing in the others.
    let groupColumns = try (group?.split(separator: ",").map(String.init) ?? []).filter(table.header.contains).map(
      table.column)
    let by = try holdOut.by.flatMap { table.header.contains($0) ? try table.column($0) : nil }
    var groups: [String: [(order: UInt64, cells: [String])]] = [:]
    for row in table.rows where wanted.allSatisfy({ row[$0.column] == $0.value }) {
      if let by, holdOut.part(of: row[by]) != part { continue }
      let name = groupColumns.map { row[$0] }.joined(separator: " ")
      groups[name, default: []].append((StableHash.of(row.joined(separator: "\t")), row))
    }
    return groups.sorted { $0.key < $1.key }.flatMap { name, rows in
      let chosen = sample.map { rows.sorted { $0.order < $1.order }.prefix($0) } ?? rows[...]
      return chosen.map { (cells: $0.cells, group: name) }
    }
  }
}
