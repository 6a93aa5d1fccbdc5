import SectionedFile

/// Which pairs of consonant classes two words of a form have: a Bloom filter, so that most words of a text are refused by one
/// number that is read.
struct SoundPairFilter: Sendable {
  private let region: ByteRegion
  private let bits: Int

  /// Bits of the filter for each pair.
  private static let bitsPerPair = 12
  /// Pairs of words beyond these are left out, for names that are sentences.
  private static let wordLimit = 12

  init(_ region: ByteRegion) throws(SectionedFileError) {
    self.region = region
    let bits = try region.uint64(at: 0)
    guard bits < 32, region.count == 8 + 8 << bits else {
      throw region.damaged(at: 0, "\(region.count) bytes are no filter of 2^\(bits) numbers")
    }
    self.bits = Int(bits)
  }

  func mayHold(_ first: NameKey, _ second: NameKey) throws(SectionedFileError) -> Bool {
    let (place, mask) = Self.place(first, second, bits)
    return try region.uint64(at: 8 + place * 8) & mask == mask
  }

  private static func place(_ first: NameKey, _ second: NameKey, _ bits: Int) -> (Int, UInt64) {
    var hash = (min(first, second).rawValue &* 0x9E37_79B9_7F4A_7C15) ^ max(first, second).rawValue
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    return (bits == 0 ? 0 : Int(hash >> UInt64(64 - bits)), mask(hash))
  }

  /// Four bits of the lowest 24: a word of a text has many keys, and each pair of keys is one more chance of a mistake.
  private static func mask(_ hash: UInt64) -> UInt64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 12 & 63) | 1 << (hash >> 18 & 63)
  }

  /// - Parameter forms: for each form, for each of its words, the keys of the word.
  static func encoded(_ forms: some Collection<[[NameKey]]>) -> [UInt8] {
    func forEachPair(_ body: (NameKey, NameKey) -> Void) {
      for words in forms {
        let words = words.prefix(wordLimit)
        for (number, first) in words.enumerated() {
          for second in words.dropFirst(number + 1) {
            for one in first { for other in second { body(one, other) } }
          }
        }
      }
    }
    var pairCount = 0
    forEachPair { _, _ in pairCount += 1 }
    var bits = 0
    while 64 << bits < pairCount * bitsPerPair { bits += 1 }
    var filter = [UInt64](repeating: 0, count: 1 << bits)
    forEachPair { first, second in
      let (place, mask) = place(first, second, bits)
      filter[place] |= mask
    }
    var writer = ByteWriter()
    writer.append(UInt64(bits))
    for word in filter { writer.append(word) }
    return writer.bytes
  }
}
