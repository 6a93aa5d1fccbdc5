import Transliteration

/// Compares a spelling with a native form of a language of syllables, unit by unit, by every route.
struct SyllabicComparison {
  /// The best way to read the spelling as the native form.
  struct Match {
    var reading: PreparedName.SyllabicReading
    /// The route of the spelling model; `nil` where the spelling is native itself.
    var route: Int?
    var alignment: LatticeAlignment
    var cost: Int
  }

  /// Readings that depart further from every route are no spellings of the name.
  static let costLimit = 900
  static let reorderCost = 25
  /// A name that no single route spells: some words by one, some by another.
  static let mixtureCost = 120

  let tables: TransliterationTables

  func compare(_ query: PreparedName, with native: ReadingLattice) -> Match? {
    var best: Match?
    for reading in query.readings where reading.language == native.language {
      let order = reading.isReordered ? Self.reorderCost : 0
      func consider(_ routes: LatticeAlignment.Routes, route: Int?, surcharge: Int) {
        let limit = min(best?.cost ?? .max, Self.costLimit) - order - surcharge
        guard limit >= 0, let found = LatticeAlignment.align(native, reading.lattice, secondBy: routes, limit: limit)
        else { return }
        let cost = found.cost + order + surcharge
        if cost < best?.cost ?? .max { best = Match(reading: reading, route: route, alignment: found, cost: cost) }
      }
      guard let model = tables.model(reading.language, script: reading.script),
        reading.script != reading.language.nativeScript
      else {
        consider(.any, route: nil, surcharge: 0)
        continue
      }
      // Reading by any mixture of routes bounds what one route can do.
      guard LatticeAlignment.align(native, reading.lattice, limit: Self.costLimit) != nil else { continue }
      for (number, route) in model.routes.enumerated() {
        consider(.one(number), route: number, surcharge: route.cost)
      }
      consider(.any, route: nil, surcharge: Self.mixtureCost)
    }
    return best
  }

  /// The cheapest reading that two spellings of one language have in common.
  ///
  /// What is divided into words is a surname and a given name, or a place and a word for its kind; any other division is
  /// read at a surcharge.
  func commonReading(
    of first: PreparedName.SyllabicReading, _ second: PreparedName.SyllabicReading
  ) -> (cost: Int, alignment: LatticeAlignment)? {
    guard let bound = LatticeAlignment.align(first.lattice, second.lattice, limit: Self.costLimit) else { return nil }
    let order = first.isReordered != second.isReordered ? Self.reorderCost : 0
    var best = cheapest(first, second, headedBy: nil, limit: Self.costLimit - order)
    if best == nil { best = (bound.cost + Self.mixtureCost, bound) }
    guard var best else { return nil }
    if let head = head(of: first, second), !isPlace(first), !isPlace(second) {
      best.cost += Self.divisionCost
      if let named = cheapest(first, second, headedBy: head, limit: best.cost) { best = named }
    }
    return (best.cost + order, best.alignment)
  }

  /// Of two readings the one with fewer syllables is likelier by so much for each.
  private static let syllableCost = 110
  /// No name of interest has more.
  private static let syllableLimit = 6

  /// A name that is divided elsewhere than behind its surname.
  private static let divisionCost = 150

  private func cheapest(
    _ first: PreparedName.SyllabicReading, _ second: PreparedName.SyllabicReading,
    headedBy head: LatticeAlignment.Head?, limit: Int
  ) -> (cost: Int, alignment: LatticeAlignment)? {
    var best: (cost: Int, alignment: LatticeAlignment)?
    /// With what the syllables cost.
    var bestTotal = limit + Self.syllableLimit * Self.syllableCost + 1
    let secondRoutes = routes(of: second)
    for a in routes(of: first) {
      for b in secondRoutes {
        let surcharge = a.cost + b.cost
        guard
          let found = LatticeAlignment.align(
            first.lattice, second.lattice, firstBy: a.routes, secondBy: b.routes, headedBy: head,
            syllableCost: Self.syllableCost, limit: bestTotal - 1 - surcharge)
        else { continue }
        bestTotal = found.cost + surcharge
        let syllables = found.steps.count / first.language.phaseCount
        best = (bestTotal - syllables * Self.syllableCost, found)
      }
    }
    return best.flatMap { $0.cost <= limit ? $0 : nil }
  }

  /// The surname that a reading of both must begin with; `nil` where neither is divided, so that nothing says where it
  /// ends, or one is native, so that nothing need be said.
  private func head(
    of first: PreparedName.SyllabicReading, _ second: PreparedName.SyllabicReading
  ) -> LatticeAlignment.Head? {
    guard let model = first.model, second.model != nil else { return nil }
    let (firstEnd, secondEnd) = (first.spelled.breaks.first, second.spelled.breaks.first)
    if firstEnd == nil, secondEnd == nil { return nil }
    return LatticeAlignment.Head(firstEnd: firstEnd, secondEnd: secondEnd) {
      model.isSurname($0, surnames: tables.surnames)
    }
  }

  /// Whether the last word may be one that says of what kind a place is.
  private func isPlace(_ reading: PreparedName.SyllabicReading) -> Bool {
    guard !reading.isReordered, let model = reading.model, let last = reading.spelled.breaks.last else { return false }
    return model.mayEndPlace(reading.lattice, from: last, surnames: tables.surnames)
  }

  /// By number of syllables: what the cheapest reading of a spelling by itself costs.
  ///
  /// - Parameter areNames: whether only readings count that a surname of the closed list heads.
  func ownCosts(of reading: PreparedName.SyllabicReading, areNames: Bool = false) -> [Int: Int] {
    guard let model = reading.model else { return [reading.lattice.syllableCount: 0] }
    var costs: [Int: Int] = [:]
    for (routes, surcharge) in routes(of: reading) {
      let readings =
        areNames
        ? model.cheapestNames(of: reading.lattice, by: routes, surnames: tables.surnames)
        : reading.lattice.cheapestReadings(by: routes)
      for (syllables, cost) in readings { costs[syllables] = min(costs[syllables] ?? .max, cost + surcharge) }
    }
    return costs
  }

  /// A Latin spelling seldom comes by way of another script, where nothing but its letters says so.
  private static let relayCost = 60

  private func routes(
    of reading: PreparedName.SyllabicReading
  ) -> [(routes: LatticeAlignment.Routes, cost: Int)] {
    guard reading.script != reading.language.nativeScript,
      let model = tables.model(reading.language, script: reading.script)
    else { return [(.any, 0)] }
    return model.routes.enumerated().compactMap { number, route in
      reading.lattice.cheapestReading(by: .one(number)) == nil
        ? nil : (.one(number), route.cost + (route.isRelay ? Self.relayCost : 0))
    }
  }
}
