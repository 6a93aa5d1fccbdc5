import Foundation
import Testing

@Suite struct TablesTests {
  private static let header = "entity\tname\tlang\tkind\tpart\tsystem\tfrom\tsource\tstatus\tnote\n"
  private static let names = [
    "a\tHugo Chávez\tes\tpref\tfull\tattested\t\ts\treviewed\t",
    "a\tHugo Chavez\ten\talt\tfull\tattested\t\ts\treviewed\t",
  ]

  /// A folder of tables with one entity.
  private func withTables<Result>(
    names: [String], rules: String? = nil, _ body: (URL) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      let set = folder.appendingPathComponent("entities/one")
      let rulesFolder = folder.appendingPathComponent("systems/rules")
      try FileManager.default.createDirectory(at: set, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: rulesFolder, withIntermediateDirectories: true)
      func write(_ text: String, _ file: URL) throws { try Data(text.utf8).write(to: file) }
      try write("{}\n", set.appendingPathComponent("datapackage.json"))
      try write(
        "id\ttype\tcountry\tborn\tdied\twikidata\tnote\na\tperson\tVE\t1954\t2013\t\t\n",
        set.appendingPathComponent("entities.tsv"))
      try write(Self.header + names.joined(separator: "\n") + "\n", set.appendingPathComponent("names.tsv"))
      try write(
        "source\ttitle\turl\tlicence\tretrieved\ns\tA source\thttps://example.org/\tfacts\t2024-01-01\n",
        folder.appendingPathComponent("sources.tsv"))
      if let rules { try write(rules, rulesFolder.appendingPathComponent("x-rus-Cyrl-Latn-1.txt")) }
      return try body(folder)
    }
  }

  @Test func soundTablesPass() throws {
    // In canonical order: preferred forms come first.
    try withTables(names: Self.names) { folder in
      let run = try Command.run("tables", "check", folder.path)
      #expect(run.status == 0, "\(run.output)")
      #expect(run.errors.contains("1 entity, 2 names"))
      #expect(try Command.run("tables", "fmt", "--check", folder.path).status == 0)
    }
  }

  @Test func badRowsAreFindingsOfCheckAndFailuresOfBuild() throws {
    try withTables(names: Self.names + ["a\tHugo\tes\tbest\tfull\tattested\t\ts\treviewed\t"]) { folder in
      let check = try Command.run("tables", "check", "--format", "jsonl", folder.path)
      #expect(check.status == 1)
      let finding = try #require(try check.objects().first { $0["rule"] as? String == "unknown-value" })
      #expect((finding["file"] as? String)?.hasSuffix("entities/one/names.tsv") == true)
      #expect(finding["line"] as? Int == 4)
      let build = try Command.run("index", "build", folder.path, "-o", folder.appendingPathComponent("i").path)
      #expect(build.status == 2)
      expectMessages(build.errors)
      #expect(build.errors.contains("names.tsv:4:"))
    }
  }

  @Test func rulesThatDoNotCompileAreFindings() throws {
    try withTables(names: Self.names, rules: "а → a ;\nб → [b] ;\n") { folder in
      let run = try Command.run("tables", "check", folder.path)
      #expect(run.status == 1)
      let finding = try #require(run.rows.first { $0[4] == "malformed-rules" })
      #expect(finding[0].hasSuffix("systems/rules/x-rus-Cyrl-Latn-1.txt") && finding[1] == "2")
    }
  }

  @Test func formattingIsSaidAndDone() throws {
    try withTables(names: Self.names.reversed()) { folder in
      let check = try Command.run("tables", "fmt", "--check", folder.path)
      #expect(check.status == 1)
      #expect(check.lines.map { ($0 as NSString).lastPathComponent } == ["names.tsv"])
      #expect(try Command.run("tables", "check", folder.path).status == 1, "nothing was written")
      #expect(try Command.run("tables", "fmt", folder.path).status == 0)
      #expect(try Command.run("tables", "check", folder.path).status == 0)
    }
  }
}
