import Foundation
import Testing

/// What importers do with what they cannot use.
@Suite struct ImportFailureTests {
  private static let badTable = "id,name\n1,Ilya Zorvan\n,Ann Lark\n3,\"Zor\"van\n4,Mia Fox\n"
  private static let columns = ["--id", "id", "--name", "en=name", "--default-type", "person"]

  /// The names of files in a folder.
  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func aBadRecordEndsTheImportAndLeavesNothing() throws {
    try withTemporaryFolder { out in
      let path = out.appendingPathComponent("o.jsonl").path
      try withImport("table", [("bad.csv", Self.badTable)], Self.columns + ["-o", path]) { run, _ in
        #expect(run.status == 2)
        expectMessages(run.errors)
        #expect(run.errors.contains("bad.csv:3: the row has no id"))
      }
      #expect(try names(out).isEmpty)
    }
  }

  @Test func badRecordsAreSkippedReportedAndCounted() throws {
    try withImport("table", [("bad.csv", Self.badTable)], Self.columns + ["--on-error", "skip"]) { run, _ in
      #expect(run.status == 3)
      #expect(run.lines.count == 2)
      #expect(run.errors.contains("bad.csv:3: ") && run.errors.contains("bad.csv:4: "))
      #expect(run.errors.contains("4 records = 2 entities + 0 joined + 0 left out + 0 without a name + 2 bad"))
      try expectSums(run.errors)
    }
  }

  @Test(arguments: [
    ("ftm", "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ann\"}}\n", "f:1: not JSON at byte 55"),
    ("ftm", "{\"id\":\"a\"}\n", "f:1: the entity `a` has no `schema`"),
    ("ofac", "1,2,3\n", "f:1: 3 cells"),
    ("ofac", "36,12,\"aka\",\"ZORVAN\",-0- \n", "f:1: an alias of entity 36"),
    ("un", "<L>\n<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL></L>", "f:2:1: the entry has no DATAID"),
    (
      "eu", "<e>\n <sanctionEntity logicalId='1'><subjectType code='x'/></sanctionEntity></e>",
      "f:2:2: entity 1 is neither"
    ),
    ("jrc-names", "1\tP\tu\n", "f:1: 3 cells"),
    ("geonames", "1\t2\t3\n", "f:1: 3 cells"),
    (
      "wikidata", "[\n{\"type\":\"item\",\"id\":\"Q1\",\"labels\":{\"en\":{\"value\":\"x}\n]\n", "f:2: not JSON at byte"
    ),
    ("marc", "<c><record>\n</record></c>", "f:1:4: the record has no control number"),
  ])
  func badRecordsAreNamedByTheirPlace(_ format: String, _ text: String, _ message: String) throws {
    for how in ["fail", "skip"] {
      try withImport(format, [("f", text)], ["--on-error", how]) { run, _ in
        #expect(run.status == (how == "fail" ? 2 : 3))
        #expect(run.errors.contains("/\(message)"), "\(run.errors)")
        expectMessages(run.errors)
        if how == "skip" { try expectSums(run.errors) }
      }
    }
  }

  @Test(arguments: [
    (
      "un", "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\n<INDIVIDUAL>&b;</INDIVIDUAL>",
      "defines entities"
    ),
    (
      "un", "<?xml version='1.0'?><!DOCTYPE l SYSTEM 'file:///etc/passwd'>\n<INDIVIDUAL>&x;</INDIVIDUAL>",
      "entity that is defined elsewhere"
    ),
    (
      "un", "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<INDIVIDUAL>&x;</INDIVIDUAL>",
      "defines entities"
    ),
    ("un", "<L><INDIVIDUAL>", "f:1:"), ("un", "<L/>", "is it the UN's consolidated list?"),
    ("uk", "a,b\n1,2\n", "no line of column names as in the UK's list"),
    ("wikidata", "BZh91AY", "bzcat"), ("jrc-names", "PK\u{3}\u{4}xx", "unzip -p"),
  ])
  func filesOfAnotherKindAreRefused(_ format: String, _ text: String, _ message: String) throws {
    try withImport(format, [("f", text)], ["--on-error", "skip", "-o", "/dev/null"]) { run, _ in
      #expect(run.status == 2 && run.hasExited)
      #expect(run.errors.contains(message), "\(run.errors)")
      expectMessages(run.errors)
    }
  }

