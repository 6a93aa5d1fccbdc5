import ArgumentParser

/// How answers are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people: aligned columns.
  case text
  /// One row a line, columns apart by tabs.
  case tsv
  /// One row a line, by RFC 4180.
  case csv
  /// One JSON object a line.
  case jsonl
  /// One JSON array.
  case json
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// The options of every command that prints answers.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How to print.",
      discussion: "text on a terminal and tsv elsewhere, where nothing is said.", valueName: "format"))
  var format: OutputFormat?

  @Flag(help: "Begin tsv and csv with a line of column names.")
  var header = false

  @Option(
    help: ArgumentHelp(
      "Whether to color text.", discussion: "auto heeds NO_COLOR and CLICOLOR_FORCE.",
      valueName: "when"))
  var color = ColorChoice.auto

  @Flag(help: "Say how each answer came about.")
  var explain = false

  var resolvedFormat: OutputFormat { format ?? (Terminal.isOutput ? .text : .tsv) }

  var isJSON: Bool { resolvedFormat == .json || resolvedFormat == .jsonl }

  var style: TextStyle { color.style }
}

extension ColorChoice {
  var style: TextStyle {
    switch self {
    case .always: TextStyle(isColored: true)
    case .never: TextStyle(isColored: false)
    case .auto:
      if Terminal.environment("NO_COLOR") != nil {
        TextStyle(isColored: false)
      } else if let forced = Terminal.environment("CLICOLOR_FORCE"), forced != "0" {
        TextStyle(isColored: true)
      } else {
        TextStyle(isColored: Terminal.isOutput && Terminal.environment("TERM") != "dumb")
      }
    }
  }
}

/// The looks of text for people.
struct TextStyle {
  var isColored: Bool

  enum Look: String {
    case strong = "1"
    case faint = "2"
    case warning = "33"
    // As ripgrep has them.
    case match = "1;31"
    case path = "35"
    case line = "32"
  }

  func apply(_ look: Look, _ text: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
  }
}
