import Allonym
public import ArgumentParser
public import Transliteration

extension NameStyle: ExpressibleByArgument {}

/// `allonym transliterate`: text by one system, or by several in order.
struct TransliterateCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliterate",
    abstract: "Write text by a transliteration system, or by several in order as a relay.",
    discussion: """
      Prints the result alone, a line for each line; with --explain tsv and csv have a second column with the way. jsonl \
      and json have: text, result, systems; and steps (system, label, text) with --explain.

      jsonl and json also have unknown: letters of the source script that the systems do not know, with their offset \
      in the UTF-8 of the result. With --inverse a text is undone: the likeliest source is printed, or all of up to ten \
      with --explain; jsonl and json have sources, with text and cost, and status 1 means that nothing was undone.

      `allonym systems` lists the codes. Each system must read the script that the one before it writes.

      Examples:
        allonym transliterate -s bgnpcgn-rus-Cyrl-Latn-1947 "Чо Чун Рён"
        echo 평양 | allonym transliterate -s var-kor-Hang-Cyrl-kontsevich -s bgnpcgn-rus-Cyrl-Latn-1947
      """)

  @Option(
    name: [.customShort("s"), .customLong("system")], parsing: .singleValue,
    help: ArgumentHelp("The code of a system; give several for a relay.", valueName: "code"))
  var systems: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the text names.",
      discussion: """
        The surname of a person of East Asia is written apart. automatic takes a text for a person where it is one word \
        of the length of a name that begins with a known surname.
        """, valueName: "style"))
  var style = NameStyle.automatic

  @Flag(help: "Undo: find what the systems may have made each text from.")
  var inverse = false

  @OptionGroup var input: NameInput
  @OptionGroup var options: OutputOptions

  func validate() throws {
    if systems.isEmpty {
      throw ValidationError("no system is named; give -s CODE, one of those that `allonym systems` lists.")
    }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let transliterator: Transliterator
    do { transliterator = try Transliterator(relay: systems) } catch { throw CommandFailure(error.description) }
    if inverse { return try undo(by: transliterator, to: output) }
    let columns = options.explain ? TransliteratedText.columns : Array(TransliteratedText.columns.prefix(1))
    let writer = try RecordWriter<TransliteratedText>(options, to: output, columns: columns)
    let progress = Progress("lines", isHidden: Terminal.isOutput)
    var hasFailures = false
    try input.forEach(beforeWaiting: writer.flush) { text, place in
      var record = TransliteratedText(text: text, legs: [], isExplained: options.explain)
      do {
        record.legs = try transliterator.legs(of: text, style: style)
        if options.isJSON { record.unknown = try transliterator.transliteration(of: text, style: style).unknownLetters }
      } catch {
        hasFailures = true
        StandardError.report([place, "\(error)"].compactMap { $0 }.joined(separator: ": "))
      }
      try writer.write(record)
      progress.advance()
    }
    progress.finish()
    try writer.finish()
    return hasFailures ? .someRowsFailed : .success
  }
}

extension TransliterateCommand {
  private func undo(by transliterator: Transliterator, to output: StandardOutput) throws -> ExitStatus {
    let writer = try RecordWriter<UndoneText>(options, to: output)
    var isAnyFound = false
    try input.forEach(beforeWaiting: writer.flush) { text, _ in
      let sources: [SourceReading]
      do { sources = try transliterator.sources(of: text) } catch { throw CommandFailure("\(error)") }
      if !sources.isEmpty { isAnyFound = true }
      try writer.write(UndoneText(text: text, sources: sources, isExplained: options.explain))
    }
    try writer.finish()
    return isAnyFound ? .success : .nothingFound
  }
}

/// What `transliterate --inverse` says of one text.
struct UndoneText: Record {
  var text: String
  var sources: [SourceReading]
  var isExplained: Bool

  static var columns: [String] { ["source", "cost"] }

  var rows: [[String]] {
    guard !sources.isEmpty else { return [["", ""]] }
    return (isExplained ? sources : [sources[0]]).map { [$0.text, "\($0.cost)"] }
  }

  func encode(to object: inout JSONObject) {
    object.add("text", text)
    object.add("sources", each: sources) { source, object in
      object.add("text", source.text)
      object.add("cost", source.cost)
    }
  }

  var textLines: [TextLine] {
    guard !sources.isEmpty else { return [.plain("")] }
    return (isExplained ? sources : [sources[0]]).map { .plain($0.text) }
  }
}

/// What `transliterate` says of one text.
struct TransliteratedText: Record {
  var text: String
  /// The text after each system; none where it failed.
  var legs: [Relay.Leg]
  var isExplained: Bool
  var unknown: [Transliteration.UnknownLetter] = []

  static var columns: [String] { ["result", "path"] }

  private var path: String { legs.reduce(text) { "\($0) ─ \($1.system.label) ─▶ \($1.text)" } }

  var rows: [[String]] { [[legs.last?.text ?? ""] + (isExplained ? [path] : [])] }

  func encode(to object: inout JSONObject) {
    object.add("text", text)
    object.add("result", legs.last?.text)
    object.add("systems", legs.map(\.system.code))
    object.add("unknown", each: unknown) { letter, object in
      object.add("letter", String(letter.scalar))
      object.add("offset", letter.offset)
    }
    guard isExplained else { return }
    object.add("steps", each: legs) { leg, object in
      object.add("system", leg.system.code)
      object.add("label", leg.system.label)
      object.add("text", leg.text)
    }
  }

  var textLines: [TextLine] { [.plain(isExplained ? path : legs.last?.text ?? "")] }
}
