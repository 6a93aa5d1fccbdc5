import Allonym
import ArgumentParser
import Transliteration

/// `allonym restore`: what spellings of unknown origin may be at home.
struct RestoreCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Find the likely native and standard spellings of a name, without any table of entities.",
    discussion: """
      Prints the likeliest names first: name, rank, spelling, native, language, kind, probability, spellings, relay.

      A spelling in Latin or Cyrillic letters is read by every system, press practice and relay as a Korean, Chinese, \
      Japanese or Russian name, or as one of Western Europe that went by way of Russian; readings are weighed by how usual \
      their syllables and letters are. A name in its own writing gets its readings: Han characters in each language, \
      Arabic and Hebrew words with their likely vowels. spellings has all standard spellings with their systems, the first \
      one is spelling; behind them stand those of other writings that the first system spells alike, each with its \
      writing. kind is person where the name was read as a surname with a given name. native is empty for Chinese, where \
      many characters share a syllable. probability is the share among all answers, not a promise that one is right. \
      jsonl and json have one object a name, with candidates. The status is 1 where nothing was restored.

      Examples:
        allonym restore "Pkhenyan" "Khirosima"
        allonym restore --limit 3 --format jsonl -f names.txt
      """)

  @OptionGroup var input: NameInput

  @Option(help: ArgumentHelp("How many answers a name gets at most.", valueName: "number"))
  var limit = 5

  @OptionGroup var options: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is \(limit); ask for one answer at least.") }
  }

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let writer = try RecordWriter<RestoredNames>(options, to: output)
    let progress = Progress("names", isHidden: Terminal.isOutput)
    var isAnyRestored = false
    var hasFailures = false
    try input.forEach(beforeWaiting: writer.flush) { name, place in
      let names: [RestoredName]
      do {
        names = try Transliterator.restore(name, limit: limit)
      } catch {
        hasFailures = true
        StandardError.report([place, "\(error)"].compactMap { $0 }.joined(separator: ": "))
        names = []
      }
      if !names.isEmpty { isAnyRestored = true }
      try writer.write(RestoredNames(name: name, candidates: names))
      progress.advance()
    }
    progress.finish()
    try writer.finish()
    if hasFailures { return .someRowsFailed }
    return isAnyRestored ? .success : .nothingFound
  }
}

/// What `restore` says of one spelling.
struct RestoredNames: Record {
  var name: String
  var candidates: [RestoredName]

  static var columns: [String] {
    ["name", "rank", "spelling", "native", "language", "kind", "probability", "spellings", "relay"]
  }

  private func spellings(_ candidate: RestoredName) -> String {
    candidate.spellings.map { spelling in
      let note = [spelling.label, spelling.native ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      return note.isEmpty ? spelling.text : "\(spelling.text) (\(note))"
    }.joined(separator: ", ")
  }

  private func relay(_ candidate: RestoredName) -> String { candidate.relay.joined(separator: " → ") }

  var rows: [[String]] {
    if candidates.isEmpty { return [[name, "", "", "", "", "", "", "", ""]] }
    return candidates.enumerated().map { rank, candidate in
      [
        name, "\(rank + 1)", candidate.spellings.first?.text ?? "", candidate.native, candidate.language,
        candidate.kind.rawValue, "\((candidate.probability * 1000).rounded() / 1000)", spellings(candidate),
        relay(candidate),
      ]
    }
  }

  func encode(to object: inout JSONObject) {
    object.add("name", name)
    object.add("candidates", each: candidates) { candidate, object in
      object.add("spelling", candidate.spellings.first?.text)
      object.add("native", candidate.native.isEmpty ? nil : candidate.native)
      object.add("otherNatives", candidate.otherNatives)
      object.add("language", candidate.language)
      object.add("kind", candidate.kind.rawValue)
      object.add("probability", candidate.probability)
      object.add("spellings", each: candidate.spellings) { spelling, object in
        object.add("text", spelling.text)
        object.add("system", spelling.system.isEmpty ? nil : spelling.system)
        object.add("label", spelling.label.isEmpty ? nil : spelling.label)
        object.add("native", spelling.native)
      }
      object.add("relay", candidate.relay)
    }
  }

  var textLines: [TextLine] {
    if candidates.isEmpty { return [.columns([TextCell(name: name), TextCell("no reading", look: .faint)])] }
    return candidates.enumerated().map { rank, candidate in
      .columns([
        TextCell(rank == 0 ? name : ""), TextCell(candidate.native.isEmpty ? candidate.language : candidate.native),
        TextCell(spellings(candidate)), TextCell(relay(candidate), look: .faint),
      ])
    }
  }
}
