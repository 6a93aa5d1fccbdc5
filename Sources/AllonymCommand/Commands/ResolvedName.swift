import Allonym
import NameMatching
import NameModel

/// What `resolve` says of one name.
struct ResolvedName: Record {
  private struct Row {
    var candidate: Resolution.Candidate
    var explanation: Explanation?

    var entity: Entity { candidate.entity }
    var evidence: Evidence { candidate.evidence }
    var native: String? { entity.nativeName?.text }
    var name: String { (entity.preferredName(for: "en") ?? entity.nativeName)?.text ?? entity.id }
  }

  private let query: String
  private let outcome: Outcome
  private let restoration: Resolution.Restoration?
  private let candidates: [Row]
  private let isExplained: Bool

  /// - Parameter explainer: where sources are looked up; `nil` leaves explanations out.
  init(_ resolution: Resolution, limit: Int, _ explainer: Resolver?) throws {
    query = resolution.query
    outcome = resolution.outcome
    restoration = resolution.restoration
    isExplained = explainer != nil
    candidates = try resolution.candidates.prefix(limit).map { candidate in
      try Row(candidate: candidate, explanation: explainer.map { try Explanation(candidate.evidence, $0) })
    }
  }

  /// Why there is no candidate; `nil` where there is one.
  private var reason: String? {
    if case .cannotCompare(let why) = outcome { return why.description }
    guard candidates.isEmpty else { return nil }
    let restored = restoration.map { "; in \($0.label) it is \($0.text)" } ?? ""
    return "no entity is known by this name\(restored)"
  }

  static var columns: [String] {
    [
      "query", "outcome", "rank", "id", "name", "native", "type", "score", "matched", "lang", "kind", "reason",
    ]
  }

  var rows: [[String]] {
    if let reason { return [[query, outcome.name, "", "", "", "", "", "", "", "", "", reason]] }
    return candidates.enumerated().map { index, row in
      [
        query, row.evidence.outcome.name, "\(index + 1)", row.entity.id, row.name, row.native ?? "",
        row.entity.type.rawValue, Score.cell(row.evidence.score), row.evidence.form.text,
        row.evidence.form.language.rawValue, row.evidence.form.kind.rawValue, row.evidence.summary,
      ]
    }
  }

  func encode(to object: inout JSONObject) {
    object.add("query", query)
    object.add("outcome", outcome.name)
    object.add("reason", reason)
    object.add("candidates", each: candidates) { row, object in
      object.add("id", row.entity.id)
      object.add("name", row.name)
      object.add("native", row.native)
      object.add("type", row.entity.type.rawValue)
      object.add("score", row.evidence.score)
      object.add("outcome", row.evidence.outcome.name)
      object.add("matched", row.evidence.form) { form, object in
        object.add("text", form.text)
        object.add("lang", form.language.rawValue)
        object.add("kind", form.kind.rawValue)
      }
      if isExplained { object.add("explanation", row.explanation) { $0.encode(to: &$1) } }
    }
    object.add("restored", restoration) { restoration, object in
      object.add("text", restoration.text)
      object.add("system", restoration.system)
      object.add("label", restoration.label)
    }
  }

  var textLines: [TextLine] {
    if let reason {
      return [.columns([TextCell(name: query), "-", "-", "-", "-", TextCell(outcome.name, look: .warning)])]
        + (isExplained ? [.plain("  \(TextCell(name: query).text): \(reason)", look: .faint)] : [])
    }
    return candidates.flatMap { row in
      let line = TextLine.columns([
        TextCell(name: query), TextCell(row.name, look: .strong), TextCell(row.native ?? "-"),
        TextCell(row.entity.type.rawValue), TextCell(Score.text(row.evidence.score)),
        TextCell(row.evidence.outcome.name), TextCell(row.entity.id, look: .faint),
      ])
      return [line] + (row.explanation?.lines ?? [])
    }
  }
}
