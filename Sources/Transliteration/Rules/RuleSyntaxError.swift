/// A rule file that cannot be compiled. `line` and `column` count from 1; columns count characters (scalars).
public struct RuleSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var column: Int
  public var message: String
  public var advice: String

  public var description: String { "\(file):\(line):\(column): \(message) (\(advice))" }
}
