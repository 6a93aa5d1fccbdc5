import Foundation
import Testing

@Suite struct FormatTests {
  /// Names that are hard to write into a row.
  static let names = [
    "Cho Chun Ren", "a,b", "say \"a\"", "tab\there", "back\\slash", "", "\u{1}", "line\nend", "Хасан – Раджин", "🙂",
    "e\u{301}\u{301}", "\r",
  ]

  @Test func writesJSONThatParses() throws {
    let array = try Command.run(["normalize", "--format", "json", "--explain"] + Self.names, input: Data())
    let objects = try #require(try JSONSerialization.jsonObject(with: array.outputBytes) as? [[String: Any]])
    #expect(objects.map { $0["name"] as? String } == Self.names)
    let lines = try Command.run(["normalize", "--format", "jsonl"] + Self.names, input: Data())
    #expect(try lines.objects().map { $0["name"] as? String } == Self.names)
    let empty = try Command.run("normalize", "--format", "json", "-f", "/dev/null")
    #expect(try JSONSerialization.jsonObject(with: empty.outputBytes) as? [String] == [])
  }

  @Test func writesCSVThatReadsBack() throws {
    let run = try Command.run(["normalize", "--format", "csv", "--header"] + Self.names, input: Data())
    let rows = CSV.rows(run.output)
    #expect(
      rows.first == ["name", "canonical", "native", "id", "type", "outcome", "score", "reason"])
    #expect(rows.dropFirst().map { $0[0] } == Self.names)
    #expect(rows.allSatisfy { $0.count == 8 })
  }

  @Test func writesOneLineOfTSVForEachName() throws {
    let run = try Command.run(["normalize", "--header"] + Self.names, input: Data())
    #expect(run.rows.count == Self.names.count + 1)
    #expect(run.rows.allSatisfy { $0.count == 8 })
    let names = run.rows.dropFirst().map {
      // The placeholder keeps `\\t` from being read as a tab.
      $0[0].replacingOccurrences(of: "\\\\", with: "\u{E000}").replacingOccurrences(of: "\\t", with: "\t")
        .replacingOccurrences(of: "\\n", with: "\n").replacingOccurrences(of: "\\r", with: "\r")
        .replacingOccurrences(of: "\u{E000}", with: "\\")
    }
    #expect(names == Self.names)
  }

  @Test func formatsAgreeWithEachOther() throws {
    let tsv = try Command.run("systems").rows
    let jsonl = try Command.run("systems", "--format", "jsonl").objects()
    let csv = CSV.rows(try Command.run("systems", "--format", "csv").output)
    #expect(tsv == csv)
    #expect(tsv.map { $0[0] } == jsonl.map { $0["code"] as? String })
    #expect(tsv.count > 10)
    let korean = try Command.run("systems", "--from", "hang", "--to", "LATN").rows
    #expect(!korean.isEmpty && korean.allSatisfy { $0[1] == "Hang" && $0[2] == "Latn" })
    #expect(try Command.run("systems", "--from", "Egyp").status == 1)
    #expect(try Command.run("systems", "--from", "Korean").status == 2)
  }

  @Test func colorsTextOnlyWhenAsked() throws {
    func hasColor(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Bool {
      try Command.run(
        ["normalize", "--format", "text"] + arguments + ["Pkhenyan"], input: Data(), environment: environment
      ).output.contains("\u{1B}[")
    }
    let neutral = ["NO_COLOR": "", "CLICOLOR_FORCE": ""]
    #expect(try !hasColor([], neutral))
    #expect(try hasColor([], ["NO_COLOR": "", "CLICOLOR_FORCE": "1"]))
    #expect(try !hasColor([], ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]))
    #expect(try hasColor(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try !hasColor(["--color", "never"], ["CLICOLOR_FORCE": "1"]))
  }

  /// No name can move the cursor of a terminal or turn the direction of what follows.
  @Test func showsControlsInTextAsEscapes() throws {
    let run = try Command.run("normalize", "--format", "text", "\u{1B}[31mred", "\u{202E}abc")
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
    #expect(run.output.contains("\\u{1b}") && run.output.contains("\\u{202e}"))
  }

  @Test func alignsColumnsByWidthOnScreen() throws {
    let lines = try Command.run("normalize", "--format", "text", "조춘룡", "Cho Chun Ren").lines
    // Three Hangul syllables take six columns; twelve letters take twelve.
    #expect(lines[0].hasPrefix("조춘룡        Jo"))
    #expect(lines[1].hasPrefix("Cho Chun Ren  Jo"))
  }
}

/// A reader of RFC 4180.
enum CSV {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if scalars.first == "\"" {
          cell.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        row.append(String(cell))
        cell = .init()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else {
        cell.append(scalar)
      }
    }
    return rows
  }
}
