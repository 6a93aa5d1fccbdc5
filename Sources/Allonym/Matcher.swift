public import NameMatching
import NameModel
import Transliteration

/// Compares two spellings with each other.
///
/// ```swift
/// try Matcher().match("Kim Chen Yn", "Kim Jong Un").outcome  // .same
/// ```
public struct Matcher: Sendable {
  /// What a comparison of two spellings came to.
  public struct Comparison: Hashable, Sendable {
    public var first: String
    public var second: String
    public var outcome: Outcome
    /// The probability that both spell one name; 0 where nothing can be compared.
    public var score: Double
    /// One sentence for people.
    public var summary: String
    /// The entities that the tables give to the first and to the second spelling.
    public var entities: [Resolution.Candidate]
  }

  private let resolver: Resolver?
  private let pairJudge: PairJudge
  private let tables: TransliterationTables

  /// - Parameter resolver: whose tables are asked first; `nil` compares spellings only.
  public init(resolver: Resolver?) throws(AllonymError) {
    self.resolver = resolver
    tables = try CuratedTables.open().transliteration
    pairJudge = PairJudge(tables: tables)
  }

  /// Asks the curated tables first.
  public init() throws(AllonymError) { try self.init(resolver: Resolver()) }

  /// Compares two spellings; symmetric in its arguments.
  public func match(_ first: String, _ second: String) throws(AllonymError) -> Comparison {
    let pair = pairJudge.compare(first, second)
    if case .cannotCompare(.noName) = pair.outcome {
      return Comparison(
        first: first, second: second, outcome: pair.outcome, score: 0, summary: pair.summary, entities: [])
    }
    if let resolver, let known = try byTables(first, second, resolver) { return known }
    return Comparison(
      first: first, second: second, outcome: pair.outcome, score: pair.score, summary: pair.summary, entities: [])
  }

  /// What each feature of the two spellings adds to the evidence that they are one name, in nats, the greatest first; what
  /// is said of any two names comes under no feature. Empty where no words go together.
  public func weights(_ first: String, _ second: String) -> [(feature: String?, evidence: Double)] {
    guard let a = try? PreparedName(first, tables: tables), let b = try? PreparedName(second, tables: tables) else {
      return []
    }
    return pairJudge.weights(a, b)
  }

  /// What the tables say where each spelling has one clear owner.
  private func byTables(
    _ first: String, _ second: String, _ resolver: Resolver
  ) throws(AllonymError) -> Comparison? {
    let a = try resolver.resolve(first, limit: 1)
    guard a.outcome == .same, let ownerA = a.best else { return nil }
    let b = try resolver.resolve(second, limit: 1)
    guard b.outcome == .same, let ownerB = b.best else { return nil }
    let score = ownerA.evidence.score * ownerB.evidence.score
    let entities = [ownerA, ownerB]
    if ownerA.entity.id == ownerB.entity.id {
      let name = ownerA.entity.preferredName(for: "en")?.text ?? ownerA.entity.id
      return Comparison(
        first: first, second: second, outcome: .same, score: rounded(score),
        summary: "both name \(name): \(ownerA.evidence.summary); \(ownerB.evidence.summary)", entities: entities)
    }
    let names = entities.map { $0.entity.preferredName(for: "en")?.text ?? $0.entity.id }
    let decision: Decision?
    do { decision = try resolver.index.decision(ownerA.entity.id, ownerB.entity.id) } catch { throw .index(error) }
    let reason = decision?.reason.map { " (\($0))" } ?? ""
    if decision?.judgement == .same { return nil }
    return Comparison(
      first: first, second: second, outcome: .different, score: rounded(1 - score),
      summary: "\(names[0]) is not \(names[1])\(reason)", entities: entities)
  }

  private func rounded(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }
}
