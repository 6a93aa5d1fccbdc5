import Testing
import UnicodeText

@Suite struct TransformTests {
  @Test(arguments: [
    // CLDR's Latin-ASCII, Russian-Latin/BGN, Hangul-Latin, Katakana-Latin and ICU's user guide, "Transforms".
    ("Latin-ASCII", "Nguyễn Łódź ß", "Nguyen Lodz ss"),
    ("Any-Upper", "straße", "STRASSE"),
    ("Russian-Latin/BGN", "Щукин", "Shchukin"),
    ("Katakana-Latin", "カタカナ", "katakana"),
    ("Greek-Latin", "Αθήνα", "Athḗna"),
    ("NFD; [:Mn:] Remove; NFC", "Йё", "Ие"),
    ("Any-Hex/Unicode", "a", "U+0061"),
    ("Null", "a\0b", "a\0b"),
  ])
  func byIdentifier(_ id: String, _ source: String, _ result: String) throws {
    let transform = try Transform(id: id)
    #expect(points(try transform(source)) == points(result))
    #expect(points(try transform.apply(source)) == points(result))
    #expect(try transform("") == "")
  }

  @Test func reverse() throws {
    let transform = try Transform(id: "Hiragana-Katakana", direction: .reverse)
    #expect(try transform("カタカナ") == "かたかな")
    #expect(transform.id == "Katakana-Hiragana")
  }

  @Test func availableIdentifiers() throws {
    let ids = try Transform.availableIDs
    #expect(ids.count > 100)
    #expect(ids == ids.sorted())
    #expect(ids.contains("Han-Latin"))
    #expect(Set(ids).count == ids.count)
    // A few of them, spread over the list.
    for index in stride(from: 0, to: ids.count, by: 37) {
      let transform = try Transform(id: ids[index])
      _ = try transform("Kim 김 Ким 金 キム")
    }
  }

  @Test func rules() throws {
    let rules = """
      # Zhe and its digraph; the context is the start of a word.
      $vowel = [аеиоу];
      дж > j;
      ж } $vowel > zh;
      ж > zh;
      а > a; й <> j;
      """
    let forward = try Transform(name: "zhe", rules: rules)
    #expect(try forward("джажй") == "jazhj")
    #expect(forward.id == "zhe")
    #expect(try Transform(name: "zhe", rules: rules, direction: .reverse)("aj") == "aй")
    let again = try Transform(name: "zhe again", rules: try forward.rules(escapingUnprintable: true))
    #expect(try again("джажй") == "jazhj")
    #expect(try forward.rules(escapingUnprintable: true).utf8.allSatisfy { $0 < 0x80 })
  }

  /// A rule that calls itself without end is stopped by ICU; one that grows text is given the room.
  @Test func wildRules() throws {
    _ = try Transform(name: "loop", rules: "a > | a;")("aaaa")
    _ = try Transform(name: "growing loop", rules: "a > | aa;")(String(repeating: "a", count: 100))
    let growing = try Transform(name: "growing", rules: "a > '\(String(repeating: "b", count: 1000))';")
    #expect(try growing(String(repeating: "a", count: 5000)).utf8.count == 5_000_000)
    // Rules can make half of a surrogate pair; text that leaves is well-formed.
    let half = try Transform(name: "half", rules: "a > \\uD800;")
    #expect(points(try half("a")) == [0xFFFD])
  }

  /// Longer text is cut where rules do not look across: the result is the same as line by line.
  @Test(arguments: ["\n", " "])
  func longTextIsTransformedInPieces(_ separator: String) throws {
    let transform = try Transform(id: "Any-Latin; Latin-ASCII")
    let line = "Чо Чун Рён 조춘룡 李鸿忠" + separator
    let one = try transform(line)
    let many = try transform(String(repeating: line, count: 2000))
    #expect(many == String(repeating: one, count: 2000))
  }

  @Test func piecesNeverSplitCharacters() throws {
    let transform = try Transform(id: "NFC; Null")
    // Neither white space nor a place to cut before a mark, and surrogate pairs over every boundary.
    for offset in 0..<4 {
      let source = String(repeating: "a", count: offset) + String(repeating: "𠮷e\u{301}", count: 5000)
      #expect(points(try transform(source)) == points(try source.normalized(.nfc)))
    }
  }

  @Test func unknownIdentifiers() {
    for id in ["Foo", "", "Latin-Foo", "Any-Latin; Foo", "\0", "[", "Latin\0-ASCII", "🙂", "::", ";"] {
      #expect(throws: UnicodeTextError.unknownTransform(id: id, direction: .forward)) { try Transform(id: id) }
    }
    let long = String(repeating: "Any-Latin;", count: 1000)
    #expect(throws: UnicodeTextError.textTooLong(utf8Length: 10_000, limit: TextLimit.identifierUTF8Length)) {
      try Transform(id: long)
    }
    #expect(throws: UnicodeTextError.unknownTransform(id: "Han-Latin", direction: .reverse)) {
      try Transform(id: "Han-Latin", direction: .reverse)
    }
  }
}
