extension UnitStatistics {
  /// What a syllable costs less behind another with which it stands in names that were counted.
  fileprivate func bonus(of before: String?, _ text: String, in kind: NameKindHypothesis) -> Int {
    let pairs = kind == .place ? "place2" : "pair2"
    guard let before, knownCost(of: "\(before) \(text)", kind: pairs) != nil else { return 0 }
    return 300
  }
}

/// Chinese: syllables of surnames, given names, places.
struct ChineseUsage: UnitUsage {
  let statistics: UnitStatistics
  private static let weight = 50
  private static let baseCost = 250

  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int? {
    let text = inventory.names[Int(units[units.count - 1])]
    let kind =
      switch context.kind {
      case .place: "place"
      case .person: units.count == 1 ? "surname" : "given"
      }
    // A surname and a given name of one or two syllables.
    guard context.kind == .place || units.count <= 4 else { return nil }
    guard let cost = statistics.cost(of: text, kind: kind) else { return nil }
    let before = units.count > 1 ? inventory.names[Int(units[units.count - 2])] : nil
    return max(0, cost - statistics.bonus(of: before, text, in: context.kind)) * Self.weight / 100 + Self.baseCost
  }
}

/// Korean: whole syllables.
struct KoreanUsage: UnitUsage {
  let statistics: UnitStatistics
  private static let weight = 50
  private static let baseCost = 250

  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int? {
    guard let syllable = KoreanSyllable(units.suffix(3)) else { return nil }
    let text = String(syllable.scalar)
    let cost: Int?
    switch context.kind {
    case .place: cost = statistics.cost(of: text, kind: "place")
    case .person:
      switch units.count / 3 {
      case 1: cost = statistics.knownCost(of: text, kind: "surname")
      case 2: cost = statistics.cost(of: text, kind: "given1")
      case 3: cost = statistics.cost(of: text, kind: "given2")
      default: cost = nil
      }
    }
    let before = units.count > 3 ? KoreanSyllable(units.dropLast(3).suffix(3)).map { String($0.scalar) } : nil
    let bonus = statistics.bonus(of: before, text, in: context.kind)
    return cost.map { max(0, $0 - bonus) * Self.weight / 100 + Self.baseCost }
  }
}

/// The syllable that an initial, a vowel and a final make.
struct KoreanSyllable {
  let scalar: Unicode.Scalar

  init?(_ units: ArraySlice<UInt16>) {
    let jamo = units.map(Int.init)
    guard jamo.count == 3, jamo[0] < HangulJamo.initialCount,
      let scalar = HangulJamo.compose(
        initial: jamo[0], vowel: jamo[1] - UnitInventory.firstKoreanVowel,
        final: jamo[2] - UnitInventory.koreanWithoutFinal)
    else { return nil }
    self.scalar = scalar
  }
}

/// Japanese: each mora after the one before it.
struct JapaneseUsage: UnitUsage {
  let statistics: UnitStatistics
  /// A departure from what is usual weighs so many hundredths of what it is worth by count.
  private static let weight = 45
  private static let baseCost = 120

  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int? {
    let last = inventory.names[Int(units[units.count - 1])]
    let before = units.count > 1 ? inventory.names[Int(units[units.count - 2])] : "^"
    var cost = statistics.cost(of: "\(before) \(last)", kind: "mora2") ?? 0
    if context.isEndOfName { cost += statistics.cost(of: "\(last) $", kind: "mora2") ?? 0 }
    return cost * Self.weight / 100 + Self.baseCost
  }
}

/// Languages written in letters: each letter after the two before it.
struct LetterUsage: UnitUsage {
  let statistics: UnitStatistics?
  /// What a letter costs where nothing was counted.
  private static let flatCost = 270
  /// The model of letters is that of English; its word weighs less than that of the spelling tables.
  private static let weight = 60
  private static let baseCost = 60
  private static let foreignLetterCost = 250

  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int? {
    let last = inventory.names[Int(units[units.count - 1])]
    guard let statistics else { return Self.flatCost * last.count }
    var text = "^^" + units.suffix(3).dropLast().map { inventory.names[Int($0)] }.joined()
    // Two letters before are all that is looked at.
    if units.count > 3 { text = String(text.dropFirst(2)) }
    var cost = 0
    for letter in last.map(String.init) + (context.isEndOfName ? ["$"] : []) {
      let known =
        statistics.knownCost(of: "\(text.suffix(2)) \(letter)", kind: "letter2")
        ?? statistics.knownCost(of: "* \(letter)", kind: "letter2").map { $0 + 150 }
      cost += (known ?? 400) * Self.weight / 100 + Self.baseCost
      if letter.utf8.count > 1 { cost += Self.foreignLetterCost }
      text += letter
    }
    return cost
  }
}
