import Transliteration

/// Finds by which systems and habits the words of a Cyrillic name were spelled in Latin letters, in any order: what an
/// explanation tells. Whether two names are one is for ``NameComparison`` to say.
struct WordComparison {
  /// How two names were laid side by side.
  struct Match {
    struct Pair {
      var query: Int
      var form: Int
      var cost: Int
      /// How the letters of one script lead to the other; `nil` for an initial.
      var alignment: LatticeAlignment?
      var isInitial: Bool
    }
    var pairs: [Pair]
    var unmatchedQuery: [Int]
    var unmatchedForm: [Int]
    /// The route of the model by which all pairs were read; `nil` for a mixture.
    var route: Int?
    var model: SpellingModel?
    /// What it costs to believe that the name took the route.
    var routeCost = 0
    var cost: Int { pairs.reduce(routeCost) { $0 + $1.cost } }
  }

  static let wordLimit = 8
  /// What one letter may cost before two words are no spellings of one name.
  private static let costLimitPerLetter = 45
  private static let costLimit = 320
  private static let initialCost = 90
  /// Words that are spelled by different routes in one name.
  private static let mixtureCost = 200

  let tables: TransliterationTables

  /// Compares a query with a form.
  func compare(_ prepared: PreparedName, with form: FoldedName) -> Match? {
    let query = prepared.name
    guard query.tokens.count <= Self.wordLimit, form.tokens.count <= Self.wordLimit,
      let queryScript = query.script, let formScript = form.script
    else { return nil }
    guard Set([queryScript, formScript]) == ["Cyrl", "Latn"], let model = tables.model(.russian, script: "Latn")
    else { return nil }
    let crossing = Crossing(
      query: query.tokens, queryWords: PreparedName.words(of: query, tables: tables), form: form.tokens,
      formWords: PreparedName.words(of: form, tables: tables), queryIsLatin: queryScript == "Latn")
    // A mixture of routes bounds what one route can do, so it says whether looking further is worth it.
    guard
      let mixture = assign(
        query.tokens.count, form.tokens.count, { acrossScripts(crossing, $0, $1, .any) })
    else { return nil }
    var best = mixture
    best.model = model
    best.routeCost = Self.mixtureCost
    var bestCost = best.cost
    for route in model.routes.indices where mixture.cost + model.routes[route].cost < bestCost {
      guard
        let match = assign(
          query.tokens.count, form.tokens.count, { acrossScripts(crossing, $0, $1, .one(route)) }),
        match.pairs.count == mixture.pairs.count, match.cost + model.routes[route].cost < bestCost
      else { continue }
      best = match
      best.route = route
      best.model = model
      best.routeCost = model.routes[route].cost
      bestCost = best.cost
    }
    return best
  }

  /// Two names in two scripts, word by word.
  private struct Crossing {
    var query: [FoldedName.Token]
    var queryWords: [ReadingLattice?]
    var form: [FoldedName.Token]
    var formWords: [ReadingLattice?]
    var queryIsLatin: Bool
  }

  private typealias Comparison = (_ query: Int, _ form: Int) -> Match.Pair?

  /// The assignment of query words to form words that leaves the fewest words over and, of those, costs least.
  private func assign(_ queryCount: Int, _ formCount: Int, _ compare: Comparison) -> Match? {
    let pairs: [[Match.Pair?]] = (0..<queryCount).map { index in
      (0..<formCount).map { formIndex in
        guard var pair = compare(index, formIndex) else { return nil }
        pair.query = index
        pair.form = formIndex
        return pair
      }
    }
    if pairs.allSatisfy({ $0.allSatisfy { $0 == nil } }) { return nil }
    // One state for each set of form words that are taken: how many words were paired, at which cost.
    struct State {
      var count: Int
      var cost: Int
      var pairs: [Match.Pair]
    }
    var states: [Int: State] = [0: State(count: 0, cost: 0, pairs: [])]
    for row in pairs {
      var next = states
      for (taken, state) in states {
        for (formIndex, pair) in row.enumerated() {
          guard let pair, taken & (1 << formIndex) == 0 else { continue }
          let candidate = State(count: state.count + 1, cost: state.cost + pair.cost, pairs: state.pairs + [pair])
          let key = taken | 1 << formIndex
          if let known = next[key], (-known.count, known.cost) <= (-candidate.count, candidate.cost) { continue }
          next[key] = candidate
        }
      }
      states = next
    }
    let ordered = states.sorted { ($1.value.count, $0.value.cost, $0.key) < ($0.value.count, $1.value.cost, $1.key) }
    guard let best = ordered.first?.value, best.count > 0 else { return nil }
    return Match(
      pairs: best.pairs,
      unmatchedQuery: (0..<queryCount).filter { index in !best.pairs.contains { $0.query == index } },
      unmatchedForm: (0..<formCount).filter { index in !best.pairs.contains { $0.form == index } })
  }

  private func acrossScripts(
    _ crossing: Crossing, _ query: Int, _ form: Int, _ routes: LatticeAlignment.Routes
  ) -> Match.Pair? {
    let queryWord = crossing.queryWords[query]
    let formWord = crossing.formWords[form]
    guard let native = crossing.queryIsLatin ? formWord : queryWord,
      let spelled = crossing.queryIsLatin ? queryWord : formWord
    else { return nil }
    let latin = crossing.queryIsLatin ? crossing.query[query] : crossing.form[form]
    let limit = min(Self.costLimit, Self.costLimitPerLetter * latin.letters.count)
    if let alignment = LatticeAlignment.align(native, spelled, secondBy: routes, limit: limit) {
      return pair(alignment.cost, alignment: alignment)
    }
    let cyrillic = crossing.queryIsLatin ? crossing.form[form] : crossing.query[query]
    guard (latin.letters.count == 1) != (cyrillic.letters.count == 1), let head = cyrillic.letters.first,
      let headReading = tables.nativeReading(of: String(head), language: .russian)
    else { return nil }
    let heads = latin.letters.count == 1 ? [spelled] : headReadings(of: latin)
    guard heads.contains(where: { LatticeAlignment.align(headReading, $0, secondBy: routes, limit: limit) != nil })
    else { return nil }
    return pair(Self.initialCost, isInitial: true)
  }

  /// The first letters of a Latin word that may spell one Cyrillic letter (щ is shch).
  private func headReadings(of word: FoldedName.Token) -> [ReadingLattice] {
    guard let model = tables.model(.russian, script: "Latn") else { return [] }
    let letters = Array(word.letters.utf8)
    return (1...min(4, letters.count)).compactMap { model.read(Array(letters[..<$0])) }
  }

  private func pair(_ cost: Int, alignment: LatticeAlignment? = nil, isInitial: Bool = false) -> Match.Pair {
    Match.Pair(query: 0, form: 0, cost: cost, alignment: alignment, isInitial: isInitial)
  }
}
