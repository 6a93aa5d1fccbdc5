import NameModel
import Testing

@testable import Transliteration

/// Surnames that custom spells as wholes (`Tables/names/surname-spellings-kor.tsv`).
struct SurnameSpellingsTests {
  private static func rows() throws -> [PlainTable.Row] {
    try PlainTable.read("\(tablesFolder)/names/surname-spellings-kor.tsv").rows
  }

  /// What it costs to read a spelled name as a native one; `nil` where it cannot be.
  private func cost(_ spelling: String, as native: String) throws -> Int? {
    let tokens = try FoldedName(spelling, han: compiledTables().han).tokens
    let read = try #require(try model(.korean, "Latn").read(SpelledName(words: tokens.map(\.letters))))
    let name = try #require(try compiledTables().nativeReading(of: native, language: .korean))
    return LatticeAlignment.align(name, read, limit: 900)?.cost
  }

  /// The usual spellings of passports (wikipedia-lee-korean-surname, nameeng-nikl-2011-passport).
  @Test(arguments: [
    ("Lee Chol-su", "이철수"), ("Park Chol-su", "박철수"), ("Choi Chol-su", "최철수"), ("Jung Chol-su", "정철수"),
    ("Yoon Chol-su", "윤철수"), ("Lim Chol-su", "임철수"), ("Woo Chol-su", "우철수"), ("Noh Chol-su", "노철수"),
    ("Ahn Chol-su", "안철수"), ("Namkoong Chol-su", "남궁철수"), ("Sunwoo Chol-su", "선우철수"),
  ])
  func customIsCheap(spelling: String, native: String) throws {
    #expect(try #require(try cost(spelling, as: native)) <= 250)
  }

  /// Each spelling of the table is dealt out to the sounds of its surname, but for those whose letters have not its form.
  @Test func nearlyAllSpellingsAreRead() throws {
    let rows = try Self.rows()
    let tables = try compiledTables()
    let names = try #require(try tables.nameReadings("kor-surnames"))
    let spellings = SurnameSpellings(korean: names)
    let read = rows.filter { !spellings.chains(of: $0["spelling"].lowercased()).isEmpty }
    #expect(Double(read.count) >= 0.95 * Double(rows.count), "\(read.count) of \(rows.count)")
    for row in rows {
      for chain in spellings.chains(of: row["spelling"].lowercased()) {
        #expect(chain.map(\.length).reduce(0, +) == row["spelling"].count, "every letter belongs to a sound")
        #expect(chain.dropFirst().allSatisfy { $0.cost == 0 } && (0...200).contains(chain[0].cost))
      }
    }
  }

  /// Sounds of two surnames of one spelling make no third surname.
  @Test(arguments: [("Tan Min-su", "탐민수"), ("Ryu Min-su", "우민수")])
  func noThirdSurname(spelling: String, native: String) throws {
    #expect(try cost(spelling, as: native) ?? .max > 150)
  }

  /// A surname stands before a given name: Park alone, or behind it, is read by the systems.
  @Test func onlyTheHeadIsASurname() throws {
    let model = try model(.korean, "Latn")
    let alone = try #require(model.read(SpelledName(words: ["park"])))
    let head = try #require(model.read(SpelledName(words: ["park", "su"])))
    let behind = try #require(model.read(SpelledName(words: ["dda", "park"])))
    func surnames(_ lattice: ReadingLattice) -> Int {
      lattice.edges.count { model.spelling(of: $0.entry)?.habit == SurnameSpellings.habit }
    }
    #expect(surnames(alone) == 0 && surnames(behind) == 0)
    #expect(surnames(head) >= 3)
  }

  /// A change of sound needs what causes it.
  @Test(arguments: [
    ("Kim Ye-ri", "김혜리"), ("Kim Sang-ok", "김상록"),
  ])
  func noChangeWithoutCause(spelling: String, native: String) throws {
    #expect(try cost(spelling, as: native) ?? .max >= 90)
  }

  /// The South leaves ㄹ out at the head of the surname and of the given name.
  @Test(arguments: [("Choe Yong-hae", "최룡해"), ("Yi Sol-ju", "리설주"), ("Lee Sol-ju", "리설주"), ("No Mu-hyon", "로무현")])
  func initialLaw(spelling: String, native: String) throws {
    #expect(try #require(try cost(spelling, as: native)) <= 120)
  }

  @Test(arguments: [[0], [-1], [4], [5], [1, 1], [100], [3, 2]])
  func anyBreaksAreRead(_ breaks: [Int]) throws {
    let lattice = try #require(try model(.korean, "Latn").read(Array("park".utf8), breaks: breaks))
    #expect(lattice.length == 4)
  }
}
