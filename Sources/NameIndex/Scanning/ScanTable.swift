import SectionedFile

/// The sequences of words that begin the forms of an index, in the mapped file.
///
/// `@unchecked Sendable`: the pointers go into memory that `region` keeps alive and that never changes. What bounds
/// them: `init` finds both lists of beginnings and the filter to lie in the section, and every access masks its number with
/// the size found there. The other tables are read through checked columns.
final class ScanTable: @unchecked Sendable {
  /// What is known of a sequence.
  struct Entry {
    var first: UInt32
    var count: UInt32
    /// Whether a longer sequence begins so.
    var continues: Bool
  }

  private let region: ByteRegion
  let filter: ScanFilterView
  /// First characters of forms in scripts without spaces.
  let starts: ScanBitsView
  /// First two characters of forms that begin with no capital.
  let small: ScanBitsView
  private let bucketLog: Int
  private let buckets: PackedNumbers
  private let prefixes: BitColumn
  private let prefixCount: Int
  /// By prefix: its first posting.
  private let firstPostings: PackedNumbers
  private let postings: BitColumn
  private let postingCount: Int
  private let formBits: Int
  private let formCount: Int
  /// The different flags that postings have.
  private let flags: [UInt32]
  /// How many forms of persons are in Hangul.
  let hangulNames: Int

  /// - Parameter formCount: what the numbers of forms are below.
  init(_ region: ByteRegion, formCount: Int) throws(SectionedFileError) {
    let version = try region.uint32(at: 0)
    guard version == ScanSectionBuilder.version else {
      throw .unsupportedSection(
        path: region.storageName, section: IndexFormat.scan, offset: region.offsetInFile, found: version,
        supported: ScanSectionBuilder.version)
    }
    let filterLog = Int(try region.uint32(at: 4))
    bucketLog = Int(try region.uint32(at: 8))
    prefixCount = Int(try region.uint32(at: 12))
    postingCount = Int(try region.uint32(at: 16))
    hangulNames = Int(try region.uint32(at: 20))
    let startsLog = Int(try region.uint8(at: 24))
    let smallLog = Int(try region.uint8(at: 25))
    let flagCount = Int(try region.uint32(at: 28))
    guard (6...16).contains(startsLog), (6...16).contains(smallLog) else {
      throw region.damaged(at: 24, "a list of beginnings has no such length")
    }
    let lists = ScanSectionBuilder.headerLength + (1 << startsLog) / 8 + (1 << smallLog) / 8
    guard filterLog <= 32, bucketLog <= 32, flagCount <= 1 << 24,
      region.count >= lists + 8 << filterLog + 4 * flagCount
    else { throw region.damaged(at: 4, "the tables do not fit the section") }
    var place = lists + 8 << filterLog
    var flags: [UInt32] = []
    for number in 0..<flagCount { flags.append(try region.uint32(at: place + 4 * number)) }
    self.flags = flags
    place += 4 * flagCount
    buckets = try PackedNumbers(region, at: place, count: 1 << bucketLog + 1)
    prefixes = try BitColumn(region, at: buckets.end, count: prefixCount, width: ScanSectionBuilder.prefixBits)
    firstPostings = try PackedNumbers(region, at: prefixes.end, count: prefixCount + 1)
    formBits = BitColumn.width(below: formCount)
    self.formCount = formCount
    postings = try BitColumn(
      region, at: firstPostings.end, count: postingCount, width: formBits + BitColumn.width(below: flagCount))
    guard postings.end == region.count else { throw region.damaged(at: 4, "the tables do not fill the section") }
    self.region = region
    // The region is a window on memory that it keeps alive.
    let base = region.withUnsafeBytes { $0.baseAddress! }
    starts = ScanBitsView(base: base + ScanSectionBuilder.headerLength, mask: 1 << UInt32(startsLog) - 1)
    small = ScanBitsView(base: starts.base + (1 << startsLog) / 8, mask: 1 << UInt32(smallLog) - 1)
    filter = ScanFilterView(base: base + lists, mask: 1 << filterLog - 1)
  }

  /// What is known of the sequence; `nil` where no form begins so, or the table is damaged there.
  func entry(_ hash: UInt64) -> Entry? {
    let (bucket, kept) = ScanSectionBuilder.place(of: hash, bucketLog)
    guard let places = try? buckets.range(at: bucket) else { return nil }
    for place in places {
      guard let prefix = try? prefixes[place] else { return nil }
      guard prefix >> 1 == kept else { continue }
      guard let range = try? firstPostings.range(at: place), range.upperBound <= postingCount else { return nil }
      return Entry(first: UInt32(range.lowerBound), count: UInt32(range.count), continues: prefix & 1 == 1)
    }
    return nil
  }

  /// A posting with a number below the number of postings; `nil` for others.
  func posting(_ number: UInt32) -> ScanPosting? {
    guard number < postingCount, let both = try? postings[Int(number)] else { return nil }
    let form = both & (1 << UInt64(formBits) - 1)
    let flag = Int(both >> UInt64(formBits))
    guard form < formCount, flag < flags.count else { return nil }
    return ScanPosting(form: UInt32(form), rawFlags: flags[flag])
  }
}

/// The filter of a table that lives as long as the view is used.
struct ScanFilterView: @unchecked Sendable, BitwiseCopyable {
  fileprivate let base: UnsafeRawPointer
  fileprivate let mask: Int

  /// Whether a form may begin with the sequence; no for certain, yes perhaps.
  @inline(__always)
  func mayStart(_ hash: UInt64) -> Bool {
    // Within bounds: the filter has `mask` + 1 words, and the number is masked.
    let word = base.loadUnaligned(fromByteOffset: ScanFilter.word(hash, mask: mask) * 8, as: UInt64.self)
    let bits = ScanFilter.bits(hash)
    return UInt64(littleEndian: word) & bits == bits
  }
}

/// A list of bits of a table that lives as long as the view is used: which characters, or pairs of them, forms begin
/// with.
struct ScanBitsView: @unchecked Sendable, BitwiseCopyable {
  let base: UnsafeRawPointer
  let mask: UInt32

  /// A number for the first two folded characters of a word.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { first &* 113 ^ second }

  /// Whether the value is in the list; no for certain, yes perhaps.
  @inline(__always)
  func mayHold(_ value: UInt32) -> Bool {
    // Within bounds: the list has `mask` + 1 bits, and the number is masked.
    let bit = value & mask
    return base.load(fromByteOffset: Int(bit >> 3), as: UInt8.self) >> UInt8(bit & 7) & 1 == 1
  }
}
