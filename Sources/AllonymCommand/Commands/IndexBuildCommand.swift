import Allonym
import ArgumentParser
import NameIndex
import NameModel
import SectionedFile

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `allonym index build`: tables and entities compiled into one file.
struct IndexBuildCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile tables and entities into an index file.",
    discussion: """
      An input is a folder of tables, or a file with an entity a line:
        {"id":"Q18808","type":"place","country":"KP","names":[{"text":"평양","lang":"ko","kind":"pref"}]}

      id, type and names are needed, and text in each name. Known beside them are country, born, died, wikidata and note \
      of an entity, and lang (und where it is missing), kind (alt), part (full), system (attested), from, source, status \
      (reviewed) and note of a name. Other keys are left out, with one warning that names them.

      The file is written whole or not at all: the new one takes the place of the old when it is complete. The same \
      entities give the same bytes, in whatever order they come. Prints entities, forms, keys, keys per form, bytes, \
      and how many entities were read and skipped; read is entities and skipped together.

      Several inputs become one index. An id may come once in all of them; a message names both places where it comes \
      twice.

      Examples:
        allonym index build people.jsonl -o people.allonym
        allonym index build Tables people.jsonl -o all.allonym
        allonym index build --on-error skip scraped.jsonl -o scraped.allonym
        zcat people.jsonl.gz | allonym index build - -o people.allonym
      """)

  @Argument(help: ArgumentHelp("Folders of tables, and files of entities; - is standard input.", valueName: "input"))
  var inputs: [String]

  @Option(name: [.short, .long], help: ArgumentHelp("The index file to write.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "What to do with lines and entities that cannot be taken.",
      discussion: """
        fail names them and writes nothing; skip names them, builds the index without them, and ends with status 3. Of \
        two entities of one id the first is taken.
        """,
      valueName: "how"))
  var onError = BadEntity.fail

  @OptionGroup var invalidText: InvalidTextOption
  @OptionGroup var options: OutputOptions

  func answer(to standardOutput: StandardOutput) throws -> ExitStatus {
    var intake: EntityIntake
    switch CuratedTables.shared {
    case .success(let curated): intake = EntityIntake(NameIndexBuilder(tables: curated.transliteration), onError)
    case .failure(let error): throw CommandFailure(error.description)
    }
    let progress = Progress("entities")
    for input in inputs { try add(input, to: &intake, progress) }
    progress.finish()
    var file = SectionedFileWriter()
    let summary: NameIndexBuilder.Summary
    let bytes: [UInt8]
    do {
      summary = try intake.builder.add(to: &file)
      bytes = file.bytes()
      try AtomicFile.replace(output, with: bytes)
    } catch let error as SectionedFileError {
      throw CommandFailure("\(error); nothing was written")
    } catch {
      throw CommandFailure("\(output): not built: \(error)")
    }
    let writer = try RecordWriter<BuiltIndex>(options, to: standardOutput, isSingle: true)
    try writer.write(BuiltIndex(path: output, summary: summary, bytes: bytes.count, skipped: intake.skipped))
    try writer.finish()
    return intake.skipped == 0 ? .success : .someRowsFailed
  }

  private func add(_ input: String, to intake: inout EntityIntake, _ progress: Progress) throws {
    var status = stat()
    guard input != "-", stat(input, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      var lines = try EntityLines(path: input, invalid: invalidText.invalid)
      try lines.add(to: &intake, progress)
      return
    }
    do {
      try intake.add(TablesToIndex.read(directory: input), from: input, progress)
    } catch let error as TableError {
      throw CommandFailure(error.description)
    }
  }
}

/// What `index build` says when it is done.
struct BuiltIndex: Record {
  var path: String
  var summary: NameIndexBuilder.Summary
  var bytes: Int
  /// Entities that were read and not taken.
  var skipped: Int

  private var read: Int { summary.entities + skipped }
  private var keysPerForm: Double { summary.forms == 0 ? 0 : Double(summary.postings) / Double(summary.forms) }

  static var columns: [String] { ["file", "entities", "forms", "keys", "keys-per-form", "bytes", "read", "skipped"] }

  var rows: [[String]] {
    [
      [
        path, "\(summary.entities)", "\(summary.forms)", "\(summary.keys)", Score.cell(keysPerForm), "\(bytes)",
        "\(read)", "\(skipped)",
      ]
    ]
  }

  func encode(to object: inout JSONObject) {
    object.add("file", path)
    object.add("entities", summary.entities)
    object.add("forms", summary.forms)
    object.add("keys", summary.keys)
    object.add("keys-per-form", keysPerForm)
    object.add("bytes", bytes)
    object.add("read", read)
    object.add("skipped", skipped)
  }

  var textLines: [TextLine] {
    zip(Self.columns, rows[0]).map { .columns([TextCell($0), TextCell($1, look: .strong)]) }
  }
}
