import Foundation
import Testing

@Suite struct TransliterateTests {
  @Test func writesTheStrictRelayOfAName() throws {
    let systems = ["-s", "var-kor-Hang-Cyrl-kontsevich", "-s", "bgnpcgn-rus-Cyrl-Latn-1947"]
    let run = try Command.run(["transliterate"] + systems, input: Data("조춘룡\n".utf8))
    #expect(run.status == 0)
    let first = try Command.run("transliterate", "-s", "var-kor-Hang-Cyrl-kontsevich", "조춘룡")
    #expect(first.output == "Чо Чхуллён\n")
    #expect(run.output == "Cho Chkhullën\n")
    let explained = try Command.run(["transliterate", "--explain"] + systems + ["조춘룡"], input: Data())
    #expect(explained.output.contains("Чо Чхуллён"))
  }

  @Test func heedsTheStyle() throws {
    func written(_ style: String) throws -> String {
      try Command.run("transliterate", "-s", "sac-zho-Hans-Latn-1979", "--style", style, "李鸿忠").output
    }
    #expect(try written("person") == "Li Hongzhong\n")
    #expect(try written("other") != "Li Hongzhong\n")
  }

  @Test func refusesRelaysThatDoNotMeet() throws {
    let run = try Command.run(
      "transliterate", "-s", "moct-kor-Hang-Latn-2000", "-s", "bgnpcgn-rus-Cyrl-Latn-1947", "조춘룡")
    #expect(run.status == 2 && run.output.isEmpty)
    expectMessages(run.errors)
    let unknown = try Command.run("transliterate", "-s", "bgnpcgn-rus-Cyrl-Latn-1974", "x")
    #expect(unknown.status == 2 && unknown.errors.contains("bgnpcgn-rus-Cyrl-Latn-1947"))
    #expect(try Command.run("transliterate", "x").status == 2)
  }

  @Test func keepsOrderAndNumberOfManyLines() throws {
    let names = (0..<10_000).map { $0 % 3 == 0 ? "" : "Ким \($0)" }
    let input = Data((names.joined(separator: "\n") + "\n").utf8)
    let arguments = ["transliterate", "-s", "iso-rus-Cyrl-Latn-9-1995"]
    let plain = try Command.run(arguments, input: input)
    #expect(plain.status == 0)
    #expect(plain.lines == names.map { $0.replacingOccurrences(of: "Ким", with: "Kim") })
    for format in ["csv", "jsonl"] {
      #expect(try Command.run(arguments + ["--format", format], input: input).lines.count == names.count)
    }
  }
}
