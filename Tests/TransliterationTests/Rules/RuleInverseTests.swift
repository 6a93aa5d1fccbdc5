import NameModel
import Testing
import UnicodeText

@testable import Transliteration

/// Systems undone: what was written comes back.
struct RuleInverseTests {
  private func sources(_ code: String, _ text: String) throws -> [String] {
    try compiledTables().system(code).sources(of: text).map(\.text)
  }

  @Test(arguments: [
    ("iso-rus-Cyrl-Latn-9-1995", "Ŝuka", "Щука"), ("bgnpcgn-rus-Cyrl-Latn-1947", "Khrushchëv", "Хрущёв"),
    ("ggg-kat-Geor-Latn-2002", "tbilisi", "თბილისი"), ("var-zho-Latn-Cyrl-palladius", "Хунчжун", "Hongzhong"),
    ("bgnpcgn-srp-Cyrl-Latn-2005", "Đinđić", "Ђинђић"),
  ])
  func theLikeliestSource(code: String, text: String, source: String) throws {
    #expect(try sources(code, text).first == source)
  }

  @Test func whatIsFoundIsWrittenAsTheText() throws {
    let system = try compiledTables().system("bgnpcgn-rus-Cyrl-Latn-1947")
    for text in ["Shchukin", "Yeltsin", "Khrushchëv Nikita", "TSIK", "Sergey Shoygu", "abc", "qqq", ""] {
      for reading in try system.sources(of: text) {
        let written = try system.apply(reading.text).lowercased().withoutMarks()
        #expect(
          try written.filter(\.isLetter) == text.lowercased().withoutMarks().filter(\.isLetter), "\(reading.text)")
      }
    }
    #expect(try system.sources(of: "Shchukin").map(\.text).contains("Щукин"))
    #expect(try system.sources(of: "Khrushchev").map(\.text).contains("Хрущев"))
  }

  /// Marks that somebody dropped cost, and do not hide the source.
  @Test func droppedMarksAreForgiven() throws {
    let readings = try compiledTables().system("iso-rus-Cyrl-Latn-9-1995").sources(of: "Suka", limit: 60)
    #expect(readings.first?.text == "Сука")
    #expect(readings.contains { $0.text == "Щука" || $0.text == "Шука" })
  }

  /// Systems of one pass that say they are reversible give back the sources of their own examples. (What several passes
  /// wrote is undone only where none of them copies letters that it does not tell apart.)
  @Test func reversibleSystemsGoRound() throws {
    var count = 0
    for description in try compiledTables().systems
    where description.reversibility == .yes && description.backing == .rules && description.sourceScript != "Hang" {
      guard try compiledTables().rules(of: description.code).passes.count == 1 else { continue }
      let system = try compiledTables().system(description.code)
      let path = "\(tablesFolder)/systems/examples/\(description.code).tsv"
      var missed: [String] = []
      let rows = try PlainTable.read(path).rows.filter { row in
        row["input"].count <= 30 && row["input"].allSatisfy { $0.isLetter || $0 == " " }
      }
      for row in rows.prefix(12) {
        let source = try row["input"].normalized(.nfc)
        let written = try system.apply(source, style: .other)
        let found = try system.sources(of: written)
        if !found.contains(where: { $0.text.lowercased() == source.lowercased() }) {
          missed.append("\(source) → \(written)")
        }
        count += 1
      }
      #expect(missed.count <= rows.count / 5, "\(description.code): \(missed.joined(separator: ", "))")
    }
    #expect(count > 60)
  }

  @Test func hostileTextIsUndoneInTime() throws {
    let system = try compiledTables().system("bgnpcgn-rus-Cyrl-Latn-1947")
    for text in [
      String(repeating: "shch", count: 2_000), String(repeating: "a ", count: 200), "\0", "\u{301}\u{301}", "🙂", "调",
      " ",
    ] {
      _ = try system.sources(of: text)
    }
    #expect(try system.sources(of: String(repeating: "a", count: 81)).isEmpty)
    #expect(try system.sources(of: "a", limit: 0).isEmpty)
    #expect(try compiledTables().system("sac-zho-Hans-Latn-1979").sources(of: "Li").isEmpty)
  }
}
