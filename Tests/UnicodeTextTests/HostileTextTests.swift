import Testing
import UnicodeText

/// Text that nobody writes and somebody sends. Everything ends in a result or a typed error, and in time.
@Suite(.serialized) struct HostileTextTests {
  static let cases: [(name: String, text: String)] = [
    ("empty", ""),
    ("NUL", "\0"),
    ("NUL inside", "Kim\0Jong\0un"),
    ("one mark", "\u{301}"),
    ("bidi controls", "\u{202E}Kim\u{202C}\u{2066}\u{2067}\u{200F}\u{61C}"),
    ("invisible", "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}\u{34F}"),
    ("noncharacters", text(0xFFFF, 0xFFFE, 0x10FFFF, 0xFDD0)),
    ("tags and variation selectors", "a\u{E0001}\u{E0020}\u{FE0F}\u{E0100}"),
    ("controls", "\u{1}\u{7F}\u{85}\u{9F}\u{2028}\u{2029}"),
    ("jamo", "ᄀᄀᄀ가ᅡ\u{11A8}\u{11A8}\u{1160}"),
    ("longest decomposition", String(repeating: "\u{FDFA}", count: 1000)),
    ("a megabyte of piled marks", piledMarks(500_000)),
    ("Tibetan vowels that decompose", String(repeating: "\u{F73}", count: 300_000)),
    ("a megabyte of one letter", String(repeating: "ж", count: 500_000)),
    ("a megabyte of Thai", String(repeating: "ก", count: 350_000)),
    ("a megabyte of brackets", String(repeating: "([{", count: 350_000)),
  ]

  @Test(arguments: cases)
  func everythingEnds(_ name: String, _ source: String) throws {
    for form in NormalizationForm.allCases {
      let normalized = try source.normalized(form)
      #expect(try normalized.isNormalized(form))
    }
    #expect(points(try source.normalized(.nfc).normalized(.nfd)) == points(try source.normalized(.nfd)))
    _ = try source.caseFolded()
    #expect(try source.withoutMarks().isNormalized(.nfc))
    #expect(try source.confusableSkeleton().isNormalized(.nfd))
    #expect(source.scriptRuns().last?.range.upperBound ?? source.startIndex == source.endIndex)
    _ = source.dominantScript
    #expect(try WordBoundaries().segments(in: source).last?.utf8Range.upperBound ?? 0 == source.utf8.count)
    #expect(try SentenceBoundaries().sentences(in: source).last?.utf8Range.upperBound ?? 0 == source.utf8.count)
    for id in ["Any-Latin; Latin-ASCII", "NFD; [:Mn:] Remove; NFC"] { _ = try Transform(id: id)(source) }
  }

  @Test func tenMegabytes() throws {
    let source = String(repeating: "Чо Чун Рён 조춘룡 李鸿忠 Nguyễn\n", count: 220_000)
    #expect(source.utf8.count > 10_000_000)
    let decomposed = try source.normalized(.nfd)
    #expect(try decomposed.normalized(.nfc) == source)
    #expect(try source.caseFolded().utf8.count == source.utf8.count)
    #expect(try source.withoutMarks().utf8.count < source.utf8.count)
    #expect(source.dominantScript == .cyrillic)
    #expect(try WordBoundaries().segments(in: source).last?.range.upperBound == source.endIndex)
    _ = try source.confusableSkeleton()
    let latin = try Transform(id: "Cyrillic-Latin")(source)
    #expect(latin.hasPrefix("Čo Čun Rën 조춘룡 李鸿忠 Nguyễn\nČo"))
  }

  @Test func beyondTheLimit() throws {
    let length = TextLimit.utf8Length + 2
    let source = String(repeating: "é", count: length / 2)
    let tooLong = UnicodeTextError.textTooLong(utf8Length: length, limit: TextLimit.utf8Length)
    let transform = try Transform(id: "Null")
    let words = try WordBoundaries()
    #expect(throws: tooLong) { try transform(source) }
    #expect(throws: tooLong) { try source.normalized(.nfd) }
    #expect(throws: tooLong) { try source.isNormalized(.nfd) }
    #expect(throws: tooLong) { try source.caseFolded() }
    #expect(throws: tooLong) { try source.withoutMarks() }
    #expect(throws: tooLong) { try source.confusableSkeleton() }
    #expect(throws: tooLong) { try words.segments(in: source) }
    #expect(tooLong.description.contains("\(length)"))
    // There is nothing to do here, whatever the length.
    #expect(try source.normalized(.nfc).utf8.count == length)
  }
}
