import Testing
import Transliteration

@testable import Allonym

@Suite("Transliterator")
struct TransliteratorTests {
  /// The error of a relay that cannot be made.
  private func error(_ codes: String...) -> TransliterationError? {
    do throws(AllonymError) {
      _ = try Transliterator(relay: codes)
      return nil
    } catch {
      guard case .transliteration(let error) = error else { return nil }
      return error
    }
  }

  @Test func aSystemThatIsNotThere() throws {
    for code in ["", "x", "bgnpcgn", "bgnpcgn-rus-Cyrl-Latn-1948", "\0", String(repeating: "a-", count: 10_000)] {
      guard case .unknownSystem(code, let similar) = error(code) else {
        Issue.record("\(code): \(String(describing: error(code)))")
        continue
      }
      if code == "bgnpcgn-rus-Cyrl-Latn-1948" { #expect(similar.contains("`bgnpcgn-rus-Cyrl-Latn-1947`")) }
    }
    #expect(error("bgnpcgn-rus-Cyrl-Latn-1948")?.description.contains("did you mean") == true)
  }

  @Test func aRelayThatBreaks() {
    let broken = error("bgnpcgn-rus-Cyrl-Latn-1947", "var-kor-Hang-Cyrl-kontsevich")
    guard case .brokenRelay(let first, "Latn", let second, "Hang") = broken else {
      Issue.record("\(String(describing: broken))")
      return
    }
    #expect(first == "bgnpcgn-rus-Cyrl-Latn-1947")
    #expect(second == "var-kor-Hang-Cyrl-kontsevich")
    #expect(broken?.description.contains("Latn") == true)
  }

  @Test func aRelayOfNoSystem() {
    guard case .emptyRelay = error() else {
      Issue.record("\(String(describing: error()))")
      return
    }
  }

  @Test func everySystemIsOpenedAndWritesSomething() throws {
    let samples = [
      "Cyrl": "Иван", "Hang": "조춘룡", "Hani": "李鸿忠", "Hrkt": "かな", "Armn": "Երևան", "Geor": "თბილისი",
      "Latn": "Hongzhong", "Arab": "محمد", "Hebr": "דוד", "Grek": "Αθήνα", "Deva": "हिन्दी", "Beng": "বাংলা", "Thai": "ไทย",
      "Ethi": "አበባ", "Thaa": "މާލެ", "Taml": "தமிழ்", "Telu": "తెలుగు", "Knda": "ಕನ್ನಡ", "Mlym": "മലയാളം", "Gujr": "ગુજરાતી",
      "Guru": "ਪੰਜਾਬੀ", "Orya": "ଓଡ଼ିଆ", "Sinh": "සිංහල", "Mong": "ᠮᠣᠩᠭᠣᠯ", "Mymr": "မြန်မာ", "Tibt": "བོད", "Cher": "ᏣᎳᎩ",
    ]
    var skipped: Set<String> = []
    for system in try Transliterator.systems() {
      let transliterator = try Transliterator(system.code)
      guard let sample = samples[system.sourceScript] else {
        skipped.insert(system.sourceScript)
        continue
      }
      let written = try transliterator.transliterate(sample)
      #expect(!written.isEmpty, "\(system.code)")
      #expect(written != sample || system.targetScript == "Latn" && system.sourceScript == "Latn", "\(system.code)")
      #expect(try transliterator.transliterate("") == "", "\(system.code)")
      #expect(try transliterator.legs(of: sample).map(\.text) == [written])
    }
    #expect(skipped.count <= 12, "\(skipped.sorted()): write samples of these")
  }

  @Test func theStrictRelayOfTheDesign() throws {
    let relay = try Transliterator("var-kor-Hang-Cyrl-kontsevich", "bgnpcgn-rus-Cyrl-Latn-1947")
    let legs = try relay.legs(of: "조춘룡")
    #expect(legs.map(\.text) == ["Чо Чхуллён", "Cho Chkhullën"])
    #expect(try relay.transliterate("조춘룡") == legs.last?.text)
  }

  /// Controls, marks, other scripts and half of a surrogate pair's replacement go through every system.
  @Test func hostileText() throws {
    let texts = [
      "\0", "\u{202E}Иван\u{202C}", "И\u{301}\u{302}\u{303}ван", "🙂", "\u{FFFD}", "ﷺ", "ᄀ\u{1161}", "\u{10FFFF}",
      String(repeating: "И\u{301}", count: 5_000), String(repeating: "조", count: 5_000),
      String(repeating: "李", count: 5_000), String(repeating: "zhong", count: 2_000), "'", "’’’", "a'", "ー", "っっっ",
    ]
    for system in try Transliterator.systems() {
      let transliterator = try Transliterator(system.code)
      for text in texts {
        for style in NameStyle.allCases { _ = try transliterator.transliterate(text, style: style) }
      }
    }
  }
}
