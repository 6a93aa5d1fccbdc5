/// Undoes the escapes of JSON strings.
enum JSONEscapes {
  /// The text between quotation marks; `nil` where an escape is none of JSON's, a surrogate stands alone, or bytes are not
  /// UTF-8.
  static func undone(_ content: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var place = content.startIndex
    while place < content.endIndex {
      let byte = content[place]
      place += 1
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard place < content.endIndex else { return nil }
      let escape = content[place]
      place += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(content, &place) else { return nil }
        if let units = UTF8.encode(scalar) { result.append(contentsOf: units) }
      default: return nil
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  /// The scalar behind `\u`, of one or two code units.
  private static func scalar(_ content: ArraySlice<UInt8>, _ place: inout Int) -> Unicode.Scalar? {
    guard let unit = unit(content, &place) else { return nil }
    guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) }
    guard content[place...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    place += 2
    guard let low = self.unit(content, &place), (0xDC00...0xDFFF).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  }

  private static func unit(_ content: ArraySlice<UInt8>, _ place: inout Int) -> UInt32? {
    guard content.endIndex - place >= 4 else { return nil }
    var value: UInt32 = 0
    for byte in content[place..<place + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    place += 4
    return value
  }
}
