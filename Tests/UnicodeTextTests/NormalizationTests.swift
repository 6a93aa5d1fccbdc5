import Testing
import UnicodeText

@Suite struct NormalizationTests {
  /// Figures 3 to 6 of Unicode Standard Annex #15.
  struct Example: Sendable, CustomTestStringConvertible {
    var source: [UInt32]
    var nfd: [UInt32]
    var nfc: [UInt32]
    var nfkd: [UInt32]
    var nfkc: [UInt32]
    var testDescription: String { source.map { String($0, radix: 16) }.joined(separator: " ") }

    init(_ source: [UInt32], nfd: [UInt32], nfc: [UInt32], nfkd: [UInt32]? = nil, nfkc: [UInt32]? = nil) {
      self.source = source
      self.nfd = nfd
      self.nfc = nfc
      self.nfkd = nfkd ?? nfd
      self.nfkc = nfkc ?? nfc
    }
  }

  static let examples = [
    // Figure 3, singletons.
    Example([0x212B], nfd: [0x41, 0x30A], nfc: [0xC5]),
    Example([0x2126], nfd: [0x3A9], nfc: [0x3A9]),
    // Figure 4, canonical composites.
    Example([0xC5], nfd: [0x41, 0x30A], nfc: [0xC5]),
    Example([0xF4], nfd: [0x6F, 0x302], nfc: [0xF4]),
    // Figure 5, multiple combining marks.
    Example([0x1E69], nfd: [0x73, 0x323, 0x307], nfc: [0x1E69]),
    Example([0x1E0B, 0x323], nfd: [0x64, 0x323, 0x307], nfc: [0x1E0D, 0x307]),
    Example([0x71, 0x307, 0x323], nfd: [0x71, 0x323, 0x307], nfc: [0x71, 0x323, 0x307]),
    // Figure 6, compatibility composites.
    Example([0xFB01], nfd: [0xFB01], nfc: [0xFB01], nfkd: [0x66, 0x69], nfkc: [0x66, 0x69]),
    Example([0x32, 0x2075], nfd: [0x32, 0x2075], nfc: [0x32, 0x2075], nfkd: [0x32, 0x35], nfkc: [0x32, 0x35]),
    Example(
      [0x1E9B, 0x323], nfd: [0x17F, 0x323, 0x307], nfc: [0x1E9B, 0x323], nfkd: [0x73, 0x323, 0x307],
      nfkc: [0x1E69]),
    // Hangul: The Unicode Standard, section 3.12.
    Example([0xD4DB], nfd: [0x1111, 0x1171, 0x11B6], nfc: [0xD4DB]),
  ]

  @Test(arguments: examples)
  func examplesOfTheStandard(_ example: Example) throws {
    let source = text(example.source)
    #expect(points(try source.normalized(.nfd)) == example.nfd)
    #expect(points(try source.normalized(.nfc)) == example.nfc)
    #expect(points(try source.normalized(.nfkd)) == example.nfkd)
    #expect(points(try source.normalized(.nfkc)) == example.nfkc)
  }

  /// DerivedNormalizationProps.txt, NFKC_Casefold: soft hyphen and zero-width joiners vanish, full width narrows.
  @Test func caseFoldForm() throws {
    #expect(points(try "ＦＵß\u{AD}\u{200D}".normalized(.nfkcCaseFold)) == points("fuss"))
    #expect(points(try "ABC".normalized(.nfkcCaseFold)) == points("abc"))
    #expect(points(try "Ϊ".normalized(.nfkcCaseFold)) == [0x3CA])
  }

  @Test(arguments: NormalizationForm.allCases)
  func normalizingTwiceChangesNothing(_ form: NormalizationForm) throws {
    var numbers = SeededNumbers(seed: 15)
    for _ in 0..<2000 {
      let source = numbers.text(upTo: 24)
      let once = try source.normalized(form)
      #expect(points(try once.normalized(form)) == points(once))
      #expect(try once.isNormalized(form))
      let isSame = points(source) == points(once)
      #expect(try source.isNormalized(form) == isSame)
    }
  }

  @Test func canonicalFormsAreEquivalentAndConvertIntoEachOther() throws {
    var numbers = SeededNumbers(seed: 16)
    for _ in 0..<2000 {
      let source = numbers.text(upTo: 24)
      let composed = try source.normalized(.nfc)
      let decomposed = try source.normalized(.nfd)
      #expect(points(try decomposed.normalized(.nfc)) == points(composed))
      #expect(points(try composed.normalized(.nfd)) == points(decomposed))
    }
  }

