import Foundation
import Testing

/// What is put behind a row, as long as its name is three dots: those are answered at once, and always in this way.
private let dots = ",cannotCompare,,,,,,0,,there is no letter in it"

private let titles = ",_outcome,_id,_name,_native,_type,_score,_candidates,_others,_reason"

/// Runs `reconcile` on standard input, with added columns that have a short prefix.
private func reconcile(_ input: Data, _ arguments: String...) throws -> Run {
  try Command.run(["reconcile", "-", "--prefix", "_"] + arguments, input: input)
}

private func reconcile(_ input: String, _ arguments: String...) throws -> Run {
  try Command.run(["reconcile", "-", "--prefix", "_"] + arguments, input: Data(input.utf8))
}

@Suite struct ReconcileTests {
  @Test func putsEntitiesBehindRows() throws {
    let input = "n\tname\n1\tCho Chun Ren\n2\tKim\n3\tXqzwv Bnmprt\n4\t...\n"
    let run = try Command.run("reconcile", "--column", "name", input: input)
    #expect(run.status == 0)
    let rows = run.rows
    #expect(
      rows.first == ["n", "name"]
        + ["outcome", "id", "name", "native", "type", "score", "candidates", "others", "reason"].map { "allonym_\($0)" }
    )
    #expect(rows.map { $0.count } == [11, 11, 11, 11, 11])
    #expect(
      rows.dropFirst().map { Array($0[..<3]) } == [
        ["1", "Cho Chun Ren", "same"], ["2", "Kim", "ambiguous"], ["3", "Xqzwv Bnmprt", "different"],
        ["4", "...", "cannotCompare"],
      ])
    #expect(rows[1][3..<7] == ["jo-chun-ryong", "Jo Chun Ryong", "조춘룡", "person"])
    #expect(rows[2][3..<8] == ["", "", "", "", ""] && (Int(rows[2][8]) ?? 0) > 1)
    #expect(rows[2][9].split(separator: "|").count == 5)
    #expect(
      run.errors == "allonym: standard input: 4 rows: 1 same, 0 compatible, 1 ambiguous, 1 different, 1 cannotCompare, "
        + "0 failed\n")
  }

  @Test func takesTheOptionsOfResolve() throws {
    let input = "name\nPkhenyan\n"
    #expect(try reconcile(input, "-c", "name", "--type", "person").lines[1].contains("place") == false)
    #expect(try reconcile(input, "-c", "name", "--min-score", "1").lines[1].hasPrefix("Pkhenyan,different,"))
    #expect(try reconcile(input, "-c", "name", "--to", "ko").lines[1].contains(",평양,평양,place,"))
    let kim = try reconcile("name\nKim\n", "-c", "1", "--limit", "0")
    #expect(kim.lines[1].hasPrefix("Kim,ambiguous,,,,,,"))
    #expect(kim.lines[1].contains("|") == false)
  }

  @Test func keepsEveryByte() throws {
    let mark = "\u{FEFF}"
    // As they come: byte order mark, line ends of both kinds, quotation marks where none are needed, an empty line.
    let rows = [
      (#"id,"name""#, titles, "\r\n"), (#"1,"...""#, dots, "\r\n"), ("\"a\r\nb\",...", dots, "\n"),
      (#""say ""hi""",... "#, dots, "\n"), ("", "", "\r\n"), (" 2 \t,...", dots, "\n"),
      (#"5" nail,"""...""""#, dots, ""),
    ]
    let run = try reconcile(mark + rows.map { $0.0 + $0.2 }.joined(), "-c", "name")
    #expect(run.status == 1, "no name was found")
    #expect(run.outputBytes == Data((mark + rows.map { $0.0 + $0.1 + $0.2 }.joined()).utf8))
    #expect(run.errors.contains(" 5 rows: ") && run.errors.contains(" 5 cannotCompare"))
  }

  @Test(arguments: [(";", "in.csv"), ("\t", "in.csv"), ("|", "in.txt"), (",", "in"), ("\t", "in.tsv")])
  func findsTheDelimiter(_ delimiter: String, _ file: String) throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent(file)
      let comma = delimiter == "," ? "\"a; b\"" : "a, b, c"
      try Data("\(comma)\(delimiter)name\n1\(delimiter)...\n".utf8).write(to: path)
      let run = try Command.run("reconcile", path.path, "--column", "name", "--prefix", "_")
      #expect(run.lines.last == "1\(delimiter)..." + dots.replacingOccurrences(of: ",", with: delimiter))
    }
  }

  @Test func takesTheDelimiterThatIsSaid() throws {
    let run = try reconcile("a,b:name\nx,y:...\n", "-c", "name", "--delimiter", ":")
    #expect(run.lines.last == "x,y:..." + dots.replacingOccurrences(of: ",", with: ":"))
    #expect(try reconcile("a\tname\nx\t...\n", "-c", "2", "--delimiter", "tab").rows.last?.count == 11)
    for wrong in ["ab", "\"", "é", ""] { #expect(try reconcile("a\n", "-c", "a", "--delimiter", wrong).status == 2) }
  }

  @Test func columnsAreNamesOrNumbers() throws {
    #expect(try reconcile("2,b\n...,x\n", "-c", "2").lines[1] == "...,x" + dots, "names before numbers")
    #expect(try reconcile("a,b\nx,...\n", "-c", "2").lines[1] == "x,..." + dots)
    #expect(try reconcile("x,...\n", "-c", "2", "--no-header").lines == ["x,..." + dots])
    for (input, arguments, message) in [
      ("a,b\n", ["-c", "c"], "standard input:1: there is no column `c`; apart by `,`, the columns are: a, b"),
      ("a,b\n", ["-c", "3"], "there is no column `3`"), ("a,b\n", ["-c", "0"], "there is no column `0`"),
      ("a,b\n", ["-c", "a", "--no-header"], "without a header columns are numbers, 1 to 2"),
      ("a,a\n", ["-c", "a"], "more than once (1 and 2)"),
      ("a,_id\n", ["-c", "a"], "`_id` already; choose another --prefix"),
      ("a,\"b\n", ["-c", "a"], "standard input:1:3: a quotation mark opens"), ("", ["-c", "a"], "there is no header"),
    ] {
      let run = try Command.run(["reconcile", "-", "--prefix", "_"] + arguments, input: Data(input.utf8))
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.errors.contains(message), "\(run.errors)")
      expectMessages(run.errors)
    }
  }

  /// Rows that cannot be read: each as it comes, as it is kept, and where the message says it goes wrong.
  @Test(arguments: [
    (#"1"#, #"1,"#, "2:2: the row has one cell"), (#"1,...,x"#, #"1,...,x"#, "2:7: the row has 3 cells"),
    (#""1,..."#, #""""1,...","#, "2:1: a quotation mark opens a cell"),
    (#"1,"...x"#, #"1,"""...x""#, "2:3: a quotation mark opens a cell"),
    (#"평,"a"b,c"#, #"평,"""a""b,c""#, "2:6: text follows the closing quotation mark"),
    ("1,\"a\"\rb", "1,\"\"\"a\"\"\rb\"", "2:6: text follows"),
  ])
  func keepsRowsThatFail(_ row: String, _ kept: String, _ message: String) throws {
    for lineEnd in ["\n", "\r\n"] {
      let run = try reconcile("a,name\(lineEnd)\(row)\(lineEnd)2,...\(lineEnd)3,\"...\n\"\(lineEnd)", "-c", "name")
      #expect(run.status == 3)
      let end = "2,...\(dots)\(lineEnd)3,\"...\n\"\(dots)\(lineEnd)"
      #expect(run.output.hasSuffix(end), "what follows is not harmed")
      #expect(run.output.hasPrefix("a,name\(titles)\(lineEnd)\(kept),failed,,,,,,,,"), "\(run.output)")
      #expect(run.errors.contains("standard input:\(message)"), "\(run.errors)")
      #expect(run.errors.contains("3 rows: 0 same") && run.errors.contains("2 cannotCompare, 1 failed"))
      expectMessages(run.errors)
    }
  }

  @Test func namesThatAreNotUTF8Fail() throws {
    let input = Data("a,name\n".utf8) + [0xFF, 0x2C, 0x2E, 0xFE, 0x0A]
    let run = try reconcile(input, "-c", "name")
    #expect(run.status == 3 && run.errors.contains("standard input:2:4: the name is not valid UTF-8"))
    #expect(run.outputBytes.range(of: Data([0x0A, 0xFF, 0x2C, 0x2E, 0xFE]) + Data(",failed,".utf8)) != nil)
    let replaced = try reconcile(input, "-c", "name", "--invalid", "replace")
    #expect(replaced.status == 1)
    #expect(replaced.outputBytes.suffix(from: input.count - 5).contains(0xFE), "the row is as it was")
    let wide = try reconcile(Data([0xFF, 0xFE, 0x61, 0x00]), "-c", "a")
    #expect(wide.status == 2 && wide.errors.contains("UTF-16"))
  }

  @Test func quotationMarksMayBeText() throws {
    let input = "a\tname\n\"Weird Al\" x\t...\n\"\t...\n"
    #expect(try reconcile(input, "-c", "name").status == 3)
    let run = try reconcile(input, "-c", "name", "--no-quotes")
    #expect(run.status == 1 && run.rows.map { $0[0] } == ["a", "\"Weird Al\" x", "\""])
  }

  @Test func aQuoteThatIsNeverClosedSpoilsOneLine() throws {
    let lines = (0..<2_000).map { #"\#($0)","c"# }
    let run = try reconcile("a,name\n1,\"x\n2,...\n" + lines.joined(separator: "\n") + "\n3,...\n", "-c", "name")
    #expect(run.status == 3)
    #expect(run.lines.count == 2_004)
    #expect(run.lines[2] == "2,..." + dots && run.lines.last == "3,..." + dots)
    #expect(run.errors.contains("more rows failed"))
    #expect(run.errors.contains("2003 rows: ") && run.errors.contains("2001 failed"))
  }

  @Test func filesWithoutRows() throws {
    #expect(try reconcile("", "-c", "1", "--no-header").outputBytes.isEmpty)
    for header in ["name", "name\n", "name\r\n", "\nname\n"] {
      let run = try reconcile(header, "-c", "name")
      #expect(run.status == 0)
      #expect(run.output == header.replacingOccurrences(of: "name", with: "name" + titles))
      #expect(run.errors.contains(": 0 rows: "))
    }
  }

  @Test func hugeCells() throws {
    let huge = String(repeating: "x \"\"\n", count: 1 << 20)
    let run = try reconcile("a,name\n\"\(huge)\",...\n", "-c", "name")
    #expect(run.status == 1)
    #expect(run.outputBytes == Data("a,name\(titles)\n\"\(huge)\",...\(dots)\n".utf8))
    let name = try reconcile("name\n\(String(repeating: "Kim ", count: 1 << 20))\n...\n", "-c", "name")
    #expect(name.hasExited && name.status < 2 && name.lines.count == 3)
    let absurd = try reconcile("name\n...\n\(String(repeating: "x", count: (16 << 20) + 1 << 16))\n", "-c", "name")
    #expect(absurd.status == 2 && absurd.errors.contains("standard input:3:1: the row is longer than 16 MiB"))
    #expect(absurd.lines == ["name" + titles, "..." + dots], "what comes before is answered")
  }

  @Test func theNumberOfThreadsMakesNoDifference() throws {
    let names = ["Cho Chun Ren", "...", "Pkhenyan", "\"broken", "Sergei Shoigu", "평양"]
    let input = (0..<150).map { "\($0),\(names[$0 * 7 % names.count])" }.joined(separator: "\n")
    let runs = try ["1", "2", "4"].map { jobs in try reconcile(input, "-c", "2", "--no-header", "--jobs", jobs) }
    #expect(runs[0].status == 3 && runs[0].lines.count == 150)
    #expect(runs[0].lines.map { $0.prefix { $0 != "," } } == (0..<150).map { "\($0)" })
    for run in runs { #expect(run.outputBytes == runs[0].outputBytes && run.errors == runs[0].errors) }
  }

  @Test func closedPipesAndFullDisks() throws {
    let run = try Command.shell(
      "{ yes ... | \"$allonym\" reconcile - -c 1 --no-header; echo \"status $?\" >&2; } | head -n 1")
    #expect(run.lines.count == 1 && run.errors == "status 0\n")
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let full = try Command.shell("echo ... | \"$allonym\" reconcile - -c 1 --no-header > /dev/full; echo \"status $?\"")
    #expect(full.output == "status 2\n")
    expectMessages(full.errors)
  }
}
