import Testing

@testable import Transliteration

/// Two lattices laid side by side.
struct LatticeAlignmentTests {
  private func read(_ text: String, _ language: SourceLanguage, _ script: String) throws -> ReadingLattice? {
    let tokens = try FoldedName(text, han: compiledTables().han).tokens
    return try model(language, script).read(SpelledName(words: tokens.map(\.letters)))
  }

  private func native(_ text: String, _ language: SourceLanguage) throws -> ReadingLattice {
    try #require(try compiledTables().nativeReading(of: text, language: language))
  }

  private func units(_ alignment: LatticeAlignment, _ language: SourceLanguage) throws -> [String] {
    let names = try model(language, "Latn").inventory.names
    return alignment.steps.map { names[Int($0.unit)] }
  }

  @Test func theUnitsOfTheCommonReading() throws {
    let spelled = try #require(try read("Li Hongzhong", .chinese, "Latn"))
    let found = try #require(try LatticeAlignment.align(native("李鸿忠", .chinese), spelled, limit: 100))
    #expect(try units(found, .chinese) == ["li", "hong", "zhong"])
    #expect(found.cost == 0)
    #expect(found.steps.allSatisfy { $0.first == -1 && $0.second >= 0 }, "the native side has no spelling")
  }

  @Test func koreanUnitsAreJamoInTurn() throws {
    let spelled = try #require(try read("Jo Chunryong", .korean, "Latn"))
    let found = try #require(try LatticeAlignment.align(native("조춘룡", .korean), spelled, limit: 100))
    #expect(found.steps.count == 9)
    #expect(try units(found, .korean) == ["ᄌ", "ᅩ", "", "ᄎ", "ᅮ", "ᆫ", "ᄅ", "ᅭ", "ᆼ"])
  }

