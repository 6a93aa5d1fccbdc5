import ArgumentParser
import NameModel

/// `allonym tables check`: everything that is wrong in tables.
struct TablesCheckCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in tables.",
    discussion: """
      Prints a line a finding, then a line of counts (in text; elsewhere it goes to standard error). Columns: file, line, \
      column, severity, rule, message, advice. The status is 1 where there is an error, or, with --strict, a warning.

      Examples:
        allonym tables check
        allonym tables check --strict --format jsonl Tables
      """)

  @OptionGroup var tables: TablesDirectory

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @OptionGroup var options: OutputOptions

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let directory = try tables.checked()
    let report = TableChecker.check(directory: directory)
    let ruleFindings = try RuleFiles.findings(in: directory)
    let writer = try RecordWriter<TableFinding>(options, to: output)
    for finding in report.problems.map(TableFinding.init) + ruleFindings { try writer.write(finding) }
    try writer.finish()
    var summary = report.summary
    summary.errors += ruleFindings.count
    if options.resolvedFormat == .text {
      try output.write("\(summary)\n")
    } else {
      StandardError.report(summary.description)
    }
    return summary.errors == 0 && (!strict || summary.warnings == 0) ? .success : .nothingFound
  }
}

/// A finding of `tables check`.
struct TableFinding: Record {
  var file: String
  var line: Int
  var column: Int
  var severity: TableProblem.Severity
  var rule: String
  var message: String
  var advice: String

  static var columns: [String] { ["file", "line", "column", "severity", "rule", "message", "advice"] }

  var rows: [[String]] { [[file, "\(line)", "\(column)", severity.rawValue, rule, message, advice]] }

  func encode(to object: inout JSONObject) {
    object.add("file", file)
    object.add("line", line)
    object.add("column", column)
    object.add("severity", severity.rawValue)
    object.add("rule", rule)
    object.add("message", message)
    object.add("advice", advice)
  }

  var textLines: [TextLine] {
    let word = severity == .warning ? "warning: " : ""
    let look: TextStyle.Look = severity == .error ? .strong : .warning
    return [.plain("\(file):\(line):\(column): \(word)\(message) (\(advice))", look: look)]
  }
}

extension TableFinding {
  init(_ problem: TableProblem) {
    self.init(
      file: problem.file, line: problem.line, column: problem.column, severity: problem.severity,
      rule: problem.rule.rawValue, message: problem.message, advice: problem.advice)
  }
}
