import Testing
import Transliteration

@testable import NameIndex

@Suite("Plain names")
struct PlainNameTests {
  /// What is read of plain names is what folding makes of them.
  @Test(arguments: [
    "Kim Jong-un", "O'Brien", "Jo Ch`un-ryong", "  a  b ", "Duran Duran", "al-Qaddafi, Muammar", "(x) [y] {z}",
    "A.B. C",
    "zeta alpha mid alpha",
  ])
  func wordsAndKeysAreThoseOfTheFoldedName(text: String) throws {
    let folded = try FoldedName(text, han: SmallIndex.tables().han)
    var name = PlainName()
    for _ in 0..<2 {
      let isPlain = name.read(text)
      #expect(isPlain)
      #expect((0..<name.wordCount).map { String(decoding: name[$0], as: UTF8.self) } == folded.tokens.map(\.letters))
      #expect(NameKey.whole(name) == .whole(folded))
      #expect(NameKey.sorted(name) == .sorted(folded))
    }
  }

  @Test(arguments: [
    "", "...", "Louis 14", "é", "a\tb", "a\u{7F}b", "김", String(repeating: "a", count: 41),
    String(repeating: "a ", count: 2049),
  ])
  func othersAreNotPlain(text: String) {
    var name = PlainName()
    let isPlain = name.read(text)
    #expect(!isPlain)
  }
}
