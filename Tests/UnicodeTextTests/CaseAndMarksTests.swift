import Testing
import UnicodeText

@Suite struct CaseFoldingTests {
  /// CaseFolding.txt of the Unicode Character Database, status C and F.
  @Test(arguments: [
    ("", ""), ("Kim", "kim"), ("kim", "kim"), ("Straße", "strasse"), ("ΣΑΣ ς", "σασ σ"), ("ﬃ", "ffi"),
    ("İ", "i\u{307}"), ("I", "i"), ("ı", "ı"), ("ЧО", "чо"), ("Ꭰ", "Ꭰ"), ("ꭰ", "Ꭰ"), ("\u{345}", "ι"),
    ("ᲐᲑ", "აბ"),
  ])
  func examples(_ source: String, _ folded: String) throws {
    #expect(points(try source.caseFolded()) == points(folded))
  }

  @Test func foldingTwiceChangesNothing() throws {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<2000 {
      let once = try numbers.text(upTo: 24).caseFolded()
      #expect(points(try once.caseFolded()) == points(once))
    }
  }
}

@Suite struct WithoutMarksTests {
  @Test(arguments: [
    ("", ""), ("Kim", "Kim"), ("Nguyễn", "Nguyen"), ("Чо Чун Рён", "Чо Чун Рен"), ("Йон", "Ион"), ("조춘룡", "조춘룡"),
    ("شَمْس", "شمس"), ("שָׁלוֹם", "שלום"), ("ガ", "カ"), ("Łódź", "Łodz"), ("e\u{20DD}", "e\u{20DD}"), ("\u{301}", ""),
  ])
  func examples(_ source: String, _ bare: String) throws {
    #expect(points(try source.withoutMarks()) == points(bare))
  }

  @Test func noMarkIsLeftAndTheResultIsComposed() throws {
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<2000 {
      let bare = try numbers.text(upTo: 24).withoutMarks()
      #expect(try bare.isNormalized(.nfc))
      #expect(points(try bare.withoutMarks()) == points(bare))
      // By Swift's own property data, for characters that the system's ICU is sure to know.
      #expect(
        !bare.unicodeScalars.contains {
          $0.properties.generalCategory == .nonspacingMark && ($0.properties.age?.major ?? 99) <= 13
        })
    }
  }
}
