/// Something wrong in a table, at a place in a file, with what to do about it.
public struct TableProblem: Error, Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The tables cannot be relied upon until this is mended.
    case error
    /// Worth a look, and may be right.
    case warning
  }

  /// The path of the file, beginning with the folder that was given to check or read.
  public var file: String
  /// The line, counted from 1; 1 for a problem of the file as a whole.
  public var line: Int
  /// The column in code points, counted from 1.
  public var column: Int
  /// The offset in bytes from the start of the file, counted from 0.
  public var byteOffset: Int
  public var rule: TableRule
  public var severity: Severity
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// What to do, in one sentence without a full stop.
  public var advice: String

  public init(
    file: String, line: Int = 1, column: Int = 1, byteOffset: Int = 0, rule: TableRule,
    severity: Severity = .error, message: String, advice: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
    self.rule = rule
    self.severity = severity
    self.message = message
    self.advice = advice
  }
}

extension TableProblem: CustomStringConvertible {
  /// `file:line:column: message (advice)`; a warning says so before its message.
  public var description: String {
    "\(file):\(line):\(column): \(severity == .warning ? "warning: " : "")\(message) (\(advice))"
  }
}

extension TableProblem: Comparable {
  /// File by code point, then line, column, rule, message.
  public static func < (a: TableProblem, b: TableProblem) -> Bool {
    if a.file != b.file { return precedesByCodePoint(a.file, b.file) }
    if a.line != b.line { return a.line < b.line }
    if a.column != b.column { return a.column < b.column }
    if a.rule != b.rule { return precedesByCodePoint(a.rule.rawValue, b.rule.rawValue) }
    return precedesByCodePoint(a.message, b.message)
  }
}

/// Why tables could not be read or formatted.
public enum TableError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The operating system refused a file.
  case file(FileError)
  /// A file says something that cannot be a table.
  case problem(TableProblem)

  public var description: String {
    switch self {
    case .file(let error): error.description
    case .problem(let problem): problem.description
    }
  }
}

/// The value of `body`, or its error as one of reading tables.
func orFail<Value>(_ body: () throws(FileError) -> Value) throws(TableError) -> Value {
  do throws(FileError) { return try body() } catch { throw .file(error) }
}
