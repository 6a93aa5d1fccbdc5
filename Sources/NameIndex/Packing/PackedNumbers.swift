import SectionedFile

/// Numbers below 2³² that are mostly near to their neighbours, as offsets are, in blocks of 32: of each block the least number
/// and what the others have more, in as many bits as the block needs. Any number is found by three reads.
///
/// Layout: for each block, and for the end, its least number (4 bytes) and where its bits begin, in units of four bytes (4;
/// the width of a number follows from where the next block begins); then the bits of all blocks, the lowest first; then eight
/// zeros. Every number is checked where it is read.
struct PackedNumbers: Sendable {
  let count: Int
  private let headers: ByteRegion
  private let bits: ByteRegion
  /// Where the numbers end in the region that they were taken from.
  let end: Int

  private static let blockLength = 32

  /// - Parameters:
  ///   - offset: where the numbers begin in `region`.
  ///   - count: how many they are.
  init(_ region: ByteRegion, at offset: Int, count: Int) throws(SectionedFileError) {
    self.count = count
    let blockCount = (count + Self.blockLength - 1) / Self.blockLength
    headers = try region.region(at: offset, count: (blockCount + 1) * 8)
    let length = Int(try headers.uint32(at: blockCount * 8 + 4)) * 4 + 8
    bits = try region.region(at: offset + headers.count, count: length)
    end = offset + headers.count + length
  }

  subscript(place: Int) -> Int {
    @inline(__always)
    get throws(SectionedFileError) {
      guard place >= 0, place < count else { throw outside(place) }
      return try Block(headers, place).number(place, bits)
    }
  }

  /// The range that begins with the number at a place and ends with the next one.
  @inline(__always)
  func range(at place: Int) throws(SectionedFileError) -> Range<Int> {
    guard place >= 0, place < count - 1 else { throw outside(place) }
    let block = try Block(headers, place)
    let first = try block.number(place, bits)
    let isLast = place % Self.blockLength == Self.blockLength - 1
    let end = try (isLast ? Block(headers, place + 1) : block).number(place + 1, bits)
    guard first <= end else { throw damaged(at: place, "a range runs backwards") }
    return first..<end
  }

  /// An error of the section at the block of a number.
  func damaged(at place: Int, _ what: String) -> SectionedFileError {
    headers.damaged(at: min(max(0, place / Self.blockLength) * 8, headers.count), what)
  }

  private func outside(_ place: Int) -> SectionedFileError { damaged(at: place, "number \(place) does not exist") }

  /// What is known of the numbers of a block.
  private struct Block {
    private let least: Int
    /// In bits.
    private let start: Int
    private let width: Int

    @inline(__always)
    init(_ headers: ByteRegion, _ place: Int) throws(SectionedFileError) {
      let offset = place / blockLength * 8
      let both = try headers.uint64(at: offset)
      least = Int(both & 0xFFFF_FFFF)
      let start = Int(both >> 32)
      width = Int(try headers.uint32(at: offset + 12)) - start
      self.start = start * 32
      guard width >= 0, width <= 32 else {
        throw headers.damaged(at: offset, "a block of numbers runs backwards or is too long")
      }
    }

    @inline(__always)
    func number(_ place: Int, _ bits: ByteRegion) throws(SectionedFileError) -> Int {
      let bit = start &+ (place & (blockLength - 1)) &* width
      let more = try bits.uint64(at: bit >> 3) >> UInt64(bit & 7) & (1 << UInt64(width) &- 1)
      return least &+ Int(truncatingIfNeeded: more)
    }
  }

  // MARK: Building

  static func encoded(_ numbers: [UInt32]) -> [UInt8] {
    var headers: [UInt32] = []
    headers.reserveCapacity(numbers.count / blockLength * 2 + 4)
    var bits = BitWriter()
    var start: UInt32 = 0
    for first in stride(from: 0, to: numbers.count, by: blockLength) {
      let end = min(first + blockLength, numbers.count)
      var (least, greatest) = (UInt32.max, UInt32.min)
      for place in first..<end {
        least = min(least, numbers[place])
        greatest = max(greatest, numbers[place])
      }
      let width = 32 - (greatest - least).leadingZeroBitCount
      headers += [least, start]
      start += UInt32(width)
      for place in first..<first + blockLength {
        bits.append(place < end ? UInt64(numbers[place] - least) : 0, width)
      }
    }
    headers += [0, start]
    // Blocks have a whole number of units of four bytes; all of them together perhaps none of eight.
    return headers.littleEndianBytes + bits.column().prefix(Int(start) * 4 + 8)
  }
}
