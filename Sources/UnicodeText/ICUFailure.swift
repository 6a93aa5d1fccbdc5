import CICU

/// A failed call's error, taken out of the C struct.
struct ICUFailure: Error {
  var code: Int32
  var name: String
  var line: Int
  /// See `cicu_error.offset`; nil if not known.
  var offset: Int?
  var before: String
  var after: String

  /// Nil if the call succeeded.
  init?(_ error: borrowing cicu_error) {
    guard error.code > 0 else { return nil }
    code = error.code
    name = error.name.map { String(cString: $0) } ?? "unnamed"
    line = Int(error.line)
    offset = error.offset < 0 ? nil : Int(error.offset)
    before = Self.text(error.before, length: error.before_length)
    after = Self.text(error.after, length: error.after_length)
  }

  /// A C array is a tuple in Swift; its bytes beyond `length` are not read.
  private static func text<Bytes>(_ array: Bytes, length: Int32) -> String {
    withUnsafeBytes(of: array) { String(decoding: $0.prefix(Int(length)), as: UTF8.self) }
  }

  /// The error for callers to whom the failure says nothing more particular.
  func asTextError(operation: String, utf8Length: Int = 0) -> UnicodeTextError {
    switch code {
    case cicu_error_invalid_character: .illFormedUTF8(utf8Offset: offset ?? 0)
    case cicu_error_input_too_long: .textTooLong(utf8Length: utf8Length, limit: TextLimit.utf8Length)
    default: .icuFailure(operation: operation, name: name, code: code)
    }
  }
}
