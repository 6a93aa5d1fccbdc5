import Testing
import UnicodeText

@Suite struct ScriptRunTests {
  private func shown(_ text: String) -> [String] {
    text.scriptRuns().map { "\($0.script) \(text[$0.range])" }
  }

  /// The rules are those of Unicode Standard Annex #24, section 5.1 and 5.2.
  @Test(
    arguments: [
      ("", []),
      ("Kim", ["Latn Kim"]),
      ("12, 3", ["Zyyy 12, 3"]),
      ("Kim Jong-un 김정은", ["Latn Kim Jong-un ", "Hang 김정은"]),
      ("  Чо", ["Cyrl   Чо"]),
      ("Kim (김정은), leader", ["Latn Kim (", "Hang 김정은", "Latn ), leader"]),
      ("(김) Kim", ["Hang (김) ", "Latn Kim"]),
      ("Ж [Kim {김} Lee] Ш", ["Cyrl Ж [", "Latn Kim {", "Hang 김", "Latn } Lee", "Cyrl ] Ш"]),
      ("Kim) (Ж", ["Latn Kim) (", "Cyrl Ж"]),
      ("カー", ["Kana カー"]),
      ("かー", ["Hira かー"]),
      ("ーカ", ["Kana ーカ"]),
      ("李さん", ["Hani 李", "Hira さん"]),
      ("é", ["Latn é"]),
      ("e\u{301}ж\u{301}", ["Latn e\u{301}", "Cyrl ж\u{301}"]),
      ("a\u{483}b", ["Latn a\u{483}b"]),
      ("\u{301}", ["Zyyy \u{301}"]),
      ("Aа", ["Latn A", "Cyrl а"]),
    ] as [(String, [String])])
  func examples(_ text: String, _ runs: [String]) {
    #expect(shown(text) == runs)
  }

  @Test func runsCoverTheTextAndDiffer() {
    var numbers = SeededNumbers(seed: 24)
    for _ in 0..<3000 {
      let source = numbers.text(upTo: 40)
      let runs = source.scriptRuns()
      var position = source.startIndex
      for run in runs {
        #expect(run.range.lowerBound == position)
        #expect(!run.range.isEmpty)
        position = run.range.upperBound
        #expect(run.scalarCount <= source[run.range].unicodeScalars.count)
      }
      #expect(position == source.endIndex)
      for (left, right) in zip(runs, runs.dropFirst()) { #expect(left.script != right.script) }
    }
  }

  @Test func substringsHaveTheIndicesOfTheirText() {
    let whole = "Ж Kim 김"
    let part = whole.dropFirst(2)
    #expect(part.scriptRuns().map { String(whole[$0.range]) } == ["Kim ", "김"])
    #expect(part.dominantScript == .latin)
  }

  @Test func bracketsWithoutEnd() {
    let open = String(repeating: "(", count: 100_000)
    #expect((open + "Ж").scriptRuns().map(\.script) == [.cyrillic])
    let nested = "K" + String(repeating: "(ж", count: 2000) + String(repeating: ")", count: 2000) + "K"
    #expect(nested.scriptRuns().map(\.script).first == .latin)
    #expect(nested.scriptRuns().last?.range.upperBound == nested.endIndex)
  }

  @Test(
    arguments: [
      ("", nil), ("12 -", nil), ("\u{301}", nil), ("Kim", .latin), ("Kim 김", .latin), ("K 김정은", .hangul),
      ("Aж", .latin), ("жA", .cyrillic), ("\u{E000}\u{E000}a", .latin),
    ] as [(String, Script?)])
  func dominantScript(_ text: String, _ script: Script?) {
    #expect(text.dominantScript == script)
  }
}
