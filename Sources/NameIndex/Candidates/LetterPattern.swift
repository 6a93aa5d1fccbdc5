import Transliteration

/// A word of Latin letters, ready to be compared with many others by how many letters differ.
///
/// Letters that are put in, left out, changed or turned with their neighbour count one each (optimal string alignment),
/// computed for all letters of the pattern at once by bit operations (G. Myers, A fast bit-vector algorithm for approximate
/// string matching, 1999, in the form of H. Hyyrö, 2003, who adds the turned letters).
struct LetterPattern: Sendable {
  /// For each letter a–z the places where the pattern has it.
  private let places: [UInt64]
  let count: Int

  /// - Parameter word: ASCII.
  /// - Returns: `nil` for anything but small letters and digits, for nothing, and for more than fit a machine word.
  init?(_ word: some Collection<UInt8>) {
    guard (1...64).contains(word.count) else { return nil }
    var places = [UInt64](repeating: 0, count: Self.symbolCount)
    for (place, byte) in word.enumerated() {
      let symbol = Self.symbol(byte)
      guard symbol < Self.symbolCount else { return nil }
      places[symbol] |= 1 << UInt64(place)
    }
    self.places = places
    count = word.count
  }

  /// a–z and the digits.
  private static let symbolCount = 36

  /// The number of a letter or digit; more than there are for other bytes.
  @inline(__always)
  private static func symbol(_ byte: UInt8) -> Int {
    let letter = Int(byte) &- 0x61
    if letter >= 0 { return letter < 26 ? letter : .max }
    let digit = Int(byte) &- 0x30
    return digit >= 0 && digit < 10 ? 26 &+ digit : .max
  }

  /// The same for a reduced spelling.
  func distance(to spelling: ReducedSpelling) -> Int {
    var measure = Measure(count)
    advance(&measure, over: spelling)
    return measure.distance
  }

  /// Goes on with a measure by the letters of a reduced spelling, so that the spellings of words can be measured as one.
  @inline(__always)
  func advance(_ measure: inout Measure, over spelling: ReducedSpelling) {
    var text = spelling.packed << UInt64(64 - 5 * spelling.count)
    places.withUnsafeBufferPointer { places in
      while text != 0 {
        // 0 to 31, of which a sound index has 1 to 27 only; the pattern has places for 36 symbols.
        let number = Int(truncatingIfNeeded: text >> 59)
        measure.advance(number == 0 ? 0 : places[number &- 1])
        text <<= 5
      }
    }
  }

  /// How many letters must be put in, left out, changed or turned to make `text` of the pattern.
  ///
  /// - Parameter text: ASCII; what is neither a small letter nor a digit is unlike everything.
  func distance(to text: UnsafeRawBufferPointer) -> Int {
    var measure = Measure(count)
    places.withUnsafeBufferPointer { places in
      for byte in text {
        let symbol = Self.symbol(byte)
        measure.advance(symbol < Self.symbolCount ? places[symbol] : 0)
      }
    }
    return measure.distance
  }

  /// The distance to the text so far.
  struct Measure {
    private var positive = UInt64.max
    private var negative: UInt64 = 0
    private var diagonal: UInt64 = 0
    private var equal: UInt64 = 0
    private(set) var distance: Int
    private let last: UInt64

    /// - Parameter count: of the letters of the pattern.
    init(_ count: Int) {
      distance = count
      last = 1 << UInt64(count - 1)
    }

    /// - Parameter equal: the places where the pattern has the next letter of the text.
    @inline(__always)
    mutating func advance(_ equal: UInt64) {
      let turned = (~diagonal & equal) << 1 & self.equal
      diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative | turned
      self.equal = equal
      var horizontalPositive = negative | ~(diagonal | positive)
      var horizontalNegative = positive & diagonal
      if horizontalPositive & last != 0 { distance += 1 }
      if horizontalNegative & last != 0 { distance -= 1 }
      horizontalPositive = horizontalPositive << 1 | 1
      horizontalNegative <<= 1
      positive = horizontalNegative | ~(diagonal | horizontalPositive)
      negative = horizontalPositive & diagonal
    }
  }
}
