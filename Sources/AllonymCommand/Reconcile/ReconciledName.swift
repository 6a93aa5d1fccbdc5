import Allonym
import NameMatching

/// What became of a row.
enum RowOutcome: String, CaseIterable {
  /// One clear owner.
  case same
  /// One entity fits, and the spelling alone does not settle it.
  case compatible
  /// More than one entity fits, and nothing puts one of them first.
  case ambiguous
  /// No entity fits.
  case different
  /// The cell holds no name.
  case cannotCompare
  /// The row could not be read.
  case failed

  var isFound: Bool { self == .same || self == .compatible || self == .ambiguous }
}

/// How many rows came to what.
struct RowCounts: Sendable {
  private(set) var byOutcome = [Int](repeating: 0, count: RowOutcome.allCases.count)

  subscript(_ outcome: RowOutcome) -> Int {
    get { byOutcome[RowOutcome.allCases.firstIndex(of: outcome)!] }
    set { byOutcome[RowOutcome.allCases.firstIndex(of: outcome)!] = newValue }
  }

  var rows: Int { byOutcome.reduce(0, +) }
  var found: Int { RowOutcome.allCases.filter(\.isFound).reduce(0) { $0 + self[$1] } }

  static func += (counts: inout RowCounts, more: RowCounts) {
    for index in counts.byOutcome.indices { counts.byOutcome[index] += more.byOutcome[index] }
  }

  /// `5 rows: 3 same, 0 compatible, …`
  var summary: String {
    let parts = RowOutcome.allCases.map { "\(self[$0]) \($0.rawValue)" }
    return "\(rows == 1 ? "1 row" : "\(rows) rows"): \(parts.joined(separator: ", "))"
  }
}

/// The cells that `reconcile` puts behind a row.
struct ReconciledName {
  static let columns = ["outcome", "id", "name", "native", "type", "score", "candidates", "others", "reason"]

  var outcome: RowOutcome
  private var id = ""
  private var name = ""
  private var native = ""
  private var type = ""
  private var score = ""
  private var candidates = ""
  private var others: [String] = []
  private var reason: String

  /// - Parameter limit: at most so many other candidates are named.
  init(_ answer: Answer, _ canonical: CanonicalSpelling, limit: Int) throws {
    let resolution = answer.resolution
    candidates = "\(resolution.candidates.count)"
    if let best = answer.best {
      let spelling = try canonical.spelling(of: best.entity)
      outcome = best.evidence.outcome == .same ? .same : .compatible
      id = best.entity.id
      name = spelling.text ?? ""
      native = best.entity.nativeName?.text ?? ""
      type = best.entity.type.rawValue
      score = Score.cell(best.evidence.score)
      reason = [best.evidence.summary, spelling.reason].compactMap { $0 }.joined(separator: "; ")
    } else if case .cannotCompare(let why) = resolution.outcome {
      outcome = .cannotCompare
      reason = why.description
    } else if !resolution.candidates.isEmpty {
      outcome = .ambiguous
      reason = NormalizedName.rivals(resolution.candidates)
    } else {
      outcome = .different
      reason = "no entity is known by this name"
      if let restored = resolution.restoration { reason += "; in \(restored.label) it is \(restored.text)" }
    }
    others = Array(resolution.candidates.lazy.map(\.entity.id).filter { [id] in $0 != id }.prefix(limit))
  }

  /// A row that could not be read.
  init(failed reason: String) {
    outcome = .failed
    self.reason = reason
  }

  /// In the order of ``columns``.
  private var cells: [String] {
    [
      outcome.rawValue, id, name, native, type, score, candidates, others.joined(separator: "|"), reason,
    ]
  }

  /// The cells as they follow a row, each with a delimiter before it.
  func bytes(_ dialect: RowDialect) -> [UInt8] { Self.bytes(cells, dialect) }

  static func bytes(_ cells: [String], _ dialect: RowDialect) -> [UInt8] {
    var bytes: [UInt8] = []
    for cell in cells {
      bytes.append(dialect.delimiter)
      RowCell.append(cell.utf8, to: &bytes, dialect)
    }
    return bytes
  }
}
