/// Numbers of forms, each as one bit at a hash of it: says for certain that a number is not there, and is mistaken about one in
/// sixteen of those that are not.
struct FormSet {
  private var bits: [UInt64]
  private let shift: UInt64

  /// How much memory it takes, in numbers of 64 bits.
  var size: Int { bits.count }

  /// No set has more bits (2 MiB); with more numbers in it more are mistaken, which costs time alone.
  private static let largestLog: UInt64 = 24

  /// - Parameter capacity: how many numbers there will be at most.
  init(capacity: Int) {
    var log: UInt64 = 6
    while log < Self.largestLog, 1 << log < capacity &* 16 { log += 1 }
    shift = 64 - log
    bits = Array(repeating: 0, count: 1 << Int(log - 6))
  }

  mutating func insert(_ number: UInt32) {
    let bit = bit(number)
    bits[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  @inline(__always)
  func mayHold(_ number: UInt32) -> Bool {
    let bit = bit(number)
    return bits[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }

  @inline(__always)
  private func bit(_ number: UInt32) -> UInt64 { (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> shift }
}
