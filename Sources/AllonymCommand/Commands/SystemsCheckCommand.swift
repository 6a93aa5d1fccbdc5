import Allonym
import ArgumentParser
import NameModel
import Transliteration
import UnicodeText

/// `allonym systems check`: how many examples the systems write rightly.
struct SystemsCheckCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run examples through the systems and count.",
    discussion: """
      Columns: system, code, examples, exact, folded, disputed, icu, icuExact, icuFolded.

      A FILE is a table with the columns input and expected (style and note, where there are any, are heeded), named for \
      its system, as in Tables/systems/examples; or one with a column system and source in place of input. A system is \
      named by its code or by a name that another collection has for it; what stands behind a space in the column system \
      is part of the name only where such a name is known. exact counts results that are equal code point by code point \
      (in NFC; where the source has no letter case and the example no capitals, small letters are compared), folded those \
      that are equal but for case, marks, apostrophes, spaces and hyphens. With --icu the same is counted for the \
      transform of ICU that the register names.

      Rows that are listed in a table given by --disputed (system, input, expected, reason) are counted apart. The status \
      is 1 where no example was found, 3 where a system is not known.

      Examples:
        allonym systems check Tables/systems/examples/*.tsv
        allonym systems check --icu --disputed Tables/systems/disputed.tsv --failures examples.tsv
      """)

  @Argument(help: ArgumentHelp("Tables of examples.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("A table of examples that are not the system's.", valueName: "file"))
  var disputed: String?

  @Flag(help: "Count what ICU's own transforms make of the examples.")
  var icu = false

  @Flag(help: "Print each example that fails instead of counts: system, input, written, expected.")
  var failures = false

  @OptionGroup var options: OutputOptions

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let examples = try ExampleFiles(files, disputed: disputed)
    var counts: [CheckedSystem] = []
    var failed: [FailedExample] = []
    var hasUnknown = false
    for (name, rows) in examples.bySystem {
      do {
        let system = try CuratedSystems.system(name)
        var count = CheckedSystem(name: name, description: system.description)
        count.disputed = examples.disputedCounts[name] ?? 0
        let transform = icu && !system.description.icuID.isEmpty ? try? Transform(id: system.description.icuID) : nil
        count.hasICU = transform != nil
        for example in rows {
          let outcome = try system.outcome(of: example)
          count.add(outcome, icu: try transform.map { try CuratedSystems.outcome(of: example, $0, system.description) })
          if failures, !outcome.isExact {
            failed.append(FailedExample(system: name, example: example, written: outcome.written))
          }
        }
        counts.append(count)
      } catch let error as TransliterationError {
        hasUnknown = true
        StandardError.report("\(name): \(error)")
      }
    }
    if failures {
      let writer = try RecordWriter<FailedExample>(options, to: output)
      for record in failed { try writer.write(record) }
      try writer.finish()
    } else {
      let writer = try RecordWriter<CheckedSystem>(options, to: output)
      for record in counts { try writer.write(record) }
      try writer.finish()
    }
    if hasUnknown { return .someRowsFailed }
    return counts.contains { $0.total > 0 } ? .success : .nothingFound
  }
}

/// The systems of the curated tables, for checking.
enum CuratedSystems {
  static func tables() throws -> TransliterationTables {
    do { return try CuratedTables.shared.get().transliteration } catch { throw CommandFailure(error.description) }
  }

  static func system(_ name: String) throws -> TransliterationSystem { try tables().system(name) }

  /// What a transform of ICU makes of an example, in the invocation that does it most justice: Hangul taken apart.
  static func outcome(
    of example: SystemExample, _ transform: Transform, _ description: SystemDescription
  ) throws -> SystemExample.Outcome {
    let input = description.sourceScript == "Hang" ? try example.input.normalized(.nfd) : example.input
    return example.outcome(of: try transform.apply(input), sourceHasCase: description.sourceHasCase)
  }
}

/// Examples read from tables, by system.
struct ExampleFiles {
  private(set) var bySystem: [(name: String, examples: [SystemExample])] = []
  private(set) var disputedCounts: [String: Int] = [:]

