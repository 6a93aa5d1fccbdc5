import Foundation
import Testing

@Suite struct ResolveTests {
  @Test func printsOneObjectANameWithTheDocumentedFields() throws {
    let run = try Command.run("resolve", "--format", "jsonl", "--explain", "Cho Chun Ren", "Wichit Charoensuk", "...")
    #expect(run.status == 0)
    let objects = try run.objects()
    try #require(objects.count == 3)
    #expect(objects.map { $0["outcome"] as? String } == ["same", "different", "cannotCompare"])
    let candidates = try #require(objects[0]["candidates"] as? [[String: Any]])
    let candidate = try #require(candidates.first)
    #expect(
      Set(candidate.keys) == [
        "id", "name", "native", "type", "score", "outcome", "matched", "explanation",
      ])
    #expect(candidate["id"] as? String == "jo-chun-ryong")
    let matched = try #require(candidate["matched"] as? [String: Any])
    #expect(Set(matched.keys) == ["text", "lang", "kind"])
    let explanation = try #require(candidate["explanation"] as? [String: Any])
    #expect(
      Set(explanation.keys) == ["summary", "basis", "path", "steps", "form", "source", "parts", "decision"])
    #expect(((explanation["source"] as? [String: Any])?["title"] as? String)?.isEmpty == false)
    #expect((objects[1]["candidates"] as? [Any])?.isEmpty == true)
    #expect(objects[2]["reason"] as? String != nil)
  }

  /// Fields come in the order that is documented: programs and people compare lines of text.
  @Test func keepsTheOrderOfFields() throws {
    let line = try #require(try Command.run("resolve", "--format", "jsonl", "Pkhenyan").lines.first)
    let places = try [
      "\"query\"", "\"outcome\"", "\"candidates\"", "\"id\"", "\"name\"", "\"matched\"", "\"restored\"",
    ]
    .map { try #require(line.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func printsARowForEachCandidateAndOneForNone() throws {
    let run = try Command.run("resolve", "Pkhenyan", "Wichit Charoensuk")
    #expect(run.rows.allSatisfy { $0.count == 12 })
    #expect(run.rows.first?.prefix(4) == ["Pkhenyan", "same", "1", "pyongyang"])
    let none = run.rows.filter { $0[0] == "Wichit Charoensuk" }
    #expect(none.count == 1 && none[0][1] == "different" && none[0][3].isEmpty)
  }

  @Test func answersFromAnIndexThatWasBuiltFromLines() throws {
    try withTemporaryFolder { folder in
      let (lines, index) = (folder.appendingPathComponent("people.jsonl"), folder.appendingPathComponent("p.allonym"))
      try Data(IndexTests.people.utf8).write(to: lines)
      #expect(try Command.run("index", "build", lines.path, "-o", index.path).status == 0)
      let run = try Command.run("resolve", "--index", index.path, "Kim Chen Yn", "Ubaldo Chavez", "Cho Chun Ren")
      #expect(run.status == 0)
      #expect(run.rows.map { $0[3] } == ["Q56226", "x2", ""])
    }
  }

  @Test func saysThatNothingWasFound() throws {
    #expect(try Command.run("resolve", "Wichit Charoensuk").status == 1)
    #expect(try Command.run("resolve", "--limit", "0", "x").status == 2)
  }
}
