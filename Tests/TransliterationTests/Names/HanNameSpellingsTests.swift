import Testing

@testable import Transliteration

/// How names in Han characters are spelled outside the mainland.
struct HanNameSpellingsTests {
  private func spellings(_ surname: String, _ given: String) throws -> [HanNameSpellings.Spelling] {
    HanNameSpellings(tables: try compiledTables()).spellings(surname: surname, given: given)
  }

  @Test(arguments: [
    // Pinyin, Wade–Giles, Cantonese, Hokkien with Wade–Giles, Vietnamese.
    ("习", "近平", ["xi", "jinping"]), ("毛", "泽东", ["mao", "tse", "tung"]), ("梁", "朝偉", ["leung", "chiu", "wai"]),
    ("李", "显龙", ["lee", "hsien", "lung"]), ("阮", "富仲", ["nguyen", "phu", "trong"]),
    ("歐陽", "震華", ["au", "yeung", "chan", "wa"]),
  ])
  func has(surname: String, given: String, words: [String]) throws {
    let found = try spellings(surname, given)
    #expect(found.contains { $0.words == words }, "\(found)")
  }

  @Test(arguments: [("梁", "朝偉"), ("李", "显龙"), ("陳", "水扁"), ("歐陽", "震華"), ("司徒", "華")])
  func eachOnceAndNoneForNothing(surname: String, given: String) throws {
    let found = try spellings(surname, given)
    #expect(Set(found.map(\.words)).count == found.count)
    #expect(found.allSatisfy { $0.cost > 0 && $0.words.count >= 2 })
    #expect(found.flatMap(\.words).allSatisfy { $0.wholeMatch(of: /[a-z]+/) != nil }, "folded letters alone")
    #expect(found.first?.words.count == 2, "pinyin comes first")
  }

  @Test func charactersWithoutReadingsHaveNoSpelling() throws {
    #expect(try spellings("", "近平").isEmpty)
    #expect(try spellings("习", "").isEmpty)
    #expect(try spellings("𪜀", "𪜁").allSatisfy { !$0.words.isEmpty })
  }

  /// The same spellings stand in the interpretations of an unspaced name, and for nothing that is no person's.
  @Test func interpretationsHaveThem() throws {
    let tables = try compiledTables()
    func latin(_ text: String) throws -> [[String]] {
      let name = InterpretedName(try FoldedName(text, han: tables.han), tables: tables)
      return name.inLatinLetters?.interpretations.map { $0.words.map(\.letters) } ?? []
    }
    for text in ["梁朝偉", "(梁朝偉)", "梁朝偉。"] { #expect(try latin(text).contains(["leung", "chiu", "wai"])) }
    #expect(try latin("Leung Chiu-wai") == [["leung", "chiu", "wai"]])
    #expect(try latin("조춘룡").isEmpty)
    #expect(try latin("卡尔斯鲁厄理工学院").isEmpty)
  }
}
