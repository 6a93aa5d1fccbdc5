import Testing

@testable import Transliteration

/// Keys are how candidates are found: spellings that have a reading in common must have a key in common.
struct ReadingKeysTests {
  private static let costLimit = 700

  private func read(_ text: String, _ language: SourceLanguage, _ script: String) throws -> ReadingLattice {
    let tokens = try FoldedName(text, han: compiledTables().han).tokens
    return try #require(try model(language, script).read(SpelledName(words: tokens.map(\.letters))), "\(text)")
  }

  private func keys(_ lattice: ReadingLattice) throws -> [UInt64] {
    try model(lattice.language, "Latn").keys(of: lattice, costLimit: Self.costLimit)
  }

  /// How names are written by every system and the relays of the tables.
  private static let koreanWays: [[String]] = [
    ["moct-kor-Hang-Latn-2000"], ["var-kor-Hang-Latn-mr-1939"], ["kp-kor-Hang-Latn-2002"],
    ["var-kor-Hang-Cyrl-kontsevich"], ["var-kor-Hang-Cyrl-press"],
    ["var-kor-Hang-Cyrl-kontsevich", "bgnpcgn-rus-Cyrl-Latn-1947"],
    ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947"],
    ["var-kor-Hang-Cyrl-press", "icao-rus-Cyrl-Latn-9303"],
  ]

  /// The spelling of a name and the native form share a key whenever they have a cheap reading in common.
  @Test func koreanSpellingsMeetTheirNames() throws {
    let tables = try compiledTables()
    var met = 0
    for (index, name) in GeneratedNames.korean(160, seed: 41).enumerated() {
      let native = try #require(tables.nativeReading(of: name, language: .korean))
      let nativeKeys = try Set(keys(native))
      let relay = try Relay(codes: Self.koreanWays[index % Self.koreanWays.count], tables: tables)
      let written = try relay.apply(name, style: .person)
      let script = try #require(relay.systems.last?.description.targetScript)
      let lattice = try read(written, .korean, script)
      guard LatticeAlignment.align(native, lattice, limit: 200) != nil else { continue }
      met += 1
      #expect(try !nativeKeys.isDisjoint(with: keys(lattice)), "\(name) \(written)")
    }
    #expect(met > 150, "\(met)")
  }

  @Test func chineseSpellingsMeetTheirNames() throws {
    let tables = try compiledTables()
    let syllables = try #require(try tables.syllables(of: "var-zho-Latn-Cyrl-palladius")).keys.sorted()
    let palladius = try tables.system("var-zho-Latn-Cyrl-palladius")
    let bgn = try tables.system("bgnpcgn-rus-Cyrl-Latn-1947")
    for name in GeneratedNames.chinese(150, seed: 42, syllables: syllables) {
      let pinyin = try read(name.joined(separator: " "), .chinese, "Latn")
      let russian = try palladius.apply(name.joined(separator: " "))
      let cyrillic = try read(russian, .chinese, "Cyrl")
      let relayed = try read(bgn.apply(russian), .chinese, "Latn")
      let sets = try [pinyin, cyrillic, relayed].map { try Set(keys($0)) }
      for (other, set) in zip([cyrillic, relayed], sets.dropFirst()) {
        guard LatticeAlignment.align(pinyin, other, limit: 200) != nil else { continue }
        #expect(!sets[0].isDisjoint(with: set), "\(name) \(russian)")
      }
    }
  }

  /// Two spellings, neither of them native.
  @Test func spellingsMeetEachOther() throws {
    let tables = try compiledTables()
    for name in GeneratedNames.korean(60, seed: 43) {
      let lattices = try [0, 1, 4, 6].map { way in
        let relay = try Relay(codes: Self.koreanWays[way], tables: tables)
        return try read(
          relay.apply(name, style: .person), .korean, #require(relay.systems.last?.description.targetScript))
      }
      for (index, a) in lattices.enumerated() {
        for b in lattices[(index + 1)...] where LatticeAlignment.align(a, b, limit: 200) != nil {
          #expect(try !Set(keys(a)).isDisjoint(with: keys(b)), "\(name)")
        }
      }
    }
  }

  @Test func keysTellNamesApart() throws {
    let tables = try compiledTables()
    func key(_ name: String) throws -> Set<UInt64> {
      try Set(keys(#require(tables.nativeReading(of: name, language: .korean))))
    }
    #expect(try key("김정은").isDisjoint(with: key("박근혜")))
    #expect(try !key("리영호").isDisjoint(with: key("이영호")))
    #expect(try key("조춘룡").count <= 4, "a native form has few readings")
  }

  @Test func keysAreOrderedAndBounded() throws {
    let lattice = try read("Cho Chun Ren", .korean, "Latn")
    let all = try keys(lattice)
    #expect(!all.isEmpty)
    #expect(Set(all).count == all.count)
    #expect(all == (try keys(lattice)), "the same in every run")
    let model = try model(.korean, "Latn")
    let cheap = model.keys(of: lattice, costLimit: 50)
    #expect(Set(cheap).isSubset(of: all))
    #expect(model.keys(of: lattice, costLimit: -1).isEmpty)
  }

  /// Four bits a class in 64 bits behind a leading 1: names of more than fifteen classes have no key.
  @Test func longNamesHaveNoKey() throws {
    let tables = try compiledTables()
    let seven = try #require(tables.nativeReading(of: "김수한무거북이", language: .korean))
    #expect(try !keys(seven).isEmpty)
    let eight = try #require(tables.nativeReading(of: "김수한무거북이와", language: .korean))
    #expect(try keys(eight).isEmpty)
    let longest = try #require(tables.nativeReading(of: String(repeating: "김", count: 96), language: .korean))
    #expect(try keys(longest).isEmpty)
  }
}
