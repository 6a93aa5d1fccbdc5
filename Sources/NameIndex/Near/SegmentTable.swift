import SectionedFile

/// Finds the strings that differ from another in two letters at most (``LetterPattern`` counts them).
///
/// Each string is cut into three segments. Of a string that differs in two letters, at least one segment is whole and stands
/// near its place: so strings are filed under the hashes of their segments (Pass-Join; G. Li, D. Deng, J. Wang and J. Feng,
/// 2011, with the substrings that its multi-match-aware selection leaves). Letters that are turned across a border spoil both
/// segments, so the one before the border is asked for as it was before they turned, too. Short words are cut into two, and
/// found where one letter differs. The letters of the string stand beside each entry and tell most strangers apart before
/// anything is read of them.
///
/// The section holds log₂ of the number of buckets (4), a zero (4), for each bucket and the end where its entries begin (4
/// each), and the entries (8): number of the string (bits 0–27) and letters (28–63, `LetterSet`).
struct SegmentTable: Sendable {
  /// Which strings are filed, and how they are cut.
  enum Kind {
    case wholeForms
    case words

    /// Strings of other lengths are not filed.
    var lengths: ClosedRange<Int> { self == .words ? 1...64 : 3...64 }

    /// How many letters may differ in strings of a length: one less than they have segments.
    @inline(__always)
    func distanceLimit(ofLength count: Int) -> Int {
      self == .words && count < SegmentTable.longWord ? 1 : SegmentTable.distanceLimit
    }
  }

  /// How many letters may differ.
  static let distanceLimit = 2
  /// Words that are shorter are cut into two.
  static let longWord = 8
  private static let numberBits: UInt64 = 64 - LetterSet.bitCount
  private static let numberMask: UInt64 = 1 << numberBits - 1

  private let kind: Kind
  private let region: ByteRegion
  private let bucketBits: Int
  private let entryCount: Int
  /// Numbers of strings are below this.
  private let limit: Int

  init(_ region: ByteRegion, of kind: Kind, limit: Int) throws(SectionedFileError) {
    self.region = region
    self.kind = kind
    self.limit = limit
    bucketBits = Int(try region.uint32(at: 0))
    guard bucketBits < 32, region.count >= 8 + (1 << bucketBits + 1) * 4 else {
      throw region.damaged(at: 0, "2^\(bucketBits) buckets do not fit the section")
    }
    entryCount = (region.count - 8 - (1 << bucketBits + 1) * 4) / 8
  }

  /// The numbers of strings that may differ from `string` in no more letters than `distance`, and no more than those of their
  /// length may; of most of them more than once.
  func candidates(near string: [UInt8], distance: Int = distanceLimit) throws(SectionedFileError) -> [UInt32] {
    let letters = LetterSet(string)
    var buckets: [Bucket] = []
    buckets.reserveCapacity(48)
    // All of them first, so that the memory that they stand in is fetched at once.
    try string.withUnsafeBufferPointer { string throws(SectionedFileError) in
      try gatherBuckets(near: string, distance, &buckets)
    }
    var found: [UInt32] = []
    found.reserveCapacity(128)
    let base = 8 + (1 << bucketBits + 1) * 4
    for bucket in buckets {
      for entry in bucket.entries {
        let both = try region.uint64(at: base + entry * 8)
        let other = LetterSet(bits: both >> Self.numberBits)
        guard letters.mayBeNear(other, bucket.distance, longerBy: bucket.difference) else { continue }
        let number = UInt32(truncatingIfNeeded: both & Self.numberMask)
        guard number < limit else { throw region.damaged(at: base + entry * 8, "string \(number) does not exist") }
        found.append(number)
      }
    }
    return found
  }

  /// The entries of strings that have a segment in common with another.
  private struct Bucket {
    var entries: Range<Int>
    /// How many letters may differ in strings of this length.
    var distance: Int
    /// By how many letters the other string is longer.
    var difference: Int
  }

