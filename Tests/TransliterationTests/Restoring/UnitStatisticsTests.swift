import Testing

@testable import Transliteration

/// Counts of units and of what follows them.
struct UnitStatisticsTests {
  private let statistics = UnitStatistics(counts: [
    "surname": ["kim": 60, "ri": 40],
    "given2": ["un": 30, "il": 30, "suk": 40],
    "pair2": ["jong un": 8, "jong il": 2, "jong $": 1, "yong il": 9, "yong $": 1],
  ])

  private func cost(_ unit: String, after before: String) throws -> Int {
    try #require(statistics.cost(of: unit, after: before, kind: "pair2"))
  }

  @Test func whatFollowsOftenIsCheap() throws {
    #expect(try cost("un", after: "jong") < cost("il", after: "jong"))
    #expect(try cost("il", after: "yong") < cost("il", after: "jong"))
  }

  /// What was never counted behind a unit costs what it costs by itself, and that it is new there.
  @Test func whatNeverFollowedIsDearer() throws {
    #expect(try cost("suk", after: "jong") > cost("il", after: "jong"))
    #expect(try cost("suk", after: "jong") < cost("hwan", after: "jong"))
    #expect(try cost("suk", after: "jong") > cost("suk", after: "chol"))
  }

  /// The shares of all that may follow add up to one, but for the little that is kept for what was never counted.
  @Test func sharesAddUpToOne() throws {
    var total = 0.0
    for unit in ["un", "il", "suk", "$"] {
      let cost = try cost(unit, after: "jong")
      total += (0..<cost).reduce(1.0) { share, _ in share * 0.990_049_833_7 }
    }
    #expect(total > 0.9 && total < 1.05, "\(total)")
  }

  @Test func kindsWithoutCounts() {
    #expect(statistics.cost(of: "un", after: "jong", kind: "place2") == nil)
    #expect(statistics.cost(of: "kim", kind: "place") == nil)
    #expect(statistics.cost(of: "pak", kind: "surname").map { $0 > 100 } == true)
    #expect(statistics.knownCost(of: "pak", kind: "surname") == nil)
  }

  /// A pair that is none is left out.
  @Test(arguments: ["", " ", "a", "a b c"])
  func oddPairs(pair: String) {
    let statistics = UnitStatistics(counts: ["pair2": [pair: 3, "a b": 1]])
    #expect(statistics.cost(of: "b", after: "a", kind: "pair2") != nil)
  }
}
