import ArgumentParser
import NameModel
import SectionedFile
import Transliteration

/// `allonym train letters`: how the letters of each script correspond to Latin letters.
struct TrainLettersCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "letters",
    abstract: "Learn how the letters of each script correspond to Latin letters.",
    discussion: """
      Reads pairs of spellings of one name and writes a table a script, FOLDER/<Script>-Latn.tsv: native, latin, cost, \
      source. A file is given with two of its columns, and a third one that counts how often a pair was seen: \
      FILE:COLUMN,COLUMN[,COUNT].

      Names of as many words on both sides are taken word by word; a name in Han characters or Hangul without a space \
      is taken whole, with the Latin words in either order. Pairs of two Latin spellings train the table of the Latin \
      script itself, in both directions. Expectation maximization over correspondences of at most two letters finds the \
      costs (-100 ln p); see Documentation/matching.md.

      With --hold-out N --by COLUMN one row in N stays out, by the hash of that column, to be evaluated on with the same \
      two options of `allonym evaluate`.

      Examples:
        allonym train letters --pairs words.tsv:native,latin,count --pairs names.tsv:query,canonical -o Tables/letters
      """)

  @Option(
    name: .customLong("pairs"),
    help: ArgumentHelp("A table and its columns.", valueName: "file:column,column[,count]"))
  var files: [PairFile]

  @Option(
    help: ArgumentHelp(
      "A table of Latin names that look alike and are different, and its columns.", valueName: "file:column,column"))
  var alike: [PairFile] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String

  @Option(help: ArgumentHelp("What the column source of the tables says.", valueName: "source"))
  var source = "letter-training"

  @OptionGroup var holdOut: HoldOutOptions

  func answer(to standardOutput: StandardOutput) throws -> ExitStatus {
    let tables = try CuratedSystems.tables()
    var gathered = GatheredPairs(tables: tables)
    for file in files {
      try file.forEachRow(heldOut: holdOut, wanted: .training) { first, second, count in
        gathered.add(first, second, count: count)
      }
    }
    gathered.addHanReadings()
    var lookalikes = GatheredPairs(tables: tables)
    for file in alike {
      try file.forEachRow(heldOut: holdOut, wanted: .training) { first, second, _ in
        lookalikes.addAlike(first, second)
      }
    }
    for script in LetterModel.scripts + [LetterModel.alike] {
      let pairs = script == LetterModel.alike ? lookalikes.pairs(of: "Latn") : gathered.pairs(of: script)
      let rows = LetterTrainer(pairs, script: script).train()
      try standardOutput.write("\(script)\t\(pairs.count)\t\(rows.count)\n")
      try standardOutput.flush()
      try write(rows, script: script)
    }
    return .success
  }

  private func write(_ rows: [LetterCorrespondence], script: String) throws {
    let lines = rows.map { row in
      (
        native: String(String.UnicodeScalarView(row.native)), latin: String(decoding: row.latin, as: UTF8.self),
        cost: row.cost
      )
    }
    let table = lines.map { "\($0.native)\t\($0.latin)\t\($0.cost)\t\(source)\n" }
    let path = LetterModel.path(of: script, in: output)
    do {
      let text = try TableFormatter.formatted(
        "native\tlatin\tcost\tsource\n" + table.joined(), kind: .letters, file: path)
      try AtomicFile.replace(path, with: Array(text.utf8))
    } catch {
      throw CommandFailure("\(error)")
    }
  }
}
