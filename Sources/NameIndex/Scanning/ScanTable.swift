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
  /// First characters of forms in scripts without spaces.
  let starts: ScanBitsView
  /// First two characters of forms that begin with no capital.
  let small: ScanBitsView
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
    let startsLog = Int(try region.uint8(at: 20))
    let smallLog = Int(try region.uint8(at: 21))
    guard (6...16).contains(startsLog), (6...16).contains(smallLog) else {
      throw region.damaged(at: 20, "a list of beginnings has no such length")
    }
    let lists = ScanSectionBuilder.headerLength + (1 << startsLog) / 8 + (1 << smallLog) / 8
    guard filterLog <= 32, slotLog <= 32,
      region.count == lists + 8 << filterLog + 16 << slotLog + 8 * postingCount
    else { throw region.damaged(at: 4, "the tables do not fill the section") }
    hangulNames = Int(try region.uint32(at: 16))
    self.region = region
    self.postingCount = postingCount
    slotMask = 1 << slotLog - 1
    // The region is a window on memory that it keeps alive.
    let base = region.withUnsafeBytes { $0.baseAddress! }
    starts = ScanBitsView(base: base + ScanSectionBuilder.headerLength, mask: 1 << UInt32(startsLog) - 1)
    small = ScanBitsView(base: starts.base + (1 << startsLog) / 8, mask: 1 << UInt32(smallLog) - 1)
    filter = ScanFilterView(base: base + lists, mask: 1 << filterLog - 1)
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
