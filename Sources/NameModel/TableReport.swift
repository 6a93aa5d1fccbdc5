/// What a check of tables found.
public struct TableReport: Sendable, Hashable {
  /// How much was checked, and how much of it is wrong.
  public struct Summary: Sendable, Hashable {
    public var files = 0
    /// Rows of all tables, headers and unreadable rows not counted.
    public var rows = 0
    public var entities = 0
    /// Name forms, rejected ones among them.
    public var names = 0
    public var rejectedNames = 0
    public var decisions = 0
    public var sources = 0
    public var systems = 0
    /// Language tags that occur, each with the number of name forms in it.
    public var namesByLanguage: [LanguageTag: Int] = [:]
    public var errors = 0
    public var warnings = 0
  }

  /// Sorted by file, line and column.
  public let problems: [TableProblem]
  public let summary: Summary

  /// Whether no problem is an error; warnings may remain.
  public var isSound: Bool { summary.errors == 0 }
  public var errors: [TableProblem] { problems.filter { $0.severity == .error } }
  public var warnings: [TableProblem] { problems.filter { $0.severity == .warning } }
}

extension TableReport: CustomStringConvertible {
  /// One problem a line, then one line of counts.
  public var description: String {
    (problems.map(\.description) + [summary.description]).joined(separator: "\n")
  }
}

extension TableReport.Summary: CustomStringConvertible {
  /// Such as `12 files, 340 rows: 25 entities, 300 names, 4 decisions, 6 sources, 5 systems; no errors, 1 warning`.
  public var description: String {
    let parts = [
      counted(entities, "entity", plural: "entities"), counted(names, "name"), counted(decisions, "decision"),
      counted(sources, "source"), counted(systems, "system"),
    ]
    let findings =
      (errors == 0 ? "no errors" : counted(errors, "error")) + ", "
      + (warnings == 0 ? "no warnings" : counted(warnings, "warning"))
    return "\(counted(files, "file")), \(counted(rows, "row")): \(parts.joined(separator: ", ")); \(findings)"
  }
}