  @Test func minimalPairsHaveNoCheapReadingInCommon() throws {
    let korean = try model(.korean, "Latn").routes
    for (name, spelling) in [("김정은", "Kim Jong Il"), ("박근혜", "Park Chung Hee"), ("조춘룡", "Jo Yong Won")] {
      let spelled = try #require(try read(spelling, .korean, "Latn"))
      for (number, route) in korean.enumerated() {
        let found = try LatticeAlignment.align(native(name, .korean), spelled, secondBy: .one(number), limit: 200)
        #expect(found == nil, "\(name) \(spelling) by \(route.legs) costs \(found?.cost ?? 0)")
      }
    }
    let spelled = try #require(try read("Li Hongzhang", .chinese, "Latn"))
    for route in try model(.chinese, "Latn").routes.indices {
      #expect(
        try LatticeAlignment.align(native("李鸿忠", .chinese), spelled, secondBy: .one(route), limit: 60) == nil)
    }
  }

  @Test func languagesDoNotMix() throws {
    let korean = try native("김", .korean)
    let chinese = try native("金", .chinese)
    #expect(LatticeAlignment.align(korean, chinese, limit: .max) == nil)
  }

  @Test func limitsAreKept() throws {
    let native = try native("조춘룡", .korean)
    let spelled = try #require(try read("Cho Chun Ren", .korean, "Latn"))
    let route = try #require(
      try model(.korean, "Latn").routes.firstIndex {
        $0.legs == ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947"]
      })
    func found(_ limit: Int) -> Int? {
      LatticeAlignment.align(native, spelled, secondBy: .one(route), limit: limit)?.cost
    }
    let cost = try #require(found(.max))
    #expect(cost > 0, "the aspirate was dropped")
    for limit in [.max, Int(Int32.max), 100_000, cost] { #expect(found(limit) == cost) }
    for limit in [cost - 1, 0, -1, Int(Int32.min) - 1, .min] { #expect(found(limit) == nil) }
  }

  /// One route can do no more than any mixture of routes, and the cost is that of the steps.
  @Test func oneRouteCostsAtLeastAsMuchAsAny() throws {
    let model = try model(.korean, "Latn")
    for (name, spelling) in [("조춘룡", "Cho Chun Ren"), ("김정은", "Kim Chen Yn"), ("리영길", "Ri Yong Gil")] {
      let native = try native(name, .korean)
      let spelled = try #require(try read(spelling, .korean, "Latn"))
      let any = try #require(LatticeAlignment.align(native, spelled, limit: 900)).cost
      for route in model.routes.indices {
        let one = LatticeAlignment.align(native, spelled, secondBy: .one(route), limit: 900)
        guard let one else { continue }
        #expect(one.cost >= any, "\(spelling) by \(model.routes[route].legs)")
        var spelledLength = 0
        for step in one.steps {
          guard let spelling = model.spelling(of: step.second) else { continue }
          // Surnames that custom spells as wholes go with every route.
          #expect(Int(model.entries[Int(step.second)].route) == route || spelling.habit == SurnameSpellings.habit)
          spelledLength += spelling.length
        }
        #expect(spelledLength == spelled.length, "every letter is spelled by some unit")
      }
    }
  }

  // MARK: Surnames

  private func head(_ first: Int?, _ second: Int?, _ language: SourceLanguage) throws -> LatticeAlignment.Head {
    let model = try model(language, "Latn")
    let surnames = try compiledTables().surnames
    return LatticeAlignment.Head(firstBreaks: first.map { [$0] } ?? [], secondBreaks: second.map { [$0] } ?? []) {
      model.isSurname($0, surnames: surnames)
    }
  }

  @Test func aSurnameEndsWhereTheNameIsDivided() throws {
    let sima = try #require(try read("Sima Qian", .chinese, "Latn"))
    let native = try native("司马迁", .chinese)
    let found = try #require(
      LatticeAlignment.align(native, sima, headedBy: try head(nil, 4, .chinese), limit: 100), "of two syllables")
    #expect(try units(found, .chinese) == ["si", "ma", "qian"])
    #expect(found.cost == LatticeAlignment.align(native, sima, limit: 100)?.cost)
    #expect(LatticeAlignment.align(native, sima, headedBy: try head(nil, 3, .chinese), limit: 100) == nil)
    // No name begins with that.
    let other = try self.native("百马迁", .chinese)
    let baima = try #require(try read("Baima Qian", .chinese, "Latn"))
    #expect(LatticeAlignment.align(other, baima, limit: 100) != nil)
    #expect(LatticeAlignment.align(other, baima, headedBy: try head(nil, 4, .chinese), limit: 100) == nil)
  }

  /// The head is read the same way as the rest.
  @Test func namesOfAHeadCostTheSame() throws {
    for (name, spelling, end) in [("조춘룡", "Cho Chun Ren", 3), ("김정은", "Kim Chen Yn", 3), ("리영길", "Ri Yong Gil", 2)] {
      let native = try native(name, .korean)
      let spelled = try #require(try read(spelling, .korean, "Latn"))
      for route in try model(.korean, "Latn").routes.indices {
        let free = LatticeAlignment.align(native, spelled, secondBy: .one(route), limit: 900)
        let headed = LatticeAlignment.align(
          native, spelled, secondBy: .one(route), headedBy: try head(nil, end, .korean), limit: 900)
        #expect(free?.cost == headed?.cost, "\(spelling)")
      }
    }
  }

  @Test func eachSyllableCostsWhatIsSaid() throws {
    let native = try native("조춘룡", .korean)
    let spelled = try #require(try read("Jo Chun Ryong", .korean, "Latn"))
    let plain = try #require(LatticeAlignment.align(native, spelled, limit: 900))
    let dear = try #require(LatticeAlignment.align(native, spelled, syllableCost: 40, limit: 900))
    #expect(dear.cost == plain.cost + 3 * 40)
    let headed = try #require(
      LatticeAlignment.align(native, spelled, headedBy: try head(nil, 2, .korean), syllableCost: 40, limit: 900))
    #expect(headed.cost == dear.cost)
  }

  // MARK: Symmetry

  /// Spellings of generated names by several systems, and the native forms.
  private func koreanLattices() throws -> [(text: String, lattice: ReadingLattice)] {
    let tables = try compiledTables()
    let codes = ["moct-kor-Hang-Latn-2000", "var-kor-Hang-Cyrl-press", "var-kor-Hang-Latn-mr-1939"]
    return try GeneratedNames.korean(24, seed: 21).enumerated().map { index, name in
      if index % 4 == 3 { return (name, try native(name, .korean)) }
      let system = try tables.system(codes[index % 4])
      let written = try system.apply(name, style: .person)
      return (written, try #require(try read(written, .korean, system.description.targetScript)))
    }
  }

  @Test func alignmentIsSymmetric() throws {
    let lattices = try koreanLattices()
    var aligned = 0
    for (index, a) in lattices.enumerated() {
      for b in lattices[index...] {
        let forth = LatticeAlignment.align(a.lattice, b.lattice, limit: 900)
        let back = LatticeAlignment.align(b.lattice, a.lattice, limit: 900)
        #expect(forth?.cost == back?.cost, "\(a.text) / \(b.text)")
        if let forth, let back {
          aligned += 1
          #expect(forth.steps.count == back.steps.count || forth.cost == back.cost)
        }
      }
    }
    #expect(aligned > lattices.count, "some different names must align for the test to say anything")
  }

  @Test func routesChangeSidesWithTheLattices() throws {
    let a = try #require(try read("Kim Chen Yn", .korean, "Latn"))
    let b = try #require(try read("Kim Jong Un", .korean, "Latn"))
    let routes = try model(.korean, "Latn").routes.indices
    for first in routes {
      for second in routes {
        let forth = LatticeAlignment.align(a, b, firstBy: .one(first), secondBy: .one(second), limit: 400)
        let back = LatticeAlignment.align(b, a, firstBy: .one(second), secondBy: .one(first), limit: 400)
        #expect(forth?.cost == back?.cost)
      }
    }
  }

  @Test func aNameReadsAsItself() throws {
    for name in GeneratedNames.korean(200, seed: 22) {
      let native = try native(name, .korean)
      #expect(LatticeAlignment.align(native, native, limit: 0)?.steps.count == 9, "\(name)")
    }
  }

  /// The initial law: 리 is 이 and 로 is 노 in the South, at the head of the surname and of the given name only.
  @Test func theInitialLaw() throws {
    func cost(_ first: String, _ second: String) throws -> Int? {
      try LatticeAlignment.align(native(first, .korean), native(second, .korean), limit: 900)?.cost
    }
    #expect(try cost("리영호", "이영호") == 20)
    #expect(try cost("로무현", "노무현") == 20)
    #expect(try cost("김련희", "김연희") == 20)
    #expect(try cost("김녕수", "김영수") == 20)
    #expect(try cost("리련희", "이연희") == 40)
    #expect(try cost("이영호", "리영호") == 20)
    #expect(try cost("김정련", "김정연") == nil, "not at the end of a given name")
    #expect(try cost("김정은", "김정일") == nil)
    #expect(try cost("로무현", "이무현") == nil)
  }
}
