import Allonym
import ArgumentParser
import Transliteration

/// `allonym systems`: the register of transliteration systems.
struct SystemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "systems",
    abstract: "List the transliteration systems, and check them against examples.",
    discussion: """
      Examples:
        allonym systems --from Hang --to Latn
        allonym systems check --icu Tables/systems/examples/*.tsv
      """,
    subcommands: [SystemsListCommand.self, SystemsCheckCommand.self], defaultSubcommand: SystemsListCommand.self)
}

/// `allonym systems list`, which is `allonym systems` too: the register.
struct SystemsListCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the transliteration systems.",
    discussion: """
      Columns: code, from, to, language, label, authority, year, status, reversible, backing, examples, passed, icu, \
      bcp47, registered, default, source, note.

      examples and passed count the examples that the system's own authority printed, and how many of them are written \
      letter for letter. status is current, superseded, or practice for what writers do without an authority; reversible \
      says whether the source can be had back: yes, near (but for a few letters), no.

      Codes follow ISO 24229; registered is no where the code is not in its list and was formed by the same scheme. \
      backing says what does the work: our rules, our syllables, our Han readings, or a transform of ICU that passes the \
      authority's own examples. Scripts are codes of ISO 15924, such as Cyrl, Hang, Hani, Hrkt, Latn. The status is 1 \
      where no system leads from the one script to the other.

      Examples:
        allonym systems
        allonym systems --from Hang --to Latn --format jsonl
      """)

  @Option(help: ArgumentHelp("Only systems that read this script.", valueName: "script"))
  var from: String?

  @Option(help: ArgumentHelp("Only systems that write this script.", valueName: "script"))
  var to: String?

  @OptionGroup var options: OutputOptions

  func validate() throws {
    for text in [from, to].compactMap({ $0 }) where Self.script(text) == nil {
      throw ValidationError("`\(text)` is no script of ISO 15924; write a code such as Cyrl, Hang, Hani or Latn.")
    }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let all: [SystemDescription]
    do { all = try Transliterator.systems() } catch { throw CommandFailure(error.description) }
    let (source, target) = (from.flatMap(Self.script), to.flatMap(Self.script))
    let found = all.filter {
      $0.sourceScript == source ?? $0.sourceScript && $0.targetScript == target ?? $0.targetScript
    }
    let writer = try RecordWriter<SystemRecord>(options, to: output)
    for system in found { try writer.write(SystemRecord(system: system)) }
    try writer.finish()
    return found.isEmpty ? .nothingFound : .success
  }

  /// A code of ISO 15924 in its usual letter case; `nil` for what cannot be one.
  private static func script(_ text: String) -> String? {
    let letters = Array(text.unicodeScalars)
    guard letters.count == 4, letters.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }) else { return nil }
    return text.prefix(1).uppercased() + text.dropFirst().lowercased()
  }
}

/// One system of the register.
struct SystemRecord: Record {
  var system: SystemDescription

  static var columns: [String] {
    [
      "code", "from", "to", "language", "label", "authority", "year", "status", "reversible", "backing", "examples",
      "passed", "icu", "bcp47", "registered", "default", "source", "note",
    ]
  }

  var rows: [[String]] {
    [
      [
        system.code, system.sourceScript, system.targetScript, system.language, system.label, system.authority,
        system.year, system.status.rawValue, system.reversibility.rawValue, system.backing.rawValue,
        "\(system.examples.total)", "\(system.examples.passed)", system.icuID, system.bcp47,
        system.isRegistered ? "yes" : "no",
        system.isDefault ? "yes" : "no", system.source, system.note,
      ]
    ]
  }

  func encode(to object: inout JSONObject) {
    func known(_ text: String) -> String? { text.isEmpty ? nil : text }
    object.add("code", system.code)
    object.add("from", system.sourceScript)
    object.add("to", system.targetScript)
    object.add("language", system.language)
    object.add("label", system.label)
    object.add("authority", known(system.authority))
    object.add("year", known(system.year))
    object.add("status", system.status.rawValue)
    object.add("reversible", system.reversibility.rawValue)
    object.add("backing", system.backing.rawValue)
    object.add("examples", system.examples.total)
    object.add("passed", system.examples.passed)
    object.add("icu", known(system.icuID))
    object.add("bcp47", known(system.bcp47))
    object.add("registered", system.isRegistered)
    object.add("default", system.isDefault)
    object.add("source", known(system.source))
    object.add("note", known(system.note))
  }

  var textLines: [TextLine] {
    [
      .columns([
        TextCell(system.code, look: .strong), TextCell("\(system.sourceScript) → \(system.targetScript)"),
        TextCell(system.label), TextCell(system.backing.rawValue),
        TextCell("\(system.examples.passed)/\(system.examples.total) examples"),
        TextCell(system.authority, look: .faint),
      ])
    ]
  }
}