  private func gatherBuckets(
    near string: UnsafeBufferPointer<UInt8>, _ distance: Int, _ buckets: inout [Bucket]
  ) throws(SectionedFileError) {
    let shortest = max(kind.lengths.lowerBound, string.count - distance)
    let longest = min(kind.lengths.upperBound, string.count + distance)
    guard shortest <= longest else { return }
    for length in shortest...longest {
      let segmentCount = kind.distanceLimit(ofLength: length) + 1
      let difference = string.count - length
      let distance = min(distance, segmentCount - 1)
      guard abs(difference) <= distance else { continue }
      // What differs in nothing has any of its segments: the last is the longest.
      for segment in (distance == 0 ? segmentCount - 1 : 0)..<segmentCount {
        let place = Self.segment(segment, of: segmentCount, ofLength: length)
        let before = min(segment, distance)
        let behind = min(segmentCount - 1 - segment, distance)
        for start in Self.starts(of: place, difference, in: string.count, before: before, behind: behind) {
          let bucket = Self.bucket(string, start..<start + place.count, segment, length: length, bucketBits)
          buckets.append(Bucket(entries: try entries(of: bucket), distance: distance, difference: difference))
        }
        // Where the other segments have one change each but two of them share one, these are turned across their border, and
        // the string is as long before the first border, and behind the last.
        guard distance == segmentCount - 1, behind > 0, abs(difference) < distance else { continue }
        let start = segment == 0 ? 0 : place.lowerBound + difference
        if start >= 0, start + place.count < string.count {
          let bucket = Self.bucket(
            string, start..<start + place.count, segment, length: length, bucketBits, last: string[start + place.count])
          buckets.append(Bucket(entries: try entries(of: bucket), distance: distance, difference: difference))
        }
      }
    }
  }

  @inline(__always)
  private func entries(of bucket: Int) throws(SectionedFileError) -> Range<Int> {
    let first = try region.uint32(at: 8 + bucket * 4)
    let end = try region.uint32(at: 12 + bucket * 4)
    guard first <= end, end <= entryCount else {
      throw region.damaged(at: 8 + bucket * 4, "a bucket runs backwards or out of the section")
    }
    return Int(first)..<Int(end)
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
    for entry in 0..<entryCount where try region.uint64(at: base + entry * 8) & Self.numberMask >= limit {
      throw region.damaged(at: base + entry * 8, "a string that does not exist")
    }
  }

  // MARK: Segments

  /// Where a segment stands in a string of some length.
  private static func segment(_ number: Int, of count: Int, ofLength length: Int) -> Range<Int> {
    let short = length / count
    // Segments that are longer by one come last.
    let firstLong = count - length % count
    let start = number * short + max(0, number - firstLong)
    return start..<start + short + (number >= firstLong ? 1 : 0)
  }

  /// Where a segment may begin in a string that is longer by `difference`, with so many changes before and behind it at most:
  /// the letters that are too many or too few on the left and on the right must be made up for there.
  private static func starts(
    of place: Range<Int>, _ difference: Int, in count: Int, before: Int, behind: Int
  ) -> Range<Int> {
    let left = max(place.lowerBound - before, place.lowerBound + difference - behind)
    let right = min(place.lowerBound + before, place.lowerBound + difference + behind)
    let first = max(0, left)
    let last = min(count - place.count, right)
    return first..<max(first, last + 1)
  }

  /// - Parameter last: a letter in place of the last one of the range.
  private static func bucket(
    _ string: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ segment: Int, length: Int, _ bits: Int,
    last: UInt8? = nil
  ) -> Int {
    var hash = UInt64(segment * 64 + length) &* 0x9E37_79B9_7F4A_7C15
    for place in range {
      let letter = place == range.upperBound - 1 ? last ?? string[place] : string[place]
      hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
    }
    hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    return bits == 0 ? 0 : Int(hash >> UInt64(64 - bits))
  }

  // MARK: Building

  /// Lays a table down. Strings of other lengths than are filed are left out.
  static func encoded(_ strings: [[UInt8]], of kind: Kind) -> [UInt8] {
    precondition(strings.count <= numberMask, "a number takes \(numberBits) bits")
    var bits = 0
    while 1 << bits < strings.count { bits += 1 }
    let bucketCount = 1 << bits
    var starts = [UInt32](repeating: 0, count: bucketCount + 1)
    func forEachSegment(_ body: (_ string: Int, _ bucket: Int, _ letters: UInt64) -> Void) {
      for (number, string) in strings.enumerated() where kind.lengths.contains(string.count) {
        string.withUnsafeBufferPointer { string in
          let letters = LetterSet(string).bits << numberBits
          let segmentCount = kind.distanceLimit(ofLength: string.count) + 1
          for segment in 0..<segmentCount {
            let place = self.segment(segment, of: segmentCount, ofLength: string.count)
            body(number, bucket(string, place, segment, length: string.count, bits), letters)
          }
        }
      }
    }
    forEachSegment { _, bucket, _ in starts[bucket + 1] += 1 }
    for bucket in 0..<bucketCount { starts[bucket + 1] += starts[bucket] }
    var next = starts
    var entries = [UInt64](repeating: 0, count: Int(starts[bucketCount]))
    forEachSegment { number, bucket, letters in
      entries[Int(next[bucket])] = letters | UInt64(number)
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
