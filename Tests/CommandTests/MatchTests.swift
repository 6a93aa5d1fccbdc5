import Foundation
import Testing

@Suite struct MatchTests {
  /// Names of two people each that differ in one syllable, in several writings.
  static let minimalPairs = [
    ("Kim Jong-un", "Kim Jong-il"), ("김정은", "김정일"), ("Ким Чен Ын", "Ким Чен Ир"), ("Kim Chen Yn", "Kim Jong-il"),
    ("Kim Jong-un", "Kim Yo-jong"), ("Li Hongzhong", "Li Hongzhang"), ("李鸿忠", "李鸿章"), ("李鴻忠", "李鴻章"),
    ("Park Geun-hye", "Park Chung-hee"), ("박근혜", "박정희"),
  ]

  @Test(arguments: minimalPairs)
  func keepsMinimalPairsApart(_ first: String, _ second: String) throws {
    for options in [[], ["--spelling-only"]] {
      let there = try Command.run(["match"] + options + [first, second], input: Data())
      let back = try Command.run(["match"] + options + [second, first], input: Data())
      #expect(there.rows.first?[2] == "different", "\(first) and \(second)")
      #expect(there.status == 1)
      #expect(there.rows.first?[2...3] == back.rows.first?[2...3], "the order makes no difference")
    }
  }

  @Test func tellsSpellingsOfOneName() throws {
    let run = try Command.run("match", "--format", "jsonl", "--explain", "Kim Chen Yn", "Kim Jong Un")
    #expect(run.status == 0)
    let object = try #require(try run.objects().first)
    #expect(object["outcome"] as? String == "same")
    let entities = try #require((object["explanation"] as? [String: Any])?["entities"] as? [[String: Any]])
    #expect(entities.map { $0["id"] as? String } == ["kim-jong-un", "kim-jong-un"])
  }

  @Test func givesNoScoreWhereNothingCanBeCompared() throws {
    let run = try Command.run("match", "Kim Jong Un", "...")
    #expect(run.status == 1)
    #expect(run.rows.first?[2...3] == ["cannotCompare", ""])
  }

  @Test func addsColumnsToPairsAndKeepsTheRest() throws {
    let pairs = "Kim Chen Yn\tKim Jong Un\tsource 1\nKim Jong Il\tKim Jong Un\t\\t\n"
    let run = try Command.run("match", "--pairs", "-", input: pairs)
    #expect(run.status == 0)
    #expect(
      run.rows.map { Array($0.prefix(3)) } == pairs.split(separator: "\n").map { $0.components(separatedBy: "\t") })
    #expect(run.rows.map { $0[3] } == ["same", "different"])
    #expect(run.rows.allSatisfy { $0.count == 5 && Double($0[4]) != nil })
    let named = try Command.run("match", "--header", "--pairs", "-", input: "left\tright\nKim Chen Yn\tKim Jong Un\n")
    #expect(named.rows.first == ["left", "right", "outcome", "score"])
    #expect(named.rows.count == 2)
  }

  @Test func namesTheLinesThatHoldNoPair() throws {
    let run = try Command.run("match", "--pairs", "-", input: "Kim Chen Yn\tKim Jong Un\nonly one\n")
    #expect(run.status == 3)
    #expect(run.lines.count == 2 && run.lines[1] == "only one")
    expectMessages(run.errors)
    #expect(run.errors.contains("standard input:2:"))
  }
}
