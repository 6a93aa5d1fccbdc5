/// One row of a spelling table: by a route, a unit may be spelled so.
public struct SpellingRow: Hashable, Sendable {
  public var route: String
  public var unit: String
  /// Folded letters: lower case, no marks, no apostrophes. May be empty.
  public var spelling: String
  public var cost: Int
  /// Completes "…, <habit>"; empty where the route prescribes the spelling.
  public var habit: String

  public init(route: String, unit: String, spelling: String, cost: Int, habit: String) {
    self.route = route
    self.unit = unit
    self.spelling = spelling
    self.cost = cost
    self.habit = habit
  }
}

/// What makes a row of a spelling table unusable.
public enum SpellingTableError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownUnit(String, language: SourceLanguage)
  case unknownRoute(String)
  case costOutOfRange(Int)

  public var description: String {
    switch self {
    case .unknownUnit(let unit, let language): "`\(unit)` is no unit of \(language.code) names"
    case .unknownRoute(let route): "no spelling table has rows of the route `\(route)`"
    case .costOutOfRange(let cost): "the cost \(cost) is not in 0...\(SpellingModelBuilder.costLimit)"
    }
  }
}

/// Compiles spelling tables, and relays composed of two of them, into a model.
public struct SpellingModelBuilder {
  static let costLimit = 1000
  /// A composed spelling that costs more than this beyond its first leg is no habit any more.
  private static let secondLegLimit = 200
  private static let spellingsPerEntryLimit = 48
  /// What it costs that a custom follows some system where it has no spelling of its own.
  private static let customarySurcharge = 25
  /// The routes whose rows are everyday spellings that no system prescribes: they follow a system in the other units.
  public static let customs = ["customary", "press"]

  private let inventory: UnitInventory
  private let script: String
  private var candidates: [Candidate] = []
  private var routes: [SpellingRoute] = []

  private struct Candidate {
    var route: Int
    var unit: String
    var spelling: String
    var cost: Int
    var habit: String
    var respellingHabit = ""
    var intermediate = ""
    var isSoundChange = false

    /// The cheapest way to one spelling is kept; of equally cheap ones always the same.
    var order: (Int, String, String, String) { (cost, habit, respellingHabit, intermediate) }
  }

  /// - Parameter units: the units of the language; ignored for Korean, whose units are the jamo.
  public init(language: SourceLanguage, script: String, units: Set<String>) {
    inventory =
      language == .korean
      ? .korean : UnitInventory(language: language, names: units.sorted { $0.utf8Bytes < $1.utf8Bytes })
    self.script = script
  }

  /// Adds the rows of one table; each of its routes becomes a route of one leg.
  public mutating func add(_ rows: [SpellingRow]) throws(SpellingTableError) {
    for row in rows {
      guard (0...Self.costLimit).contains(row.cost) else { throw .costOutOfRange(row.cost) }
      candidates.append(
        Candidate(
          route: number(of: SpellingRoute(legs: [row.route])), unit: row.unit, spelling: row.spelling, cost: row.cost,
          habit: row.habit, isSoundChange: isSoundChange(row)))
    }
  }

  /// Spelling tables give forms that a system prescribes in some context this cost at most.
  private static let soundChangeCosts = 1...10

  private func isSoundChange(_ row: SpellingRow) -> Bool {
    inventory.language == .korean && row.habit.isEmpty && Self.soundChangeCosts.contains(row.cost)
      && !Self.customs.contains(row.route)
  }

  /// Lets each custom follow every system of one leg where it has no spelling of its own.
  public mutating func letCustomsFollowSystems() {
    for (custom, route) in routes.enumerated() where route.legs.count == 1 && Self.customs.contains(route.legs[0]) {
      for candidate in candidates where candidate.route != custom {
        let other = routes[candidate.route]
        if other.isRelay || Self.customs.contains(other.legs[0]) { continue }
        var copy = candidate
        copy.route = custom
        copy.cost += Self.customarySurcharge
        candidates.append(copy)
      }
    }
  }

  /// The rows of a route in a table; of a custom also those of the systems that it follows where it has none of its own.
  public static func rows(of route: String, in table: [SpellingRow]) -> [SpellingRow] {
    table.compactMap { row in
      if row.route == route { return row }
      guard customs.contains(route), row.habit.isEmpty, !customs.contains(row.route) else { return nil }
      var copy = row
      copy.cost += customarySurcharge
      return copy.cost <= costLimit ? copy : nil
    }
  }

  /// Says what it costs to believe that a name took a route.
  public mutating func setCost(_ cost: Int, ofRoute legs: [String]) {
    for number in routes.indices where routes[number].legs == legs { routes[number].cost = cost }
  }

