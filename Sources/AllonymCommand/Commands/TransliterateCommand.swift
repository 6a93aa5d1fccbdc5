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
    let columns = options.explain ? TransliteratedText.columns : Array(TransliteratedText.columns.prefix(1))
    let writer = try RecordWriter<TransliteratedText>(options, to: output, columns: columns)
    let progress = Progress("lines", isHidden: Terminal.isOutput)
    var hasFailures = false
    try input.forEach(beforeWaiting: writer.flush) { text, place in
      var record = TransliteratedText(text: text, legs: [], isExplained: options.explain)
      do {
        record.legs = try transliterator.legs(of: text, style: style)
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

/// What `transliterate` says of one text.
struct TransliteratedText: Record {
  var text: String
  /// The text after each system; none where it failed.
  var legs: [Relay.Leg]
  var isExplained: Bool

  static var columns: [String] { ["result", "path"] }

  private var path: String { legs.reduce(text) { "\($0) ─ \($1.system.label) ─▶ \($1.text)" } }

  var rows: [[String]] { [[legs.last?.text ?? ""] + (isExplained ? [path] : [])] }

  func encode(to object: inout JSONObject) {
    object.add("text", text)
    object.add("result", legs.last?.text)
    object.add("systems", legs.map(\.system.code))
    guard isExplained else { return }
    object.add("steps", each: legs) { leg, object in
      object.add("system", leg.system.code)
      object.add("label", leg.system.label)
      object.add("text", leg.text)
    }
  }

  var textLines: [TextLine] { [.plain(isExplained ? path : legs.last?.text ?? "")] }
}
