import SectionedFile

/// One self-contained page with the reliability of the scores and the ROC curve.
struct EvaluationPage {
  var title: String
  var reliability: Reliability
  var curve: [(falsePositive: Double, truePositive: Double)]?

  func write(to path: String) throws {
    do {
      try AtomicFile.replace(path, with: Array(text.utf8))
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private static let size = 320.0

  private var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>Evaluation: \(HTMLText.escaped(title))</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 16px/1.4 system-ui, sans-serif; margin: 2rem auto; max-width: 52rem; padding: 0 1rem; }
    figure { display: inline-block; margin: 0 1.5rem 1.5rem 0; }
    svg { background: Canvas; color: CanvasText; }
    td, th { padding: .1rem .8rem; text-align: right; }
    </style>
    </head>
    <body>
    <h1>Evaluation: \(HTMLText.escaped(title))</h1>
    <figure><figcaption>Reliability: score against share of right answers</figcaption>
    \(reliabilityPicture)</figure>
    \(curve.map { "<figure><figcaption>ROC: false against true positives</figcaption>\n\(Self.picture($0.map { ($0.falsePositive, $0.truePositive) }))</figure>" } ?? "")
    <table><thead><tr><th>scores</th><th>count</th><th>mean score</th><th>right</th></tr></thead>
    <tbody>
    \(tableRows)
    </tbody></table>
    </body>
    </html>

    """
  }

  private var points: [(Double, Double)] {
    reliability.counts.indices.filter { reliability.counts[$0] > 0 }.map { bin in
      let count = Double(reliability.counts[bin])
      return (reliability.sums[bin] / count, Double(reliability.right[bin]) / count)
    }
  }

  private var reliabilityPicture: String { Self.picture(points, dots: true) }

  private var tableRows: String {
    reliability.counts.indices.filter { reliability.counts[$0] > 0 }.map { bin in
      let count = Double(reliability.counts[bin])
      return "<tr><td>\(bin * 10)–\(bin * 10 + 10) %</td><td>\(reliability.counts[bin])</td>"
        + "<td>\(Figures.number(reliability.sums[bin] / count))</td>"
        + "<td>\(Figures.number(Double(reliability.right[bin]) / count))</td></tr>"
    }.joined(separator: "\n")
  }

  private static func picture(_ points: [(Double, Double)], dots: Bool = false) -> String {
    let placed = points.map { point in
      (x: Figures.number(30 + point.0 * (size - 40)), y: Figures.number(size - 30 - point.1 * (size - 40)))
    }
    let line = placed.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let marks = dots ? placed.map { "<circle cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"4\" fill=\"#0a6ebd\"/>" }.joined() : ""
    let low = Figures.number(size - 30)
    let high = Figures.number(size - 10)
    return """
      <svg width="\(Int(size))" height="\(Int(size))" role="img">
      <rect x="30" y="10" width="\(Int(size - 40))" height="\(Int(size - 40))" fill="none" stroke="currentColor"/>
      <line x1="30" y1="\(low)" x2="\(high)" y2="10" stroke="currentColor" stroke-dasharray="4 4"/>
      <polyline points="\(line)" fill="none" stroke="#0a6ebd" stroke-width="2"/>\(marks)
      <text x="26" y="\(high)" font-size="12" fill="currentColor">0</text>
      <text x="\(Figures.number(size - 18))" y="\(high)" font-size="12" fill="currentColor">1</text>
      <text x="16" y="18" font-size="12" fill="currentColor">1</text>
      </svg>
      """
  }
}
