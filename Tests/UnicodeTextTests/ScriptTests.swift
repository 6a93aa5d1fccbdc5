import Testing
import UnicodeText

@Suite struct ScriptTests {
  /// Scripts.txt and ScriptExtensions.txt of the Unicode Character Database.
  @Test(
    arguments: [
      ("A", Script.latin), ("é", .latin), ("Ж", .cyrillic), ("조", .hangul), ("李", .han), ("ひ", .hiragana),
      ("カ", .katakana), ("ك", .arabic), ("Ω", .greek), ("ש", .hebrew), ("ก", .thai), ("ა", .georgian), ("Ա", .armenian),
      ("अ", .devanagari), ("1", .common), (" ", .common), ("ー", .common), ("\u{301}", .inherited),
      ("\u{E000}", .unknown), ("\u{10FFFF}", .unknown), ("ᄀ", .hangul), ("ａ", .latin), ("𠮷", .han),
    ] as [(Unicode.Scalar, Script)])
  func scriptOfScalar(_ scalar: Unicode.Scalar, _ script: Script) {
    #expect(scalar.script == script)
  }

  @Test func extensions() {
    #expect(("ー" as Unicode.Scalar).scriptExtensions == [.hiragana, .katakana])
    #expect(("a" as Unicode.Scalar).scriptExtensions == [.latin])
    #expect(("." as Unicode.Scalar).scriptExtensions == [.common])
    #expect(("\u{301}" as Unicode.Scalar).scriptExtensions.contains(.inherited) || UnicodeVersions.unicode >= "16")
    #expect(("、" as Unicode.Scalar).hasScript(.han))
    #expect(("、" as Unicode.Scalar).hasScript(.hangul))
    #expect(!("、" as Unicode.Scalar).hasScript(.latin))
    // The longest list there is.
    #expect(("\u{964}" as Unicode.Scalar).scriptExtensions.count > 15)
  }

  @Test func codes() throws {
    #expect(Script.latin.code == "Latn")
    #expect(Script.latin.name == "Latin")
    #expect(Script(code: "Ital")?.name == "Old Italic")
    #expect(Script(code: "hANG") == .hangul)
    #expect(Script(code: "Qaai") == .inherited)
    #expect(Script(code: "Jpan")?.code == "Jpan")
    #expect(Script("Cyrl") == .cyrillic)
    #expect("\(Script.han)" == "Hani")
    #expect(Script.arabic < .latin)
    for code in ["", "Lat", "Latin", "L4tn", "Xxxx", "Лат", "La\0n", "latn "] {
      #expect(Script(code: code) == nil, "\(code)")
    }
  }

  /// Every constant is spelled like a script that the property data knows.
  @Test(arguments: [
    Script.arabic, .armenian, .bengali, .bopomofo, .cyrillic, .devanagari, .ethiopic, .georgian, .greek, .gujarati,
    .gurmukhi, .han, .hangul, .hebrew, .hiragana, .kannada, .katakana, .khmer, .lao, .latin, .malayalam, .mongolian,
    .myanmar, .sinhala, .syriac, .tamil, .telugu, .thaana, .thai, .tibetan, .common, .inherited, .unknown,
  ])
  func constants(_ script: Script) {
    #expect(Script(code: script.code) == script)
    #expect(script.name.count > 2)
    #expect(script.isNeutral == script.code.hasPrefix("Z"))
  }

  @Test func everyScalarHasAScriptAmongItsExtensions() {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 5) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let script = scalar.script
      let extensions = scalar.scriptExtensions
      #expect(!extensions.isEmpty)
      #expect(extensions.allSatisfy(scalar.hasScript))
      if !script.isNeutral { #expect(extensions.contains(script), "U+\(String(value, radix: 16))") }
    }
  }

  /// CLDR's likelySubtags.xml.
  @Test(
    arguments: [
      ("ru", "Cyrl"), ("ko", "Kore"), ("ja", "Jpan"), ("zh", "Hans"), ("zh-TW", "Hant"), ("sr", "Cyrl"),
      ("sr-Latn", "Latn"), ("en", "Latn"), ("fa", "Arab"), ("ka-GE", "Geor"), ("", nil), ("und", nil), ("qqq", nil),
    ] as [(String, String?)])
  func likelyScript(_ tag: String, _ code: String?) throws {
    #expect(try Script.likely(forLanguage: tag)?.code == code)
  }

  @Test(arguments: ["e n", "ru\0", "рус", String(repeating: "a", count: 5000)])
  func likelyScriptOfNoTag(_ tag: String) {
    #expect(throws: UnicodeTextError.unknownLocale(tag)) { try Script.likely(forLanguage: tag) }
  }
}
