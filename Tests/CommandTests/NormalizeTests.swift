import Foundation
import Testing

@Suite struct NormalizeTests {
  /// The names of an article, as translators and agencies wrote them, and whose they are.
  static let articleNames: [(name: String, id: String, native: String)] = [
    ("Cho Chun Ren", "jo-chun-ryong", "조춘룡"), ("Lee Hongzhong", "li-hongzhong", "李鸿忠"),
    ("Чо Чун Рён", "jo-chun-ryong", "조춘룡"), ("Ли Хунчжун", "li-hongzhong", "李鸿忠"),
    ("조춘룡", "jo-chun-ryong", "조춘룡"), ("李鸿忠", "li-hongzhong", "李鸿忠"), ("李鴻忠", "li-hongzhong", "李鸿忠"),
    ("Kim Chen Yn", "kim-jong-un", "김정은"), ("Ким Чен Ын", "kim-jong-un", "김정은"),
    ("Hsi Chin-ping", "xi-jinping", "习近平"), ("Hassan-Rajin", "khasan-rajin-project", "Хасан — Раджин"),
    ("Хасан – Раджин", "khasan-rajin-project", "Хасан — Раджин"),
    ("Matsegora", "alexander-matsegora", "Александр Мацегора"), ("Сергей Шойгу", "sergei-shoigu", "Сергей Шойгу"),
    ("Sergey Shoygu", "sergei-shoigu", "Сергей Шойгу"), ("Pkhenyan", "pyongyang", "평양"),
  ]

  @Test func namesTheRightEntityForTheNamesOfAnArticle() throws {
    let run = try Command.run(["normalize"] + Self.articleNames.map(\.name), input: Data())
    #expect(run.status == 0)
    #expect(run.rows.count == Self.articleNames.count)
    for (row, expected) in zip(run.rows, Self.articleNames) {
      try #require(row.count == 8)
      #expect(row[0] == expected.name)
      #expect(!row[1].isEmpty, "\(expected.name)")
      #expect(row[2] == expected.native)
      #expect(row[3] == expected.id)
      #expect(["same", "compatible"].contains(row[5]))
      #expect(try #require(Double(row[6])) > 0.85, "\(expected.name)")
      #expect(!row[7].isEmpty)
    }
  }

  @Test(arguments: [
    ("Cho Chun Ren", ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947"], "Чо Чун Рён"),
    ("Kim Chen Yn", ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947"], "Ким Чен Ын"),
    ("Lee Hongzhong", ["var-zho-Latn-Cyrl-palladius"], "Ли Хунчжун"),
    ("Hsi Chin-ping", ["var-zho-Hani-Latn-wd-1979"], "Hsi Chin-ping"),
  ])
  func explainsRelayedNames(_ name: String, _ systems: [String], _ station: String) throws {
    let run = try Command.run("normalize", "--explain", "--format", "jsonl", name)
    let explanation = try #require(try run.objects().first?["explanation"] as? [String: Any])
    let steps = try #require(explanation["steps"] as? [[String: Any]])
    #expect(steps.compactMap { $0["system"] as? String } == systems)
    #expect(steps.contains { $0["text"] as? String == station })
    #expect(steps.last?["text"] as? String == name)
    let path = try #require(explanation["path"] as? String)
    #expect(path.hasSuffix("▶ \(name)"))
    let text = try Command.run("normalize", "--explain", "--format", "text", name)
    #expect(text.lines.count >= 2)
    #expect(text.lines.dropFirst().contains("  \(path)"))
  }

  @Test func answersNamesOutsideTheTablesWithATypedOutcome() throws {
    let names = ["Wichit Charoensuk", "Ørjan Berg", "🙂", "", "...", "\u{200B}"]
    let run = try Command.run(["normalize"] + names, input: Data())
    #expect(run.status == 1)
    #expect(
      run.rows.map { $0[5] } == [
        "unresolved", "unresolved", "cannotCompare", "cannotCompare", "cannotCompare", "cannotCompare",
      ])
    for (row, name) in zip(run.rows, names) {
      #expect(row[0] == name)
      #expect(row[3].isEmpty && row[6].isEmpty, "a non-answer has neither entity nor score")
      #expect(!row[7].isEmpty)
    }
  }

  @Test func marksNamesThatARuleRestored() throws {
    let run = try Command.run("normalize", "--format", "jsonl", "조용필")
    let object = try #require(try run.objects().first)
    #expect(run.status == 1)
    #expect(object["outcome"] as? String == "restored")
    #expect(object["canonical"] as? String == "Jo Yongpil")
    #expect(object["id"] is NSNull && object["score"] is NSNull)
    #expect(try #require(object["reason"] as? String).contains("moct-kor-Hang-Latn-2000"))
  }

  @Test func writesTheSpellingThatIsAskedFor() throws {
    func canonical(_ to: String, _ name: String) throws -> String {
      try #require(try Command.run("normalize", "--to", to, name).rows.first)[1]
    }
    #expect(try canonical("ko", "Kim Chen Yn") == "김정은")
    #expect(try canonical("en", "Kim Chen Yn") == "Kim Jong Un")
    #expect(try canonical("iso-rus-Cyrl-Latn-9-1995", "Sergey Shoygu") == "Sergej Šojgu")
    #expect(try canonical("kp-kor-Hang-Latn-2002", "Cho Chun Ren").hasPrefix("Jo "))
    // What is not there is left out with a reason, never replaced by something else.
    let missing = try #require(try Command.run("normalize", "--to", "ka", "Sergey Shoygu").rows.first)
    #expect(missing[1].isEmpty && missing[3] == "sergei-shoigu" && missing[7].contains("ka"))
    let unknown = try Command.run("normalize", "--to", "bgnpcgn-rus-Cyrl-Latn-1974", "x")
    #expect(unknown.status == 2 && unknown.errors.contains("bgnpcgn-rus-Cyrl-Latn-1947"))
  }

  @Test func filtersByScoreTypeAndLanguage() throws {
    func outcome(_ options: String...) throws -> String {
      try #require(try Command.run(["normalize"] + options + ["Cho Chun Ren"], input: Data()).rows.first)[5]
    }
    #expect(try outcome("--threshold", "0.5") == "same")
    #expect(try outcome("--threshold", "0.999") == "unresolved")
    #expect(try outcome("--type", "place") == "unresolved")
    #expect(try outcome("--lang", "ko") == "same")
    #expect(try outcome("--lang", "ja") == "unresolved")
  }

  @Test func readsStandardInputForADash() throws {
    let dash = try Command.run("normalize", "-", input: "Pkhenyan\n")
    let none = try Command.run("normalize", input: "Pkhenyan\n")
    let file = try Command.run("normalize", "-f", "-", input: "Pkhenyan")
    #expect(dash.rows.first?[3] == "pyongyang")
    #expect(none.output == dash.output && file.output == dash.output)
  }

  @Test func dropsByteOrderMarkAndCarriageReturns() throws {
    let run = try Command.run("normalize", input: "\u{FEFF}Pkhenyan\r\n\r\nMatsegora\r\n")
    #expect(run.rows.map { $0[0] } == ["Pkhenyan", "", "Matsegora"])
    #expect(run.rows.map { $0[5] } == ["same", "cannotCompare", "compatible"])
  }
}
