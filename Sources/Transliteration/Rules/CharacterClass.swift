/// A set of Unicode scalars as sorted, disjoint ranges, and whether it also matches the start or end of the text (`$`).
struct CharacterClass: Hashable, Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  var includesBoundary = false

  static let highestScalar: UInt32 = 0x10FFFF

  init() {}

  init(_ scalar: UInt32) { ranges = [scalar...scalar] }

  init(ranges: [ClosedRange<UInt32>], includesBoundary: Bool) {
    self.ranges = Self.merged(ranges)
    self.includesBoundary = includesBoundary
  }

  /// All scalars for which `predicate` holds. Walks the whole code space: for compiling rules, not for running them.
  init(where predicate: (Unicode.Scalar) -> Bool) {
    var start: UInt32?
    for value in 0...Self.highestScalar {
      let holds = Unicode.Scalar(value).map(predicate) ?? false
      if holds, start == nil { start = value }
      if !holds, let first = start {
        ranges.append(first...(value - 1))
        start = nil
      }
    }
    if let first = start { ranges.append(first...Self.highestScalar) }
  }

  /// Every scalar that is not in the set. As in ICU, the boundary is never part of a negation.
  var inverted: CharacterClass {
    var result = CharacterClass()
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.ranges.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.highestScalar { result.ranges.append(next...Self.highestScalar) }
    return result
  }

  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar)
  }

  /// How many scalars the set holds.
  var scalarCount: Int { ranges.reduce(0) { $0 + Int($1.upperBound - $1.lowerBound) + 1 } }

  private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound &+ 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
