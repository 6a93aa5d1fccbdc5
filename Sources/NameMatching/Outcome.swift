public import Transliteration

/// What a comparison of two names came to.
public enum Outcome: Hashable, Sendable {
  /// One name, spelled in two ways.
  case same
  /// One may be the other: it agrees as far as it goes (a part, an ambiguous reading), and does not settle the question.
  case compatible
  /// Two names.
  case different
  /// There is nothing to compare. Never a score.
  case cannotCompare(Reason)

  /// Why two names cannot be compared.
  public enum Reason: Hashable, Sendable, CustomStringConvertible {
    /// A text that holds no name.
    case noName(FoldedName.Failure)
    /// Two scripts, and no table that leads from one to the other.
    case noCommonWriting(String, String)

    public var description: String {
      switch self {
      case .noName(let failure): failure.description
      case .noCommonWriting(let first, let second): "no table leads from \(first) to \(second) or back"
      }
    }
  }

  /// The name of the outcome in output: `same`, `compatible`, `different` or `cannotCompare`.
  public var name: String {
    switch self {
    case .same: "same"
    case .compatible: "compatible"
    case .different: "different"
    case .cannotCompare: "cannotCompare"
    }
  }
}
