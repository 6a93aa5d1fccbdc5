import UnicodeText

/// One element of a key or a context: a letter, or a set of letters.
enum RuleElement: Hashable, Sendable {
  case scalar(UInt32)
  case set(CharacterClass)

  /// Whether the element matches a scalar of the source, or its edge (`nil`).
  func matches(_ scalar: UInt32?) -> Bool {
    switch self {
    case .scalar(let expected): scalar == expected
    case .set(let set): scalar.map(set.contains) ?? set.includesBoundary
    }
  }
}

/// `left { key } right → result`. Both contexts look at the source text.
struct TransformRule: Hashable, Sendable {
  /// In reading order: the last element stands next to the key.
  var left: [RuleElement]
  var key: [RuleElement]
  /// In reading order: the first element stands next to the key.
  var right: [RuleElement]
  var result: [ResultElement]
}

/// One element of a result: a letter, or the source letters that a segment of the key matched.
enum ResultElement: Hashable, Sendable {
  case scalar(UInt32)
  /// Elements of the key, counted from its first.
  case segment(Range<Int>)
}

/// A whole rule file: what is done before, the passes in order with their rules in order, what is done after.
public struct TransformRules: Hashable, Sendable {
  var before: NormalizationForm = .nfc
  var passes: [[TransformRule]] = [[]]
  var after: NormalizationForm = .nfc
}

extension TransformRules {
  /// A text written by rules that are compiled for this one use; for trying rule files out.
  public func written(_ text: String) throws -> String {
    var trace: OffsetTrace?
    return try RuleEngine(compiled()).write(text, trace: &trace)
  }
}
