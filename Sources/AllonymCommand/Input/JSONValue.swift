/// A value of a JSON text (RFC 8259). Fields keep their order.
enum JSONValue {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// What messages call it.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// - Parameter bytes: one whole JSON text in UTF-8 that was validated.
  init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    var parser = JSONParser(bytes)
    self = try parser.parse()
  }
}

/// Where and why a text is not JSON.
struct JSONSyntaxError: Error {
  /// Bytes from the start of the text, from 0.
  var offset: Int
  var message: String
}

private struct JSONParser {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  /// Nothing that is read here nests deeply; hostile text must not exhaust the stack.
  private static let depthLimit = 64
  /// So few keys are compared one by one.
  private static let fewFields = 16

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func parse() throws(JSONSyntaxError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard place == bytes.count else { throw error("text after the end of the value") }
    return value
  }

  private func error(_ message: String, at offset: Int? = nil) -> JSONSyntaxError {
    JSONSyntaxError(offset: offset ?? place, message: message)
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    place += 1
    return true
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    guard let byte = current else { throw error("the text ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (parser) throws(JSONSyntaxError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(JSONSyntaxError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw error("a value is expected")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSONSyntaxError) -> JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    guard depth < Self.depthLimit else { throw error("values nest more than \(Self.depthLimit) deep") }
    depth += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else { throw error("a value is expected") }
    place += word.utf8.count
    return value
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONValue {
    place += 1
    var fields: [(key: String, value: JSONValue)] = []
    /// Of objects with many fields.
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(fields) }
    while true {
      skipSpace()
      let start = place
      guard current == UInt8(ascii: "\"") else { throw error("a key in quotation marks is expected") }
      let key = try string()
      let isKnown: Bool
      if fields.count < Self.fewFields {
        isKnown = fields.contains { $0.key == key }
      } else {
        if keys.isEmpty { keys = Set(fields.map(\.key)) }
        isKnown = !keys.insert(key).inserted
      }
      guard !isKnown else { throw error("the key `\(key)` comes twice", at: start) }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("a colon is expected after the key `\(key)`") }
      fields.append((key, try value()))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(fields) }
      guard take(UInt8(ascii: ",")) else { throw error("a comma or } is expected") }
    }
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(values) }
    while true {
      values.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { throw error("a comma or ] is expected") }
    }
  }

  private mutating func number() throws(JSONSyntaxError) -> String {
    let start = place
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = place
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    if place == start { throw error("a digit is expected") }
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    place += 1
    // Most strings stand there as they are.
    var end = place
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") {
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      defer { place = end + 1 }
      return String(decoding: bytes[place..<end], as: UTF8.self)
    }
    var result = Array(bytes[place..<end])
    place = end
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &result)
      case 0..<0x20: throw error("a control character stands in a string; write it as an escape")
      default:
        result.append(byte)
        place += 1
      }
    }
    throw error("a string does not end")
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONSyntaxError) {
    let start = place
    place += 1
    guard let byte = current else { throw error("a string does not end") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      var value = try fourHexDigits()
      if (0xD800...0xDBFF).contains(value) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), case let low = try fourHexDigits(),
          (0xDC00...0xDFFF).contains(low)
        else { throw error("a surrogate stands alone", at: start) }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw error("a surrogate stands alone", at: start) }
      result += Array(String(scalar).utf8)
    default: throw error("no escape of JSON begins so", at: start)
    }
  }

  private mutating func fourHexDigits() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits are expected after \\u")
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
