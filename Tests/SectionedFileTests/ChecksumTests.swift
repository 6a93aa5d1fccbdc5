import Testing

@testable import SectionedFile

@Suite("CRC-32")
struct ChecksumTests {
  /// Check value of CRC-32/ISO-HDLC in the CRC RevEng catalogue, and values of zlib's `crc32`.
  @Test(
    arguments: [
      ("123456789", 0xCBF4_3926), ("", 0), ("a", 0xE8B7_BE43), ("abc", 0x3524_41C2), ("12345678", 0x9AE0_DAAF),
      ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
    ] as [(String, UInt32)])
  func knownAnswers(text: String, expected: UInt32) { #expect(Checksum.crc32(Array(text.utf8)) == expected) }

  @Test func thirtyTwoZeroBytes() { #expect(Checksum.crc32([UInt8](repeating: 0, count: 32)) == 0x190A_55AD) }

  @Test func thirtyTwoBytesOfOnes() { #expect(Checksum.crc32([UInt8](repeating: 0xFF, count: 32)) == 0xFF6C_AB0B) }

  /// Eight bytes at a time gives what one bit at a time gives, at every length and alignment.
  @Test func agreesWithTheDefinition() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
    for start in 0..<9 {
      for end in start...bytes.count where end - start < 40 || end == bytes.count {
        let slice = Array(bytes[start..<end])
        let found = bytes.withUnsafeBytes { Checksum.crc32(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
        #expect(found == Self.bitByBit(slice), "\(start)..<\(end)")
      }
    }
  }

  private static func bitByBit(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
