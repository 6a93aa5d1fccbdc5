import SectionedFile
import Testing

@testable import Transliteration

/// How rare words are in names.
struct WordRarityTests {
  private func decoded(_ bytes: [UInt8]) throws(SectionedFileError) -> WordRarity {
    try WordRarity(decoding: ByteRegion(ByteStorage(copying: bytes, name: "test")))
  }

  private func bytes() -> [UInt8] {
    var writer = ByteWriter()
    WordRarity(["maria": 420, "ivanov": 700]).encode(to: &writer)
    return writer.bytes
  }

  @Test func survivesItsCoding() throws {
    let back = try decoded(bytes())
    #expect(back.cost(of: "maria") == 420)
    #expect(back.cost(of: "ivanov") == 700)
    #expect(back.cost(of: "gonzago") == WordRarity.unlisted)
  }

  @Test func damagedBytesAreAnErrorOrAnotherTable() throws {
    let whole = bytes()
    for length in 0..<whole.count {
      #expect(throws: SectionedFileError.self) { try decoded(Array(whole[..<length])) }
    }
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0xFF
      if let other = try? decoded(damaged) { _ = other.cost(of: "maria") }
    }
  }

  @Test func usualWordsCostLess() throws {
    let tables = try compiledTables()
    #expect(tables.rarity.cost(of: "maria") < tables.rarity.cost(of: "kuzhugetovich"))
  }
}
