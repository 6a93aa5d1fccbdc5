import Testing
import UnicodeText

@testable import NameModel

@Suite struct LanguageDefaultsTests {
  /// The table in this module and the system's CLDR agree, but for where CLDR's answer is no use for names of today.
  @Test func scriptsAgreeWithCLDR() throws {
    let differing = ["grc", "lzh", "pnt"]
    for language in languagesNotInLatinLetters.sorted() where !differing.contains(language) {
      let likely = try Script.likely(forLanguage: language)
      guard let likely else { continue }
      let own = try #require(impliedScript(of: LanguageTag(wellFormed: language, script: nil)))
      #expect(likely.code == own, "\(language)")
    }
    for language in ["en", "de", "fr", "vi", "tr", "pl", "uz", "az", "id", "sw", "ro", "tk"] {
      #expect(try Script.likely(forLanguage: language)?.code == impliedScript(of: try #require(LanguageTag(language))))
    }
  }

  @Test func languagesThatNobodyKnowsHaveNoScript() throws {
    for tag in ["und", "mul", "qqq"] { #expect(impliedScript(of: try #require(LanguageTag(tag))) == nil) }
    #expect(impliedScript(of: try #require(LanguageTag("gsw"))) == "Latn")
    #expect(impliedScript(of: try #require(LanguageTag("zh-TW"))) == "Hant")
  }

  @Test func setsOfScriptsAreKnown() {
    #expect(scriptsWritten(by: "Jpan") == ["Hani", "Hira", "Kana"])
    #expect(scriptsWritten(by: "Hant") == ["Hani"])
    #expect(scriptsWritten(by: "Cyrl") == ["Cyrl"])
  }

  @Test func countriesHaveLanguagesThatAreTags() throws {
    #expect(nativeLanguages(ofCountry: "KP") == ["ko"])
    #expect(nativeLanguages(ofCountry: "TW").first == "zh-Hant")
    #expect(nativeLanguages(ofCountry: "XX") == [])
    for country in ["CH", "KZ", "SG", "HK", "FR", "IQ"] {
      let languages = nativeLanguages(ofCountry: country)
      #expect(!languages.isEmpty)
      for language in languages { #expect(LanguageTag(language)?.rawValue == language) }
    }
  }

  @Test func scriptsOfLetters() {
    #expect(scripts(ofLetter: "ё") == ["Cyrl"])
    #expect(scripts(ofLetter: "ー") == ["Hira", "Kana"])
    #expect(scripts(ofLetter: "-") == [])
    #expect(scripts(ofLetter: "7") == [])
    #expect(scripts(ofLetter: "\u{301}") == [])
  }

  @Test func collisionKeys() throws {
    #expect(try collisionKey("Jo Chun-ryong") == collisionKey("JO  CHUN RYONG"))
    #expect(try collisionKey("ＪＯ") == collisionKey("jo"))
    #expect(try collisionKey("Straße") == collisionKey("STRASSE"))
    #expect(try collisionKey("й") != collisionKey("и"))
    #expect(try collisionKey("Рён") != collisionKey("Рен"))
    #expect(try collisionKey("—") == "")
  }
}
