/// Bytes that are being written, in memory that the caller lends, and in an array once that is full.
///
/// Every write first looks whether it fits; where it does not, `spill` empties the lent memory into the array. A scalar
/// takes at most four bytes, and the lent memory has room for more.
struct ByteSink: ~Copyable {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var filled = 0
  private var earlier: [UInt8] = []

  /// The least memory to lend.
  static let room = 1 << 10

  /// - Parameter buffer: at least `room` bytes.
  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    precondition(buffer.count >= Self.room)
    self.buffer = buffer
  }

  var count: Int { earlier.count + filled }

  /// Appends the first `count` bytes of memory in which at least `padding` bytes may be read from there on.
  @inline(__always)
  mutating func append(padded bytes: UnsafePointer<UInt8>, count: Int) {
    guard count <= Self.padding, buffer.count - filled >= Self.padding else { return append(bytes, count: count) }
    // One load and one store, whatever the count: what is written beyond it is written over by what comes next. Both stay
    // inside: the source by the promise of the caller, the target by the guard.
    let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
    UnsafeMutableRawPointer(buffer.baseAddress! + filled).storeBytes(of: word, as: UInt64.self)
    filled += count
  }

  /// How many bytes more than are asked for may be read behind a place in padded memory.
  static let padding = 8

  @inline(never)
  private mutating func append(_ bytes: UnsafePointer<UInt8>, count: Int) {
    if buffer.count - filled < count { spill() }
    if count > buffer.count {
      // Longer than all the room there is: it goes to the array at once.
      earlier.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
      return
    }
    for index in 0..<count { buffer[filled + index] = bytes[index] }
    filled += count
  }

  @inline(__always)
  mutating func append(scalar: UInt32) {
    if buffer.count - filled < 4 { spill() }
    if scalar < 0x80 {
      buffer[filled] = UInt8(truncatingIfNeeded: scalar)
      filled += 1
    } else if scalar < 0x800 {
      buffer[filled] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      buffer[filled + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      filled += 2
    } else if scalar < 0x10000 {
      buffer[filled] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      buffer[filled + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      buffer[filled + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      filled += 3
    } else {
      buffer[filled] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      buffer[filled + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      buffer[filled + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      buffer[filled + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      filled += 4
    }
  }

  @inline(__always)
  mutating func append(scalars: [UInt32]) { for scalar in scalars { append(scalar: scalar) } }

  @inline(never)
  private mutating func spill() {
    earlier.append(contentsOf: buffer[..<filled])
    filled = 0
  }

  /// All bytes, which must be UTF-8.
  consuming func text() -> String {
    if earlier.isEmpty { return String(decoding: UnsafeBufferPointer(rebasing: buffer[..<filled]), as: UTF8.self) }
    spill()
    return String(decoding: earlier, as: UTF8.self)
  }
}
