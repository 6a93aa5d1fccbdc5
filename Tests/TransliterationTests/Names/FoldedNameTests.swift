import Testing
import UnicodeText

@testable import Transliteration

/// Names without what writers leave to taste.
struct FoldedNameTests {
  private func fold(_ text: String) throws -> FoldedName { try FoldedName(text, han: compiledTables().han) }
  private func keys(_ text: String) throws -> [String] { try fold(text).tokens.map(\.key) }

  private func failure(_ text: String) throws -> FoldedName.Failure? {
    let han = try compiledTables().han
    do throws(FoldedName.Failure) {
      _ = try FoldedName(text, han: han)
      return nil
    } catch {
      return error
    }
  }

  // MARK: What is folded

  @Test(arguments: [
    ("Kim Jong Un", ["kim", "jong", "un"]), ("KIM JONG-UN", ["kim", "jong", "un"]),
    ("Kim Jong–un", ["kim", "jong", "un"]),
    ("  Kim\tJong\nUn  ", ["kim", "jong", "un"]), ("Kim\u{00A0}Jong\u{3000}Un", ["kim", "jong", "un"]),
    ("Cho Ch'un-ryong", ["cho", "chun", "ryong"]), ("Cho Ch’un-ryong", ["cho", "chun", "ryong"]),
    ("Cho Chʻun-ryŏng", ["cho", "chun", "ryong"]), ("Kuban’", ["kuban"]), ("Kubanʹ", ["kuban"]), ("Kuban′", ["kuban"]),
    ("G·em", ["gem"]), ("L·e", ["le"]), ("卡拉·普拉萨德", ["卡拉", "普拉萨德"]), ("カルロス・ゴーン", ["カルロス", "ゴーン"]),
    ("Ørjan Łukasz Đorđe", ["orjan", "lukasz", "dorde"]), ("Þór Æsa", ["thor", "aesa"]), ("Straße", ["strasse"]),
    ("İstanbul ı", ["istanbul", "i"]), ("Nguyễn Phú Trọng", ["nguyen", "phu", "trong"]), ("ǿ Ǽ", ["o", "ae"]),
    ("ﬁ", ["fi"]), ("Ｋｉｍ", ["kim"]), ("Ⅷ", ["viii"]), ("Müller (geb. 1950)", ["muller", "geb", "1950"]),
    ("Σίσυφος", ["σισυφοσ"]), ("李鴻忠", ["李鸿忠"]), ("조춘룡", ["조춘룡"]), ("佐々木", ["佐々木"]),
  ])
  func keysOf(text: String, keys expected: [String]) throws {
    #expect(try keys(text) == expected)
  }

  @Test func lettersKeepWhatMakesAnotherLetter() throws {
    let name = try fold("Андрей Королёв Київ Її")
    #expect(name.tokens.map(\.letters) == ["андрей", "королёв", "київ", "її"])
    #expect(name.tokens.map(\.key) == ["андреи", "королев", "киів", "іі"])
    #expect(try fold("Ру\u{0301}сский").tokens[0].letters == "русский", "a stress mark makes no letter")
    #expect(try fold("и\u{0306} е\u{0308}").tokens.map(\.letters) == ["й", "ё"], "whatever the normalization form")
    #expect(try fold("Željko").tokens[0].letters == "zeljko")
  }

  @Test func invisibleCharactersAreNothing() throws {
    let plain = try keys("Kim Jong Un")
    for hidden in [
      "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{2060}", "\u{00AD}", "\u{202E}", "\u{2066}", "\u{200F}",
    ] {
      #expect(try keys("K\(hidden)im \(hidden)Jong Un\(hidden)") == plain, "U+\(points(hidden))")
    }
    #expect(try keys("K\0im Jong Un") == plain, "a control character is nothing")
    #expect(try keys("Kim\u{0085}Jong\u{2028}Un") == plain, "but a line break is a space")
  }

  @Test func marksOfOtherScriptsStay() throws {
    #expect(try keys("देवनागरी") == ["देवनागरी"])
    #expect(try keys("สมชาย") == ["สมชาย"])
    #expect(try keys("مُحَمَّد") == ["محمد"], "vowel points are dropped")
    #expect(try keys("שָׁלוֹם") == ["שלום"])
  }

  @Test func scripts() throws {
    #expect(try fold("Kim Jong Un").script == "Latn")
    #expect(try fold("Ким 2").script == "Cyrl")
    #expect(try fold("李鸿忠").script == "Hani")
    #expect(try fold("安倍 しんぞう").script == "Hani")
    #expect(try fold("Kim 정은").script == nil)
    #expect(try fold("123").script == nil)
    #expect(try fold("1a").script == "Latn", "a digit is of no script")
  }

  @Test func joinedParts() throws {
    let name = try fold("Чо Чун-Рён")
    #expect(name.joinedKey == "чочунрен")
    #expect(name.joinedLetters == "чочунрён")
    #expect(name.text == "Чо Чун-Рён")
  }

