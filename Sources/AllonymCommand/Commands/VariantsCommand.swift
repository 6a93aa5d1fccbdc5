import Allonym
import ArgumentParser
import Transliteration

/// `allonym variants`: how a name as it is written at home is spelled elsewhere.
struct VariantsCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "List the spellings that systems and relays make of a name as it is written at home.",
    discussion: """
      Columns: name, spelling, script, relay. Each spelling stands once, by the first way that makes it: the systems that \
      read the name's script, then those into Cyrillic letters followed by the Russian ones into Latin letters. Cyrillic \
      is taken for Russian where no system is named. The status is 1 where no system reads the name.

      Examples:
        allonym variants 평양
        allonym variants --systems moct-kor-Hang-Latn-2000,var-kor-Hang-Cyrl-kontsevich 평양
      """)

  @OptionGroup var input: NameInput

  @Option(help: ArgumentHelp("Only these systems, apart by commas.", valueName: "codes"))
  var systems: String?

  @Option(help: ArgumentHelp("What the name names; see `allonym help transliterate`.", valueName: "style"))
  var style = NameStyle.automatic

  @OptionGroup var options: OutputOptions

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let codes = (systems ?? "").split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
    let writer = try RecordWriter<SpelledVariants>(options, to: output)
    var isAnyFound = false
    var hasFailures = false
    try input.forEach(beforeWaiting: writer.flush) { name, place in
      let variants: [NameVariant]
      do {
        variants = try Transliterator.variants(of: name, by: codes, style: style)
      } catch {
        hasFailures = true
        StandardError.report([place, "\(error)"].compactMap { $0 }.joined(separator: ": "))
        variants = []
      }
      if !variants.isEmpty { isAnyFound = true }
      try writer.write(SpelledVariants(name: name, variants: variants))
    }
    try writer.finish()
    if hasFailures { return .someRowsFailed }
    return isAnyFound ? .success : .nothingFound
  }
}

/// The spellings of one name.
struct SpelledVariants: Record {
  var name: String
  var variants: [NameVariant]

  static var columns: [String] { ["name", "spelling", "script", "relay"] }

  var rows: [[String]] {
    variants.isEmpty
      ? [[name, "", "", ""]]
      : variants.map { [name, $0.text, $0.script, $0.relay.joined(separator: " → ")] }
  }

  func encode(to object: inout JSONObject) {
    object.add("name", name)
    object.add("variants", each: variants) { variant, object in
      object.add("spelling", variant.text)
      object.add("script", variant.script)
      object.add("relay", variant.relay)
    }
  }

  var textLines: [TextLine] {
    if variants.isEmpty { return [.columns([TextCell(name: name), TextCell("no system reads it", look: .faint)])] }
    return variants.enumerated().map { index, variant in
      .columns([
        TextCell(index == 0 ? name : ""), TextCell(variant.text, look: .strong),
        TextCell(variant.relay.joined(separator: " → "), look: .faint),
      ])
    }
  }
}
