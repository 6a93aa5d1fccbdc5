import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

@Suite("Strings by their segments")
struct SegmentTableTests {
  /// - Parameter letters: how many letters there are to choose from.
  private static func strings(_ count: Int, letters: UInt8 = 3, seed: UInt64) -> [[UInt8]] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...9, using: &random)).map { _ in UInt8.random(in: 0x61..<0x61 + letters, using: &random) }
    }
  }

  /// The distance of Levenshtein by its definition.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }

  /// Every string within the distance is a candidate.
  @Test(arguments: [1, 2], [3, 26] as [UInt8]) func nothingNearIsMissed(distance: Int, letters: UInt8) throws {
    var random = SplitMix(seed: 12)
    let queries = Self.strings(200, letters: letters, seed: 4)
    // With the queries and what one or two slips make of them among the strings.
    let slips = queries.map { query in
      var slip = query
      slip[Int.random(in: slip.indices, using: &random)] = UInt8.random(in: 0x61...0x7A, using: &random)
      if Bool.random(using: &random) { slip.remove(at: Int.random(in: slip.indices, using: &random)) }
      return slip
    }
    let strings = Self.strings(400, letters: letters, seed: 3) + slips
    let table = try SegmentTable(
      ByteRegion(ByteStorage(copying: SegmentTable.encoded(strings), name: "test")), limit: strings.count)
    for query in queries where SegmentTable.lengths.contains(query.count) {
      let found = Set(try table.candidates(near: query, distance: distance))
      for (number, string) in strings.enumerated() where SegmentTable.lengths.contains(string.count) {
        if Self.distance(query, string) <= distance { #expect(found.contains(UInt32(number)), "\(query) \(string)") }
      }
    }
  }

  /// The bit-parallel distance is the distance by its definition.
  @Test func patternsMeasureTheDistance() throws {
    for (a, b) in zip(Self.strings(500, seed: 7), Self.strings(500, seed: 8)) {
      let pattern = try #require(LetterPattern(a))
      #expect(b.withUnsafeBytes { pattern.distance(to: $0) } == Self.distance(a, b))
    }
    // What only a damaged index has: a place without a letter.
    #expect(LetterPattern(Array("ab".utf8))?.distance(to: ReducedSpelling(packed: 0x401)) == 2)
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 64)
    let pattern = try #require(LetterPattern(long))
    #expect(long.withUnsafeBytes { pattern.distance(to: $0) } == 0)
    #expect([UInt8]().withUnsafeBytes { pattern.distance(to: $0) } == 64)
    #expect(LetterPattern(long + [0x61]) == nil)
    #expect(LetterPattern([]) == nil)
    #expect(LetterPattern(Array("é".utf8)) == nil)
  }

  @Test(arguments: [
    ("Khasan", "Hassan"), ("Mohammed", "Mohamed"), ("Yuri", "Iuri"), ("Fyodor", "Fiodor"), ("Philipp", "Filip"),
    ("Wladimir", "Vladimir"), ("Marcellin", "Marselin"), ("Choukri", "Chukri"),
  ])
  func habitsReduceAlike(one: String, other: String) {
    func reduced(_ text: String) -> [UInt8] { ReducedSpelling(text.lowercased().utf8).letters }
    #expect(Self.distance(reduced(one), reduced(other)) <= (one == "Khasan" ? 1 : 0))
  }
}
