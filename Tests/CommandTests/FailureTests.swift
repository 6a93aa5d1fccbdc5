import Foundation
import Testing

@Suite struct FailureTests {
  @Test(arguments: [
    ["nonsense"], ["normalize", "--nonsense"], ["normalize", "--format", "xml", "x"], ["match", "one"],
    ["match", "one", "two", "three"], ["normalize", "--threshold", "2", "x"],
    ["resolve", "--lang", "no language", "x"],
    ["normalize", "--index"], ["index", "build"], ["tables", "nonsense"],
  ])
  func wrongUsageHasStatusTwo(_ arguments: [String]) throws {
    let run = try Command.run(arguments, input: Data())
    #expect(run.status == 2 && run.hasExited)
    #expect(run.output.isEmpty)
    expectMessages(run.errors)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ["normalize", "-f", "/nonexistent/names.txt"], ["transliterate", "-s", "iso-rus-Cyrl-Latn-9-1995", "-f", "/"],
    ["match", "--pairs", "/nonexistent/pairs.tsv"], ["resolve", "--index", "/nonexistent/i.allonym", "x"],
    ["index", "build", "/nonexistent/people.jsonl", "-o", "/nonexistent/i.allonym"],
    ["index", "info", "/nonexistent/i.allonym"], ["index", "verify", "/nonexistent/i.allonym"],
    ["tables", "check", "/nonexistent"], ["tables", "fmt", "/nonexistent"],
  ])
  func missingFilesHaveStatusTwo(_ arguments: [String]) throws {
    let run = try Command.run(arguments, input: Data())
    #expect(run.status == 2)
    expectMessages(run.errors)
    #expect(run.errors.contains("/"))
  }

  @Test func invalidUTF8IsAnErrorWithItsPlace() throws {
    // 조 has three bytes and 7 follows a line of eight bytes and its end.
    let input = Data("Pkhenyan\n".utf8) + Data("조".utf8) + Data([0xFF]) + Data("\nMatsegora\n".utf8)
    let run = try Command.run(["normalize"], input: input)
    #expect(run.status == 2)
    expectMessages(run.errors)
    #expect(run.errors.contains("standard input:2:"))
    #expect(run.errors.contains("byte 3 of the line, offset 12 of the input"))
    #expect(run.rows.map { $0[0] } == ["Pkhenyan"], "what came before was answered")
    let replaced = try Command.run(["normalize", "--invalid", "replace"], input: input)
    #expect(replaced.status == 0)
    #expect(replaced.rows.map { $0[0] } == ["Pkhenyan", "조\u{FFFD}", "Matsegora"])
  }

  @Test func invalidUTF8InAnArgumentIsAnError() throws {
    let run = try Command.shell("\"$allonym\" normalize \"$(printf 'a\\377')\"; echo \"status $?\"")
    #expect(run.output == "status 2\n")
    #expect(run.errors.contains("argument 2: not valid UTF-8 at byte 1"))
  }

  @Test func aClosedPipeIsQuiet() throws {
    for command in [
      "yes Ким | \"$allonym\" transliterate -s iso-rus-Cyrl-Latn-9-1995", "yes ... | \"$allonym\" normalize",
      "\"$allonym\" help normalize",
    ] {
      let run = try Command.shell("{ \(command); echo \"status $?\" >&2; } | head -n 1")
      #expect(run.lines.count == 1)
      #expect(run.errors == "status 0\n", "\(command)")
    }
  }

  @Test func aFullDiskIsAnError() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try Command.shell("\"$allonym\" systems > /dev/full; echo \"status $?\"")
    #expect(run.output == "status 2\n")
    expectMessages(run.errors)
  }

  @Test func hostileNamesAreAnswered() throws {
    let names = [
      "a" + String(repeating: "\u{301}", count: 1_000), String(repeating: "long ", count: 2_000), "\u{0}",
      "\u{202E}\u{202D}", "Kиm Jοng Un", "\u{FFFF}\u{10FFFF}", String(repeating: "金", count: 1_300),
    ]
    let run = try Command.run(
      ["normalize", "--explain", "--format", "jsonl"], input: Data(names.joined(separator: "\n").utf8))
    #expect(run.hasExited && run.status < 2)
    #expect(try run.objects().map { $0["name"] as? String } == names)
  }

  @Test func anAbsurdLineIsAnErrorWithItsNumber() throws {
    let input = Data("Pkhenyan\n".utf8) + Data(repeating: 0x61, count: (16 << 20) + 1)
    let run = try Command.run(["normalize"], input: input)
    #expect(run.status == 2 && run.errors.contains("standard input:2:"))
    #expect(run.lines.count == 1)
  }

  @Test func versionAndHelpAreNoFailures() throws {
    let version = try Command.run("--version")
    #expect(version.status == 0)
    #expect(version.lines.first == "allonym 0.1.0")
    #expect(
      version.output.contains("ICU ") && version.output.contains("Unicode ") && version.output.contains("key scheme"))
    for command in [
      "normalize", "resolve", "match", "reconcile", "transliterate", "systems", "tables check", "tables fmt",
      "index build",
      "index info", "index verify",
    ] {
      let help = try Command.run(command.split(separator: " ").map(String.init) + ["--help"], input: Data())
      #expect(help.status == 0 && help.output.contains("Example"), "\(command)")
    }
    #expect(try Command.run("--generate-completion-script", "bash").status == 0)
  }
}
