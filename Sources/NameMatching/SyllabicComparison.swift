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

  /// A reading with the routes by which it reads at all, and what it costs to take each.
  struct Routed {
    let reading: PreparedName.SyllabicReading
    fileprivate let routes: [(routes: LatticeAlignment.Routes, cost: Int, isRelay: Bool)]
    var isNative: Bool { reading.model == nil }
    /// By number of syllables: what the cheapest reading by itself costs, of any name and of names that a surname of the
    /// closed list heads.
    let ownCosts: [Int: Int]
    let nameCosts: [Int: Int]
  }

  /// One of two Latin spellings seldom comes by way of another script, where nothing but its letters says so.
  static let relayCost = 60

  /// - Parameter relayCost: what it costs to believe that the spelling came by way of another script.
  func routed(_ reading: PreparedName.SyllabicReading, relayCost: Int) -> Routed {
    guard let model = reading.model else {
      let costs = [reading.lattice.syllableCount: 0]
      return Routed(reading: reading, routes: [(.any, 0, false)], ownCosts: costs, nameCosts: costs)
    }
    var routes: [(routes: LatticeAlignment.Routes, cost: Int, isRelay: Bool)] = []
    var (ownCosts, nameCosts): ([Int: Int], [Int: Int]) = ([:], [:])
    func note(_ found: [Int: Int], _ surcharge: Int, in costs: inout [Int: Int]) {
      for (syllables, cost) in found { costs[syllables] = min(costs[syllables] ?? .max, cost + surcharge) }
    }
    for (number, route) in model.routes.enumerated() {
      let found = reading.lattice.cheapestReadings(by: .one(number))
      if found.isEmpty { continue }
      let surcharge = route.cost + (route.isRelay ? relayCost : 0)
      routes.append((.one(number), surcharge, route.isRelay))
      note(found, surcharge, in: &ownCosts)
      note(
        model.cheapestNames(of: reading.lattice, by: .one(number), surnames: tables.surnames), surcharge, in: &nameCosts
      )
    }
    return Routed(reading: reading, routes: routes, ownCosts: ownCosts, nameCosts: nameCosts)
  }

  /// The cheapest reading that two spellings of one language have in common.
  ///
  /// What is divided into words is a surname and a given name, or a place and a word for its kind; any other division is
  /// read at a surcharge.
  func commonReading(of first: Routed, _ second: Routed) -> Common? {
    let (a, b) = (first.reading, second.reading)
    guard let bound = LatticeAlignment.align(a.lattice, b.lattice, limit: Self.costLimit) else { return nil }
    let order = a.isReordered != b.isReordered ? Self.reorderCost : 0
    let found = cheapest(first, second, headedBy: nil, limit: Self.costLimit - order)
    var best = found ?? Common(cost: bound.cost + Self.mixtureCost, alignment: bound, isRelayed: false)
    if let head = head(of: a, b), !isPlace(a), !isPlace(b) {
      best.cost += Self.divisionCost
      if let named = cheapest(first, second, headedBy: head, limit: best.cost) { best = named }
    }
    best.cost += order
    return best
  }

  /// A reading that two spellings have in common.
  struct Common {
    var cost: Int
    var alignment: LatticeAlignment
    /// Whether a side came by way of another script.
    var isRelayed: Bool
  }

  /// Of two readings the one with fewer syllables is likelier by so much for each: more than the customary spelling of a
  /// syllable departs from a system's (정 written Chung), so that Jung-hee is no Jung-he-e.
  private static let syllableCost = 110
  /// Readings of more syllables are judged by no caller.
  private static let syllableLimit = 6

  /// A name that is divided elsewhere than behind its surname: as far-fetched as one of an unusual length.
  private static let divisionCost = 150

  private func cheapest(
    _ first: Routed, _ second: Routed, headedBy head: LatticeAlignment.Head?, limit: Int
  ) -> Common? {
    var best: Common?
    /// With what the syllables cost.
    var bestTotal = limit + Self.syllableLimit * Self.syllableCost + 1
    for a in first.routes {
      for b in second.routes {
        let surcharge = a.cost + b.cost
        guard
          let found = LatticeAlignment.align(
            first.reading.lattice, second.reading.lattice, firstBy: a.routes, secondBy: b.routes, headedBy: head,
            syllableCost: Self.syllableCost, limit: bestTotal - 1 - surcharge)
        else { continue }
        bestTotal = found.cost + surcharge
        let syllables = found.steps.count / first.reading.language.phaseCount
        best = Common(
          cost: bestTotal - syllables * Self.syllableCost, alignment: found, isRelayed: a.isRelay || b.isRelay)
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
    if first.spelled.breaks.isEmpty, second.spelled.breaks.isEmpty { return nil }
    return LatticeAlignment.Head(firstBreaks: first.spelled.breaks, secondBreaks: second.spelled.breaks) {
      model.isSurname($0, surnames: tables.surnames)
    }
  }

  /// Whether a word that may say of what kind a place is stands behind one other: Songchol-li, but not Kim Hye-ri.
  private func isPlace(_ reading: PreparedName.SyllabicReading) -> Bool {
    guard !reading.isReordered, let model = reading.model, reading.spelled.breaks.count == 1 else { return false }
    return model.mayEndPlace(reading.lattice, from: reading.spelled.breaks[0], surnames: tables.surnames)
  }
}
