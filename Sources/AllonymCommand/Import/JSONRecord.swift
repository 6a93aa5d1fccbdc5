/// The fields of a record that is a JSON object.
struct JSONRecord {
  private let fields: [(key: String, value: JSONValue)]

  init(_ fields: [(key: String, value: JSONValue)]) { self.fields = fields }

  /// - Parameter line: one JSON object.
  init(_ line: [UInt8], _ invalid: InvalidText) throws(RecordError) {
    var bytes = line
    if let offset = UTF8Check.firstInvalidOffset(in: line) {
      guard invalid == .replace else {
        throw RecordError("not valid UTF-8 at byte \(offset) of the line; mend it, or go on with --invalid replace")
      }
      bytes = Array(String(decoding: line, as: UTF8.self).utf8)
    }
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw RecordError("not JSON at byte \(error.offset) of the line: \(error.message)")
    }
    guard case .object(let fields) = value else { throw RecordError("\(value.kind) is no entity; write an object") }
    self.fields = fields
  }

  subscript(key: String) -> JSONValue? { fields.first { $0.key == key }?.value }

  /// A field that is a string with something in it.
  func text(_ key: String) -> String? {
    guard case .string(let text)? = self[key] else { return nil }
    return text.nonEmpty
  }

  /// The strings of a field that is an array of them, or one.
  func texts(_ key: String) -> [String] {
    switch self[key] {
    case .string(let text)?: [text]
    case .array(let values)?:
      values.compactMap { value in
        if case .string(let text) = value { text } else { nil }
      }
    default: []
    }
  }
}