  /// Adds the relay that spells units by `first` in another script and respells that letter by letter by `second`.
  public mutating func addRelay(
    legs: [String], first: [SpellingRow], second: [SpellingRow], cost: Int
  ) throws(SpellingTableError) {
    guard !first.isEmpty else { throw .unknownRoute(legs.first ?? "") }
    guard !second.isEmpty else { throw .unknownRoute(legs.last ?? "") }
    let route = number(of: SpellingRoute(legs: legs, cost: cost))
    let respelling = Respelling(second)
    for row in first {
      for (spelling, step) in respelling.spellings(of: row.spelling, limit: Self.secondLegLimit)
        .sorted(by: { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) }).prefix(Self.spellingsPerEntryLimit)
      {
        candidates.append(
          Candidate(
            route: route, unit: row.unit, spelling: spelling, cost: row.cost + step.cost,
            habit: row.habit, respellingHabit: step.habit, intermediate: row.spelling, isSoundChange: isSoundChange(row)
          ))
      }
    }
  }

  /// Adds rows to a relay as they are: spellings that somebody restored instead of respelling the letters.
  public mutating func addRestored(
    legs: [String], cost: Int, rows: [SpellingRow], intermediates: [String: String]
  ) {
    let route = number(of: SpellingRoute(legs: legs, cost: cost))
    for row in rows {
      candidates.append(
        Candidate(
          route: route, unit: row.unit, spelling: row.spelling, cost: row.cost, habit: "",
          respellingHabit: row.habit, intermediate: intermediates[row.unit] ?? ""))
    }
  }

  private mutating func number(of route: SpellingRoute) -> Int {
    if let number = routes.firstIndex(of: route) { return number }
    routes.append(route)
    return routes.count - 1
  }

  public func build() throws(SpellingTableError) -> SpellingModel {
    var best: [EntryKey: Candidate] = [:]
    for candidate in candidates {
      let key = EntryKey(route: candidate.route, unit: candidate.unit, spelling: candidate.spelling)
      if let known = best[key], known.order <= candidate.order { continue }
      best[key] = candidate
    }
    let sorted = best.values.sorted {
      ($0.spelling.utf8Bytes, $0.unit.utf8Bytes, $0.route) < ($1.spelling.utf8Bytes, $1.unit.utf8Bytes, $1.route)
    }
    var habits = Interner()
    var intermediates = Interner()
    var entries: [SpellingEntry] = []
    for candidate in sorted {
      guard let unit = inventory.number(of: candidate.unit) else {
        throw .unknownUnit(candidate.unit, language: inventory.language)
      }
      entries.append(
        SpellingEntry(
          unit: unit, cost: UInt16(clamping: candidate.cost), route: UInt16(candidate.route),
          habit: UInt16(clamping: habits.number(of: candidate.habit)),
          respellingHabit: UInt16(clamping: habits.number(of: candidate.respellingHabit)),
          intermediate: UInt32(intermediates.number(of: candidate.intermediate)),
          isSoundChange: candidate.isSoundChange))
    }
    return SpellingModel(
      language: inventory.language, script: script, routes: routes, inventory: inventory, habits: habits.texts,
      intermediates: intermediates.texts, trie: SpellingTrie(sortedSpellings: sorted.map { Array($0.spelling.utf8) }),
      entries: entries)
  }

  private struct EntryKey: Hashable {
    var route: Int
    var unit: String
    var spelling: String
  }
}

/// Numbers texts in the order of their first appearance; the empty text is number 0.
private struct Interner {
  private(set) var texts = [""]
  private var numbers = ["": 0]

  mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    texts.append(text)
    numbers[text] = texts.count - 1
    return texts.count - 1
  }
}

/// Respells a short text unit by unit in every way that a table gives.
private struct Respelling {
  struct Step {
    var cost: Int
    var habit: String
  }

  private let rowsByUnit: [String: [SpellingRow]]
  private let longestUnit: Int

  init(_ rows: [SpellingRow]) {
    rowsByUnit = Dictionary(grouping: rows, by: \.unit)
    longestUnit = rows.map(\.unit.count).max() ?? 1
  }

  func spellings(of text: String, limit: Int) -> [String: Step] {
    let letters = Array(text)
    var reached: [[String: Step]] = Array(repeating: [:], count: letters.count + 1)
    reached[0][""] = Step(cost: 0, habit: "")
    for place in letters.indices {
      for (prefix, step) in reached[place] {
        for length in 1...longestUnit where place + length <= letters.count {
          for row in rowsByUnit[String(letters[place..<place + length])] ?? [] {
            let cost = step.cost + row.cost
            if cost > limit { continue }
            let spelling = prefix + row.spelling
            let habit = [step.habit, row.habit].filter { !$0.isEmpty }.joined(separator: "; ")
            if let known = reached[place + length][spelling], (known.cost, known.habit) <= (cost, habit) { continue }
            reached[place + length][spelling] = Step(cost: cost, habit: habit)
          }
        }
      }
    }
    return reached[letters.count]
  }
}

extension String {
  /// The UTF-8 bytes, for an order that depends on no locale.
  var utf8Bytes: ByteOrder { ByteOrder(bytes: Array(utf8)) }
}

/// Orders texts by their bytes.
struct ByteOrder: Comparable {
  var bytes: [UInt8]

  static func < (left: ByteOrder, right: ByteOrder) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
