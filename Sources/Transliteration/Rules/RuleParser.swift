import UnicodeText

/// Reads a rule file. The syntax is that of ICU's transform rules (UTS #35, part "Transforms") without quantifiers,
/// cursors and functions; unlike there, both contexts look at the source text, as published standards do. `::Null;`
/// begins a pass over what the pass before it wrote; `(…)` in a key is a segment that `$1` in the result writes again.
public struct RuleParser {
  private let file: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var column = 1
  private var variables: [String: [RuleElement]] = [:]
  private var nesting = 0
  /// Segments of the key that was read last, as ranges of its elements.
  private var segments: [Range<Int>] = []

  /// Sets within sets: no standard needs more than two or three levels, and every level takes stack.
  static let nestingLimit = 32
  /// Variables of variables grow fast; no rule of a published standard has as many elements.
  static let elementLimit = 1024

  private init(text: String, file: String) {
    self.file = file
    scalars = Array(text.unicodeScalars)
  }

  /// Parses the text of a rule file. `file` names it in errors.
  public static func parse(_ text: String, file: String) throws(RuleSyntaxError) -> TransformRules {
    var parser = RuleParser(text: text, file: file)
    return try parser.parseFile()
  }

  // MARK: Statements

  private mutating func parseFile() throws(RuleSyntaxError) -> TransformRules {
    var result = TransformRules()
    var sawAfter = false
    skipSpace()
    while let scalar = current {
      if scalar == ":" {
        let start = place
        if let form = try parseNormalization() {
          let isFirst = result.passes == [[]]
          if isFirst { result.before = form } else { result.after = form }
          sawAfter = !isFirst
        } else {
          guard !sawAfter, result.passes.last?.isEmpty == false else {
            throw error("no rule stands between two passes", "write rules before and after ::Null;", at: start)
          }
          result.passes.append([])
        }
      } else if sawAfter {
        throw error("a rule follows the closing normalization", "put `::NFC;` last")
      } else if scalar == "$", try parseDefinition() {
      } else {
        result.passes[result.passes.count - 1].append(try parseRule())
      }
      skipSpace()
    }
    guard result.passes.last?.isEmpty == false else {
      throw result.passes.count == 1
        ? error("there is no rule in the file", "write at least one `key → result;`")
        : error("the last pass has no rule", "take ::Null; away")
    }
    return result
  }

  /// `::NFC;` and its like; `nil` for `::Null;`, which divides passes.
  private mutating func parseNormalization() throws(RuleSyntaxError) -> NormalizationForm? {
    try expect(":")
    try expect(":")
    let start = place
    let name = parseName()
    skipSpace()
    let forms: [String: NormalizationForm] = ["NFC": .nfc, "NFD": .nfd, "NFKC": .nfkc, "NFKD": .nfkd]
    guard forms[name] != nil || name == "Null" else {
      throw error("`::\(name)` is not known", "only ::NFC, ::NFD, ::NFKC, ::NFKD and ::Null can be used", at: start)
    }
    try expect(";")
    return forms[name]
  }

  /// `$name = elements ;`. Returns false, with nothing read, where a rule starts with a variable instead.
  private mutating func parseDefinition() throws(RuleSyntaxError) -> Bool {
    let saved = position
    let start = place
    advance()
    let name = parseName()
    skipSpace()
    guard current == "=" else {
      position = saved
      (line, column) = start
      return false
    }
    guard !name.isEmpty else { throw error("a variable has no name", "write `$name = [letters];`", at: start) }
    guard variables[name] == nil else {
      throw error("$\(name) is defined twice", "give the second one another name", at: start)
    }
    advance()
    variables[name] = try parseElements(until: [";"])
    try expect(";")
    return true
  }

  private mutating func parseRule() throws(RuleSyntaxError) -> TransformRule {
    var left: [RuleElement] = []
    var right: [RuleElement] = []
    var keyPlace = place
    segments = []
    var key = try parseElements(until: ["{", "}", "→", ">", ";"], inKey: true)
    if current == "{" {
      guard segments.isEmpty else {
        throw error("a context holds a segment", "put ( ) around parts of the key", at: keyPlace)
      }
      advance()
      left = key
      skipSpace()
      keyPlace = place
      key = try parseElements(until: ["}", "→", ">", ";"], inKey: true)
    }
    let segments = segments
    if current == "}" {
      advance()
      right = try parseElements(until: ["→", ">", ";"])
    }
    guard current == "→" || current == ">" else {
      throw error("`→` is missing", "write `left { key } right → result ;`")
    }
    guard !key.isEmpty else { throw error("the key is empty", "write what is to be replaced before `→`", at: keyPlace) }
    if key.contains(where: { $0.matches(nil) }) {
      throw error("the key matches the edge of the text", "use `$` in contexts only", at: keyPlace)
    }
    advance()
    skipSpace()
    let result = try parseResult(segments)
    try expect(";")
    return TransformRule(left: left, key: key, right: right, result: result)
  }

