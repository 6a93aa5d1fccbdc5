/// What can go wrong between Swift text and ICU, said so that the caller can act on it.
public enum UnicodeTextError: Error, Hashable, Sendable {
  /// The text, or a transform's identifier or rules, is longer than the limit; lengths in UTF-8 bytes.
  case textTooLong(utf8Length: Int, limit: Int)

  /// Bytes given as UTF-8 are not, from this byte offset on. Cannot happen with `String`.
  case illFormedUTF8(utf8Offset: Int)

  /// The system's ICU has no transform with this identifier in this direction.
  case unknownTransform(id: String, direction: Transform.Direction)

  /// Rule text that ICU cannot compile.
  case invalidRules(TransformRuleError)

  /// Not a locale identifier, or one that ICU has no data for.
  case unknownLocale(String)

  /// Anything else that ICU reports: out of memory, or its data file is missing or damaged.
  case icuFailure(operation: String, name: String, code: Int32)
}

extension UnicodeTextError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .textTooLong(let length, let limit):
      "The text has \(length) UTF-8 bytes and at most \(limit) are taken; cut it into smaller parts, such as lines."
    case .illFormedUTF8(let offset):
      "The bytes are not UTF-8 at byte offset \(offset); decode them with replacement or correct the source."
    case .unknownTransform(let id, .forward):
      "ICU \(UnicodeVersions.icu) has no transform “\(printable(id))”; Transform.availableIDs lists those there are."
    case .unknownTransform(let id, .reverse):
      "ICU \(UnicodeVersions.icu) has no transform “\(printable(id))” that can be reversed; "
        + "open the opposite transform by its own identifier, from Transform.availableIDs."
    case .invalidRules(let problem):
      problem.description
    case .unknownLocale(let locale):
      "ICU \(UnicodeVersions.icu) has no data for the locale “\(printable(locale))”; "
        + "give a BCP 47 language tag such as “ko” or “zh-Hant”."
    case .icuFailure(let operation, let name, let code):
      "ICU could not \(operation): \(name) (\(code)); "
        + "check that there is enough memory and that ICU's data is installed whole."
    }
  }
}

/// Where and why transform rules are wrong.
public struct TransformRuleError: Hashable, Sendable, CustomStringConvertible {
  /// The name that the rules were given with.
  public var name: String

  /// Where the wrong rule begins, or where in it the trouble lies; nil if ICU does not say.
  public var place: Place?

  /// Up to 15 UTF-16 units of rule text before that place; empty if ICU gives none. For `U_RULE_MASK_ERROR` the
  /// beginning of the rule that hides the other.
  public var before: String

  /// Up to 15 UTF-16 units of rule text from that place on; empty if ICU gives none. For `U_RULE_MASK_ERROR` the
  /// beginning of the hidden rule.
  public var after: String

  /// ICU's name of the error, such as `U_MISSING_OPERATOR`.
  public var reason: String

  /// A place in rule text.
  public struct Place: Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// Unicode scalars from the start of the line, from 1.
    public var column: Int
    /// UTF-8 bytes from the start of the rules, from 0.
    public var utf8Offset: Int

    public init(line: Int, column: Int, utf8Offset: Int) {
      self.line = line
      self.column = column
      self.utf8Offset = utf8Offset
    }
  }

  public init(name: String, place: Place?, before: String, after: String, reason: String) {
    self.name = name
    self.place = place
    self.before = before
    self.after = after
    self.reason = reason
  }

  public var description: String {
    let position = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(printable(name))\(position): the transform rules do not compile\(context): "
      + "\(Self.advice(for: reason)) (\(reason))."
  }

  private var context: String {
    if before.isEmpty && after.isEmpty { return "" }
    if reason == "U_RULE_MASK_ERROR" { return ", “\(printable(before))” hides “\(printable(after))”" }
    return " at “\(printable(before))⟨here⟩\(printable(after))”"
  }

  /// What to do about the errors that rule writers meet; ICU's own names are terse.
  private static func advice(for reason: String) -> String {
    switch reason {
    case "U_MISSING_OPERATOR": "a rule needs one of → ← ↔ (or > < <>); end the rule before it with a semicolon"
    case "U_TRAILING_BACKSLASH": "a backslash must be followed by the character it escapes"
    case "U_MALFORMED_SET": "a set such as [abc] or [:Latin:] is not well-formed"
    case "U_UNTERMINATED_QUOTE": "close the quote with an apostrophe"
    case "U_UNQUOTED_SPECIAL": "quote the special character, or end the rule before it with a semicolon"
    case "U_UNDEFINED_VARIABLE": "define the variable with $name = …; before its first use"
    case "U_MALFORMED_VARIABLE_DEFINITION", "U_MALFORMED_VARIABLE_REFERENCE": "write variables as $name = …;"
    case "U_UNDEFINED_SEGMENT_REFERENCE": "$1, $2, … must refer to segments in parentheses on the other side"
    case "U_RULE_MASK_ERROR": "move the more specific rule up, or drop one"
    case "U_MISMATCHED_SEGMENT_DELIMITERS", "U_UNCLOSED_SEGMENT":
      "parentheses come in pairs and nest at most \(TextLimit.ruleNesting) deep"
    case "U_MULTIPLE_ANTE_CONTEXTS", "U_MULTIPLE_POST_CONTEXTS": "a rule has at most one { and one }"
    case "U_MULTIPLE_CURSORS", "U_MISPLACED_CURSOR_OFFSET": "a rule has at most one cursor |, on its output side"
    case "U_MISPLACED_ANCHOR_START": "^ can only begin a rule's context"
    case "U_MISPLACED_COMPOUND_FILTER", "U_MULTIPLE_COMPOUND_FILTERS":
      "a global filter :: [set] ; comes once, first (for the reverse direction, last)"
    case "U_INVALID_ID": "a :: block names a transform that ICU does not have"
    case "U_INVALID_FUNCTION": "a function &Name( … ) names a transform that ICU does not have"
    case "U_INVALID_RBT_SYNTAX": "a :: block is not well-formed"
    case "U_VARIABLE_RANGE_EXHAUSTED": "there are too many sets and variables; split the rules"
    case "U_ILLEGAL_CHARACTER", "U_ILLEGAL_CHAR_IN_SEGMENT": "a character cannot stand there; quote it if it is text"
    default: "correct the rule that begins there"
    }
  }
}

/// Foreign text for a message: on one line, not too long, with controls and invisible characters as escapes.
private func printable(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars.prefix(80) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      shown += scalar == "\n" ? "\\n" : scalar == "\t" ? "\\t" : "\\u{\(String(scalar.value, radix: 16))}"
    default:
      shown.unicodeScalars.append(scalar)
    }
  }
  return text.unicodeScalars.count > 80 ? shown + "…" : shown
}
