import SectionedFile

/// Which pairs of consonant classes two words of a form have: a Bloom filter, so that most words of a text are refused by one
/// number that is read.
struct SoundPairFilter: Sendable {
  private let region: ByteRegion
  /// How many numbers the filter has.
  private let count: UInt64

  /// Bits of the filter for each pair.
  private static let bitsPerPair = 12
  /// Pairs of words beyond these are left out, for names that are sentences.
  private static let wordLimit = 12

  init(_ region: ByteRegion) throws(SectionedFileError) {
    self.region = region
    count = try region.uint64(at: 0)
    guard count >= 1, count < 1 << 32, region.count == 8 + 8 * Int(count) else {
      throw region.damaged(at: 0, "\(region.count) bytes are no filter of \(count) numbers")
    }
  }

  func mayHold(_ first: NameKey, _ second: NameKey) throws(SectionedFileError) -> Bool {
    let (place, mask) = Self.place(first, second, count)
    return try region.uint64(at: 8 + place * 8) & mask == mask
  }

  private static func place(_ first: NameKey, _ second: NameKey, _ count: UInt64) -> (Int, UInt64) {
    var hash = (min(first, second).rawValue &* 0x9E37_79B9_7F4A_7C15) ^ max(first, second).rawValue
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    // The upper half of the hash, which is below 2³², as a share of the numbers.
    return (Int(((hash >> 32) * count) >> 32), mask(hash))
  }

  /// Four bits of the lowest 24: a word of a text has many keys, and each pair of keys is one more chance of a mistake.
  private static func mask(_ hash: UInt64) -> UInt64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 12 & 63) | 1 << (hash >> 18 & 63)
  }

  /// - Parameters:
  ///   - formCount: how many forms there are.
  ///   - words: the words of the form with a number.
  ///   - keys: of a word.
  static func encoded(
    formCount: Int, words: (_ form: Int) -> ArraySlice<UInt32>, keys: (_ word: UInt32) -> ArraySlice<NameKey>
  ) -> [UInt8] {
    func forEachPair(_ body: (NameKey, NameKey) -> Void) {
      for form in 0..<formCount {
        let words = words(form).prefix(wordLimit)
        guard words.count > 1 else { continue }
        for first in words.indices.dropLast() {
          for second in first + 1..<words.endIndex {
            for one in keys(words[first]) { for other in keys(words[second]) { body(one, other) } }
          }
        }
      }
    }
    var pairCount = 0
    forEachPair { _, _ in pairCount += 1 }
    let count = max(1, (pairCount * bitsPerPair + 63) / 64)
    var filter = [UInt64](repeating: 0, count: count)
    forEachPair { first, second in
      let (place, mask) = place(first, second, UInt64(count))
      filter[place] |= mask
    }
    var writer = ByteWriter()
    writer.append(UInt64(count))
    return writer.bytes + filter.littleEndianBytes
  }
}
