/// A name with a remark in brackets, such as `Myanmar (Burma)` or `Cocos (Keeling) Islands`.
struct BracketedName: Hashable {
  /// The name without the remark: `Myanmar`, `Cocos Islands`.
  var outside: String
  /// The remark with what follows it: `Burma`, `Keeling Islands`.
  var inside: String

  /// The parts of a name; `nil` for one without brackets.
  init?(_ text: String) {
    guard let open = text.firstIndex(where: { "(（".contains($0) }),
      let close = text[open...].firstIndex(where: { ")）".contains($0) })
    else { return nil }
    let parts = [text[..<open], text[text.index(after: open)..<close], text[text.index(after: close)...]]
      .map { Self.words($0).joined(separator: " ") }
    outside = [parts[0], parts[2]].filter { !$0.isEmpty }.joined(separator: " ")
    inside = [parts[1], parts[2]].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether the remark may stand for the name: it is as long in words.
  var isInsideWhole: Bool { Self.words(inside[...]).count >= Self.words(outside[...]).count }

  private static func words(_ text: Substring) -> [Substring] { text.split { $0 == " " || $0 == "\u{A0}" } }
}
