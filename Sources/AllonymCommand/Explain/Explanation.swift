import Allonym
import NameMatching
import NameModel

/// How an answer came about, for people and for programs.
struct Explanation {
  private let evidence: Evidence
  private let source: Source?

  init(_ evidence: Evidence, _ resolver: Resolver) throws {
    self.evidence = evidence
    do {
      source = evidence.form.source.isEmpty ? nil : try resolver.index.source(evidence.form.source)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private var derivation: Derivation? {
    if case .derivation(let derivation) = evidence.basis { derivation } else { nil }
  }

  private var basisName: String {
    switch evidence.basis {
    case .tableRow: "row"
    case .derivation: "derivation"
    case .letters: "letters"
    }
  }

  /// Indented lines for people: the journey or the row, and what speaks for care.
  var lines: [TextLine] {
    var lines = [derivation?.path ?? "\(evidence.query): \(evidence.summary)"]
    if case .tableRow = evidence.basis, let source { lines[0] += "; source: \(source.title)" }
    let missing = evidence.parts.filter { $0.given == nil }.compactMap(\.form)
    if !missing.isEmpty { lines.append("not in the spelling: \(missing.joined(separator: ", "))") }
    let surplus = evidence.parts.filter { $0.form == nil }.compactMap(\.given)
    if !surplus.isEmpty { lines.append("not in the name: \(surplus.joined(separator: ", "))") }
    if let decision = evidence.decision { lines.append(Self.sentence(decision)) }
    return lines.map { .plain("  \($0)", look: .faint) }
  }

  private static func sentence(_ decision: Decision) -> String {
    let judgement =
      switch decision.judgement {
      case .same: "are one"
      case .different: "are two"
      case .unsure: "may be one"
      }
    return "decided: \(decision.a) and \(decision.b) \(judgement)\(decision.reason.map { " (\($0))" } ?? "")"
  }

  func encode(to object: inout JSONObject) {
    object.add("summary", evidence.summary)
    object.add("basis", basisName)
    object.add("path", derivation?.path)
    object.add("steps", each: derivation?.steps ?? []) { step, object in
      object.add("label", step.label)
      object.add("system", step.system)
      object.add("habits", step.habits)
      object.add("text", step.text)
    }
    object.add("form", evidence.form) { form, object in
      object.add("text", form.text)
      object.add("lang", form.language.rawValue)
      object.add("kind", form.kind.rawValue)
      object.add("source", form.source.isEmpty ? nil : form.source)
    }
    object.add("source", source) { source, object in
      object.add("title", source.title)
      object.add("url", source.url)
      object.add("licence", source.licence)
    }
    object.add("parts", each: evidence.parts) { part, object in
      object.add("given", part.given)
      object.add("form", part.form)
      object.add("cost", part.cost)
    }
    object.add("decision", evidence.decision) { decision, object in
      object.add("a", decision.a)
      object.add("b", decision.b)
      object.add("judgement", decision.judgement.rawValue)
      object.add("reason", decision.reason)
      object.add("source", decision.source)
    }
  }
}

/// Scores for people.
enum Score {
  /// Two decimals, never rounded up: only certainty is 1.00.
  static func text(_ score: Double) -> String {
    let hundredths = Int((score * 100 + 1e-9).rounded(.down))
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// As in tsv and csv: as many of three decimals as it has.
  static func cell(_ score: Double?) -> String { score.map { "\(($0 * 1000).rounded() / 1000)" } ?? "" }
}
