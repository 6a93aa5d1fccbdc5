/// What somebody decided about two entities: a row of `decisions.tsv`.
public struct Decision: Sendable, Hashable {
  /// The identifier that sorts first by code point.
  public var a: String
  /// The identifier that sorts second by code point.
  public var b: String
  public var judgement: Judgement
  public var reason: String?
  /// The identifier of a row in `sources.tsv`.
  public var source: String
  /// The ISO 8601 day of the decision.
  public var date: String?

  /// A decision about two entities, which are put in order.
  public init(
    _ a: String, _ b: String, _ judgement: Judgement, reason: String? = nil, source: String, date: String? = nil
  ) {
    let inOrder = !precedesByCodePoint(b, a)
    self.a = inOrder ? a : b
    self.b = inOrder ? b : a
    self.judgement = judgement
    self.reason = reason
    self.source = source
    self.date = date
  }
}
