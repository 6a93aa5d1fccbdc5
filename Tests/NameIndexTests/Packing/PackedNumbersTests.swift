import SectionedFile
import Testing

@testable import NameIndex

@Suite("Packed numbers")
struct PackedNumbersTests {
  private static func region(_ bytes: [UInt8]) -> ByteRegion { ByteRegion(ByteStorage(copying: bytes, name: "test")) }

  @Test(arguments: [0, 1, 31, 32, 33, 64, 1000], [1, 7, 1 << 20, UInt32.max] as [UInt32])
  func whatIsPackedIsRead(count: Int, limit: UInt32) throws {
    var random = SplitMix(seed: UInt64(count))
    let numbers = (0..<count).map { _ in UInt32.random(in: 0...limit, using: &random) }
    // Something stands before and behind.
    let bytes = [9, 9] + PackedNumbers.encoded(numbers) + [7]
    let packed = try PackedNumbers(Self.region(bytes), at: 2, count: count)
    #expect(packed.end == bytes.count - 1)
    for (place, number) in numbers.enumerated() { #expect(try packed[place] == Int(number)) }
    for place in [-1, count, .max] { #expect(throws: SectionedFileError.self) { try packed[place] } }
    let sorted = numbers.sorted()
    let ranges = try PackedNumbers(Self.region(PackedNumbers.encoded(sorted)), at: 0, count: count)
    for place in 0..<max(0, count - 1) {
      #expect(try ranges.range(at: place) == Int(sorted[place])..<Int(sorted[place + 1]))
    }
    for place in [-1, count - 1, .max] { #expect(throws: SectionedFileError.self) { try ranges.range(at: place) } }
  }

  @Test func equalNumbersTakeNoBits() {
    #expect(PackedNumbers.encoded([UInt32](repeating: 5, count: 32)).count == 2 * 8 + 8)
  }

  @Test func rangesThatRunBackwardsAreDamaged() throws {
    let packed = try PackedNumbers(Self.region(PackedNumbers.encoded([3, 2])), at: 0, count: 2)
    #expect(throws: SectionedFileError.self) { try packed.range(at: 0) }
  }

  /// Whatever stands there, what is read is an error or a number.
  @Test func anyBytesAreReadInBounds() throws {
    let sound = PackedNumbers.encoded((0..<100).map { $0 * $0 })
    for offset in sound.indices {
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        var bytes = sound
        bytes[offset] = value
        guard let packed = try? PackedNumbers(Self.region(bytes), at: 0, count: 100) else { continue }
        for place in 0..<100 { _ = try? packed.range(at: place) }
      }
    }
    for length in sound.indices {
      #expect(throws: SectionedFileError.self) {
        try PackedNumbers(Self.region(Array(sound[..<length])), at: 0, count: 100)
      }
    }
  }
}

@Suite("Columns of bits")
struct BitColumnTests {
  @Test(arguments: [0, 1, 3, 8, 31, 40, 57]) func whatIsWrittenIsRead(width: Int) throws {
    var random = SplitMix(seed: UInt64(width))
    let numbers = (0..<200).map { _ in random.next() & (1 << UInt64(width) - 1) }
    var writer = BitWriter()
    for number in numbers { writer.append(number, width) }
    let bytes = writer.column()
    #expect(bytes.count == BitColumn.byteCount(numbers.count, width: width))
    let column = try BitColumn(
      ByteRegion(ByteStorage(copying: bytes, name: "test")), at: 0, count: numbers.count, width: width)
    #expect(column.end == bytes.count)
    for (place, number) in numbers.enumerated() { #expect(try column[place] == number) }
    #expect(throws: SectionedFileError.self) { try column.bits(at: bytes.count * 8, 1) }
  }

  @Test(arguments: [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (1 << 32, 32)])
  func widthsHoldTheNumbersBelow(limit: Int, width: Int) { #expect(BitColumn.width(below: limit) == width) }
}

@Suite("Buckets")
struct BucketsTests {
  @Test(arguments: [0, 1, 10, 5_000]) func numbersAreSortedInTheirBuckets(count: Int) {
    var random = SplitMix(seed: 3)
    let numbers = (0..<count).map { _ in random.next() % 4_000 }
    let buckets = Buckets(16, numbers) { Int(numbers[$0] % 16) }
    #expect(buckets.starts.count == 17)
    for bucket in 0..<16 {
      let expected = Set(numbers.filter { Int($0 % 16) == bucket }).sorted()
      #expect(Array(buckets.numbers[Int(buckets.starts[bucket])..<Int(buckets.starts[bucket + 1])]) == expected)
    }
  }
}

@Suite("Texts by number")
struct TextInternerTests {
  @Test func textsAreNumberedInTheOrderOfFirstUse() {
    var interner = TextInterner()
    var random = SplitMix(seed: 5)
    var numbers: [[UInt8]: UInt32] = [:]
    for _ in 0..<20_000 {
      let text = Array(String(random.next() % 5_000, radix: 36).utf8)
      let expected = numbers[text] ?? UInt32(numbers.count)
      numbers[text] = expected
      let number = interner.number(of: text)
      #expect(number == expected)
    }
    #expect(interner.count == numbers.count)
    for (text, number) in numbers { #expect(Array(interner[Int(number)]) == text) }
  }
}
