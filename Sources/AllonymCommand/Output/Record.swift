/// One answer of a command, in all the ways in which it can be printed.
protocol Record {
  /// The columns of `rows`, in their documented order.
  static var columns: [String] { get }
  /// Rows for tsv and csv; mostly one.
  var rows: [[String]] { get }
  /// Fields for jsonl and json, in their documented order.
  func encode(to object: inout JSONObject)
  /// Lines for people.
  var textLines: [TextLine] { get }
  /// A line of tsv that stands as it is in place of `rows`; mostly `nil`.
  var passedThrough: String? { get }
}

extension Record {
  var passedThrough: String? { nil }
}

/// A line for people.
enum TextLine {
  /// Cells that stand under those of the lines around.
  case columns([TextCell])
  /// A line by itself.
  case plain(String, look: TextStyle.Look? = nil)
}

/// A piece of foreign text in a column, with its look.
struct TextCell: ExpressibleByStringLiteral {
  var text: String
  var look: TextStyle.Look?

  init(_ text: String, look: TextStyle.Look? = nil) {
    self.text = Printable.text(text)
    self.look = look
  }

  /// A name that was given, which may be empty.
  init(name: String) { self.init(name.isEmpty ? "“”" : name) }

  init(stringLiteral text: String) { self.init(text) }
}
