import Testing

@testable import NameModel

/// Rows of a table as a set of their cells, which is what formatting must keep.
private func facts(_ text: String) -> Set<[String]> {
  Set(
    text.unicodeScalars.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    })
}

/// Tables of random rows in canonical cells, shuffled, with some rows repeated.
private func randomTable(_ kind: TableKind, _ generator: inout SplitMix) -> (header: String, rows: [String]) {
  let schema = TableSchema.schema(kind, header: ["word", "lang", "cost", "source"])
  let words = ["", "a", "b", "Ким", "김", "金", "é", "ﬁ", "\u{10FFFD}", "z-1", "Z", "\u{FFFC}", "ma", "a b"]
  let rows = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
    schema.columns.map { column -> String in
      switch column.type {
      case .oneOf(let values): (values + ["other"]).randomElement(using: &generator) ?? ""
      case .integer: ["0", "7", "10", "100", "-3", "x"].randomElement(using: &generator) ?? ""
      case .language: ["ko", "ru-Latn", "zh-Hans", "?"].randomElement(using: &generator) ?? ""
      default: words.randomElement(using: &generator) ?? ""
      }
    }.joined(separator: "\t")
  }
  return (schema.header.joined(separator: "\t"), rows)
}

private func text(_ table: (header: String, rows: [String])) -> String {
  ([table.header] + table.rows).map { $0 + "\n" }.joined()
}

@Suite struct TableFormatterTests {
  @Test func bringsATableIntoCanonicalForm() throws {
    let messy =
      "\u{FEFF}entity\tlang\tname\tkind\tpart\tsystem\tfrom\tsource\tstatus\tnote\r\n"
      + "b\tRU-latn\tRe\u{308}n \thidden\tfull\tattested\t\ts\treviewed\t\r\n\r\n"
      + "b\tko\t룡\tpref\tfull\tattested\t\ts\treviewed\t\n" + "b\tko\t룡\tpref\tfull\tattested\t\ts\treviewed\t\n"
      + "a\ten\tA\tabbr\tfull\tattested\t\ts\treviewed\t a note"
    #expect(
      try TableFormatter.formatted(messy, kind: .names) == """
        entity	name	lang	kind	part	system	from	source	status	note
        a	A	en	abbr	full	attested		s	reviewed	a note
        b	룡	ko	pref	full	attested		s	reviewed	
        b	Rën	ru-Latn	hidden	full	attested		s	reviewed	

        """)
  }

  @Test(arguments: TableKind.allCases, 0..<40)
  func formattingKeepsFactsAndIsStable(_ kind: TableKind, seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    var table = randomTable(kind, &generator)
    let formatted = try TableFormatter.formatted(text(table), kind: kind)

    #expect(facts(formatted) == facts(text(table)))
    #expect(formatted.unicodeScalars.count { $0 == "\n" } == facts(formatted).count + 1, "no row stands twice")
    #expect(try TableFormatter.formatted(formatted, kind: kind) == formatted)
    table.rows.shuffle(using: &generator)
    table.rows += table.rows.prefix(3)
    #expect(try TableFormatter.formatted(text(table), kind: kind).utf8.elementsEqual(formatted.utf8))

    let (read, problems) = TabTableReader.read(Array(formatted.utf8), file: "t.tsv", kind: kind)
    #expect(problems.isEmpty)
    let rows = try #require(read)
    for row in 1..<max(rows.rowCount, 1) {
      #expect(rows.schema.precedes(rows.cells(row: row - 1), rows.cells(row: row)))
    }
  }

  @Test(arguments: [
    ("a\tb\tjudgement\treason\tsource\n", TableRule.missingColumn), ("", .missingHeader),
    ("a\tb\tjudgement\treason\tsource\tdate\tx\n", .unknownColumn),
    ("a\tb\tjudgement\treason\tsource\tdate\nx\ty\n", .cellCount),
    ("a\ta\tb\tjudgement\treason\tsource\tdate\n", .duplicateColumn),
  ])
  func refusesToGuess(_ text: String, rule: TableRule) {
    #expect {
      try TableFormatter.formatted(text, kind: .decisions)
    } throws: { error in
      guard case TableError.problem(let problem) = error else { return false }
      return problem.rule == rule
    }
  }

  @Test func formatsAFolder() throws {
    let tables = try TemporaryTables()
    #expect(try tables.format(write: true) == [])
    let sources = try tables.text("sources.tsv")
    let shuffled = sources.split(separator: "\n")[1...].reversed().joined(separator: "\n")
    try tables.write("sources.tsv", Array(("source\ttitle\turl\tlicence\tretrieved\n" + shuffled).utf8))
    let files = try tables.files()

    #expect(try tables.format(write: false) == ["sources.tsv"])
    #expect(try tables.text("sources.tsv") != sources, "nothing is written unless asked for")
    #expect(try tables.format(write: true) == ["sources.tsv"])
    #expect(try tables.text("sources.tsv") == sources)
    #expect(try tables.format(write: true) == [])
    #expect(try tables.files() == files, "no temporary file is left behind")
    #expect(tables.check().problems == [])
  }

  @Test func writesNothingWhereOneFileIsBroken() throws {
    let tables = try TemporaryTables()
    try tables.write("entities/small/names.tsv", Array((SmallTables.names + "one cell\n").utf8))
    let sources = "source\ttitle\turl\tlicence\tretrieved\n" + "s9\tx\t\tfacts\t\n" + "s1\tx\t\tfacts\t\n"
    try tables.write("sources.tsv", Array(sources.utf8))
    #expect(throws: TableError.self) { try tables.format(write: true) }
    #expect(try tables.text("sources.tsv") == sources)
  }
}
