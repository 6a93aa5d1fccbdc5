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
      (0..<Int.random(in: 1...12, using: &random)).map { _ in UInt8.random(in: 0x61..<0x61 + letters, using: &random) }
    }
  }

  /// How many letters are put in, left out, changed or turned, by its definition.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var rows = [Array(0...b.count)]
    for (i, letter) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        var least = min(rows[i][j] + (letter == other ? 0 : 1), row[j] + 1, rows[i][j + 1] + 1)
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  /// Every string within the distance that its length allows is a candidate.
  @Test(
    arguments: [SegmentTable.Kind.wholeForms, .words], [(0, 3), (1, 3), (2, 3), (1, 26), (2, 26)] as [(Int, UInt8)])
  func nothingNearIsMissed(kind: SegmentTable.Kind, figures: (distance: Int, letters: UInt8)) throws {
    let (distance, letters) = figures
    var random = SplitMix(seed: 12)
    let queries = Self.strings(400, letters: letters, seed: 4)
    // With the queries and what one or two slips make of them among the strings.
    let slips = queries.map { query in
      var slip = query
      for _ in 0..<Int.random(in: 1...2, using: &random) where slip.count > 1 {
        let place = Int.random(in: 0..<slip.count - 1, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: slip[place] = UInt8.random(in: 0x61...0x7A, using: &random)
        case 1: slip.remove(at: place)
        case 2: slip.insert(UInt8.random(in: 0x61...0x7A, using: &random), at: place)
        default: slip.swapAt(place, place + 1)
        }
      }
      return slip
    }
    let strings = Self.strings(400, letters: letters, seed: 3) + slips
    let table = try SegmentTable(
      ByteRegion(
        ByteStorage(copying: SegmentTable.encoded(strings.count, of: kind) { $1 = strings[$0] }, name: "test")),
      of: kind,
      limit: strings.count)
    for query in queries where kind.lengths.contains(query.count) {
      let found = Set(try table.candidates(near: query, distance: distance))
      for (number, string) in strings.enumerated() where kind.lengths.contains(string.count) {
        if Self.distance(query, string) <= min(distance, kind.distanceLimit(ofLength: min(query.count, string.count))) {
          #expect(found.contains(UInt32(number)), "\(query) \(string)")
        }
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
