import ArgumentParser

/// What to do with bytes that are not UTF-8.
enum InvalidText: String, CaseIterable, ExpressibleByArgument {
  /// The command stops and says where they are.
  case error
  /// U+FFFD stands for them.
  case replace
}

struct InvalidTextOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What to do with input that is not UTF-8.",
      discussion: "error stops and says where it is; replace writes U+FFFD for it.", valueName: "how"))
  var invalid = InvalidText.error
}

/// Names from arguments, files and standard input.
struct NameInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Names.", discussion: "Without names and files, and for -, the lines of standard input.", valueName: "name"))
  var names: [String] = []

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp("A file with a name a line; - is standard input.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var invalidText: InvalidTextOption

  /// Calls `body` with every name in order, and with where it stands: `names.txt:3`, or `nil` for an argument.
  func forEach(
    beforeWaiting: () throws -> Void, _ body: (_ name: String, _ place: String?) throws -> Void
  ) throws {
    for name in names {
      if name == "-" { try read("-", beforeWaiting, body) } else { try body(name, nil) }
    }
    for file in names.isEmpty && files.isEmpty ? ["-"] : files { try read(file, beforeWaiting, body) }
  }

  private func read(
    _ path: String, _ beforeWaiting: () throws -> Void, _ body: (String, String?) throws -> Void
  ) throws {
    if path == "-", Terminal.isInput {
      StandardError.report("reading names from the terminal, one a line; end with Ctrl-D")
    }
    var reader = try LineReader(path: path)
    let name = reader.name
    while let line = try reader.next(beforeWaiting: beforeWaiting) {
      try body(line.text(in: name, invalid: invalidText.invalid), "\(name):\(line.number)")
    }
  }
}
