public import UnicodeText

/// Rules made ready to run: one pass over the source, left to right, the first rule in file order that matches wins,
/// text that no rule matches is copied.
///
/// Rules are written in lower case. The letter case of the source comes back in the result: a capital makes the first
/// letter of its result a capital, and in a word of capitals the whole result (ЩУКА → SHCHUKA, Щука → Shchuka).
public struct RuleTransducer: Sendable {
  let rules: TransformRules
  /// The rules that can start at a scalar, in file order; `general` for scalars that are not listed.
  private let rulesByScalar: [UInt32: [Int]]
  private let generalRules: [Int]

  /// Sets of more scalars than this as the first element of a key are tried at every position.
  private static let enumeratedSetLimit = 1024

  public init(_ rules: TransformRules) {
    self.rules = rules
    var listed: Set<UInt32> = []
    for rule in rules.rules { listed.formUnion(Self.firstScalars(of: rule) ?? []) }
    var byScalar: [UInt32: [Int]] = [:]
    var general: [Int] = []
    for (index, rule) in rules.rules.enumerated() {
      if let scalars = Self.firstScalars(of: rule) {
        for scalar in scalars { byScalar[scalar, default: []].append(index) }
      } else {
        general.append(index)
        for scalar in listed where rule.key[0].matches(scalar) { byScalar[scalar, default: []].append(index) }
      }
    }
    rulesByScalar = byScalar
    generalRules = general
  }

  private static func firstScalars(of rule: TransformRule) -> [UInt32]? {
    switch rule.key[0] {
    case .scalar(let scalar): [scalar]
    case .set(let set): set.scalarCount <= enumeratedSetLimit ? set.ranges.flatMap { Array($0) } : nil
    }
  }

  /// The source written by the rules, in the normalization form that they close with.
  public func apply(_ text: String) throws(UnicodeTextError) -> String {
    let source = CasedScalars(try text.normalized(rules.before))
    var result = ""
    var position = 0
    while position < source.scalars.count {
      guard let rule = rule(at: position, in: source.scalars) else {
        result.unicodeScalars.append(source.original[position])
        position += 1
        continue
      }
      source.append(rule.result, caseFrom: position, to: &result)
      position += rule.key.count
    }
    return try result.normalized(rules.after)
  }

  private func rule(at position: Int, in source: [UInt32]) -> TransformRule? {
    for index in rulesByScalar[source[position]] ?? generalRules {
      let rule = rules.rules[index]
      if Self.matches(rule, at: position, in: source) { return rule }
    }
    return nil
  }

  private static func matches(_ rule: TransformRule, at position: Int, in source: [UInt32]) -> Bool {
    func scalar(_ index: Int) -> UInt32? { source.indices.contains(index) ? source[index] : nil }
    let end = position + rule.key.count
    guard end <= source.count else { return false }
    for (offset, element) in rule.key.enumerated() where !element.matches(source[position + offset]) { return false }
    for (offset, element) in rule.right.enumerated() where !element.matches(scalar(end + offset)) { return false }
    for (offset, element) in rule.left.reversed().enumerated()
    where !element.matches(scalar(position - 1 - offset)) { return false }
    return true
  }
}

/// A text as small letters, with what is needed to give the capitals back.
struct CasedScalars {
  let original: [Unicode.Scalar]
  let scalars: [UInt32]
  private let isCapital: [Bool]
  private let isInWordOfCapitals: [Bool]

  init(_ text: String) {
    original = Array(text.unicodeScalars)
    var scalars: [UInt32] = []
    var isCapital: [Bool] = []
    for scalar in original {
      let lower = Self.single(scalar.properties.lowercaseMapping) ?? scalar
      scalars.append(lower.value)
      isCapital.append(lower != scalar)
    }
    self.scalars = scalars
    self.isCapital = isCapital
    isInWordOfCapitals = Self.wordsOfCapitals(original, isCapital)
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  /// Marks the letters of words that have at least two capitals and no small letter.
  private static func wordsOfCapitals(_ scalars: [Unicode.Scalar], _ isCapital: [Bool]) -> [Bool] {
    var result = [Bool](repeating: false, count: scalars.count)
    var start = 0
    while start < scalars.count {
      var end = start
      var capitals = 0
      var smalls = 0
      while end < scalars.count, scalars[end].properties.isAlphabetic || scalars[end].properties.isGraphemeExtend {
        if isCapital[end] { capitals += 1 } else if scalars[end].properties.isCased { smalls += 1 }
        end += 1
      }
      if capitals >= 2, smalls == 0 {
        for index in start..<end { result[index] = true }
      }
      start = max(end, start + 1)
    }
    return result
  }

  func append(_ letters: [UInt32], caseFrom position: Int, to result: inout String) {
    var wantsCapital = isCapital[position]
    for value in letters {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if wantsCapital, scalar.properties.isCased {
        result += scalar.properties.uppercaseMapping
        wantsCapital = isInWordOfCapitals[position]
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
