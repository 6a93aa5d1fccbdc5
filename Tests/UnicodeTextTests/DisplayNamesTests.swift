import Testing
import UnicodeText

@Suite struct DisplayNamesTests {
  /// CLDR's localeDisplayNames.
  @Test func namesOfCLDR() throws {
    let korean = try DisplayNames(locale: "ko")
    #expect(korean.region("KP") == "북한")
    #expect(korean.language("ru") == "러시아어")
    let english = try DisplayNames(locale: "en")
    #expect(english.region("KP") == "North Korea")
    #expect(english.region("kp") == "North Korea")
    #expect(english.region("419") == "Latin America")
    #expect(english.language("RU") == "Russian")
    #expect(english.language("zh-Hant") == "Traditional Chinese")
    #expect(english.script(.cyrillic) == "Cyrillic")
    #expect(english.locale("sr-Latn-RS") == "Serbian (Latin, Serbia)")
    #expect(english.locale == "en")
    #expect(try DisplayNames(locale: "sr-Latn").region("KP") == "Severna Koreja")
    #expect(try DisplayNames(locale: "zh_Hant_TW").language("ru") == "俄文")
  }

  @Test func noNameIsNil() throws {
    let english = try DisplayNames(locale: "en")
    for code in ["XQ", "", "K\0P", "북한", "K P", String(repeating: "K", count: 1000)] {
      #expect(english.region(code) == nil, "\(code)")
      #expect(english.locale(code) == nil, "\(code)")
    }
    #expect(english.language("qqq") == nil)
    // The root locale has no names, and the environment's language does not stand in.
    #expect(try DisplayNames(locale: "und").region("KP") == nil)
  }

  @Test(arguments: ["xx", "e n", "\0", "tlh", "북한", String(repeating: "en-", count: 100)])
  func unknownLocale(_ locale: String) {
    #expect(throws: UnicodeTextError.unknownLocale(locale)) { try DisplayNames(locale: locale) }
  }
}
