/// The cheapest pair of equal readings of two lattices: one sequence of source units that both spellings can stand for.
///
/// Costs add up (they are negated logarithms), so the cheapest pair is the most likely common reading. What it costs is
/// the same whichever lattice comes first; of equally cheap readings another may be told.
public struct LatticeAlignment: Sendable {
  /// The units that both sides read, with what each side needed for it.
  public struct Step: Hashable, Sendable {
    public var unit: UInt16
    /// The entry of the spelling model by which the first and the second side spell the unit; -1 where the side is native.
    public var first: Int32
    public var second: Int32
  }

  public var cost: Int
  public var steps: [Step]

  private static let unreachable = Int32.max

  /// By which routes a side of an alignment may be read.
  public enum Routes: Hashable, Sendable {
    /// Any, changing from unit to unit: a bound for what one route can do.
    case any
    /// One route of the spelling model, by number.
    case one(Int)

    func admits(_ route: UInt16) -> Bool {
      switch self {
      case .any: true
      case .one(let number): route == UInt16(number) || route == ReadingLattice.nativeRoute
      }
    }
  }

  /// Aligns `first` read by `firstRoutes` with `second` read by `secondRoutes`. Native edges belong to every route.
  ///
  /// - Parameters:
  ///   - head: where given, only readings count that such a surname heads.
  ///   - syllableCost: what each syllable of the reading costs besides, so that few long ones are preferred to many short
  ///     ones.
  /// - Returns: `nil` where the two have no reading in common that costs at most `limit`.
  public static func align(
    _ first: ReadingLattice, _ second: ReadingLattice, firstBy firstRoutes: Routes = .any,
    secondBy secondRoutes: Routes = .any, headedBy head: Head? = nil, syllableCost: Int = 0, limit: Int
  ) -> LatticeAlignment? {
    guard first.language == second.language, limit >= 0 else { return nil }
    let phases = first.language.phaseCount
    let width = second.length + 1
    let stateCount = (first.length + 1) * width * phases
    var costs = [Int32](repeating: unreachable, count: stateCount)
    var arrivals = [Arrival](repeating: Arrival(), count: stateCount)
    let heads = head.map {
      HeadReader(
        first: first, second: second, firstRoutes: firstRoutes, secondRoutes: secondRoutes, head: $0,
        syllableCost: Int32(syllableCost), limit: Int32(clamping: limit)
      ).heads
    }
    if let heads {
      for (number, path) in heads.enumerated() {
        let state = (path.first * width + path.second) * phases
        if path.cost < costs[state] {
          costs[state] = path.cost
          arrivals[state] = Arrival(from: Arrival.head, first: Int32(number), second: -1)
        }
      }
    } else {
      costs[0] = 0
    }
    // Every edge moves forward in the sum of both places or, in the same places, to the next phase; the final of a
    // syllable (the last phase) comes before the initial of the next, so this order meets each state after all before it.
    let phaseOrder = phases == 1 ? [0] : [2, 0, 1]
    for sum in 0...(first.length + second.length) {
      for placeA in max(0, sum - second.length)...min(sum, first.length) {
        let placeB = sum - placeA
        for phase in phaseOrder {
          let state = (placeA * width + placeB) * phases + phase
          let reached = costs[state]
          if reached == unreachable || Int(reached) > limit { continue }
          let cost = phase == 0 ? reached + Int32(syllableCost) : reached
          let nextPhase = (phase + 1) % phases
          let rangeB = second.edgeRange(place: placeB, phase: phase)
          for indexA in first.edgeRange(place: placeA, phase: phase) {
            let edgeA = first.edges[indexA]
            if !firstRoutes.admits(edgeA.route) { continue }
            for indexB in rangeB {
              let edgeB = second.edges[indexB]
              if edgeB.unit != edgeA.unit || !secondRoutes.admits(edgeB.route) { continue }
              let next = (Int(edgeA.target) * width + Int(edgeB.target)) * phases + nextPhase
              if next == state { continue }
              let total = cost + Int32(edgeA.cost) + Int32(edgeB.cost)
              if total < costs[next] {
                costs[next] = total
                arrivals[next] = Arrival(from: Int32(state), first: Int32(indexA), second: Int32(indexB))
              }
            }
          }
        }
      }
    }
    let end = (first.length * width + second.length) * phases
    guard costs[end] != unreachable, Int(costs[end]) <= limit else { return nil }
    var steps: [Step] = []
    var state = end
    while state != 0 {
      let arrival = arrivals[state]
      if arrival.from == Arrival.head {
        steps += heads?[Int(arrival.first)].steps.reversed() ?? []
        break
      }
      let edgeA = first.edges[Int(arrival.first)]
      steps.append(Step(unit: edgeA.unit, first: edgeA.entry, second: second.edges[Int(arrival.second)].entry))
      state = Int(arrival.from)
    }
    return LatticeAlignment(cost: Int(costs[end]), steps: steps.reversed())
  }

  private struct Arrival {
    /// In place of a state: the head of that number was read before.
    static let head: Int32 = -2

    var from: Int32 = -1
    var first: Int32 = -1
    var second: Int32 = -1
  }
}
