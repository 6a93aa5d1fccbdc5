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
  /// A departure from what a route prescribes weighs more than an unusual syllable: the weights of the spelling tables were
  /// made for spellings of one known name. Fitted, as the other weights of this folder are, on relayed names.
  private static let spellingWeight = 4
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
    var reached = [[State]](repeating: [], count: (lattice.length + 1) * phases)
    reached[0] = [State(reading: FoundReading(units: [], entries: [], breaks: [], cost: 0))]
    for place in 0...lattice.length {
      for phase in phases == 1 ? [0] : [2, 0, 1] {
        let node = place * phases + phase
        guard !reached[node].isEmpty else { continue }
        let states = Self.pruned(reached[node])
        reached[node] = states
        let bound = states[0].reading.cost + Self.margin
        // The end is no place to go on from, but for a final that needs no letter.
        for index in lattice.edgeRange(place: place, phase: phase) {
          let edge = lattice.edges[index]
          guard routes.admits(edge.route) else { continue }
          let target = Int(edge.target) * phases + (phase + 1) % phases
          guard target != node else { continue }
          let endsSyllable = phase == phases - 1
          // The last sound of a syllable changes only before ㄴ, ㄹ or ㅁ.
          let needsCause = phase == 0 && phases == 3 && !HangulJamo.nasalizing.contains(Int(edge.unit))
          for state in states where state.reading.cost + Int(edge.cost) <= bound {
            if needsCause, let last = state.reading.entries.last, last >= 0,
              model.entries[Int(last)].isSoundChange
            {
              continue
            }
            var next = state
            next.reading.units.append(edge.unit)
            next.reading.entries.append(edge.entry)
            next.reading.cost += Int(edge.cost) * Self.spellingWeight
            if endsSyllable {
              let context = UnitContext(
                kind: kind, isEndOfName: Int(edge.target) == lattice.length)
              guard let cost = usage.cost(of: next.reading.units, in: model.inventory, context) else { continue }
              next.reading.cost += cost
              if breaks.contains(Int(edge.target)), Int(edge.target) != lattice.length {
                next.reading.breaks.append(next.reading.units.count)
              }
            }
            reached[target].append(next)
          }
        }
      }
    }
    return Self.pruned(reached[lattice.length * phases]).prefix(limit).map(\.reading)
  }

  private struct State {
    var reading: FoundReading
  }

  /// The cheapest states, each reading once.
  private static func pruned(_ states: [State]) -> [State] {
    var best: [[UInt16]: State] = [:]
    for state in states {
      if let known = best[state.reading.units], known.reading.cost <= state.reading.cost { continue }
      best[state.reading.units] = state
    }
    return Array(
      best.values.sorted {
        $0.reading.cost == $1.reading.cost
          ? $0.reading.units.lexicographicallyPrecedes($1.reading.units) : $0.reading.cost < $1.reading.cost
      }.prefix(width))
  }
}

/// Where a unit stands.
struct UnitContext {
  var kind: NameKindHypothesis
  var isEndOfName: Bool
}

/// How usual units are in the names of a language.
protocol UnitUsage: Sendable {
  /// What the last unit (in Korean: the last syllable, three units) adds to the cost of a name; `nil` where no name has it
  /// there.
  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int?
}
