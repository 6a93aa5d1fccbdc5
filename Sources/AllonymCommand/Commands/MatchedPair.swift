import Allonym
import NameMatching
import NameModel

/// What `match` says of two spellings.
struct MatchedPair: Record {
  private let first: String
  private let second: String
  /// `nil` for a line that holds no pair.
  private let outcome: Outcome?
  private let score: Double?
  private let reason: String
  private let entities: [Resolution.Candidate]
  private let weights: [(feature: String?, evidence: Double)]
  private let isExplained: Bool
  /// The line of the file that the pair comes from, to be repeated as it is.
  var line: String?

  init(_ first: String, _ second: String, _ matcher: Matcher, _ options: OutputOptions) throws {
    let comparison: Matcher.Comparison
    do { comparison = try matcher.match(first, second) } catch { throw CommandFailure(error.description) }
    self.first = first
    self.second = second
    outcome = comparison.outcome
    if case .cannotCompare = comparison.outcome { score = nil } else { score = comparison.score }
    reason = comparison.summary
    entities = comparison.entities
    isExplained = options.explain
    // What the tables settle needs no letters, and only JSON has room for all of them.
    let isWeighed = options.explain && options.isJSON && comparison.entities.isEmpty
    weights = isWeighed ? matcher.weights(first, second) : []
  }

  /// A line without a pair.
  init(failed line: String, reason: String, _ options: OutputOptions) {
    first = line
    second = ""
    outcome = nil
    score = nil
    self.reason = reason
    entities = []
    weights = []
    isExplained = options.explain
  }

  var isMatch: Bool { outcome == .same || outcome == .compatible }

  static var columns: [String] { ["a", "b", "outcome", "score", "reason"] }

  var rows: [[String]] {
    let judged = [outcome?.name ?? "failed", Score.cell(score)]
    return [[first, second] + judged + [reason]]
  }

  /// The line as it was with the judgement behind it.
  var passedThrough: String? {
    guard let line else { return nil }
    guard let outcome else { return line + "\n" }
    return ([line, outcome.name, Score.cell(score)] + (isExplained ? [reason] : [])).joined(separator: "\t") + "\n"
  }

  func encode(to object: inout JSONObject) {
    object.add("a", first)
    object.add("b", outcome == nil ? nil : second)
    object.add("outcome", outcome?.name)
    object.add("score", score)
    object.add("reason", reason)
    guard isExplained else { return }
    if !weights.isEmpty {
      object.add("weights", each: weights) { weight, object in
        object.add("feature", weight.feature)
        object.add("evidence", (weight.evidence * 1000).rounded() / 1000)
      }
    }
    object.add("explanation", entities.isEmpty ? nil : entities) { entities, object in
      object.add("entities", each: entities) { candidate, object in
        object.add("id", candidate.entity.id)
        object.add("query", candidate.evidence.query)
        object.add("score", candidate.evidence.score)
        object.add("summary", candidate.evidence.summary)
        if case .derivation(let derivation) = candidate.evidence.basis { object.add("path", derivation.path) }
      }
    }
  }

  var textLines: [TextLine] {
    let judged = TextCell(outcome?.name ?? "failed", look: isMatch ? .strong : .warning)
    let score = TextCell(self.score.map(Score.text) ?? "-")
    let row = TextLine.columns([TextCell(name: first), TextCell(name: second), judged, score])
    guard isExplained || line == nil else { return [row] }
    var lines = [row, .plain("  \(reason)", look: .faint)]
    for candidate in isExplained ? entities : [] {
      if case .derivation(let derivation) = candidate.evidence.basis {
        lines.append(.plain("  \(derivation.path)", look: .faint))
      }
    }
    return lines
  }
}
