import Testing

@testable import Transliteration

/// Pinyin words taken apart as the orthography means them.
struct PinyinSegmentationTests {
  private func split(_ word: String) throws -> [String]? {
    try PinyinSegmentation(syllables: pinyinSyllables()).split(word)
  }

  @Test(arguments: [
    ("hongzhong", ["hong", "zhong"]), ("fangan", ["fan", "gan"]), ("fang'an", ["fang", "an"]),
    ("fang’an", ["fang", "an"]), ("xian", ["xian"]), ("xi'an", ["xi", "an"]), ("jinping", ["jin", "ping"]),
    ("xiaoping", ["xiao", "ping"]), ("zedong", ["ze", "dong"]), ("lü", ["lü"]), ("lüshun", ["lü", "shun"]),
    ("chang-an", ["chang", "an"]), ("zhuang", ["zhuang"]), ("jiangxi", ["jiang", "xi"]), ("er", ["er"]),
  ])
  func words(word: String, syllables: [String]) throws {
    #expect(try split(word) == syllables)
  }

  @Test(arguments: ["", "'", "''", "hsi", "q", "xyz", "hong zhong", "Hong", "hóng", "шень", "hongg", "vvvv"])
  func noPinyin(word: String) throws {
    #expect(try split(word) == nil)
  }

  @Test func longWordsAreNoPinyin() throws {
    #expect(try split(String(repeating: "a", count: 61)) == nil)
    #expect(try split(String(repeating: "ma", count: 30))?.count == 30)
    #expect(try split(String(repeating: "ma", count: 5_000)) == nil)
  }

  /// Whatever is joined with the apostrophes of the orthography comes apart again.
  @Test func joinedSyllablesComeApart() throws {
    let all = try pinyinSyllables().filter { $0.count > 1 }.sorted()
    let pinyin = PinyinSegmentation(syllables: try pinyinSyllables())
    let style = try #require(try compiledTables().styles["sac-zho-Hans-Latn-1979"])
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<2000 {
      let pair = [numbers.pick(all), numbers.pick(all)]
      let word = style.join(pair)
      let found = pinyin.split(word)
      // hun-e and hu-ne are told apart by the apostrophe; xian-gan and xiang-an too; what is left reads as it is joined.
      #expect(found?.joined() == pair.joined(), "\(word)")
      if "aeo".contains(pair[1].first ?? " ") { #expect(found == pair, "\(word)") }
    }
  }
}
