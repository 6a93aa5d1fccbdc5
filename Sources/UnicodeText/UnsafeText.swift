import CICU

// All pointers to text are in this file. Each function below keeps to the same argument:
//
// - Input pointers come from `withUTF8` or `withUnsafeBufferPointer` and are used inside that closure only; CICU's
//   text functions keep no pointer after they return (boundary finders are told to forget theirs, see `Segmenter`).
//   The length passed is the buffer's own.
// - Output goes to a buffer whose true capacity is passed, and CICU writes at most so many bytes. A result that did
//   not fit is discarded and asked for again, with the room it said it needs.

/// UTF-8 that is being read by CICU: a pointer that may be null for empty text, and the length in bytes.
typealias TextPointer = UnsafePointer<UInt8>?

/// A call that writes UTF-8 and returns the length that the whole result has.
typealias TextCall = (_ out: UnsafeMutablePointer<UInt8>, _ capacity: Int64, _ error: inout cicu_error) -> Int64

extension String {
  /// Lends the text's UTF-8, after checking its length.
  func withTextPointer<Result>(
    limit: Int = TextLimit.utf8Length, _ body: (TextPointer, Int64) -> Result
  ) throws(UnicodeTextError) -> Result {
    var text = self
    let length = text.utf8.count
    guard length <= limit else { throw .textTooLong(utf8Length: length, limit: limit) }
    return text.withUTF8 { body($0.baseAddress, Int64($0.count)) }
  }

  /// The string that a call writes. `room` is a guess at its length in bytes.
  init(room: Int, writtenBy call: TextCall) throws(ICUFailure) {
    var error = cicu_error()
    var capacity = Swift.max(room, 32)
    while true {
      var needed = 0
      var available = 0
      let text = String(unsafeUninitializedCapacity: capacity) { buffer in
        // There is room for at least 32 bytes, so the buffer has an address.
        guard let out = buffer.baseAddress else { return 0 }
        available = buffer.count
        needed = Int(call(out, Int64(available), &error))
        return needed <= available ? needed : 0
      }
      if let failure = ICUFailure(error) { throw failure }
      if needed <= available {
        self = text
        return
      }
      capacity = needed
    }
  }
}

extension [UInt8] {
  /// The bytes that a call writes. `room` is a guess at their number.
  init(room: Int, writtenBy call: TextCall) throws(ICUFailure) {
    var error = cicu_error()
    var capacity = Swift.max(room, 32)
    while true {
      var needed = 0
      var available = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        guard let out = buffer.baseAddress else { return }
        available = buffer.count
        needed = Int(call(out, Int64(available), &error))
        count = needed <= available ? needed : 0
      }
      if let failure = ICUFailure(error) { throw failure }
      if needed <= available {
        self = bytes
        return
      }
      capacity = needed
    }
  }
}

extension Span<UInt8> {
  /// Lends the bytes, after checking their number.
  func withTextPointer<Result>(_ body: (TextPointer, Int64) -> Result) throws(UnicodeTextError) -> Result {
    let limit = TextLimit.utf8Length
    guard count <= limit else { throw .textTooLong(utf8Length: count, limit: limit) }
    return withUnsafeBufferPointer { body($0.baseAddress, Int64($0.count)) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether every byte is less than `bound`, which is at least 0x80; ASCII is looked at eight bytes at a time.
  func isBelow(_ bound: UInt8) -> Bool {
    let bytes = UnsafeRawBufferPointer(self)
    var index = 0
    while index < bytes.count {
      // The load reads [index, index + 8), which the condition keeps within the buffer.
      if index + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      } else if bytes[index] < bound {
        index += 1
      } else {
        return false
      }
    }
    return true
  }
}

extension String {
  /// Whether every byte of the UTF-8 is less than `bound`.
  func isBelow(_ bound: UInt8) -> Bool {
    var text = self
    return text.withUTF8 { $0.isBelow(bound) }
  }
}