  init(_ paths: [String], disputed: String?) throws {
    let tables = try CuratedSystems.tables()
    var disputedRows: Set<[String]> = []
    if let disputed {
      for row in try PlainTable.read(disputed).rows {
        disputedRows.insert([row["system"], Self.evenlySpaced(row["input"]), Self.evenlySpaced(row["expected"])])
      }
    }
    var examples: [String: [SystemExample]] = [:]
    for path in paths {
      let fileName = path.split(separator: "/").last.map(String.init) ?? path
      let stem = fileName.hasSuffix(".tsv") ? String(fileName.dropLast(4)) : fileName
      for row in try PlainTable.read(path, strict: false).rows {
        let input = row["input"].isEmpty ? row["source"] : row["input"]
        let whole = row["system"].isEmpty ? stem : row["system"]
        let name = tables.aliases[whole] == nil ? whole.split(separator: " ").first.map(String.init) ?? whole : whole
        let (text, expected) = (Self.evenlySpaced(input), Self.evenlySpaced(row["expected"]))
        if disputedRows.contains([name, text, expected]) || disputedRows.contains([whole, text, expected]) {
          disputedCounts[name, default: 0] += 1
          examples[name, default: []] += []
          continue
        }
        let style = NameStyle(rawValue: row["style"]) ?? tables.aliases[name]?.style
        examples[name, default: []].append(SystemExample(input: input, expected: row["expected"], style: style))
      }
    }
    bySystem = examples.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Spaces that stand side by side in an example are one in our tables.
  private static func evenlySpaced(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }
}

/// What was counted of one system.
struct CheckedSystem: Record {
  var name: String
  var description: SystemDescription
  var total = 0
  var exact = 0
  var folded = 0
  var disputed = 0
  var hasICU = false
  var icuExact = 0
  var icuFolded = 0

  init(name: String, description: SystemDescription) {
    self.name = name
    self.description = description
  }

  mutating func add(_ outcome: SystemExample.Outcome, icu: SystemExample.Outcome?) {
    total += 1
    if outcome.isExact { exact += 1 }
    if outcome.isEqualFolded { folded += 1 }
    if icu?.isExact == true { icuExact += 1 }
    if icu?.isEqualFolded == true { icuFolded += 1 }
  }

  static var columns: [String] {
    ["system", "code", "examples", "exact", "folded", "disputed", "icu", "icuExact", "icuFolded"]
  }

  var rows: [[String]] {
    [
      [name, description.code] + [total, exact, folded, disputed].map { "\($0)" }
        + (hasICU ? [description.icuID, "\(icuExact)", "\(icuFolded)"] : ["", "", ""])
    ]
  }

  func encode(to object: inout JSONObject) {
    object.add("system", name)
    object.add("code", description.code)
    object.add("examples", total)
    object.add("exact", exact)
    object.add("folded", folded)
    object.add("disputed", disputed)
    object.add("icu", hasICU ? description.icuID : nil)
    if hasICU { object.add("icuExact", icuExact) }
    if hasICU { object.add("icuFolded", icuFolded) }
  }

  var textLines: [TextLine] {
    [
      .columns([
        TextCell(name, look: .strong), TextCell("\(exact) of \(total)"),
        TextCell(folded > exact ? "\(folded) folded" : ""), TextCell(disputed > 0 ? "\(disputed) disputed" : ""),
        TextCell(hasICU ? "ICU \(icuExact), \(icuFolded) folded" : "", look: .faint),
      ])
    ]
  }
}

/// An example that a system does not write as expected.
struct FailedExample: Record {
  var system: String
  var example: SystemExample
  var written: String

  static var columns: [String] { ["system", "input", "written", "expected"] }

  var rows: [[String]] { [[system, example.input, written, example.expected]] }

  func encode(to object: inout JSONObject) {
    object.add("system", system)
    object.add("input", example.input)
    object.add("written", written)
    object.add("expected", example.expected)
  }

  var textLines: [TextLine] {
    [
      .columns([
        TextCell(system, look: .faint), TextCell(example.input), TextCell(written), TextCell("not \(example.expected)"),
      ])
    ]
  }
}
