/// The bytes of a text, read without copying. Any bytes will do: what is no UTF-8 reads as U+FFFD, a byte at a time.
///
/// Every access is inside the buffer: `scalar(at:)` asks for a position below `count` and looks at no byte whose
/// position it has not compared with `count`.
struct ScanText {
  let base: UnsafePointer<UInt8>
  let count: Int

  /// - Parameter bytes: not empty, and alive as long as this value is used.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
    self.base = base
    count = bytes.count
  }

  /// The character that begins at `position`, which is then the position behind it.
  @inline(__always)
  func scalar(at position: inout Int) -> UInt32 {
    precondition(position >= 0 && position < count)
    let first = UInt32(base[position])
    if first < 0x80 {
      position += 1
      return first
    }
    if first >= 0xC2, first < 0xE0, position + 1 < count {
      let second = UInt32(base[position + 1])
      if second & 0xC0 == 0x80 {
        position += 2
        return (first & 0x1F) << 6 | second & 0x3F
      }
    } else if first >= 0xE0, first < 0xF0, position + 2 < count {
      let second = UInt32(base[position + 1])
      let third = UInt32(base[position + 2])
      let scalar = (first & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, scalar >= 0x800, scalar & 0xF800 != 0xD800 {
        position += 3
        return scalar
      }
    } else if first >= 0xF0, first < 0xF5, position + 3 < count {
      let second = UInt32(base[position + 1])
      let third = UInt32(base[position + 2])
      let fourth = UInt32(base[position + 3])
      let scalar = (first & 7) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80, scalar >= 0x10000, scalar < 0x110000 {
        position += 4
        return scalar
      }
    }
    position += 1
    return 0xFFFD
  }
}
