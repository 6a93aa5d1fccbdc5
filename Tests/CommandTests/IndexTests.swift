import Foundation
import Testing

@Suite struct IndexTests {
  static let people = """
    {"id":"Q56226","type":"person","country":"KP","names":[{"text":"김정은","lang":"ko","kind":"pref"},\
    {"text":"Kim Jong-un","lang":"en","kind":"pref"},{"text":"Ким Чен Ын","lang":"ru","kind":"pref","source":"wikidata"}]}

    {"id":"x2","type":"person","names":[{"text":"Ubaldo Chávez","lang":"es","kind":"pref"}]}

    """

  private func build(_ lines: String, in folder: URL, _ name: String = "i.allonym") throws -> (run: Run, path: String) {
    let path = folder.appendingPathComponent(name).path
    return (try Command.run("index", "build", "-", "-o", path, input: lines), path)
  }

  @Test func buildsDescribesAndVerifies() throws {
    try withTemporaryFolder { folder in
      let (run, path) = try build(Self.people, in: folder)
      #expect(run.status == 0 && run.errors.isEmpty)
      let row = try #require(run.rows.first)
      #expect(row.prefix(3) == [path, "2", "4"])
      let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
      #expect(row.suffix(3) == ["\(size)", "2", "0"])
      let info = try JSONValue.object(try Command.run("index", "info", "--format", "json", path).outputBytes)
      #expect(info["entities"] as? Int == 2 && info["forms"] as? Int == 4 && info["bytes"] as? Int == size)
      #expect(try Command.run("index", "verify", path).status == 0)
      #expect(try Command.run("index", "info").status == 0, "the curated tables")
    }
  }

  @Test func givesTheSameBytesInWhateverOrderTheLinesCome() throws {
    try withTemporaryFolder { folder in
      let lines = Self.people.split(separator: "\n")
      let first = try build(lines.joined(separator: "\n"), in: folder, "a").path
      let second = try build(lines.reversed().joined(separator: "\n"), in: folder, "b").path
      #expect(try Data(contentsOf: URL(fileURLWithPath: first)) == Data(contentsOf: URL(fileURLWithPath: second)))
    }
  }

  @Test func takesFoldersAndFilesTogether() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("all.allonym").path
      let run = try Command.run("index", "build", curatedTables, "-", "-o", path, input: Self.people)
      #expect(run.status == 0)
      let answers = try Command.run("resolve", "--index", path, "--limit", "1", "Cho Chun Ren", "Ubaldo Chavez")
      #expect(answers.rows.map { $0[3] } == ["jo-chun-ryong", "x2"])
    }
  }

  @Test func warnsOnceOfKeysThatAreNotKnown() throws {
    try withTemporaryFolder { folder in
      let line = #"{"id":"a","type":"place","height":3,"names":[{"text":"Aa","weight":1}]}"#
      let run = try build(line + "\n" + line.replacingOccurrences(of: "\"a\"", with: "\"b\""), in: folder).run
      #expect(run.status == 0)
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.errors.contains("height") && run.errors.contains("names.weight"))
    }
  }

  @Test(arguments: [
    (#"{"type":"person","names":[{"text":"Aa"}]}"#, "`id`"), (#"{"id":"a","names":[]}"#, "`type`"),
    (#"{"id":"a","type":"alien","names":[{"text":"Aa"}]}"#, "alien"), (#"{"id":"a","type":"person"}"#, "`names`"),
    (#"{"id":"a","type":"person","names":[{"lang":"en"}]}"#, "`text`"),
    (#"{"id":"a","type":"person","names":[{"text":"Aa","lang":"e"}]}"#, "BCP 47"),
    (#"{"id":"a","type":"person","names":[{"text":"Aa","kind":"best"}]}"#, "best"),
    (#"{"id":"a","type":"person","names":[{"text":"..."}]}"#, "letter"),
    (#"{"id":"a","type":"person","names":[{"text":"A\u0000a"}]}"#, "U+0"),
    (#"{"id":"a","type":"person","names":[{"text":"\ud800"}]}"#, "surrogate"),
    (#"{"id":"Q56226","type":"person","names":[{"text":"Aa"}]}"#, "twice"), (#"["a"]"#, "array"),
    (#"{"id":"#, "byte 6"),
    (#"{"id":"a","id":"b"}"#, "twice"), (String(repeating: "[", count: 100_000), "deep"),
  ])
  func namesBadLines(_ line: String, _ reason: String) throws {
    try withTemporaryFolder { folder in
      let (run, path) = try build(Self.people + line + "\n", in: folder)
      #expect(run.status == 2 && run.hasExited && run.output.isEmpty)
      expectMessages(run.errors)
      #expect(run.errors.contains("standard input:4: ") && run.errors.contains(reason), "\(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: path), "nothing is written")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func damagedIndexesAreErrorsOrRightAnswers() throws {
    try withTemporaryFolder { folder in
      let path = try build(Self.people, in: folder).path
      let sound = try Data(contentsOf: URL(fileURLWithPath: path))
      let answer = try Command.run("resolve", "--index", path, "Ubaldo Chavez", "Kim Chen Yn")
      #expect(answer.status == 0)
      func check(_ bytes: Data, _ what: String) throws {
        try bytes.write(to: URL(fileURLWithPath: path))
        let run = try Command.run("resolve", "--index", path, "Ubaldo Chavez", "Kim Chen Yn")
        #expect(run.hasExited, "\(what)")
        if run.status == 0 {
          #expect(run.output == answer.output, "\(what)")
        } else {
          #expect(run.status == 2, "\(what)")
          expectMessages(run.errors)
          #expect(run.errors.contains(path), "\(what)")
        }
        #expect(try Command.run("index", "verify", path).status == 2, "\(what)")
      }
      for offset in stride(from: 0, to: sound.count, by: 97) {
        try check(sound.prefix(offset), "truncated to \(offset) bytes")
        var flipped = sound
        flipped[offset] ^= 1 << UInt8(offset % 8)
        try check(flipped, "a bit flipped at \(offset)")
      }
    }
  }
}
