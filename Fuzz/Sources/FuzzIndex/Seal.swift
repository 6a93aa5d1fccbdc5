import SectionedFile

/// Checksums for files that lie.
enum Seal {
  /// The same bytes with a magic number, a length and checksums that hold, as far as the section table points inside.
  static func sealed(_ input: [UInt8]) -> [UInt8] {
    guard input.count >= 32 else { return input }
    var bytes = input
    bytes.replaceSubrange(0..<8, with: Array("ALLONYM".utf8) + [0])
    set(1, at: 8, 4, in: &bytes)
    set(UInt64(bytes.count), at: 16, 8, in: &bytes)
    let count = Int(number(at: 12, 4, in: bytes))
    guard count <= 256, 32 + count * 24 <= bytes.count else { return bytes }
    for entry in stride(from: 32, to: 32 + count * 24, by: 24) {
      let offset = number(at: entry + 8, 8, in: bytes)
      let length = number(at: entry + 16, 8, in: bytes)
      guard offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset else { continue }
      let section = Array(bytes[Int(offset)..<Int(offset + length)])
      set(UInt64(Checksum.crc32(section)), at: entry + 4, 4, in: &bytes)
    }
    set(UInt64(Checksum.crc32(Array(bytes[32..<32 + count * 24]))), at: 24, 4, in: &bytes)
    set(UInt64(Checksum.crc32(Array(bytes[0..<28]))), at: 28, 4, in: &bytes)
    return bytes
  }

  private static func number(at offset: Int, _ size: Int, in bytes: [UInt8]) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }

  private static func set(_ value: UInt64, at offset: Int, _ size: Int, in bytes: inout [UInt8]) {
    for index in 0..<size { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) }
  }
}
