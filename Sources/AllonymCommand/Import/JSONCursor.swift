#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads what is wanted of a large JSON text, and passes over the rest.
///
/// What is passed over is checked no further than that quotation marks and brackets close.
struct JSONCursor {
  let bytes: [UInt8]
  private(set) var place: Int

  init(_ bytes: [UInt8], at place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  private func error(_ message: String) -> RecordError {
    RecordError("not JSON at byte \(place) of the line: \(message)")
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  /// The first byte of the value that comes next.
  mutating func kind() throws(RecordError) -> UInt8 {
    skipSpace()
    guard place < bytes.count else { throw error("the text ends where a value is expected") }
    return bytes[place]
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Calls `body` with each key of an object; it has to read or skip the value. What is no object (an empty map may be
  /// written as an empty array) is passed over.
  mutating func forEachField(
    _ body: (inout JSONCursor, String) throws(RecordError) -> Void
  ) throws(RecordError) {
    guard try kind() == UInt8(ascii: "{") else { return try skip() }
    place += 1
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      guard take(UInt8(ascii: ":")) else { throw error("a colon is expected after the key `\(key)`") }
      try body(&self, key)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("a comma or } is expected") }
  }

  /// Calls `body` for each element of an array; it has to read or skip the element. What is no array is passed over.
  mutating func forEachElement(
    _ body: (inout JSONCursor) throws(RecordError) -> Void
  ) throws(RecordError) {
    guard try kind() == UInt8(ascii: "[") else { return try skip() }
    place += 1
    if take(UInt8(ascii: "]")) { return }
    repeat { try body(&self) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error("a comma or ] is expected") }
  }

  /// A string; `nil` where the value is something else, which is passed over.
  mutating func text() throws(RecordError) -> String? {
    guard try kind() == UInt8(ascii: "\"") else {
      try skip()
      return nil
    }
    return try string()
  }

  /// A whole number; `nil` where the value is something else, which is passed over.
  mutating func number() throws(RecordError) -> Int? {
    skipSpace()
    let start = place
    try skip()
    return Int(String(decoding: bytes[start..<place], as: UTF8.self).trimmingSpace)
  }

  private mutating func string() throws(RecordError) -> String {
    guard try kind() == UInt8(ascii: "\"") else { throw error("a quotation mark is expected") }
    let start = place
    let (end, hasEscape) = Self.endOfString(bytes, from: start + 1)
    place = end
    guard place < bytes.count else {
      place = start
      throw error("a string does not end")
    }
    place += 1
    let content = bytes[start + 1..<place - 1]
    if hasEscape {
      guard let text = JSONEscapes.undone(content) else {
        place = start
        throw error("a string with an escape that JSON does not have, or that is not valid UTF-8")
      }
      return text
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      place = start
      throw error("a string that is not valid UTF-8")
    }
    return text
  }

  /// Where the string ends whose first byte is at `start` (behind all bytes, if it does not), and whether it has escapes.
  private static func endOfString(_ bytes: [UInt8], from start: Int) -> (end: Int, hasEscape: Bool) {
    bytes.withUnsafeBytes { bytes in
      // start ..< count lies in the buffer, and so does what memchr finds in it.
      guard let base = bytes.baseAddress, start < bytes.count,
        let quote = memchr(base + start, 0x22, bytes.count - start)
      else { return (bytes.count, false) }
      let end = base.distance(to: quote)
      guard memchr(base + start, 0x5C, end - start) != nil else { return (end, false) }
      var place = start
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      return (place, true)
    }
  }

  /// Where what comes next in a value is of interest: a quotation mark, a bracket, or a comma outside of brackets.
  private static func endOfPlain(_ bytes: [UInt8], from start: Int, depth: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var place = start
      while place < bytes.count {
        switch bytes[place] {
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"):
          return place
        case UInt8(ascii: ",") where depth == 0: return place
        default: place += 1
        }
      }
      return place
    }
  }

  /// Passes over the next value.
  mutating func skip() throws(RecordError) {
    skipSpace()
    let start = place
    var depth = 0
    while true {
      place = Self.endOfPlain(bytes, from: place, depth: depth)
      guard place < bytes.count else { break }
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        place = Self.endOfString(bytes, from: place).end + 1
        if depth == 0 { return try checkEnd(start) }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return }
        if depth < 0 {
          place -= 1
          guard place > start else { throw error("a value is expected") }
          return
        }
      case UInt8(ascii: ",") where depth == 0:
        place -= 1
        guard place > start else { throw error("a value is expected") }
        return
      default: break
      }
    }
    try checkEnd(start)
    if depth > 0 || place == start {
      place = start
      throw error("a value does not end")
    }
  }

  private mutating func checkEnd(_ start: Int) throws(RecordError) {
    guard place > bytes.count else { return }
    place = start
    throw error("a string does not end")
  }

  /// That nothing but space is left.
  mutating func expectEnd() throws(RecordError) {
    skipSpace()
    guard place == bytes.count else { throw error("text after the end of the value") }
  }
}
