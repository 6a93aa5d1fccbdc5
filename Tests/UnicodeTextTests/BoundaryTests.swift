import Testing
import UnicodeText

@Suite struct BoundaryTests {
  /// Unicode Standard Annex #29, section 4, and its figure 1.
  @Test func wordsOfTheStandard() throws {
    let sentence = "The quick (“brown”) fox can’t jump 32.3 feet, right?"
    let words = try WordBoundaries().words(in: sentence)
    #expect(
      words.map { String(sentence[$0.range]) } == [
        "The", "quick", "brown", "fox", "can’t", "jump", "32.3", "feet", "right",
      ])
    #expect(words[6].kind == .number)
    #expect(words[0].kind == .letters)
  }

  @Test func dictionaries() throws {
    let boundaries = try WordBoundaries()
    let thai = "สวัสดีชาวโลก"
    #expect(try boundaries.words(in: thai).count > 1)
    let chinese = "我是中国人。"
    let words = try boundaries.words(in: chinese)
    #expect(words.allSatisfy { $0.kind == .ideographs })
    #expect(words.map { String(chinese[$0.range]) }.joined() == "我是中国人")
  }

  @Test func sentencesOfTheStandard() throws {
    let text = "He said, “Are you going?” John shook his head. 三。四"
    let sentences = try SentenceBoundaries(locale: "en").sentences(in: text)
    #expect(
      sentences.map { String(text[$0.range]) } == ["He said, “Are you going?” ", "John shook his head. ", "三。", "四"])
    #expect(sentences.allSatisfy { !$0.isWordLike })
  }

  @Test func segmentsCoverTheText() throws {
    let words = try WordBoundaries()
    let sentences = try SentenceBoundaries()
    var numbers = SeededNumbers(seed: 29)
    for _ in 0..<1000 {
      let source = numbers.text(upTo: 60)
      for segments in [try words.segments(in: source), try sentences.sentences(in: source)] {
        var position = source.startIndex
        var offset = 0
        for segment in segments {
          #expect(segment.range.lowerBound == position)
          #expect(segment.utf8Range.lowerBound == offset)
          #expect(!segment.range.isEmpty)
          #expect(source[segment.range].utf8.count == segment.utf8Range.count)
          position = segment.range.upperBound
          offset = segment.utf8Range.upperBound
        }
        #expect(position == source.endIndex)
      }
    }
  }

  @Test func emptyAndNUL() throws {
    #expect(try WordBoundaries().segments(in: "").isEmpty)
    let words = try WordBoundaries().words(in: "a\0b")
    #expect(words.map(\.utf8Range) == [0..<1, 2..<3])
  }

  @Test(arguments: ["e n", "\0", "en/US", String(repeating: "en-", count: 100)])
  func badLocale(_ locale: String) {
    #expect(throws: UnicodeTextError.unknownLocale(locale)) { try WordBoundaries(locale: locale) }
    #expect(throws: UnicodeTextError.unknownLocale(locale)) { try SentenceBoundaries(locale: locale) }
  }
}
