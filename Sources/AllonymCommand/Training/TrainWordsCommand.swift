import ArgumentParser
import NameModel
import SectionedFile
import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `allonym train words`: how rare the words of names are.
struct TrainWordsCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Count how many names have each word.",
    discussion: """
      Reads names, one a row, and writes word, cost, source: −100 ln of the share of names that have the word, for words of \
      two Latin letters or more that --least names have. A rare word that two names have in common tells more than a \
      usual one; two usual words that differ are rather two names than one spelled in two ways.

      With --hold-out N --by COLUMN one row in N stays out.

      Examples:
        allonym train words --names names.tsv:name -o Tables/matching/words.tsv
      """)

  @Option(help: ArgumentHelp("A table and its column of names; may be given again.", valueName: "file:column"))
  var names: [NameFile]

  @Option(help: ArgumentHelp("Leave out words that fewer names have.", valueName: "number"))
  var least = 5

  @Option(name: .shortAndLong, help: ArgumentHelp("The table to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("What the column source of the table says.", valueName: "source"))
  var source = "word-training"

  @OptionGroup var holdOut: HoldOutOptions

  func validate() throws {
    guard least > 0 else { throw ValidationError("--least \(least) is no number of names; give 1 or more.") }
  }

  func answer(to standardOutput: StandardOutput) throws -> ExitStatus {
    let tables = try CuratedSystems.tables()
    var counts: [String: Int] = [:]
    var total = 0
    for file in names {
      let table = try GoldTable(path: file.path)
      let column = try table.column(file.column)
      let keyColumn = try holdOut.by.map { try table.column($0) }
      for row in table.rows {
        if let keyColumn, holdOut.part(of: row[keyColumn]) != .training { continue }
        guard let name = try? FoldedName(row[column], han: tables.han) else { continue }
        total += 1
        for word in Set(name.tokens.map(\.letters)) where Self.isListed(word) { counts[word, default: 0] += 1 }
      }
    }
    let rows = counts.filter { $0.value >= least }.sorted { $0.key < $1.key }.map { word, count in
      "\(word)\t\(Int((-100 * log(Double(count) / Double(total))).rounded()))\t\(source)\n"
    }
    try standardOutput.write("\(total)\t\(counts.count)\t\(rows.count)\n")
    if rows.isEmpty { throw CommandFailure("no word stands in \(least) names; nothing was written") }
    do {
      let text = try TableFormatter.formatted("word\tcost\tsource\n" + rows.joined(), kind: .lexicon, file: output)
      try AtomicFile.replace(output, with: Array(text.utf8))
    } catch {
      throw CommandFailure("\(error)")
    }
    return .success
  }

  private static func isListed(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}

/// A table of names and the column that holds them: `FILE:COLUMN`.
struct NameFile: ExpressibleByArgument {
  var path: String
  var column: String

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), colon > argument.startIndex else { return nil }
    path = String(argument[..<colon])
    column = String(argument[argument.index(after: colon)...])
    if column.isEmpty { return nil }
  }
}
