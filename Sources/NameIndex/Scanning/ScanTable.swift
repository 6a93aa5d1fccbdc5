import SectionedFile

/// The sequences of words that begin the forms of an index, in the mapped file.
///
/// `@unchecked Sendable`: the pointers go into memory that `region` keeps alive and that never changes. What bounds
/// them: `init` finds filter, slots and postings to fit the section exactly, and every access masks or compares its
/// number with the size found there.
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
  let starts: ScanStartView
  let small: ScanSmallView
  private let slots: UnsafeRawPointer
  private let slotMask: Int
  private let postings: UnsafeRawPointer
  private let postingCount: Int
  /// How many forms of persons are in Hangul.
  let hangulNames: Int

  /// A damaged file may be full of slots; a sound one has none that takes so many steps.
  private static let probeLimit = 4096

  init(_ region: ByteRegion) throws(SectionedFileError) {
    let version = try region.uint32(at: 0)
    guard version == ScanSectionBuilder.version else {
      throw .unsupportedSection(
        path: region.storageName, section: IndexFormat.scan, offset: region.offsetInFile, found: version,
        supported: ScanSectionBuilder.version)
    }
    let filterLog = Int(try region.uint32(at: 4))
    let slotLog = Int(try region.uint32(at: 8))
    let postingCount = Int(try region.uint32(at: 12))
    guard filterLog <= 32, slotLog <= 32,
      region.count == ScanSectionBuilder.tablesOffset + 8 << filterLog + 16
        << slotLog + 8 * postingCount
    else { throw region.damaged(at: 4, "the tables do not fill the section") }
    hangulNames = Int(try region.uint32(at: 16))
    self.region = region
    self.postingCount = postingCount
    slotMask = 1 << slotLog - 1
    // The region is a window on memory that it keeps alive.
    let base = region.withUnsafeBytes { $0.baseAddress! }
    starts = ScanStartView(base: base + ScanSectionBuilder.headerLength)
    small = ScanSmallView(base: base + ScanSectionBuilder.headerLength + ScanSectionBuilder.beginningsLength)
    filter = ScanFilterView(
      base: base + ScanSectionBuilder.tablesOffset, mask: 1 << filterLog - 1)
    slots = filter.base + 8 << filterLog
    postings = slots + 16 << slotLog
  }

  /// What is known of the sequence; `nil` where no form begins so.
  func entry(_ hash: UInt64) -> Entry? {
    var place = Int(truncatingIfNeeded: hash) & slotMask
    for _ in 0..<Self.probeLimit {
      let found = UInt64(littleEndian: slots.loadUnaligned(fromByteOffset: place * 16, as: UInt64.self))
      if found == 0 { return nil }
      if found == hash {
        let first = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: place * 16 + 8, as: UInt32.self))
        let rest = UInt32(littleEndian: slots.loadUnaligned(fromByteOffset: place * 16 + 12, as: UInt32.self))
        let count = rest >> 1
        guard Int(first) + Int(count) <= postingCount else { return nil }
        return Entry(first: first, count: count, continues: rest & 1 == 1)
      }
      place = (place + 1) & slotMask
    }
    return nil
  }

  /// A posting with a number below the number of postings; `nil` for others.
  func posting(_ number: UInt32) -> ScanPosting? {
    guard number < postingCount else { return nil }
    let form = UInt32(littleEndian: postings.loadUnaligned(fromByteOffset: Int(number) * 8, as: UInt32.self))
    let flags = UInt32(littleEndian: postings.loadUnaligned(fromByteOffset: Int(number) * 8 + 4, as: UInt32.self))
    return ScanPosting(form: form, rawFlags: flags)
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

/// The characters of scripts without spaces that forms begin with, of a table that lives as long as the view is used.
struct ScanStartView: @unchecked Sendable, BitwiseCopyable {
  fileprivate let base: UnsafeRawPointer

  /// Whether a form begins with the folded character; no for certain below U+10000.
  @inline(__always)
  func mayStart(with scalar: UInt32) -> Bool {
    // Within bounds: there is a bit for each number that is compared.
    guard scalar < 0x10000 else { return true }
    return base.load(fromByteOffset: Int(scalar >> 3), as: UInt8.self) >> UInt8(scalar & 7) & 1 == 1
  }
}

/// The first two characters of forms that begin with no capital, of a table that lives as long as the view is used.
struct ScanSmallView: @unchecked Sendable, BitwiseCopyable {
  fileprivate let base: UnsafeRawPointer

  /// The number of the bit that stands for a pair of folded characters, below 4096.
  @inline(__always)
  static func bit(_ first: UInt32, _ second: UInt32) -> Int { Int((first &* 113 ^ second) & 0xFFF) }

  /// Whether a form without a capital begins so; no for certain, yes perhaps.
  @inline(__always)
  func mayStart(_ first: UInt32, _ second: UInt32) -> Bool {
    // Within bounds: there are 4096 bits.
    let bit = Self.bit(first, second)
    return base.load(fromByteOffset: bit >> 3, as: UInt8.self) >> UInt8(bit & 7) & 1 == 1
  }
}
