extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at `offset`, which moves behind it. The bytes are those of a Swift string, so they are
  /// well-formed; where they were not, bits would be missing, and nothing would be read outside.
  @inline(__always)
  func scalar(at offset: inout Int) -> UInt32 {
    let first = UInt32(self[offset])
    if first < 0x80 {
      offset += 1
      return first
    }
    if first < 0xE0 {
      defer { offset += 2 }
      return (first & 0x1F) << 6 | continuation(offset + 1)
    }
    if first < 0xF0 {
      defer { offset += 3 }
      return (first & 0x0F) << 12 | continuation(offset + 1) << 6 | continuation(offset + 2)
    }
    defer { offset += 4 }
    return (first & 0x07) << 18 | continuation(offset + 1) << 12 | continuation(offset + 2) << 6
      | continuation(offset + 3)
  }

  @inline(__always)
  private func continuation(_ offset: Int) -> UInt32 { offset < count ? UInt32(self[offset] & 0x3F) : 0 }
}
