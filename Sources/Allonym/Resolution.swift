public import NameMatching
public import NameModel

/// What a resolver has to say about one spelling.
public struct Resolution: Hashable, Sendable {
  /// An entity that the spelling may name, with the reason.
  public struct Candidate: Hashable, Sendable {
    public var entity: Entity
    public var evidence: Evidence
  }

  /// A spelling restored by rule where no entity is known: what a system makes of it, not whose name it is.
  public struct Restoration: Hashable, Sendable {
    public var text: String
    /// ISO 24229 code of the system.
    public var system: String
    public var label: String
  }

  public var query: String
  /// `same` for one clear owner, `compatible` where the spelling fits but does not settle the question or fits several,
  /// `different` where the tables have no owner, `cannotCompare` where the query holds no name.
  public var outcome: Outcome
  /// The likeliest first; never candidates whose outcome is `different`.
  public var candidates: [Candidate]
  public var restoration: Restoration?
  /// Whether the first of all candidates had to share its claim, with one that `limit` may have cut off.
  var isTied = false

  /// The one entity that the spelling names; `nil` where there is none, or more than one with an equal claim.
  public var best: Candidate? {
    guard let first = candidates.first, !isTied else { return nil }
    return candidates.dropFirst().contains { $0.hasEqualClaim(to: first) } ? nil : first
  }
}

extension Resolution.Candidate {
  /// Whether nothing puts `other`, which has the higher score, before this candidate.
  func hasEqualClaim(to other: Resolution.Candidate) -> Bool { evidence.hasEqualClaim(to: other.evidence) }
}

extension Evidence {
  /// Evidence that is nearer to each other than this claims equally.
  private static let clearMargin = 0.015

  /// Whether nothing puts `other`, which has the higher score, before this. A row of the tables says whose name a spelling
  /// usually is, which no derivation does.
  func hasEqualClaim(to other: Evidence) -> Bool {
    if other.basis == .tableRow, basis != .tableRow { return false }
    return other.score - score < Self.clearMargin
  }
}