  @Test func rotations() throws {
    func isRotation(_ a: String, _ b: String) throws -> Bool { try fold(a).isRotation(of: fold(b)) }
    #expect(try isRotation("Kim Jong Un", "Jong Un Kim"))
    #expect(try isRotation("Jong Un Kim", "Kim Jong Un"))
    #expect(try !isRotation("Kim Jong Un", "Kim Un Jong"))
    #expect(try !isRotation("Kim", "Kim"), "one word has no other order")
    #expect(try !isRotation("Kim Jong", "Kim Jong Un"))
  }

  // MARK: What is no name

  @Test(arguments: [
    "...", "🙂", " ", "\u{200B}", "—", "\0", "\u{202E}", "\u{0301}", "'’ʹ", "()", "★", "👨‍👩‍👧‍👦", "\u{FE0F}", "$€+",
  ])
  func noLetters(text: String) throws {
    #expect(try failure(text) == .noLetters)
  }

  @Test func emptyAndTooLong() throws {
    #expect(try failure("") == .empty)
    #expect(try failure(String(repeating: "a", count: 5_000)) == .tooLong(bytes: 5_000))
    #expect(try failure(String(repeating: "a", count: FoldedName.byteLimit + 1)) == .tooLong(bytes: 4_097))
    #expect(try failure(String(repeating: "a", count: FoldedName.byteLimit)) == nil)
    #expect(try failure(String(repeating: "漢", count: 10_000_000 / 3)) == .tooLong(bytes: 9_999_999))
    #expect(FoldedName.Failure.empty.description == "the name is empty")
    #expect(FoldedName.Failure.noLetters.description == "there is no letter in it")
    #expect(FoldedName.Failure.tooLong(bytes: 5_000).description == "5000 bytes are no name; at most 4096 are compared")
  }

  @Test func oneLetterIsAName() throws {
    #expect(try keys("X") == ["x"])
    #expect(try keys("1") == ["1"])
  }

  @Test func thousandsOfMarksAreDropped() throws {
    #expect(try keys("K" + String(repeating: "\u{0301}", count: 2_000) + "im") == ["kim"])
  }

  // MARK: Properties

  private static let names = [
    "Kim Jong-un", "조춘룡", "李鴻忠", "Ørjan Bérg", "Nguyễn", "Чо Чун Рён", "Її", "ʿAbd al-Qādir", "محمد", "Ǿǽ", "Straße",
    "ﬁ",
    "佐々木 ゴーン", "देवनागरी", "ΆΈ", "Ⅷ", "ĳ", "Ǆ", "ﷺ", "㈱", "ㅎㅏㄴ", "ｶﾞ", "e\u{0323}\u{0301}", "가\u{0301}",
    "\u{1100}\u{0301}\u{1161}",
  ]

  /// Folding a key again gives the key.
  @Test func foldingIsIdempotent() throws {
    for name in Self.names {
      for token in try fold(name).tokens {
        let again = try fold(token.key)
        #expect(again.tokens.map(\.key) == [token.key], "\(name)")
      }
      let joined = try fold(name).joinedKey
      #expect(try fold(joined).joinedKey == joined, "\(name)")
    }
  }

  @Test func foldingIsIdempotentForEveryLetter() throws {
    var wrong: [String] = []
    for value in UInt32(0x20)...0x323AF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic || value % 17 == 0 else { continue }
      guard let once = try? fold(String(scalar)) else { continue }
      guard let twice = try? fold(once.joinedKey), twice.joinedKey == once.joinedKey else {
        wrong.append("U+\(String(value, radix: 16)) \(scalar) \(once.joinedKey)")
        continue
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
  }

  @Test func taste() throws {
    for name in Self.names {
      let key = try fold(name).joinedKey
      for other in try [
        name.lowercased(), name.uppercased().lowercased(), name.normalized(.nfd), name.normalized(.nfc),
        name.normalized(.nfkc),
        " " + name + " ", "“" + name + "”", name + "\u{200B}", name.split(separator: " ").joined(separator: "-"),
      ] {
        #expect(try fold(other).joinedKey == key, "\(name) as \(other)")
      }
    }
  }

  /// Any text is folded or refused, and the tokens of what is folded hold something.
  @Test func anyTextIsFoldedOrRefused() throws {
    var numbers = SeededNumbers(seed: 61)
    let ranges: [ClosedRange<UInt32>] = [
      0...0x24F, 0x300...0x36F, 0x370...0x52F, 0x590...0x6FF, 0x900...0xDFF, 0x1100...0x11FF, 0x2000...0x206F,
      0x3000...0x30FF, 0x4E00...0x4FFF, 0xAC00...0xD7A3, 0xF900...0xFFFF, 0x1D100...0x1F6FF, 0...0x10FFFF,
    ]
    for _ in 0..<3000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &numbers) {
        if let scalar = Unicode.Scalar(UInt32.random(in: numbers.pick(ranges), using: &numbers)) {
          scalars.append(scalar)
        }
      }
      guard let name = try? fold(String(scalars)) else { continue }
      #expect(!name.tokens.isEmpty)
      for token in name.tokens {
        #expect(!token.key.isEmpty && !token.letters.isEmpty && token.script.count == 4, "\(points(name.text))")
      }
    }
  }
}
