import SectionedFile

/// Numbers, each filed under a key: of a key the highest bits choose a bucket, the next 20 stand beside the number, and the
/// rest is not kept. A key that nothing is filed under finds a number once in 100,000 times, which costs time and no truth.
///
/// The section holds the number of entries (4), n (4), for each of 2ⁿ buckets and the end where its entries begin
/// (``PackedNumbers``), and the entries (``BitColumn``), those of a bucket ascending: a number in as many bits as numbers below
/// their limit need, and above it the bits of the key. A bucket has about eight entries.
struct KeyTable: Sendable {
  private let bucketBits: Int
  private let entryCount: Int
  private let buckets: PackedNumbers
  private let entries: BitColumn
  private let numberBits: UInt64
  private let limit: UInt64
  private let region: ByteRegion

  private static let keptBits = 20

  /// - Parameter limit: what the numbers are below.
  init(_ region: ByteRegion, limit: Int) throws(SectionedFileError) {
    self.region = region
    entryCount = Int(try region.uint32(at: 0))
    bucketBits = Int(try region.uint32(at: 4))
    guard bucketBits <= 32 else { throw region.damaged(at: 4, "2^\(bucketBits) buckets do not fit the section") }
    buckets = try PackedNumbers(region, at: 8, count: 1 << bucketBits + 1)
    let width = BitColumn.width(below: limit)
    numberBits = UInt64(width)
    self.limit = UInt64(limit)
    entries = try BitColumn(region, at: buckets.end, count: entryCount, width: width + Self.keptBits)
    guard entries.end == region.count else {
      throw region.damaged(at: 0, "\(entryCount) entries do not fill the section")
    }
  }

  /// Where the entries of a bucket stand.
  private func places(ofBucket bucket: Int) throws(SectionedFileError) -> Range<Int> {
    let places = try buckets.range(at: bucket)
    guard places.upperBound <= entryCount else {
      throw buckets.damaged(at: bucket, "a bucket of keys runs out of the section")
    }
    return places
  }

  /// The numbers that are filed under a key, each once, ascending.
  func numbers(under key: NameKey) throws(SectionedFileError) -> [UInt32] {
    let found = try first(under: key)
    var low = found.place
    var numbers: [UInt32] = []
    while low < found.bucket.upperBound {
      let entry = try entries[low]
      guard entry >> numberBits == found.kept else { break }
      numbers.append(try number(entry, at: low))
      low += 1
    }
    return numbers
  }

  /// Whether a number is filed under a key.
  func hasNumbers(under key: NameKey) throws(SectionedFileError) -> Bool {
    let (low, places, kept) = try first(under: key)
    guard low < places.upperBound else { return false }
    return try entries[low] >> numberBits == kept
  }

  /// Where the numbers under a key begin in their bucket, if there are any.
  private func first(
    under key: NameKey
  ) throws(SectionedFileError) -> (place: Int, bucket: Range<Int>, kept: UInt64) {
    let (bucket, kept) = Self.place(of: key, bucketBits)
    let places = try places(ofBucket: bucket)
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if try entries[middle] >> numberBits < kept { low = middle + 1 } else { high = middle }
    }
    return (low, places, kept)
  }

  private func number(_ entry: UInt64, at place: Int) throws(SectionedFileError) -> UInt32 {
    let number = entry & (1 << numberBits - 1)
    guard number < limit else { throw entries.damaged(at: place, "number \(number) is not below \(limit)") }
    return UInt32(truncatingIfNeeded: number)
  }

  /// Reads every entry: those of a bucket ascend.
  func readAll() throws(SectionedFileError) {
    var end = 0
    for bucket in 0..<1 << bucketBits {
      let places = try places(ofBucket: bucket)
      guard places.lowerBound == end else { throw buckets.damaged(at: bucket, "a bucket begins inside of another") }
      end = places.upperBound
      var last: UInt64?
      for place in places {
        let entry = try entries[place]
        if let last, last >= entry { throw entries.damaged(at: place, "a key is out of order") }
        last = entry
        _ = try number(entry, at: place)
      }
    }
    guard end == entryCount else { throw region.damaged(at: 0, "the buckets do not hold \(entryCount) entries") }
  }

  /// Which bucket a key belongs to, and what is kept of it there.
  @inline(__always)
  private static func place(of key: NameKey, _ bucketBits: Int) -> (bucket: Int, kept: UInt64) {
    let bucket = bucketBits == 0 ? 0 : Int(key.rawValue >> UInt64(64 - bucketBits))
    return (bucket, (key.rawValue << UInt64(bucketBits)) >> UInt64(64 - keptBits))
  }

  /// Lays a table down.
  ///
  /// - Parameters:
  ///   - postings: keys and numbers, in whatever order.
  ///   - limit: what the numbers are below.
  /// - Returns: how many keys there are that differ in what is kept of them.
  static func encoded(_ postings: KeyPostings, limit: Int) -> (bytes: [UInt8], keys: Int) {
    var bits = 0
    while 1 << bits < postings.count / 8 { bits += 1 }
    let width = BitColumn.width(below: limit)
    var entries = [UInt64](repeating: 0, count: postings.count)
    for place in entries.indices {
      let kept = Self.place(of: postings.keys[place], bits).kept
      entries[place] = kept << UInt64(width) | UInt64(postings.numbers[place])
    }
    let buckets = Buckets(1 << bits, entries) { Self.place(of: postings.keys[$0], bits).bucket }
    var column = BitWriter(capacity: buckets.numbers.count * (width + keptBits))
    var keyCount = 0
    for bucket in 0..<1 << bits {
      var last: UInt64?
      for place in Int(buckets.starts[bucket])..<Int(buckets.starts[bucket + 1]) {
        let entry = buckets.numbers[place]
        column.append(entry, width + keptBits)
        if entry >> UInt64(width) != last { keyCount += 1 }
        last = entry >> UInt64(width)
      }
    }
    var header = ByteWriter()
    header.append(UInt32(buckets.numbers.count))
    header.append(UInt32(bits))
    return (header.bytes + PackedNumbers.encoded(buckets.starts) + column.column(), keyCount)
  }
}

/// Keys, and the numbers that are filed under them.
struct KeyPostings {
  private(set) var keys: [NameKey] = []
  private(set) var numbers: [UInt32] = []

  var count: Int { keys.count }

  @inline(__always)
  mutating func append(_ key: NameKey, _ number: UInt32) {
    keys.append(key)
    numbers.append(number)
  }
}