  @Test func recordsNestedWithoutEndAreRefused() throws {
    let deep = "<INDIVIDUAL>" + String(repeating: "<a>", count: 100_000)
    try withImport("un", [("f", deep)]) { run, _ in
      #expect(run.status == 2 && run.hasExited)
      #expect(run.errors.contains("too many elements"))
    }
  }

  @Test func textThatIsNotUTF8IsRefusedOrReplaced() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("f.csv")
      try Data(Array("id,name\n1,Il".utf8) + [0xFF] + Array("ya\n".utf8)).write(to: file)
      let arguments = ["import", "table", file.path] + Self.columns
      let refused = try Command.run(arguments, input: Data())
      #expect(refused.status == 2 && refused.errors.contains("f.csv:2: not valid UTF-8"))
      let replaced = try Command.run(arguments + ["--invalid", "replace"], input: Data())
      #expect(replaced.status == 0 && replaced.output.contains("\"Ilya\""))
    }
  }

  @Test func gzipIsReadInMembersAndRefusedWhereItBreaksOff() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("jrc").path
      try Data(ImportSample.jrc.utf8).write(to: URL(fileURLWithPath: file))
      let whole = try Command.shell(
        "(gzip -c \(file); printf '4\\tP\\tu\\tMia+Fox\\n' | gzip -c; printf '\\0\\0') | \"$allonym\" import jrc-names -"
      )
      #expect(whole.status == 0 && whole.lines.count == 3, "\(whole.errors)")
      let cut = try Command.shell(
        "gzip -c \(file) | head -c 60 > \(file).gz; \"$allonym\" import jrc-names \(file).gz -o \(file).jsonl")
      #expect(cut.status == 2 && cut.errors.contains("breaks off at byte 60"), "\(cut.errors)")
      let damaged = try Command.shell(
        "(gzip -c \(file) | head -c 40; printf '123456789012345678901234567890') | \"$allonym\" import jrc-names - -o \(file).jsonl"
      )
      #expect(damaged.status == 2 && damaged.errors.contains("damaged"), "\(damaged.errors)")
      #expect(try names(folder) == ["jrc", "jrc.gz"])
    }
  }

  @Test func aKilledImportLeavesNoFileUnderTheFinalName() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("o.jsonl").path
      // The input does not end before the command is killed.
      let run = try Command.shell(
        """
        (i=0; while [ $i -lt 3000 ]; do i=$((i+1)); printf '%d\\tP\\tu\\tIlya+Zorvan\\n' $i; done; sleep 10) \\
          | "$allonym" import jrc-names - -o \(path) & sleep 2; kill -9 $!; ls \(folder.path)
        """)
      #expect(run.lines.count == 1 && run.lines[0].hasSuffix(".partial"), "\(run.output)")
    }
  }

  @Test func anOldFileStaysUntilTheNewOneIsComplete() throws {
    try withTemporaryFolder { out in
      let path = out.appendingPathComponent("o.jsonl").path
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      try withImport("table", [("bad.csv", Self.badTable)], Self.columns + ["-o", path]) { run, _ in
        #expect(run.status == 2)
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      try withImport("table", [("bad.csv", Self.badTable)], Self.columns + ["-o", path, "--on-error", "skip"]) {
        run, _ in
        #expect(run.status == 3 && run.output.isEmpty)
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Mia Fox"))
    }
  }

  @Test func nothingToWriteIsStatusOne() throws {
    try withImport("table", [("f.csv", "id,name\n1,12\n")], Self.columns) { run, _ in
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.contains("1 without a name"))
    }
  }

  @Test(arguments: [
    ["table", "f", "--id", "id"], ["table", "f", "--id", "id", "--name", "name"],
    ["wikidata", "f", "--class", "x=person"], ["ftm", "f", "--language", "!"], ["ftm", "/nowhere/at/all"],
  ])
  func wrongUsageIsExplained(_ arguments: [String]) throws {
    let run = try Command.run(["import"] + arguments, input: Data())
    #expect(run.status == 2)
    expectMessages(run.errors)
  }
}