  private mutating func parseResult(_ segments: [Range<Int>]) throws(RuleSyntaxError) -> [ResultElement] {
    var result: [ResultElement] = []
    let resultPlace = place
    while current != ";" {
      let start = place
      if current == "$", let digit = following?.properties.numericValue, digit >= 1, digit <= 9,
        digit == digit.rounded()
      {
        advance()
        advance()
        guard segments.indices.contains(Int(digit) - 1) else {
          throw error("the key has no segment $\(Int(digit))", "put ( ) around what is to be written again", at: start)
        }
        result.append(.segment(segments[Int(digit) - 1]))
        skipSpace()
        continue
      }
      let elements = try parseElements(until: [";", "$"], mayBeginWithVariable: true)
      guard !elements.isEmpty || current == "$" else { break }
      for element in elements {
        guard case .scalar(let scalar) = element else {
          throw error("the result holds a set", "write the letters that are to appear", at: resultPlace)
        }
        result.append(.scalar(scalar))
      }
    }
    return result
  }

  // MARK: Elements

  /// - Parameters:
  ///   - inKey: whether `( )` set off segments, which are left in `segments`.
  ///   - mayBeginWithVariable: whether a `$` at the very start is read although it ends the elements elsewhere.
  private mutating func parseElements(
    until ends: Set<Unicode.Scalar>, inKey: Bool = false, mayBeginWithVariable: Bool = false
  ) throws(RuleSyntaxError) -> [RuleElement] {
    var elements: [RuleElement] = []
    var openSegment: (first: Int, place: Place)?
    skipSpace()
    while let scalar = current,
      !ends.contains(scalar) || (mayBeginWithVariable && scalar == "$" && elements.isEmpty)
    {
      switch scalar {
      case "(" where inKey:
        guard openSegment == nil else { throw error("a segment holds a segment", "write one after the other") }
        openSegment = (elements.count, place)
        advance()
      case ")" where inKey:
        guard let open = openSegment, elements.count > open.first else {
          throw error("`)` closes no segment", "write `(` and letters before it, or quote it as ')'")
        }
        segments.append(open.first..<elements.count)
        openSegment = nil
        advance()
      case "[": elements.append(.set(try parseSet()))
      case "$":
        advance()
        elements += try variable()
      case "'": elements += try parseQuoted().map { .scalar($0) }
      case "\\": elements.append(.scalar(try parseEscape()))
      case "*", "+", "?", "|", "(", ")", "&", "@", "=", "<", "^", "]", "{", "}", "→", ">", "↔":
        throw error("`\(scalar)` has no meaning here", "quote it as '\(scalar)' if the letter is meant")
      default:
        elements.append(.scalar(scalar.value))
        advance()
      }
      guard elements.count <= Self.elementLimit else {
        throw error("there are more than \(Self.elementLimit) elements here", "divide the rule")
      }
      skipSpace()
    }
    if let open = openSegment { throw error("the segment is not closed", "write `)`", at: open.place) }
    return elements
  }

  /// What a variable stands for, after its `$`.
  private mutating func variable() throws(RuleSyntaxError) -> [RuleElement] {
    let start = (line: line, column: column - 1)
    let name = parseName()
    guard let value = variables[name] else {
      throw error("$\(name) is not defined", "define it above: `$\(name) = [letters];`", at: start)
    }
    return value
  }

  private mutating func parseSet() throws(RuleSyntaxError) -> CharacterClass {
    let start = place
    try expect("[")
    if current == ":" { return try parseProperty() }
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.nestingLimit else {
      throw error("sets are nested more than \(Self.nestingLimit) levels deep", "name the inner sets", at: start)
    }
    var ranges: [ClosedRange<UInt32>] = []
    var includesBoundary = false
    var isNegated = false
    if current == "^" {
      isNegated = true
      advance()
    }
    func add(_ set: CharacterClass) {
      ranges += set.ranges
      includesBoundary = includesBoundary || set.includesBoundary
    }
    skipSpace()
    while let scalar = current, scalar != "]" {
      switch scalar {
      case "[": add(try parseSet())
      case "$":
        advance()
        if let next = current, next.properties.isIDStart {
          for element in try variable() {
            switch element {
            case .scalar(let value): ranges.append(value...value)
            case .set(let set): add(set)
            }
          }
        } else {
          includesBoundary = true
        }
      case "'":
        for value in try parseQuoted() { ranges.append(value...value) }
      default:
        let rangeStart = place
        let first = try parseSetScalar()
        skipSpace()
        guard current == "-" else {
          ranges.append(first...first)
          continue
        }
        advance()
        skipSpace()
        let last = try parseSetScalar()
        guard first <= last else {
          throw error("a range runs backwards", "write the smaller letter first", at: rangeStart)
        }
        ranges.append(first...last)
      }
      skipSpace()
    }
    try expect("]")
    var result = CharacterClass(ranges: ranges, includesBoundary: includesBoundary)
    if isNegated {
      guard !includesBoundary else {
        throw error("`$` stands in a negated set", "write [$[^…]] for `edge or not …`", at: start)
      }
      result = result.inverted
    }
    guard !result.ranges.isEmpty || includesBoundary else {
      throw error("the set is empty", "list its letters", at: start)
    }
    return result
  }

