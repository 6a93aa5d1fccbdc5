import Allonym
import NameMatching
import NameModel

/// The text with its names marked, a card for each, and a table of all that are named.
struct HTMLMentions: MentionWriter {
  private struct Row {
    var entity: Entity
    var count = 0
    /// In the order of the text, each once.
    var spellings: [String] = []
  }

  private let options: MentionOptions
  private let document: String
  private var rows: [String: Row] = [:]
  private var order: [String] = []

  /// More spellings of one entity are not listed.
  private static let spellingLimit = 12

  init(_ options: MentionOptions, document: String) {
    self.options = options
    self.document = document
  }

  mutating func begin(_ write: (String) throws -> Void) throws {
    try write("<article>\n")
    if options.isNamed { try write("<h1>\(HTMLText.escaped(document))</h1>\n") }
    try write("<div class=\"doc\" dir=\"auto\">")
  }

  mutating func piece(_ piece: TextPiece, _ write: (String) throws -> Void) throws {
    try piece.forEachPart { text, mention in
      guard let mention else { return try write(HTMLText.escaped(text)) }
      try write(Self.marked(text, mention))
    }
    for mention in piece.mentions where !mention.isNested { count(mention) }
  }

  mutating func end(_ write: (String) throws -> Void) throws {
    try write("</div>\n")
    if !order.isEmpty {
      try write(
        "<table>\n<thead><tr><th>Name</th><th>At home</th><th>What</th><th>Times</th><th>As</th></tr></thead>\n")
      try write("<tbody>\n")
      for id in order { try rows[id].map { try write(Self.row($0)) } }
      try write("</tbody>\n</table>\n")
    }
    try write("</article>\n")
  }

  private mutating func count(_ mention: Mention) {
    guard let entity = mention.entity else { return }
    if rows[entity.id] == nil {
      rows[entity.id] = Row(entity: entity)
      order.append(entity.id)
    }
    rows[entity.id]?.count += 1
    let text = mention.text.split { $0.isWhitespace }.joined(separator: " ")
    guard let row = rows[entity.id], row.spellings.count < Self.spellingLimit, !row.spellings.contains(text) else {
      return
    }
    rows[entity.id]?.spellings.append(text)
  }

  // MARK: Parts

  private static func marked(_ text: String, _ mention: Mention) -> String {
    let type = mention.entity?.type.rawValue ?? "unknown"
    return "<mark class=\"\(type)\" tabindex=\"0\">\(HTMLText.escaped(text))\(card(mention))</mark>"
  }

  /// Inside a paragraph only elements of phrases may stand, so all parts are spans.
  private static func card(_ mention: Mention) -> String {
    var card = "<span class=\"card\" role=\"note\">"
    let name = mention.name ?? mention.text
    card += "<span class=\"name\"><bdi lang=\"en\">\(HTMLText.escaped(name))</bdi></span>"
    if let native = mention.nativeName, native != name {
      let language = mention.entity?.nativeName?.language.rawValue
      let tag = language.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? ""
      card += "<span class=\"native\"><bdi\(tag) dir=\"auto\">\(HTMLText.escaped(native))</bdi></span>"
    }
    let what = [
      mention.entity?.type.rawValue ?? "unknown", mention.entity?.id, Score.text(mention.score),
    ].compactMap { $0 }
    card += "<span class=\"what\">\(HTMLText.escaped(what.joined(separator: " · ")))</span>"
    card += "<span class=\"why\">\(HTMLText.escaped(mention.explanation))</span>"
    if case .derived(let evidence) = mention.basis, case .derivation(let way) = evidence.basis {
      card += RelayDrawing.svg(way)
    }
    return card + "</span>"
  }

  private static func row(_ row: Row) -> String {
    let name = (row.entity.preferredName(for: "en") ?? row.entity.nativeName)?.text ?? row.entity.id
    let native = row.entity.nativeName
    let language = native.map { " lang=\"\(HTMLText.escaped($0.language.rawValue))\"" } ?? ""
    let home = "<bdi\(language) dir=\"auto\">\(HTMLText.escaped(native?.text ?? ""))</bdi>"
    let spellings = row.spellings.map { "<bdi dir=\"auto\">\(HTMLText.escaped($0))</bdi>" }.joined(separator: ", ")
    return "<tr><td>\(HTMLText.escaped(name))</td><td>\(home)</td><td>\(row.entity.type.rawValue)</td>"
      + "<td>\(row.count)</td><td>\(spellings)</td></tr>\n"
  }
}
