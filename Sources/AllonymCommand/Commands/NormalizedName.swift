import Allonym
import NameMatching
import NameModel

/// What `normalize` says of one name.
struct NormalizedName: Record {
  var name: String
  var canonical: String?
  var native: String?
  var id: String?
  var type: String?
  var outcome: String
  var score: Double?
  var reason: String
  /// Present where it was asked for and there is an entity.
  private var explanation: Explanation?
  private let isExplained: Bool
  private let isResolved: Bool

  /// - Parameter explainer: where sources are looked up; `nil` leaves the explanation out.
  init(_ answer: Answer, _ canonical: CanonicalSpelling, _ explainer: Resolver?) throws {
    let resolution = answer.resolution
    name = resolution.query
    isExplained = explainer != nil
    isResolved = answer.best != nil
    if let best = answer.best {
      let spelling = try canonical.spelling(of: best.entity)
      self.canonical = spelling.text
      native = best.entity.nativeName?.text
      id = best.entity.id
      type = best.entity.type.rawValue
      outcome = best.evidence.outcome.name
      score = best.evidence.score
      reason = [best.evidence.summary, spelling.reason].compactMap { $0 }.joined(separator: "; ")
      explanation = try explainer.map { try Explanation(best.evidence, $0) }
    } else if case .cannotCompare(let why) = resolution.outcome {
      outcome = resolution.outcome.name
      reason = why.description
    } else if !resolution.candidates.isEmpty {
      outcome = "unresolved"
      reason = Self.rivals(resolution.candidates)
    } else if let restoration = try canonical.restored(resolution.query, resolution.restoration) {
      self.canonical = restoration.text
      native = resolution.query
      outcome = "restored"
      reason = "no entity is known by this name; written in \(restoration.label) (\(restoration.system))"
    } else {
      outcome = "unresolved"
      reason = "no entity is known by this name"
    }
  }

  /// Why none of several entities is the answer.
  static func rivals(_ candidates: [Resolution.Candidate]) -> String {
    let shown = candidates.prefix(3).map { candidate in
      let name = (candidate.entity.preferredName(for: "en") ?? candidate.entity.nativeName)?.text
      return "\(name ?? candidate.entity.id) (\(Score.text(candidate.evidence.score)))"
    }
    let more = candidates.count > 3 ? " and \(candidates.count - 3) more" : ""
    return "fits \(shown.joined(separator: ", "))\(more) alike"
  }

  // MARK: Record

  static var columns: [String] { ["name", "canonical", "native", "id", "type", "outcome", "score", "reason"] }

  var rows: [[String]] {
    [[name, canonical ?? "", native ?? "", id ?? "", type ?? "", outcome, Score.cell(score), reason]]
  }

  func encode(to object: inout JSONObject) {
    object.add("name", name)
    object.add("canonical", canonical)
    object.add("native", native)
    object.add("id", id)
    object.add("type", type)
    object.add("outcome", outcome)
    object.add("score", score)
    object.add("reason", reason)
    if isExplained { object.add("explanation", explanation) { $0.encode(to: &$1) } }
  }

  var textLines: [TextLine] {
    let score = self.score.map(Score.text) ?? ""
    // What is sure needs no word.
    let note = outcome == "same" ? "" : outcome
    if isExplained {
      let spelling = [canonical, native.flatMap { $0 == canonical ? nil : "(\($0))" }].compactMap { $0 }
      let head = isResolved ? spelling.joined(separator: " ") : canonical ?? TextCell(name: name).text
      let line = TextLine.columns([
        TextCell(head, look: isResolved ? .strong : nil), TextCell(type ?? "-"), TextCell(isResolved ? score : note),
        TextCell(isResolved ? note : "", look: .warning),
      ])
      return [line] + (explanation?.lines ?? [.plain("  \(TextCell(name: name).text): \(reason)", look: .faint)])
    }
    return [
      .columns([
        TextCell(name: name), TextCell(canonical ?? "-", look: isResolved ? .strong : nil), TextCell(native ?? "-"),
        TextCell(type ?? "-"), TextCell(score.isEmpty ? "-" : score), TextCell(note, look: .warning),
      ])
    ]
  }
}
