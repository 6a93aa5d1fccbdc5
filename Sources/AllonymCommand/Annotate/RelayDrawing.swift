import NameMatching

/// The journey of a spelling, drawn from top to bottom: a box for each spelling, an arrow for each step.
enum RelayDrawing {
  private static let width = 270
  private static let boxHeight = 28
  private static let arrowHeight = 40
  /// How many columns of text there is room for.
  private static let boxColumns = 34
  private static let wayColumns = 38

  static func svg(_ way: Derivation) -> String {
    let boxes = [way.origin] + way.steps.map(\.text)
    let labels = way.steps.map { step in
      let habits = step.habits.isEmpty ? "" : " (\(step.habits.joined(separator: ", ")))"
      return (step.label, habits)
    }
    let height = boxes.count * boxHeight + way.steps.count * arrowHeight + 2
    let title = HTMLText.escaped(way.path)
    var svg = "<svg width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
    svg += "aria-label=\"\(title)\">"
    var top = 1
    for (number, text) in boxes.enumerated() {
      svg += "<rect x=\"1\" y=\"\(top)\" width=\"\(width - 2)\" height=\"\(boxHeight)\" rx=\"5\"/>"
      svg += centred(text, y: top + 19, columns: boxColumns, class: nil)
      top += boxHeight
      guard number < labels.count else { break }
      svg += "<path d=\"M12 \(top + 3)v\(arrowHeight - 7)m-4 -5l4 5l4 -5\"/>"
      let (label, habits) = labels[number]
      svg += placed(label, y: top + (habits.isEmpty ? 24 : 17))
      if !habits.isEmpty { svg += placed(habits, y: top + 31) }
      top += arrowHeight
    }
    return svg + "</svg>"
  }

  private static func centred(_ text: String, y: Int, columns: Int, class name: String?) -> String {
    "<text x=\"\(width / 2)\" y=\"\(y)\" text-anchor=\"middle\">\(HTMLText.escaped(cut(text, columns)))</text>"
  }

  private static func placed(_ text: String, y: Int) -> String {
    let shown = HTMLText.escaped(cut(String(text.drop { $0 == " " }), wayColumns))
    return "<text class=\"way\" x=\"24\" y=\"\(y)\">\(shown)</text>"
  }

  private static func cut(_ text: String, _ columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    var shown = ""
    for character in text where DisplayWidth.of(shown) < columns - 1 { shown.append(character) }
    return shown + "…"
  }
}
