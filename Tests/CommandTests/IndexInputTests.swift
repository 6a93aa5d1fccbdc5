import Foundation
import Testing

/// Several inputs of one index, and lines that cannot be taken.
@Suite struct IndexInputTests {
  /// The folder of tables of this checkout.
  private static let tables = String(#filePath.dropLast("Tests/CommandTests/IndexInputTests.swift".count)) + "Tables"

  /// An index that is built of the curated tables has what the tables in the library have, names of locale data too.
  @Test func tablesGiveWhatTheLibraryHas() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("t.allonym").path
      #expect(try Command.run("index", "build", Self.tables, "-o", path).status == 0)
      let built = try JSONValue.object(try Command.run("index", "info", "--format", "json", path).outputBytes)
      let embedded = try JSONValue.object(try Command.run("index", "info", "--format", "json").outputBytes)
      for count in ["entities", "forms", "decisions", "sources"] {
        #expect(built[count] as? Int == embedded[count] as? Int, "\(count)")
      }
      let answer = try Command.run("resolve", "--index", path, "--limit", "1", "--format", "tsv", "Νορβηγία")
      #expect(answer.rows.map { $0[3] } == ["norway"])
      let text = try Command.run("annotate", "--index", path, "--format", "jsonl", input: "Η Νορβηγία είναι χώρα.\n")
      #expect(text.output.contains("norway"), "\(text.errors)")
    }
  }

  private static func line(_ id: String, _ name: String) -> String {
    #"{"id":"\#(id)","type":"person","names":[{"text":"\#(name)"}]}"# + "\n"
  }

  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let path = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: path)
    return path.path
  }

  @Test func badLinesAreSkippedWhereThatIsAskedFor() throws {
    try withTemporaryFolder { folder in
      let bad =
        "nonsense\n\n" + Self.line("a", "Again") + #"{"id":"c","type":"person","names":[{"text":"..."}]}"# + "\n"
      let lines = Data((Self.line("a", "Aa") + bad).utf8) + [0xFF, 0x0A] + Data(Self.line("b", "Bb").utf8)
      let input = folder.appendingPathComponent("in.jsonl")
      try lines.write(to: input)
      let output = folder.appendingPathComponent("i.allonym").path
      let refused = try Command.run("index", "build", input.path, "-o", output)
      #expect(
        refused.status == 2 && refused.errors.contains("4 lines are bad") && refused.errors.contains("--on-error"))
      #expect(!FileManager.default.fileExists(atPath: output))

      let run = try Command.run("index", "build", "--on-error", "skip", input.path, "-o", output, "--format", "json")
      #expect(run.status == 3)
      let messages = run.errors.split(separator: "\n")
      #expect(messages.map { $0.contains("in.jsonl:") && $0.hasSuffix("; skipped") } == [true, true, true, true])
      for (message, part) in zip(
        messages, [":2: not JSON at byte 0", ":4: the entity `a` comes twice", ":5: ", ":6: "])
      {
        #expect(message.contains(part), "\(message)")
      }
      expectMessages(run.errors)
      let built = try JSONValue.object(run.outputBytes)
      #expect(built["read"] as? Int == 6 && built["entities"] as? Int == 2 && built["skipped"] as? Int == 4)

      let sound = try write(Self.line("a", "Aa") + Self.line("b", "Bb"), "sound.jsonl", in: folder)
      let other = folder.appendingPathComponent("other.allonym").path
      #expect(try Command.run("index", "build", sound, "-o", other).status == 0)
      #expect(FileManager.default.contentsEqual(atPath: output, andPath: other), "as if the lines were not there")
    }
  }

  @Test func manyBadLinesAreAllReported() throws {
    try withTemporaryFolder { folder in
      let input = try write(String(repeating: "[]\n", count: 30) + Self.line("a", "Aa"), "in.jsonl", in: folder)
      let output = folder.appendingPathComponent("i.allonym").path
      let run = try Command.run("index", "build", "--on-error", "skip", input, "-o", output)
      #expect(run.status == 3 && run.errors.split(separator: "\n").count == 30)
      #expect(run.rows.first?.suffix(2) == ["31", "30"])
    }
  }

  @Test func anIdThatComesTwiceIsNamedWithBothPlaces() throws {
    try withTemporaryFolder { folder in
      let first = try write("\n" + Self.line("a", "Aa") + Self.line("jo-chun-ryong", "X"), "first.jsonl", in: folder)
      let second = try write(Self.line("b", "Bb") + Self.line("a", "Other"), "second.jsonl", in: folder)
      let output = folder.appendingPathComponent("i.allonym").path
      let run = try Command.run("index", "build", first, second, "-o", output)
      #expect(run.status == 2)
      #expect(
        run.errors.contains("\(second):2: the entity `a` comes twice, first at \(first):2; merge the two"),
        "\(run.errors)")
      let tables = try Command.run("index", "build", first, curatedTables, "-o", output)
      #expect(tables.status == 2)
      #expect(tables.errors.contains("\(curatedTables): the entity `jo-chun-ryong` comes twice, first at \(first):3"))
      let turned = try Command.run("index", "build", curatedTables, first, "-o", output)
      #expect(turned.status == 2 && turned.errors.contains("\(first):3: "))
      #expect(turned.errors.contains("first at \(curatedTables); merge"))
      #expect(!FileManager.default.fileExists(atPath: output))
    }
  }

  @Test func severalInputsBecomeOneIndex() throws {
    try withTemporaryFolder { folder in
      let first = try write(Self.line("a", "Aa"), "first.jsonl", in: folder)
      let second = try write(Self.line("b", "Bb"), "second.jsonl", in: folder)
      let apart = folder.appendingPathComponent("apart.allonym").path
      let joint = folder.appendingPathComponent("joint.allonym").path
      #expect(try Command.run("index", "build", second, first, "-o", apart).rows.first?.suffix(2) == ["2", "0"])
      let both = Self.line("a", "Aa") + Self.line("b", "Bb")
      #expect(try Command.run("index", "build", "-", "-o", joint, input: both).status == 0)
      #expect(FileManager.default.contentsEqual(atPath: apart, andPath: joint))
    }
  }
}
