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
  var result: [UInt32]
}

/// A whole rule file: what is done before, the rules in order, what is done after.
public struct TransformRules: Hashable, Sendable {
  var before: NormalizationForm = .nfc
  var rules: [TransformRule] = []
  var after: NormalizationForm = .nfc
}
