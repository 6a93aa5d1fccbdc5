import SectionedFile

/// Lists of numbers, one behind the other: for each list and the end where it begins (``PackedNumbers``), then the numbers, in
/// as many bits as numbers below their limit need (``BitColumn``), one at least: so there are no more of them than the section
/// has bits. Every number is checked where it is read.
struct NumberLists: Sendable {
  private let starts: PackedNumbers
  private let numbers: BitColumn
  private let numberCount: Int
  /// Numbers are below this.
  private let limit: Int

  /// - Parameter limit: what the numbers are below.
  init(_ region: ByteRegion, count: Int, limit: Int) throws(SectionedFileError) {
    starts = try PackedNumbers(region, at: 0, count: count + 1)
    self.limit = limit
    numberCount = try starts[count]
    numbers = try BitColumn(region, at: starts.end, count: numberCount, width: Self.width(below: limit))
    guard numbers.end == region.count else {
      throw region.damaged(at: 0, "\(numberCount) numbers of lists do not fill the section")
    }
  }

  private static func width(below limit: Int) -> Int { max(1, BitColumn.width(below: limit)) }

  /// Where the numbers of a list stand.
  @inline(__always)
  func places(ofList list: Int) throws(SectionedFileError) -> Range<Int> {
    let places = try starts.range(at: list)
    guard places.upperBound <= numberCount else {
      throw starts.damaged(at: list, "a list of numbers runs out of the section")
    }
    return places
  }

  /// The number at a place that ``places(ofList:)`` gave.
  @inline(__always)
  func number(at place: Int) throws(SectionedFileError) -> UInt32 {
    let number = try numbers[place]
    guard number < limit else { throw numbers.damaged(at: place, "number \(number) is not below \(limit)") }
    return UInt32(truncatingIfNeeded: number)
  }

  /// The numbers of a list.
  func numbers(ofList list: Int) throws(SectionedFileError) -> [UInt32] {
    let places = try places(ofList: list)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(places.count)
    for place in places { numbers.append(try number(at: place)) }
    return numbers
  }

  /// Lays lists down.
  ///
  /// - Parameters:
  ///   - starts: where each list begins among the numbers, and where the last one ends.
  ///   - limit: what the numbers are below.
  static func encoded(starts: [UInt32], _ numbers: [UInt32], limit: Int) -> [UInt8] {
    let width = width(below: limit)
    var bits = BitWriter(capacity: numbers.count * width)
    for number in numbers { bits.append(UInt64(number), width) }
    return PackedNumbers.encoded(starts) + bits.column()
  }
}
