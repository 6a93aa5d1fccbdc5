/// A JSON object whose fields stand in the order in which they were added.
struct JSONObject {
  private var fields = ""

  /// The object on one line.
  var text: String { "{\(fields)}" }

  mutating func add(_ key: String, _ value: String?) {
    if let value { add(key, raw: Self.string(value)) } else { add(key, raw: "null") }
  }

  /// Three decimals; `null` where there is no number.
  mutating func add(_ key: String, _ value: Double?) {
    guard let value, value.isFinite else { return add(key, raw: "null") }
    add(key, raw: "\((value * 1000).rounded() / 1000)")
  }

  mutating func add(_ key: String, _ value: Int) { add(key, raw: "\(value)") }

  mutating func add(_ key: String, _ value: Bool) { add(key, raw: "\(value)") }

  mutating func add(_ key: String, _ values: [String]) {
    add(key, raw: "[\(values.map(Self.string).joined(separator: ","))]")
  }

  /// An object as the value; `nil` is `null`.
  mutating func add<Value>(_ key: String, _ value: Value?, encode: (Value, inout JSONObject) -> Void) {
    guard let value else { return add(key, raw: "null") }
    add(key, raw: Self.object(value, encode))
  }

  /// An array of objects as the value.
  mutating func add<Value>(_ key: String, each values: [Value], encode: (Value, inout JSONObject) -> Void) {
    add(key, raw: "[\(values.map { Self.object($0, encode) }.joined(separator: ","))]")
  }

  private static func object<Value>(_ value: Value, _ encode: (Value, inout JSONObject) -> Void) -> String {
    var object = JSONObject()
    encode(value, &object)
    return object.text
  }

  private mutating func add(_ key: String, raw value: String) {
    if !fields.isEmpty { fields += "," }
    fields += "\(Self.string(key)):\(value)"
  }

  /// A string by RFC 8259, with no more escapes than it asks for.
  private static func string(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
    if isPlain { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{00}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
