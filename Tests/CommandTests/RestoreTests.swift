import Foundation
import Testing

@Suite struct RestoreTests {
  /// Spellings of another writing say whose they are.
  @Test func printsTheSpellingsOfOtherWritings() throws {
    let run = try Command.run("restore", "--format", "jsonl", "--limit", "1", "Pak Chzhon Chkhon")
    #expect(run.status == 0)
    let candidates = try #require(try run.objects().first?["candidates"] as? [[String: Any]])
    let candidate = try #require(candidates.first)
    #expect(candidate["spelling"] as? String == "Pak Jong Chon")
    let spellings = try #require(candidate["spellings"] as? [[String: Any]])
    let natives = try #require(candidate["otherNatives"] as? [String]) + [candidate["native"] as? String ?? ""]
    #expect(natives.contains("박정천"))
    let spelling = try #require(spellings.first { $0["text"] as? String == "Bak Jeongcheon" })
    #expect(natives.contains(spelling["native"] as? String ?? candidate["native"] as? String ?? ""))
    #expect(
      try Command.run("restore", "--limit", "1", "Pak Chzhon Chkhon").rows.first?[7].contains("Bak Jeongcheon") == true)
  }

  @Test func saysThatNothingWasRestored() throws {
    #expect(try Command.run("restore", "12345").status == 1)
  }
}
