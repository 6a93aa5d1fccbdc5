/// CRC-32 (ISO-HDLC, the polynomial of zlib and PNG), eight bytes at a time.
public enum Checksum {
  private static let tables: [[UInt32]] = {
    var tables = [[UInt32]](repeating: [UInt32](repeating: 0, count: 256), count: 8)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
      tables[0][byte] = value
    }
    for byte in 0..<256 {
      for slice in 1..<8 {
        let previous = tables[slice - 1][byte]
        tables[slice][byte] = tables[0][Int(previous & 0xFF)] ^ (previous >> 8)
      }
    }
    return tables
  }()

  public static func crc32(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let tables = tables
    var crc: UInt32 = 0xFFFF_FFFF
    var index = 0
    while index + 8 <= bytes.count {
      let low = bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self).littleEndian ^ crc
      let high = bytes.loadUnaligned(fromByteOffset: index + 4, as: UInt32.self).littleEndian
      crc =
        tables[7][Int(low & 0xFF)] ^ tables[6][Int((low >> 8) & 0xFF)]
        ^ tables[5][Int((low >> 16) & 0xFF)] ^ tables[4][Int(low >> 24)]
        ^ tables[3][Int(high & 0xFF)] ^ tables[2][Int((high >> 8) & 0xFF)]
        ^ tables[1][Int((high >> 16) & 0xFF)] ^ tables[0][Int(high >> 24)]
      index += 8
    }
    while index < bytes.count {
      crc = tables[0][Int((crc ^ UInt32(bytes[index])) & 0xFF)] ^ (crc >> 8)
      index += 1
    }
    return crc ^ 0xFFFF_FFFF
  }

  public static func crc32(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { crc32($0) } }
}
