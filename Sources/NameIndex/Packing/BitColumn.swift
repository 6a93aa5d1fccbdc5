import SectionedFile

/// Numbers of one width, bit by bit one behind the other, the lowest bit first; then a word of zeros, so that eight bytes
/// can be read wherever a number begins. Every access is checked against the section.
struct BitColumn: Sendable {
  private let region: ByteRegion
  let width: Int
  /// Where the column ends in the region that it was taken from.
  let end: Int

  /// Wider numbers could reach over nine bytes.
  static let widthLimit = 57

  /// - Parameters:
  ///   - offset: where the column begins in `region`.
  ///   - count: how many numbers there are.
  init(_ region: ByteRegion, at offset: Int, count: Int, width: Int) throws(SectionedFileError) {
    let length = Self.byteCount(count, width: width)
    self.region = try region.region(at: offset, count: length)
    self.width = width
    end = offset + length
  }

  static func byteCount(_ count: Int, width: Int) -> Int { (count * width + 63) / 64 * 8 + 8 }

  /// The bits that numbers below `limit` need.
  static func width(below limit: Int) -> Int { limit <= 1 ? 0 : Int.bitWidth - (limit - 1).leadingZeroBitCount }

  /// The number at a place.
  @inline(__always)
  subscript(place: Int) -> UInt64 { get throws(SectionedFileError) { try bits(at: place * width, width) } }

  /// Some bits, `widthLimit` of them at most.
  @inline(__always)
  func bits(at bit: Int, _ width: Int) throws(SectionedFileError) -> UInt64 {
    try region.uint64(at: bit >> 3) >> UInt64(bit & 7) & (1 << UInt64(width) &- 1)
  }

  /// An error of the section at the number with a place.
  func damaged(at place: Int, _ what: String) -> SectionedFileError {
    region.damaged(at: min((place * width) >> 3, region.count), what)
  }
}

/// Gathers bits, the lowest first.
struct BitWriter {
  private var words: [UInt64] = []
  private var word: UInt64 = 0
  private var filled = 0

  init(capacity bits: Int = 0) { words.reserveCapacity(bits / 64 + 2) }

  /// - Parameter value: has no bits beyond `width`, which is 64 at most.
  @inline(__always)
  mutating func append(_ value: UInt64, _ width: Int) {
    word |= value << UInt64(filled)
    filled += width
    guard filled >= 64 else { return }
    words.append(word)
    filled -= 64
    word = filled == 0 ? 0 : value >> UInt64(width - filled)
  }

  /// The bytes of a column: what was gathered, and a word of zeros.
  mutating func column() -> [UInt8] {
    if filled > 0 { words.append(word) }
    words.append(0)
    return words.littleEndianBytes
  }
}

extension Array where Element: FixedWidthInteger & UnsignedInteger & BitwiseCopyable {
  /// The bytes of all elements, the lowest of each first.
  var littleEndianBytes: [UInt8] {
    #if _endian(little)
      withUnsafeBytes { [UInt8]($0) }
    #else
      map(\.littleEndian).withUnsafeBytes { [UInt8]($0) }
    #endif
  }
}
