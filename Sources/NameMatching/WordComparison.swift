import Transliteration

/// Compares names of words (given name, patronymic, family name) word by word, in any order.
struct WordComparison {
  /// How two names were laid side by side.
  struct Match {
    struct Pair {
      var query: Int
      var form: Int
      var cost: Int
      /// How the letters of one script lead to the other; `nil` where both are in one script.
      var alignment: LatticeAlignment?
      var isInitial: Bool
    }
    var pairs: [Pair]
    var unmatchedQuery: [Int]
    var unmatchedForm: [Int]
    /// The route of the model by which all pairs were read; `nil` for a mixture or for one script.
    var route: Int?
    var model: SpellingModel?
    /// What it costs to believe that the name took the route.
    var routeCost = 0
    var cost: Int { pairs.reduce(routeCost) { $0 + $1.cost } }
  }

  private static let wordLimit = 8
  /// What one letter may cost before two words are no spellings of one name.
  private static let costLimitPerLetter = 45
  private static let costLimit = 320
  private static let initialCost = 90
  /// Words that are spelled by different routes in one name.
  private static let mixtureCost = 200

  let tables: TransliterationTables

  func compare(_ query: FoldedName, with form: FoldedName) -> Match? {
    guard query.tokens.count <= Self.wordLimit, form.tokens.count <= Self.wordLimit else { return nil }
    guard let scripts = scripts(query, form) else { return nil }
    if scripts.query == scripts.form {
      return assign(query.tokens, form.tokens) { sameScript($0, $1) }
    }
    guard let model = tables.model(.russian, script: "Latn"), Set([scripts.query, scripts.form]) == ["Cyrl", "Latn"]
    else { return nil }
    let queryIsLatin = scripts.query == "Latn"
    // A mixture of routes bounds what one route can do, so it says whether looking further is worth it.
    guard
      let mixture = assign(
        query.tokens, form.tokens, { acrossScripts($0, $1, queryIsLatin, model, .any) })
    else { return nil }
    var best = mixture
    best.model = model
    best.routeCost = Self.mixtureCost
    var bestCost = best.cost
    for route in model.routes.indices {
      guard
        let match = assign(
          query.tokens, form.tokens, { acrossScripts($0, $1, queryIsLatin, model, .one(route)) }),
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

  private func scripts(_ query: FoldedName, _ form: FoldedName) -> (query: String, form: String)? {
    guard let queryScript = query.script, let formScript = form.script else { return nil }
    return (queryScript, formScript)
  }

  private typealias Comparison = (FoldedName.Token, FoldedName.Token) -> Match.Pair?

  /// The assignment of query words to form words that leaves the fewest words over and, of those, costs least.
  private func assign(
    _ query: [FoldedName.Token], _ form: [FoldedName.Token], _ compare: Comparison
  ) -> Match? {
    var pairs: [[Match.Pair?]] = []
    for (index, word) in query.enumerated() {
      pairs.append(
        form.enumerated().map { formIndex, formWord in
          guard var pair = compare(word, formWord) else { return nil }
          pair.query = index
          pair.form = formIndex
          return pair
        })
    }
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
      pairs: best.pairs, unmatchedQuery: query.indices.filter { index in !best.pairs.contains { $0.query == index } },
      unmatchedForm: form.indices.filter { index in !best.pairs.contains { $0.form == index } })
  }

  private func sameScript(_ a: FoldedName.Token, _ b: FoldedName.Token) -> Match.Pair? {
    if a.key == b.key { return pair(0) }
    if let initial = initialPair(a.key, b.key) { return initial }
    // Without letters that habits exchange there is nothing to be lenient about.
    guard ["Latn", "Cyrl", "Grek"].contains(a.script), a.script == b.script else { return nil }
    let cost = LetterAlignment.cost(a.key, b.key)
    let limit = min(Self.costLimit, Self.costLimitPerLetter * min(a.key.count, b.key.count))
    return cost <= limit ? pair(cost) : nil
  }

  private func acrossScripts(
    _ query: FoldedName.Token, _ form: FoldedName.Token, _ queryIsLatin: Bool, _ model: SpellingModel,
    _ routes: LatticeAlignment.Routes
  ) -> Match.Pair? {
    let (latin, cyrillic) = queryIsLatin ? (query, form) : (form, query)
    guard let native = tables.nativeReading(of: cyrillic.letters, language: .russian),
      let spelled = model.read(Array(latin.letters.utf8))
    else { return nil }
    let limit = min(Self.costLimit, Self.costLimitPerLetter * latin.letters.count)
    guard let alignment = LatticeAlignment.align(native, spelled, secondBy: routes, limit: limit) else {
      guard latin.letters.count == 1, case .any = routes, let head = cyrillic.letters.first,
        let headReading = tables.nativeReading(of: String(head), language: .russian),
        LatticeAlignment.align(headReading, spelled, limit: limit) != nil
      else { return nil }
      return pair(Self.initialCost, isInitial: true)
    }
    return pair(alignment.cost, alignment: alignment)
  }

  private func initialPair(_ a: String, _ b: String) -> Match.Pair? {
    guard a.first == b.first, (a.count == 1) != (b.count == 1) else { return nil }
    return pair(Self.initialCost, isInitial: true)
  }

  private func pair(_ cost: Int, alignment: LatticeAlignment? = nil, isInitial: Bool = false) -> Match.Pair {
    Match.Pair(query: 0, form: 0, cost: cost, alignment: alignment, isInitial: isInitial)
  }
}
