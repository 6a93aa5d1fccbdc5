/// Chinese: syllables of surnames, given names, places, each after the one before it.
struct ChineseUsage: UnitUsage {
  let statistics: UnitStatistics
  /// What a syllable is worth by count weighs so many hundredths.
  private static let weight = 60
  private static let baseCost = 120

  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int? {
    let text = inventory.names[Int(units[units.count - 1])]
    let before = units.count > 1 ? inventory.names[Int(units[units.count - 2])] : nil
    var cost: Int?
    switch context.kind {
    case .place:
      cost = statistics.cost(of: text, after: before ?? "^", kind: "place2")
      if context.isEndOfName { cost = cost.map { $0 + (statistics.cost(of: "$", after: text, kind: "place2") ?? 0) } }
    case .person:
      // A surname and a given name of one or two syllables.
      switch units.count {
      case 1: cost = statistics.cost(of: text, kind: "surname")
      case 2: cost = statistics.cost(of: text, kind: "given")
      case 3, 4: cost = statistics.cost(of: text, after: before ?? "", kind: "pair2")
      default: return nil
      }
      if context.isEndOfName, units.count == 2 {
        cost = cost.map { $0 + (statistics.cost(of: "$", after: text, kind: "pair2") ?? 0) }
      }
    }
    return cost.map { $0 * Self.weight / 100 + Self.baseCost }
  }
}

/// Korean: whole syllables, each after the one before it.
struct KoreanUsage: UnitUsage {
  let statistics: UnitStatistics
  private static let weight = 60
  private static let baseCost = 120

  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int? {
    guard let text = Self.syllable(units, last: 1) else { return nil }
    let before = Self.syllable(units, last: 2)
    var cost: Int?
    switch context.kind {
    case .place:
      cost = statistics.cost(of: text, after: before ?? "^", kind: "place2")
      if context.isEndOfName { cost = cost.map { $0 + (statistics.cost(of: "$", after: text, kind: "place2") ?? 0) } }
    case .person:
      switch units.count / 3 {
      case 1: cost = statistics.knownCost(of: text, kind: "surname")
      case 2: cost = statistics.cost(of: text, kind: "given1")
      case 3: cost = statistics.cost(of: text, after: before ?? "", kind: "pair2")
      default: return nil
      }
      if context.isEndOfName, units.count == 6 {
        cost = cost.map { $0 + (statistics.cost(of: "$", after: text, kind: "pair2") ?? 0) }
      }
    }
    return cost.map { $0 * Self.weight / 100 + Self.baseCost }
  }

  /// The syllable so many from the end, 1 for the last.
  private static func syllable(_ units: [UInt16], last: Int) -> String? {
    let end = units.count - (last - 1) * 3
    guard end >= 3 else { return nil }
    return KoreanSyllable(units[end - 3..<end]).map { String($0.scalar) }
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
  private static let weight = 45
  private static let baseCost = 120

  func cost(of units: [UInt16], in inventory: UnitInventory, _ context: UnitContext) -> Int? {
    let last = inventory.names[Int(units[units.count - 1])]
    let before = units.count > 1 ? inventory.names[Int(units[units.count - 2])] : "^"
    var cost = statistics.cost(of: last, after: before, kind: "mora2") ?? 0
    if context.isEndOfName { cost += statistics.cost(of: "$", after: last, kind: "mora2") ?? 0 }
    return cost * Self.weight / 100 + Self.baseCost
  }
}

/// Languages written in letters: each letter after the two before it.
struct LetterUsage: UnitUsage {
  let statistics: UnitStatistics?
  /// What a letter costs where nothing was counted.
  private static let flatCost = 350
  /// The model of letters is that of English; its word weighs less than that of the spelling tables.
  private static let weight = 40
  private static let baseCost = 60
  private static let foreignLetterCost = 250

  /// The spelling tables of these languages are shares of counted names, as those of letters are: they need less correction
  /// than weights that were estimated. At twice this weight Uotford was Whatford, since every wha that is a уо spells it so.
  var spellingWeight: Int { 150 }

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
