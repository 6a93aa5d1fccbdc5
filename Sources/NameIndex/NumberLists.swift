import SectionedFile

/// Lists of numbers, one behind the other: for each list and the end where it begins (4 bytes each), then the numbers
/// (4 bytes each). Every number is checked where it is read.
struct NumberLists: Sendable {
  private let region: ByteRegion
  private let count: Int
  /// Numbers are below this.
  private let limit: Int
  private let numberCount: Int

  /// - Parameter limit: what the numbers are below.
  init(_ region: ByteRegion, count: Int, limit: Int) throws(SectionedFileError) {
    guard region.count >= (count + 1) * 4 else { throw region.damaged(at: 0, "there are fewer than \(count) lists") }
    self.region = region
    self.count = count
    self.limit = limit
    numberCount = region.count / 4 - count - 1
  }

  /// Where the numbers of a list stand.
  func places(ofList list: Int) throws(SectionedFileError) -> Range<Int> {
    guard list >= 0, list < count else { throw region.damaged(at: 0, "list \(list) does not exist") }
    let first = Int(try region.uint32(at: list * 4))
    let end = Int(try region.uint32(at: list * 4 + 4))
    guard first <= end, end <= numberCount else {
      throw region.damaged(at: list * 4, "a list of numbers runs backwards or out of the section")
    }
    return first..<end
  }

  /// The number at a place that ``places(ofList:)`` gave.
  @inline(__always)
  func number(at place: Int) throws(SectionedFileError) -> UInt32 {
    let offset = (count + 1 + place) * 4
    let number = try region.uint32(at: offset)
    guard number < limit else { throw region.damaged(at: offset, "number \(number) is not below \(limit)") }
    return number
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
  static func encoded(_ lists: some Collection<[UInt32]>) -> [UInt8] {
    var starts = ByteWriter()
    var numbers = ByteWriter()
    var count: UInt32 = 0
    for list in lists {
      starts.append(count)
      count += UInt32(list.count)
      for number in list { numbers.append(number) }
    }
    starts.append(count)
    return starts.bytes + numbers.bytes
  }
}
