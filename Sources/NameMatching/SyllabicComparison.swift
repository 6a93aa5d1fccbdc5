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
  private static let reorderCost = 25
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
  func commonReading(
    of first: PreparedName.SyllabicReading, _ second: PreparedName.SyllabicReading
  ) -> (cost: Int, alignment: LatticeAlignment)? {
    let order = first.isReordered != second.isReordered ? Self.reorderCost : 0
    guard let bound = LatticeAlignment.align(first.lattice, second.lattice, limit: Self.costLimit) else { return nil }
    var best: (cost: Int, alignment: LatticeAlignment)?
    let firstRoutes = routes(of: first)
    let secondRoutes = routes(of: second)
    for a in firstRoutes {
      for b in secondRoutes {
        let surcharge = order + a.cost + b.cost
        let limit = (best?.cost ?? Self.costLimit) - surcharge
        guard
          let found = LatticeAlignment.align(
            first.lattice, second.lattice, firstBy: a.routes, secondBy: b.routes, limit: limit)
        else { continue }
        if found.cost + surcharge < best?.cost ?? .max { best = (found.cost + surcharge, found) }
      }
    }
    if best == nil { best = (bound.cost + Self.mixtureCost + order, bound) }
    return best
  }

  private func routes(
    of reading: PreparedName.SyllabicReading
  ) -> [(routes: LatticeAlignment.Routes, cost: Int)] {
    guard reading.script != reading.language.nativeScript,
      let model = tables.model(reading.language, script: reading.script)
    else { return [(.any, 0)] }
    return model.routes.enumerated().compactMap { number, route in
      reading.lattice.cheapestReading(by: .one(number)) == nil ? nil : (.one(number), route.cost)
    }
  }
}