  /// Swift's own string comparison decides canonical equivalence by tables of its own. Characters of later Unicode
  /// versions than the system's ICU are left out.
  @Test func canonicalFormsAreEquivalentToSwift() throws {
    var numbers = SeededNumbers(seed: 17)
    for _ in 0..<2000 {
      let known = numbers.text(upTo: 24).unicodeScalars.filter {
        guard let age = $0.properties.age else { return false }
        return age.major <= 13
      }
      let source = String(String.UnicodeScalarView(known))
      #expect(try source.normalized(.nfc) == source)
      #expect(try source.normalized(.nfd) == source)
    }
  }

  @Test func everyScalarAloneIsStable() throws {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let composed = try String(scalar).normalized(.nfc)
      #expect(try composed.isNormalized(.nfc), "U+\(String(value, radix: 16))")
    }
  }

  /// Runs of marks beyond 64 are ordered by our own code before ICU sees them.
  @Test(arguments: [63, 64, 65, 66, 200, 3000])
  func longRunsOfMarksAreOrderedLikeShortOnes(_ count: Int) throws {
    let marks: [Unicode.Scalar] = [
      "\u{301}", "\u{323}", "\u{327}", "\u{5B0}", "\u{3099}", "\u{345}", "\u{334}", "\u{1D165}", "\u{344}",
    ]
    var numbers = SeededNumbers(seed: UInt64(count))
    var source: [Unicode.Scalar] = ["a", "\u{1EBF}"]
    for _ in 0..<count { source.append(marks[Int.random(in: 0..<marks.count, using: &numbers)]) }
    source.append("z")

    // Decomposed by hand, then sorted stably by class between the starters.
    var expected: [(point: UInt32, order: Int)] = []
    for scalar in source {
      let parts: [Unicode.Scalar]
      switch scalar {
      case "\u{1EBF}": parts = ["e", "\u{302}", "\u{301}"]
      case "\u{344}": parts = ["\u{308}", "\u{301}"]
      default: parts = [scalar]
      }
      for part in parts {
        let order = Int(part.properties.canonicalCombiningClass.rawValue)
        var place = expected.count
        if order != 0 {
          while place > 0, expected[place - 1].order > order { place -= 1 }
        }
        expected.insert((part.value, order), at: place)
      }
    }
    let string = String(String.UnicodeScalarView(source))
    let decomposed = try string.normalized(.nfd)
    #expect(points(decomposed) == expected.map(\.point))
    #expect(points(try string.normalized(.nfc)) == points(try decomposed.normalized(.nfc)))
    #expect(points(try string.normalized(.nfkc)) == points(try decomposed.normalized(.nfkc)))
  }

  /// The halfwidth voiced sound mark is a starter whose compatibility decomposition is a mark.
  @Test func longRunsOfCompatibilityMarks() throws {
    let halfwidth = "ｶ" + String(repeating: "\u{301}\u{FF9E}", count: 500) + "x"
    let fullwidth = "カ" + String(repeating: "\u{301}\u{3099}", count: 500) + "x"
    for form in [NormalizationForm.nfkc, .nfkd, .nfkcCaseFold] {
      #expect(points(try halfwidth.normalized(form)) == points(try fullwidth.normalized(form)))
    }
    // Case folding drops the joiners between the marks, which then are one run.
    let joined = "e" + String(repeating: "\u{301}\u{34F}\u{323}\u{200D}", count: 500)
    let plain = "e" + String(repeating: "\u{301}\u{323}", count: 500)
    #expect(points(try joined.normalized(.nfkcCaseFold)) == points(try plain.normalized(.nfkcCaseFold)))
  }

  @Test func bytes() throws {
    let composed: [UInt8] = Array("Nguyễn Ái Quốc".utf8)
    let decomposed = try NormalizationForm.nfd.normalize(utf8: composed.span)
    #expect(decomposed == Array(try "Nguyễn Ái Quốc".normalized(.nfd).utf8))
    #expect(try NormalizationForm.nfc.normalize(utf8: decomposed.span) == composed)
    #expect(try NormalizationForm.nfc.normalize(utf8: [UInt8]().span).isEmpty)
    let ascii = Array("Kim".utf8)
    #expect(try NormalizationForm.nfd.normalize(utf8: ascii.span) == ascii)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1), ([0xC3], 0), ([0x61, 0x62, 0xED, 0xA0, 0x80], 2), ([0xC0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0x80], 0), ([0xE4, 0xB8, 0xAD, 0xE4, 0xB8], 3),
    ] as [([UInt8], Int)])
  func illFormedBytesSayWhere(_ bytes: [UInt8], _ offset: Int) {
    for form in NormalizationForm.allCases {
      #expect(throws: UnicodeTextError.illFormedUTF8(utf8Offset: offset)) {
        try form.normalize(utf8: bytes.span)
      }
    }
  }
}
