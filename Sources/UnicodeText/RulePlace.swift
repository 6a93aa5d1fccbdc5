/// A place in rule text: ICU gives UTF-16 units, people want lines and columns.
struct RulePlace {
  private var line = 1
  private var column = 1
  private var utf8Offset = 0

  private init() {}

  private mutating func advance(over scalar: Unicode.Scalar) {
    utf8Offset += UTF8.width(scalar)
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  private var place: TransformRuleError.Place {
    TransformRuleError.Place(line: line, column: column, utf8Offset: utf8Offset)
  }

  /// The error that says where ICU's failure is.
  static func error(
    for failure: ICUFailure, in rules: String, named name: String, direction: Transform.Direction
  ) -> TransformRuleError {
    var error = TransformRuleError(
      name: name, place: nil, before: failure.before, after: failure.after, reason: failure.name)
    if failure.name == "U_INVALID_ID" {
      error.place = unknownBlock(in: rules, direction: direction)
    } else if failure.name != "U_RULE_MASK_ERROR" {
      error.place = place(of: failure, in: rules)
    }
    return error
  }

  /// The place of an ICU parse error. If ICU gives a line, its offset counts from there, else from the start. Zero
  /// without context is what it leaves where it does not know.
  private static func place(of failure: ICUFailure, in rules: String) -> TransformRuleError.Place? {
    guard let offset = failure.offset else { return nil }
    if failure.line == 0, offset == 0, failure.before.isEmpty, failure.after.isEmpty { return nil }
    var position = RulePlace()
    var units = 0
    for scalar in rules.unicodeScalars {
      if failure.line <= position.line {
        if units >= offset { break }
        units += UTF16.width(scalar)
      }
      position.advance(over: scalar)
    }
    return position.place
  }

  /// Where the first `:: transform ;` block is that ICU does not know; ICU does not say itself.
  private static func unknownBlock(in rules: String, direction: Transform.Direction) -> TransformRuleError.Place? {
    var position = RulePlace()
    for line in rules.split(separator: "\n", omittingEmptySubsequences: false) {
      let spaces = line.unicodeScalars.prefix { $0.properties.isWhitespace }
      let block = line.unicodeScalars.dropFirst(spaces.count)
      if block.starts(with: "::".unicodeScalars) {
        let id = String(Substring(block.dropFirst(2).prefix { $0 != ";" }))
        if !id.unicodeScalars.contains("["), (try? Transform(id: id, direction: direction)) == nil {
          for scalar in spaces { position.advance(over: scalar) }
          return position.place
        }
      }
      for scalar in line.unicodeScalars { position.advance(over: scalar) }
      position.advance(over: "\n")
    }
    return nil
  }

  /// ICU's rule compiler calls itself for each open parenthesis, so rules that nest without end would overflow its
  /// stack. Quoted parentheses count too: nobody quotes hundreds in one rule.
  static func checkNesting(of rules: String, name: String) throws(UnicodeTextError) {
    var position = RulePlace()
    var depth = 0
    for scalar in rules.unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ";": depth = 0
      default: break
      }
      if depth > TextLimit.ruleNesting {
        throw .invalidRules(
          TransformRuleError(
            name: name, place: position.place, before: "", after: "(", reason: "U_MISMATCHED_SEGMENT_DELIMITERS"))
      }
      position.advance(over: scalar)
    }
  }
}
