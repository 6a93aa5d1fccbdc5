import Allonym
import NameModel
import Testing

@testable import NameIndex

@Suite("Words that a text also writes small")
struct SmallWordsTests {
  /// Those of the words with a capital that the text also writes small.
  private static func found(_ text: String, in range: Range<Int>? = nil) throws -> [String] {
    let curated = try CuratedTables.shared.get()
    let index = try NameIndex(bytes: SmallIndex.bytes(SmallIndex.entities, [], []))
    let scanner = try NameScanner(
      index, tables: curated.transliteration, inflections: InflectionTables(curated.index.file))
    let session = ScanSession(scanner)
    let bytes = Array(text.utf8)
    let words = bytes.indices.compactMap { place -> TextWord? in
      guard place == 0 || [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(bytes[place - 1]) else {
        return nil
      }
      return session.word(in: bytes, at: place).flatMap { $0.startsUpper ? $0 : nil }
    }
    let places = session.placesOfWordsAlsoSmall(
      in: bytes, range: range ?? 0..<bytes.count, places: words.map(\.range.lowerBound))
    return words.filter { places.contains($0.range.lowerBound) }.map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("Маска и маска. Маски", ["Маска"]), ("Маска и Маска", []), ("The mask. Mask of Musk", ["Mask"]),
    // Case and marks fold as they do for names.
    ("MASK mask", ["MASK"]), ("Straße strasse", ["Straße"]), ("Émile émile", ["Émile"]),
    // A letter inside of a word; parts of compounds and addresses, which have no capitals.
    ("Ask mask", []), ("Rajin Hasan-rajin", []), ("Rajin rajin-line", []), ("", []), ("mask", []),
    ("Peskov www.peskov.example", []), ("Peskov peskov@example.org", []), ("Peskov a@peskov.org", []),
    ("Peskov /news/peskov-left", []), ("Peskov dmitry.peskov@example.org", []), ("Peskov peskov. He", ["Peskov"]),
    ("Peskov (peskov), he", ["Peskov"]), ("Peskov peskov.", ["Peskov"]), ("Neill o’neill", []),
  ])
  func wordsAreFound(text: String, expected: [String]) throws {
    #expect(try Self.found(text) == expected)
  }

  @Test func onlyTheRangeIsLookedAt() throws {
    #expect(try Self.found("Mask mask", in: 0..<5) == [])
    #expect(try Self.found("Mask mask", in: 5..<9) == ["Mask"])
    #expect(try Self.found("Mask mask", in: 3..<3) == [])
  }

  @Test func bytesThatAreNoTextAreNoWords() throws {
    let curated = try CuratedTables.shared.get()
    let index = try NameIndex(bytes: SmallIndex.bytes(SmallIndex.entities, [], []))
    let session = ScanSession(
      try NameScanner(index, tables: curated.transliteration, inflections: InflectionTables(curated.index.file)))
    var generator = SplitMix(seed: 11)
    for _ in 0..<200 {
      let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let places = Array(bytes.indices)
      #expect(session.placesOfWordsAlsoSmall(in: bytes, range: 0..<64, places: places).isSubset(of: Set(places)))
    }
  }
}
