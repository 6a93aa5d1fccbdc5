/// Finds where bytes stop being UTF-8.
enum UTF8Check {
  /// The offset of the first byte that is not part of well-formed UTF-8; `nil` where there is none.
  static func firstInvalidOffset(in bytes: some Sequence<UInt8>) -> Int? {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