  private mutating func parseSetScalar() throws(RuleSyntaxError) -> UInt32 {
    guard let scalar = current, scalar != "]" else { throw error("the set is not closed", "write `]`") }
    if scalar == "\\" { return try parseEscape() }
    advance()
    return scalar.value
  }

  /// `[:L:]` and the like, after the opening bracket.
  private mutating func parseProperty() throws(RuleSyntaxError) -> CharacterClass {
    try expect(":")
    let start = place
    let name = parseName()
    guard let set = Self.properties[name] else {
      throw error("the property [:\(name):] is not known", "use L, Lu, Ll, M, Mn, N, P or Z", at: start)
    }
    try expect(":")
    try expect("]")
    return set
  }

  private static let properties: [String: CharacterClass] = {
    func category(_ belongs: @escaping (Unicode.GeneralCategory) -> Bool) -> CharacterClass {
      CharacterClass { belongs($0.properties.generalCategory) }
    }
    return [
      "L": category {
        [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter].contains($0)
      },
      "Lu": category { $0 == .uppercaseLetter },
      "Ll": category { $0 == .lowercaseLetter },
      "M": category { [.nonspacingMark, .spacingMark, .enclosingMark].contains($0) },
      "Mn": category { $0 == .nonspacingMark },
      "N": category { [.decimalNumber, .letterNumber, .otherNumber].contains($0) },
      "P": category {
        [
          .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
          .finalPunctuation, .otherPunctuation,
        ].contains($0)
      },
      "Z": category { [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains($0) },
    ]
  }()

  private mutating func parseQuoted() throws(RuleSyntaxError) -> [UInt32] {
    try expect("'")
    if current == "'" {
      advance()
      return [0x27]
    }
    var result: [UInt32] = []
    while let scalar = current, scalar != "'" {
      guard scalar != "\n" else { throw error("the quotation is not closed", "write `'` before the end of the line") }
      result.append(scalar.value)
      advance()
    }
    try expect("'")
    return result
  }

  private mutating func parseEscape() throws(RuleSyntaxError) -> UInt32 {
    let start = place
    try expect("\\")
    guard let kind = current else { throw error("the escape is not finished", "write \\uXXXX") }
    advance()
    guard kind == "u" || kind == "U" else { return kind.value }
    let length = kind == "u" ? 4 : 8
    var value: UInt32 = 0
    for _ in 0..<length {
      guard let scalar = current, let digit = UInt32(String(scalar), radix: 16) else {
        throw error("\\\(kind) needs \(length) hexadecimal digits", "write for example \\u02B9")
      }
      value = value << 4 | digit
      advance()
    }
    guard Unicode.Scalar(value) != nil else {
      throw error(
        "U+\(String(value, radix: 16, uppercase: true)) is no Unicode scalar", "check the code point", at: start)
    }
    return value
  }

  // MARK: Scalars

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
  private var following: Unicode.Scalar? { position + 1 < scalars.count ? scalars[position + 1] : nil }

  private mutating func advance() {
    guard position < scalars.count else { return }
    if scalars[position] == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    position += 1
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(RuleSyntaxError) {
    guard current == scalar else {
      let found = current.map { "`\($0)`" } ?? "the end of the file"
      throw error("`\(scalar)` is missing before \(found)", "add it")
    }
    advance()
  }

  private mutating func parseName() -> String {
    var name = ""
    while let scalar = current, scalar.properties.isIDContinue {
      name.unicodeScalars.append(scalar)
      advance()
    }
    return name
  }

  private mutating func skipSpace() {
    while let scalar = current {
      if scalar == "#" {
        while let next = current, next != "\n" { advance() }
      } else if scalar.properties.isWhitespace {
        advance()
      } else {
        return
      }
    }
  }

  private typealias Place = (line: Int, column: Int)

  private var place: Place { (line, column) }

  /// An error where the parser stands, or at `start` of what is wrong.
  private func error(_ message: String, _ advice: String, at start: Place? = nil) -> RuleSyntaxError {
    let place = start ?? place
    return RuleSyntaxError(file: file, line: place.line, column: place.column, message: message, advice: advice)
  }
}
