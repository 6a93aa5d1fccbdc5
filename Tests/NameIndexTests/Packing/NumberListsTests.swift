import SectionedFile
import Testing

@testable import NameIndex

@Suite("Lists of numbers")
struct NumberListsTests {
  private static func lists(_ bytes: [UInt8], count: Int, limit: Int) throws -> NumberLists {
    try NumberLists(ByteRegion(ByteStorage(copying: bytes, name: "test")), count: count, limit: limit)
  }

  @Test(arguments: [1, 2, 3, 1_000]) func theyAreReadAsTheyWereLaidDown(limit: Int) throws {
    let all: [[UInt32]] = [[], [0, UInt32(limit - 1)], [0], [], [UInt32(limit / 2)]]
    var starts: [UInt32] = [0]
    for list in all { starts.append(starts[starts.count - 1] + UInt32(list.count)) }
    let lists = try Self.lists(
      NumberLists.encoded(starts: starts, all.flatMap { $0 }, limit: limit), count: all.count, limit: limit)
    for (number, list) in all.enumerated() { #expect(try lists.numbers(ofList: number) == list) }
  }

  /// Numbers below 1 are told by their count alone; a few bytes must not stand for billions of them.
  @Test(arguments: [UInt32.max, 1_000_000, 65]) func thereAreNoMoreNumbersThanBits(count: UInt32) {
    let bytes = PackedNumbers.encoded([0, count]) + [UInt8](repeating: 0, count: 8)
    #expect(throws: SectionedFileError.self) { try Self.lists(bytes, count: 1, limit: 1) }
  }
}
