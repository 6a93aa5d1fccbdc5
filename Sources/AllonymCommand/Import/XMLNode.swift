/// An element of a record, with everything in it.
final class XMLNode {
  /// The name without its namespace prefix.
  let name: String
  let attributes: [String: String]
  let place: RecordPlace
  fileprivate(set) var children: [XMLNode] = []
  private var characters = ""

  init(name: String, attributes: [String: String], place: RecordPlace) {
    self.name = name
    self.attributes = attributes
    self.place = place
  }

  /// The text that stands in the element itself, without space around it.
  var text: String { characters.trimmingSpace }

  func append(_ text: String) { characters += text }

  func append(_ child: XMLNode) { children.append(child) }

  /// All child elements of this name.
  func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

  /// The first child element of this name.
  func first(_ name: String) -> XMLNode? { children.first { $0.name == name } }

  /// The text of the first child element of this name; `nil` where there is none, or nothing in it.
  func text(of name: String) -> String? { first(name)?.text.nonEmpty }

  /// An attribute that is set to something.
  func attribute(_ name: String) -> String? { attributes[name]?.trimmingSpace.nonEmpty }
}

extension String {
  /// `nil` where there is nothing.
  var nonEmpty: String? { isEmpty ? nil : self }

  /// The text without white space at its ends.
  var trimmingSpace: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return start == startIndex && scalars.index(after: end) == endIndex ? self : String(self[start...end])
  }
}
