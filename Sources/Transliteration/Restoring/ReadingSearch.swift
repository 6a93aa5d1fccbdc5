/// What kind of name a reading is taken for: it decides which syllables are usual where.
enum NameKindHypothesis: Hashable, Sendable {
  case person, place
}

/// One reading of a spelling: the units, and what it costs to believe in it.
struct FoundReading: Hashable, Sendable {
  var units: [UInt16]
  /// Entries of the spelling model, unit by unit; -1 for units that need no spelling.
  var entries: [Int32]
  /// How many units stand before each word of the spelling after the first.
  var breaks: [Int]
  var cost: Int
}

/// Finds the likeliest readings of a spelling by one route: paths through its lattice, weighed by what the route spells and
/// by how usual the units are in names.
struct ReadingSearch {
  let model: SpellingModel
  let usage: any UnitUsage
  /// Readings kept at each place.
  static let width = 24
  /// States that cost so much more than the best at their place are given up.
  private static let margin = 900

  /// The readings of `lattice` by a route, the cheapest first.
  ///
  /// - Parameters:
  ///   - breaks: places where the spelling was divided.
  ///   - limit: how many are returned at most.
  func readings(
    of lattice: ReadingLattice, route: Int, breaks: Set<Int>, kind: NameKindHypothesis, limit: Int
  ) -> [FoundReading] {
    let phases = lattice.language.phaseCount
    let routes = LatticeAlignment.Routes.one(route)
    let confusion = NasalConfusion(model, route: route)
    var reached = [[State]](repeating: [], count: (lattice.length + 1) * phases)
    var cheapest = [Int](repeating: Int.max - Self.margin, count: reached.count)
    var known: [UsageKey: Int?] = [:]
    reached[0] = [State(reading: FoundReading(units: [], entries: [], breaks: [], cost: 0))]
    for place in 0...lattice.length {
      for phase in phases == 1 ? [0] : [2, 0, 1] {
        let node = place * phases + phase
        guard !reached[node].isEmpty else { continue }
        let states = Self.pruned(reached[node])
        reached[node] = states
        let bound = states[0].reading.cost + Self.margin
        // The end is no place to go on from, but for a final that needs no letter.
        for edge in confusion.extended(lattice.edges[lattice.edgeRange(place: place, phase: phase)]) {
          guard routes.admits(edge.route) else { continue }
          let target = Int(edge.target) * phases + (phase + 1) % phases
          guard target != node else { continue }
          let endsSyllable = phase == phases - 1
          let beginsSyllable = phase == 0 && phases == 3
          for state in states where state.reading.cost + Int(edge.cost) <= bound {
            if beginsSyllable, let last = state.reading.entries.last, last >= 0,
              model.entries[Int(last)].isSoundChange,
              !HangulJamo.changes(
                final: Int(model.entries[Int(last)].unit) - UnitInventory.koreanWithoutFinal, before: Int(edge.unit))
            {
              continue
            }
            let spelled = state.reading.cost + Int(edge.cost) * usage.spellingWeight / 100
            if spelled > cheapest[target] + Self.margin { continue }
            var next = state
            next.reading.units.append(edge.unit)
            next.reading.entries.append(edge.entry)
            next.reading.cost = spelled
            if endsSyllable {
              let context = UnitContext(
                kind: kind, isEndOfName: Int(edge.target) == lattice.length)
              let key = UsageKey(next.reading.units, isEndOfName: context.isEndOfName, phases: phases)
              let cost: Int?
              if let counted = known[key] {
                cost = counted
              } else {
                cost = usage.cost(of: next.reading.units, in: model.inventory, context)
                known[key] = .some(cost)
              }
              guard let cost else { continue }
              next.reading.cost += cost
              if breaks.contains(Int(edge.target)), Int(edge.target) != lattice.length {
                next.reading.breaks.append(next.reading.units.count)
              }
            }
            cheapest[target] = min(cheapest[target], next.reading.cost)
            reached[target].append(next)
          }
        }
      }
    }
    return Self.pruned(reached[lattice.length * phases]).prefix(limit).map(\.reading)
  }

  /// What the usage of a unit depends on: how many units there are, up to a limit, the last of them, and whether the name
  /// ends.
  private struct UsageKey: Hashable {
    private var last: UInt64
    private var place: UInt64
    private static let countLimit = 16

    init(_ units: [UInt16], isEndOfName: Bool, phases: Int) {
      // The syllable and the one before it, or three units.
      let count = max(3, phases * 2)
      (last, place) = (0, UInt64(min(units.count, Self.countLimit) * 2 + (isEndOfName ? 1 : 0)))
      for (index, unit) in units.suffix(count).enumerated() {
        if index < 4 { last = last << 16 | UInt64(unit) } else { place = place << 16 | UInt64(unit) }
      }
    }
  }

  private struct State {
    var reading: FoundReading
  }

  /// The cheapest states, each reading once.
  private static func pruned(_ states: [State]) -> [State] {
    let sorted = states.sorted {
      $0.reading.cost == $1.reading.cost
        ? $0.reading.units.lexicographicallyPrecedes($1.reading.units) : $0.reading.cost < $1.reading.cost
    }
    var known: Set<[UInt16]> = []
    var kept: [State] = []
    for state in sorted where known.insert(state.reading.units).inserted {
      kept.append(state)
      if kept.count == width { break }
    }
    return kept
  }
}

/// Where a unit stands.
struct UnitContext {
  var kind: NameKindHypothesis
  var isEndOfName: Bool
}

/// How usual units are in the names of a language.
protocol UnitUsage: Sendable {
  /// What the spelling of a unit costs weighs so many hundredths.
  var spellingWeight: Int { get }

  /// What the last unit (in Korean: the last syllable, three units) adds to the cost of a name; `nil` where no name has it
  /// there.
  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int?
}

extension UnitUsage {
  /// A departure from what a route prescribes weighs more than an unusual syllable: the weights of the spelling tables were
  /// made for spellings of one known name. Fitted, as the other weights of this folder are, on relayed names.
  var spellingWeight: Int { 300 }
}
