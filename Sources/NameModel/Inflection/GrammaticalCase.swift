/// What an ending or a particle makes of a name, in the words of `Tables/inflections`.
public enum GrammaticalCase: String, Sendable, Hashable, CaseIterable {
  case nominative, genitive, dative, accusative, instrumental, locative, prepositional, vocative
  case partitive, inessive, elative, illative, adessive, ablative, allative, essive, translative, terminative, causal
  case ergative, adverbial, possessive, definite, adjective
  /// A particle, a title or a generic word written on to the name.
  case particle
  /// A conjunction, preposition or article written before the name.
  case proclitic
  /// A word shortened by an apostrophe before the name.
  case elided
  /// The next word, run together with the name.
  case joined

  /// The phrase that stands before the name itself in an explanation.
  public var phrase: String {
    switch self {
    case .particle: "with a particle or title, of"
    case .proclitic: "behind a proclitic, of"
    case .elided: "behind a shortened word, of"
    case .joined: "run together with the next word, of"
    case .adjective: "adjective of"
    case .definite: "definite form of"
    default: "\(rawValue) of"
    }
  }
}

/// A set of cases: those that one ending stands for.
public struct CaseSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  public var rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public init(_ member: GrammaticalCase) {
    rawValue = 1 << UInt32(GrammaticalCase.allCases.firstIndex(of: member) ?? 31)
  }

  /// What an unchanged word may stand in.
  public static let any = CaseSet(rawValue: .max)

  /// The cases in the order of their declaration; none for ``any``.
  public var cases: [GrammaticalCase] {
    self == .any ? [] : GrammaticalCase.allCases.filter { contains(CaseSet($0)) }
  }
}
