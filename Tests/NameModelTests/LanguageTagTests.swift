import Testing

@testable import NameModel

@Suite struct LanguageTagTests {
  @Test(
    arguments: [
      ("ko", "ko", nil, nil), ("RU-lATN", "ru", "Latn", nil), ("zh-hans-cn", "zh", "Hans", "CN"),
      ("es-419", "es", nil, "419"), ("de-CH-1901", "de", nil, "CH"), ("sl-rozaj-biske", "sl", nil, nil),
      ("zh-cmn-Hans-CN", "zh", "Hans", "CN"), ("und-Cyrl-t-und-latn-m0-bgn-1947", "und", "Cyrl", nil),
      ("en-x-US", "en", nil, nil), ("ja-Kana-JP-u-ca-japanese-x-abc", "ja", "Kana", "JP"), ("gsw", "gsw", nil, nil),
    ] as [(String, String, String?, String?)])
  func readsSubtags(_ text: String, language: String, script: String?, region: String?) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.language == language)
    #expect(tag.script == script)
    #expect(tag.region == region)
  }

  @Test(arguments: [
    "", "-", "k", "ko-", "-ko", "ko--KR", "ko_KR", "ko KR", "kö", "123", "toolonglang", "x-private", "i-klingon",
    "en-a", "en-a-", "en-x", "en-a-bbb-a-ccc", "de-1901-1901", "ko-KR-KP", "ko-Hang-Hani", "en-abcdefghi", "ko\0",
    "ko-Hang\u{301}", "a-DE",
  ])
  func refusesWhatIsNotATag(_ text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func refusesEndlessTags() {
    #expect(LanguageTag(String(repeating: "abc-", count: 1_000_000) + "abc") == nil)
  }

  /// The examples of RFC 5646, section 2.1.1.
  @Test func writesCanonicalCase() {
    #expect(LanguageTag("mn-cYRL-mn")?.rawValue == "mn-Cyrl-MN")
    #expect(LanguageTag("EN-ca-X-Ca")?.rawValue == "en-CA-x-ca")
    #expect(LanguageTag("SGN-be-fr") == nil, "two regions are not well-formed")
    #expect(LanguageTag("AZ-latn-X-Latn")?.rawValue == "az-Latn-x-latn")
    #expect(LanguageTag("zh-hANS") == LanguageTag("ZH-Hans"))
    for text in ["ko", "ru-Latn", "zh-Hans-CN", "en-CA-x-ca", "es-419"] {
      #expect(LanguageTag(text)?.rawValue == text)
      #expect(LanguageTag(text.uppercased())?.rawValue == text)
    }
  }

  /// RFC 4647, section 3.3.1.
  @Test func matchesRanges() throws {
    let tag = try #require(LanguageTag("de-DE-1996"))
    for range in ["de", "de-de", "DE-DE-1996", "*"] { #expect(tag.matches(range)) }
    for range in ["d", "de-", "de-D", "de-Deva", "de-1996", "de-DE-1996-x", "", "en"] { #expect(!tag.matches(range)) }
    #expect(try #require(LanguageTag("zh-Hans")).matches(try #require(LanguageTag("zh"))))
    #expect(!(try #require(LanguageTag("zh"))).matches(try #require(LanguageTag("zh-Hans"))))
  }
}
