/// The hashes by which words and sequences of words are found. Forms are hashed when an index is built, text when it is
/// read; both here.
enum ScanHash {
  /// What the hash of a word starts from.
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// What the hash of a sequence starts from.
  static let start: UInt64 = 0

  /// A word with one more folded character.
  @inline(__always)
  static func step(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    let mixed = (hash ^ UInt64(scalar)) &* 0x9FB2_1C65_1E98_DF25
    return mixed ^ mixed >> 32
  }

  /// A sequence with one more word, or one more character of a script without spaces. Never 0.
  @inline(__always)
  static func sequence(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var mixed = (hash << 13 | hash >> 51) ^ word
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 29
    mixed = mixed &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 32
    return mixed == 0 ? 1 : mixed
  }
}
