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
/// The section holds log₂ of the number of buckets (4), a zero (4), for each bucket and the end where its entries begin
/// (`PackedNumbers`), and the entries (`BitColumn`), those of a bucket ascending by their numbers: the letters of the string (32
/// bits, `LetterSet`) and its number, in as many bits as numbers below their limit need.
final class SegmentTable: Sendable {
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
  private static let letterBits = Int(LetterSet.reducedBitCount)

  private let kind: Kind
  private let region: ByteRegion
  private let bucketBits: Int
  private let buckets: PackedNumbers
  private let entryCount: Int
  private let entries: BitColumn
  private let numberBits: Int
  /// Numbers of strings are below this.
  private let limit: Int

  init(_ region: ByteRegion, of kind: Kind, limit: Int) throws(SectionedFileError) {
    self.region = region
    self.kind = kind
    self.limit = limit
    bucketBits = Int(try region.uint32(at: 0))
    guard bucketBits < 32 else { throw region.damaged(at: 0, "2^\(bucketBits) buckets do not fit the section") }
    buckets = try PackedNumbers(region, at: 8, count: 1 << bucketBits + 1)
    entryCount = try buckets[1 << bucketBits]
    numberBits = BitColumn.width(below: limit)
    entries = try BitColumn(region, at: buckets.end, count: entryCount, width: Self.letterBits + numberBits)
    guard entries.end == region.count else {
      throw region.damaged(at: 0, "\(entryCount) entries do not fill the section")
    }
  }

  /// The numbers of strings that may differ from `string` in no more letters than `distance`, and no more than those of their
  /// length may; of most of them more than once.
  func candidates(near string: [UInt8], distance: Int = distanceLimit) throws(SectionedFileError) -> [UInt32] {
    let letters = LetterSet(reduced: string)
    var buckets: [Bucket] = []
    buckets.reserveCapacity(48)
    // All of them first, so that the memory that they stand in is fetched at once.
    try string.withUnsafeBufferPointer { string throws(SectionedFileError) in
      try gatherBuckets(near: string, distance, &buckets)
    }
    var found: [UInt32] = []
    found.reserveCapacity(128)
    let width = entries.width
    for bucket in buckets {
      for entry in bucket.entries {
        let other = LetterSet(bits: try entries.bits(at: entry * width, Self.letterBits))
        guard letters.mayBeNear(other, bucket.distance, longerBy: bucket.difference) else { continue }
        found.append(try number(at: entry))
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
    let range = try buckets.range(at: bucket)
    guard range.upperBound <= entryCount else { throw buckets.damaged(at: bucket, "a bucket runs out of the section") }
    return range
  }

  private func number(at entry: Int) throws(SectionedFileError) -> UInt32 {
    let number = try entries.bits(at: entry * entries.width + Self.letterBits, numberBits)
    guard number < limit else { throw entries.damaged(at: entry, "string \(number) does not exist") }
    return UInt32(truncatingIfNeeded: number)
  }

  /// Reads every entry.
  func readAll() throws(SectionedFileError) {
    var last = 0
    for bucket in 0..<1 << bucketBits {
      let range = try entries(of: bucket)
      guard range.lowerBound == last else { throw buckets.damaged(at: bucket, "a bucket begins inside of another") }
      last = range.upperBound
    }
    for entry in 0..<entryCount { _ = try number(at: entry) }
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
  ///
  /// - Parameters:
  ///   - count: how many strings there are.
  ///   - read: reads the string with a number.
  static func encoded(_ count: Int, of kind: Kind, _ read: (_ number: Int, _ letters: inout [UInt8]) -> Void) -> [UInt8]
  {
    var bits = 0
    while 1 << bits < count { bits += 1 }
    let width = BitColumn.width(below: count)
    // The bucket and the string's number of each segment, and the letters of each string.
    var segments: [(bucket: UInt32, number: UInt32)] = []
    segments.reserveCapacity(count * 3)
    var letters: [UInt32] = []
    letters.reserveCapacity(count)
    var string: [UInt8] = []
    for number in 0..<count {
      string.removeAll(keepingCapacity: true)
      read(number, &string)
      letters.append(UInt32(truncatingIfNeeded: LetterSet(reduced: string).bits))
      guard kind.lengths.contains(string.count) else { continue }
      let segmentCount = kind.distanceLimit(ofLength: string.count) + 1
      string.withUnsafeBufferPointer { string in
        for segment in 0..<segmentCount {
          let place = self.segment(segment, of: segmentCount, ofLength: string.count)
          let bucket = bucket(string, place, segment, length: string.count, bits)
          segments.append((UInt32(bucket), UInt32(number)))
        }
      }
    }
    var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
    for segment in segments { starts[Int(segment.bucket) + 1] += 1 }
    for bucket in 0..<1 << bits { starts[bucket + 1] += starts[bucket] }
    var next = starts
    var numbers = [UInt32](repeating: 0, count: segments.count)
    for segment in segments {
      numbers[Int(next[Int(segment.bucket)])] = segment.number
      next[Int(segment.bucket)] += 1
    }
    var entries = BitWriter(capacity: numbers.count * (letterBits + width))
    for number in numbers {
      entries.append(UInt64(letters[Int(number)]), letterBits)
      entries.append(UInt64(number), width)
    }
    var header = ByteWriter()
    header.append(UInt32(bits))
    header.append(UInt32(0))
    return header.bytes + PackedNumbers.encoded(starts) + entries.column()
  }
}
