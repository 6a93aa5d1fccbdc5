import SectionedFile

/// Finds the strings that differ from another in two letters at most.
///
/// Each string is cut into three segments. Of a string that differs in two letters, at least one segment is whole and stands
/// near its place: so strings are filed under the hashes of their segments (Pass-Join; G. Li, D. Deng, J. Wang and J. Feng,
/// 2011, with the substrings that its multi-match-aware selection leaves). A number of 32 bits beside each entry, which
/// letters occur and how many there are, tells most strangers apart before anything is read of them.
///
/// The section holds log₂ of the number of buckets (4), a zero (4), for each bucket and the end where its entries begin (4
/// each), and the entries: number of the string (4) and letters (4).
struct SegmentTable: Sendable {
  /// How many letters may differ.
  static let distanceLimit = 2
  /// Strings of other lengths are not filed.
  static let lengths = 3...64

  private let region: ByteRegion
  private let bucketBits: Int
  private let entryCount: Int
  /// Numbers of strings are below this.
  private let limit: Int

  init(_ region: ByteRegion, limit: Int) throws(SectionedFileError) {
    self.region = region
    self.limit = limit
    bucketBits = Int(try region.uint32(at: 0))
    guard bucketBits < 32, region.count >= 8 + (1 << bucketBits + 1) * 4 else {
      throw region.damaged(at: 0, "2^\(bucketBits) buckets do not fit the section")
    }
    entryCount = (region.count - 8 - (1 << bucketBits + 1) * 4) / 8
  }

  /// The numbers of strings that may differ from `string` in no more letters than `distance`; of most of them more than once.
  func candidates(near string: [UInt8], distance: Int = distanceLimit) throws(SectionedFileError) -> [UInt32] {
    var found: [UInt32] = []
    let letters = string.withUnsafeBufferPointer(Self.letters(of:))
    let shortest = max(Self.lengths.lowerBound, string.count - distance)
    let longest = min(Self.lengths.upperBound, string.count + distance)
    guard shortest <= longest else { return [] }
    for length in shortest...longest {
      // Of three segments one letter that differs leaves two whole: of any two at least one.
      for segment in (distance < 2 ? 1 : 0)..<3 {
        let place = Self.segment(segment, ofLength: length)
        for start in Self.starts(of: segment, place, length: length, in: string.count, distance) {
          let bucket = string.withUnsafeBufferPointer {
            Self.bucket($0, start..<start + place.count, segment, length: length, bucketBits)
          }
          let first = try region.uint32(at: 8 + bucket * 4)
          let end = try region.uint32(at: 12 + bucket * 4)
          guard first <= end, end <= entryCount else {
            throw region.damaged(at: 8 + bucket * 4, "a bucket runs backwards or out of the section")
          }
          let base = 8 + (1 << bucketBits + 1) * 4
          for entry in Int(first)..<Int(end) {
            let both = try region.uint64(at: base + entry * 8)
            guard Self.mayBeNear(UInt32(truncatingIfNeeded: both >> 32), letters, distance) else { continue }
            let number = UInt32(truncatingIfNeeded: both)
            guard number < limit else {
              throw region.damaged(at: base + entry * 8, "string \(number) does not exist")
            }
            found.append(number)
          }
        }
      }
    }
    return found
  }

  /// Reads every entry.
  func readAll() throws(SectionedFileError) {
    let base = 8 + (1 << bucketBits + 1) * 4
    var last: UInt32 = 0
    for bucket in 0...(1 << bucketBits) {
      let start = try region.uint32(at: 8 + bucket * 4)
      guard last <= start, start <= entryCount else {
        throw region.damaged(at: 8 + bucket * 4, "a bucket runs backwards or out of the section")
      }
      last = start
    }
    for entry in 0..<entryCount where try region.uint32(at: base + entry * 8) >= limit {
      throw region.damaged(at: base + entry * 8, "a string that does not exist")
    }
  }

  // MARK: Segments

  /// Where a segment stands in a string of some length.
  private static func segment(_ number: Int, ofLength length: Int) -> Range<Int> {
    let short = length / 3
    // Segments that are longer by one come last.
    let longCount = length - short * 3
    let firstLong = 3 - longCount
    let start = number * short + max(0, number - firstLong)
    return start..<start + short + (number >= firstLong ? 1 : 0)
  }

  /// Where a segment of a string of `length` letters may begin in one of `other` letters that differs in `distance` at most:
  /// the letters that are too many or too few on the left and on the right must be made up for there.
  private static func starts(
    of segment: Int, _ place: Range<Int>, length: Int, in other: Int, _ distance: Int
  ) -> Range<Int> {
    let difference = other - length
    // Two letters: the first segment that is whole has at most as many changes before it as segments. One: no more than it.
    let (before, behind) = distance < 2 ? (distance, distance) : (segment, 2 - segment)
    let left = max(place.lowerBound - before, place.lowerBound + difference - behind)
    let right = min(place.lowerBound + before, place.lowerBound + difference + behind)
    let first = max(0, left)
    let last = min(other - place.count, right)
    return first..<max(first, last + 1)
  }

  private static func bucket(
    _ string: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ segment: Int, length: Int, _ bits: Int
  ) -> Int {
    var hash = UInt64(segment * 64 + length) &* 0x9E37_79B9_7F4A_7C15
    for place in range { hash = (hash ^ UInt64(string[place])) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    return bits == 0 ? 0 : Int(hash >> UInt64(64 - bits))
  }

  // MARK: Letters

  /// Which of the letters a–z occur (26 bits), and how many letters there are (6 bits above).
  private static func letters(of string: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var letters: UInt32 = 0
    for byte in string { letters |= 1 << (UInt32(byte & 31) % 26) }
    return letters | UInt32(min(string.count, 63)) << 26
  }

  private static func mayBeNear(_ a: UInt32, _ b: UInt32, _ distance: Int) -> Bool {
    let lengths = abs(Int32(a >> 26) - Int32(b >> 26))
    // A letter that is changed for another takes one away and brings one.
    return lengths <= Int32(distance) && ((a ^ b) << 6).nonzeroBitCount <= 2 * distance
  }

  // MARK: Building

  /// Lays a table down. Strings of other lengths than `lengths` are left out.
  static func encoded(_ strings: [[UInt8]]) -> [UInt8] {
    var bits = 0
    while 1 << bits < strings.count { bits += 1 }
    let bucketCount = 1 << bits
    var starts = [UInt32](repeating: 0, count: bucketCount + 1)
    func forEachSegment(_ body: (_ string: Int, _ bucket: Int, _ letters: UInt32) -> Void) {
      for (number, string) in strings.enumerated() where lengths.contains(string.count) {
        string.withUnsafeBufferPointer { string in
          let letters = letters(of: string)
          for segment in 0..<3 {
            body(
              number,
              bucket(string, self.segment(segment, ofLength: string.count), segment, length: string.count, bits),
              letters)
          }
        }
      }
    }
    forEachSegment { _, bucket, _ in starts[bucket + 1] += 1 }
    for bucket in 0..<bucketCount { starts[bucket + 1] += starts[bucket] }
    var next = starts
    var entries = [UInt64](repeating: 0, count: Int(starts[bucketCount]))
    forEachSegment { number, bucket, letters in
      entries[Int(next[bucket])] = UInt64(letters) << 32 | UInt64(number)
      next[bucket] += 1
    }
    var writer = ByteWriter()
    writer.append(UInt32(bits))
    writer.append(UInt32(0))
    for start in starts { writer.append(start) }
    for entry in entries { writer.append(entry) }
    return writer.bytes
  }
}
