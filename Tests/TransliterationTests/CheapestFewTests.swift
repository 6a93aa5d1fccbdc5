import Testing

@testable import Transliteration

@Suite("The cheapest few")
struct CheapestFewTests {
  /// Whatever comes in whatever order: the least cost of each, sorted, cut.
  @Test(arguments: [1, 3, 8, 100]) func theyAreWhatSortingAllGives(limit: Int) {
    var generator = SeededNumbers(seed: UInt64(limit))
    for _ in 0..<300 {
      var few = CheapestFew<Int>(limit: limit)
      var all: [Int: Int] = [:]
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        let (element, cost) = (Int.random(in: 0...20, using: &generator), Int.random(in: 0...9, using: &generator))
        few.insert(element, cost)
        all[element] = min(all[element] ?? .max, cost)
      }
      let expected = all.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(limit)
      #expect(few.elements.map(\.element) == expected.map(\.key))
      #expect(few.elements.map(\.cost) == expected.map(\.value))
    }
  }
}
