import Transliteration

extension ReducedSpelling {
  /// Calls `body` with each letter (ASCII; a digit is 0).
  @inline(__always)
  func forEachLetter(_ body: (UInt8) -> Void) {
    var rest = packed << UInt64(64 - 5 * count)
    while rest != 0 {
      body(Self.letter(rest >> 59))
      rest <<= 5
    }
  }

  /// The first letter, as ``forEachLetter(_:)`` has it.
  var firstLetter: UInt8? { packed == 0 ? nil : Self.letter((packed << UInt64(64 - 5 * count)) >> 59) }

  @inline(__always)
  private static func letter(_ number: UInt64) -> UInt8 {
    number > 26 ? UInt8(ascii: "0") : UInt8(truncatingIfNeeded: number) + 0x60
  }
}
