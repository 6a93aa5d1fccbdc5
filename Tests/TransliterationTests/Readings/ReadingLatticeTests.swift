import Testing

@testable import Transliteration

/// Spellings and native forms as lattices, and the limits of what is read.
struct ReadingLatticeTests {
  @Test(arguments: [
    (SourceLanguage.korean, "Latn"), (.korean, "Cyrl"), (.chinese, "Latn"), (.chinese, "Cyrl"), (.russian, "Latn"),
  ])
  func lengthsThatAreRead(language: SourceLanguage, script: String) throws {
    let model = try model(language, script)
    #expect(model.read([]) == nil)
    #expect(model.read(SpelledName(words: [])) == nil)
    #expect(model.read(SpelledName(words: [""])) == nil)
    let letter = UInt8(ascii: "a")
    let longest = ReadingLattice.lengthLimit
    #expect(longest == 96)
    #expect(model.read([letter])?.length == 1)
    #expect(model.read([UInt8](repeating: letter, count: longest))?.length == longest)
    #expect(model.read([UInt8](repeating: letter, count: longest + 1)) == nil)
    #expect(model.read([UInt8](repeating: letter, count: 1_000_000)) == nil)
  }

  @Test func lengthsOfNativeForms() throws {
    let tables = try compiledTables()
    for (language, letter) in [(SourceLanguage.korean, "김"), (.chinese, "金"), (.russian, "щ")] {
      #expect(tables.nativeReading(of: "", language: language) == nil)
      #expect(tables.nativeReading(of: letter, language: language)?.syllableCount == 1)
      let longest = String(repeating: letter, count: 96)
      #expect(tables.nativeReading(of: longest, language: language)?.syllableCount == 96)
      #expect(tables.nativeReading(of: longest + letter, language: language) == nil)
    }
  }

  @Test(arguments: [
    (SourceLanguage.korean, "Kim"), (.korean, "김a"), (.korean, "김 정은"), (.korean, "金"), (.korean, "ㄱ"), (.chinese, "김"),
    (.chinese, "李a"), (.chinese, "🙂"), (.russian, "Щ"), (.russian, "a"), (.russian, "щ щ"), (.russian, "\0"),
  ])
  func otherWritingIsNotNative(language: SourceLanguage, text: String) throws {
    #expect(try compiledTables().nativeReading(of: text, language: language) == nil)
  }

  @Test func hostileLettersAreReadOrNot() throws {
    var numbers = SeededNumbers(seed: 31)
    for (language, script) in [(SourceLanguage.korean, "Latn"), (.chinese, "Cyrl"), (.russian, "Latn")] {
      let model = try model(language, script)
      for _ in 0..<200 {
        let count = Int.random(in: 1...96, using: &numbers)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        let breaks = (0..<3).map { _ in Int.random(in: -2...120, using: &numbers) }
        guard let lattice = model.read(bytes, breaks: breaks) else { continue }
        _ = lattice.cheapestReadings(by: .any)
        _ = model.keys(of: lattice, costLimit: 900)
      }
    }
  }

  /// What changes the sound of a unit must stand beside it.
  @Test(arguments: [
    // ㄹ is lost before ㅣ and the glide y alone, stops become nasals before nasals and liquids alone.
    ("보라", "boa"), ("석우", "songu"), ("복포", "ponpo"), ("평전", "pongjon"), ("효진", "hojin"), ("현동", "chondong"),
  ])
  func soundsDoNotChangeWithoutACause(native: String, spelling: String) throws {
    let model = try model(.korean, "Latn")
    let lattice = try #require(model.read(SpelledName(words: [spelling])))
    let form = try #require(try compiledTables().nativeReading(of: native, language: .korean))
    for route in model.routes.indices where !model.routes[route].isRelay {
      #expect(LatticeAlignment.align(form, lattice, secondBy: .one(route), limit: 90) == nil)
    }
  }

  @Test(arguments: [
    ("백마", "paengma", "var-kor-Hang-Latn-mr-1939"), ("독립", "dongnip", "moct-kor-Hang-Latn-2000"),
    ("신라", "silla", "moct-kor-Hang-Latn-2000"), ("종로", "jongno", "moct-kor-Hang-Latn-2000"),
    ("리용호", "iyongho", "var-kor-Hang-Latn-mr-1939"),
  ])
  func soundsChangeBesideWhatChangesThem(native: String, spelling: String, system: String) throws {
    let model = try model(.korean, "Latn")
    let route = try #require(model.routes.firstIndex { $0.legs == [system] })
    let lattice = try #require(model.read(SpelledName(words: [spelling])))
    let form = try #require(try compiledTables().nativeReading(of: native, language: .korean))
    let found = try #require(LatticeAlignment.align(form, lattice, secondBy: .one(route), limit: 90))
    #expect(found.cost <= 30)
  }

  @Test func noSyllableGoesAcrossABreak() throws {
    let model = try model(.chinese, "Latn")
    let whole = try #require(model.read(SpelledName(words: ["xian"])))
    let divided = try #require(model.read(SpelledName(words: ["xi", "an"])))
    #expect(whole.cheapestReadings(by: .any)[1] != nil)
    #expect(whole.cheapestReadings(by: .any)[2] != nil)
    #expect(divided.cheapestReadings(by: .any)[1] == nil)
    #expect(divided.cheapestReadings(by: .any)[2] != nil)
  }

  @Test func syllablesAreCounted() throws {
    let model = try model(.korean, "Latn")
    for (words, syllables) in [(["kim"], 1), (["kim", "jong", "un"], 3), (["namgung", "min"], 3)] {
      let lattice = try #require(model.read(SpelledName(words: words)))
      let costs = lattice.cheapestReadings(by: .any)
      #expect(costs.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key == syllables, "\(words)")
      #expect(lattice.cheapestReading(by: .any) == costs.values.min())
    }
  }

  @Test func consonantsAloneAreNoName() throws {
    for text in ["bcdfg", "xxxx", "1234"] {
      let lattice = try #require(try model(.korean, "Latn").read(Array(text.utf8)))
      #expect(lattice.cheapestReading(by: .any) == nil, "\(text)")
    }
  }

  /// A longer list of routes never makes a reading dearer.
  @Test func oneRouteReadsNoCheaperThanAny() throws {
    let model = try model(.korean, "Latn")
    for words in [["cho", "chun", "ren"], ["kim", "chen", "yn"], ["jo", "chunryong"], ["li", "hongzhong"]] {
      let lattice = try #require(model.read(SpelledName(words: words)))
      let any = lattice.cheapestReadings(by: .any)
      for route in model.routes.indices {
        for (syllables, cost) in lattice.cheapestReadings(by: .one(route)) {
          #expect(try cost >= #require(any[syllables]), "\(words) by \(model.routes[route].legs)")
        }
      }
    }
  }
}
