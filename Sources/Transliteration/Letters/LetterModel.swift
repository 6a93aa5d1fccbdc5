/// How the letters of a script correspond to Latin letters in names: learned costs, read from `Tables/letters`.
///
/// Costs are −100 · ln of probabilities, so they add up along a word.
public final class LetterModel: Sendable {
  /// ISO 15924.
  public let script: String

  /// The scripts that a model was learned for (ISO 15924). `Kana` is for both kinds of kana.
  public static let scripts = [
    "Arab", "Armn", "Beng", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru", "Hang", "Hani", "Hebr", "Kana",
    "Khmr", "Knda", "Laoo", "Latn", "Mlym", "Mymr", "Orya", "Sinh", "Taml", "Telu", "Thai",
  ]

  /// The model of Latin words that are near in spelling and belong to different names.
  public static let alike = "Latn-alike"

  /// The file of a model under `Tables/letters`.
  public static func path(of model: String, in directory: String) -> String {
    model == alike ? "\(directory)/\(model).tsv" : "\(directory)/\(model)-Latn.tsv"
  }

  /// The symbols that a cell of a table names; Hangul letters that the cell had to compose are taken apart.
  public static func symbols(ofCell cell: String, script: String) -> [Unicode.Scalar] {
    script == "Hang" ? LetterSymbols.symbols(of: cell, script: script) : Array(cell.unicodeScalars)
  }

  /// One or two symbols: where what they may stand for is listed, and what they cost however they are spelled.
  struct Group: Sendable {
    var first: Int32
    var end: Int32
    /// Where `starts` says at which choices each first letter begins.
    var starts: Int32
    var cost: UInt16

    static let none = Group(first: 0, end: 0, starts: 0, cost: .max)
  }

  /// What a group of symbols may stand for.
  struct Choice: Sendable {
    var latin: UInt32
    var latinLength: UInt8
    var cost: UInt16

    /// 0 for silence, 1 for a, 2 for b and so on.
    var head: Int { latinLength == 0 ? 0 : Int(latin >> UInt32(5 * (Int(latinLength) - 1))) + 1 }
  }

  /// The symbols, sorted; the number of a symbol is its place plus 1.
  let symbols: [UInt32]
  /// The numbers of one symbol, or of two (the first in the high half), sorted; and the group of each.
  let groupKeys: [UInt32]
  let groups: [Group]
  let choices: [Choice]
  /// For each group 28 numbers: the first choice that is silent, the first one that begins with a, with b and so on, and the
  /// end.
  let starts: [Int32]
  /// What a Latin letter costs that stands for nothing, by letter.
  let insertions: [UInt16]
  /// Groups of Latin letters, by length and packed letters, sorted; and what each costs whatever it stands for.
  let latinKeys: [UInt32]
  let latinCosts: [UInt16]
  /// The same for one letter and for two, by packed letters; and of how many letters the longest group is.
  private let latinLetterCosts: [UInt16]
  private let latinPairCosts: [UInt16]
  private let longestLatin: Int
  /// For models of Latin words: what one letter, and what two, cost however they are spelled.
  private let letterCosts: [UInt16]
  private let pairCosts: [UInt16]

  /// What a symbol costs that stands for nothing, and a Latin letter, where the training data never show it.
  static let unseenDeletion: UInt16 = 750
  static let unseenInsertion: UInt16 = 850

  init(script: String, _ parts: LetterModelParts) {
    self.script = script
    symbols = parts.symbols
    groupKeys = parts.groupKeys
    groups = parts.groups
    choices = parts.choices
    starts = parts.starts
    insertions = parts.insertions
    latinKeys = parts.latinKeys
    latinCosts = parts.latinCosts
    var latinLetterCosts = [UInt16](repeating: .max, count: 1 << 5)
    var latinPairCosts = [UInt16](repeating: .max, count: 1 << 10)
    for (key, cost) in zip(parts.latinKeys, parts.latinCosts) {
      let (length, packed) = (key >> 25, Int(key & (1 << 25 - 1)))
      if length == 1, packed < 1 << 5 { latinLetterCosts[packed] = cost }
      if length == 2, packed < 1 << 10 { latinPairCosts[packed] = cost }
    }
    self.latinLetterCosts = latinLetterCosts
    self.latinPairCosts = latinPairCosts
    longestLatin = Int((parts.latinKeys.last ?? 0) >> 25)
    guard script.hasPrefix("Latn") else {
      letterCosts = []
      pairCosts = []
      return
    }
    let numbers = (UInt32(0x61)...0x7A).map { parts.symbols.sortedPlace(of: $0).map { UInt32($0 + 1) } ?? 0 }
    func cost(_ key: UInt32) -> UInt16? { parts.groupKeys.sortedPlace(of: key).map { parts.groups[$0].cost } }
    letterCosts = numbers.map { cost($0) ?? Self.unseenDeletion }
    pairCosts = numbers.flatMap { first in numbers.map { cost(first << 16 | $0) ?? .max } }
  }

  static func latinKey(_ packed: UInt32, _ length: Int) -> UInt32 { UInt32(length) << 25 | packed }

  /// The number of a symbol; 0 where the model does not know it.
  func number(of symbol: Unicode.Scalar) -> UInt32 {
    symbols.sortedPlace(of: symbol.value).map { UInt32($0 + 1) } ?? 0
  }

  /// What one symbol may stand for; silence for one that the model does not know.
  func group(_ symbol: UInt32) -> Group {
    groupKeys.sortedPlace(of: symbol).map { groups[$0] }
      ?? Group(first: 0, end: 1, starts: 0, cost: Self.unseenDeletion)
  }

  /// What two symbols may stand for together.
  func group(_ first: UInt32, _ second: UInt32) -> Group {
    groupKeys.sortedPlace(of: first << 16 | second).map { groups[$0] } ?? .none
  }

  /// What a Latin word costs however it is spelled, for the model of Latin words: as `LetterWord.cost` does.
  func singleCost(of word: LatinWord) -> Int {
    let count = word.letters.count
    var costs = [Int](repeating: .max / 2, count: count + 2)
    costs[0] = 0
    for place in 0..<count {
      let letter = Int(word.letters[place])
      costs[place + 1] = min(costs[place + 1], costs[place] + Int(letterCosts[letter]))
      if place + 1 < count {
        let pair = pairCosts[letter * 26 + Int(word.letters[place + 1])]
        if pair < .max { costs[place + 2] = min(costs[place + 2], costs[place] + Int(pair)) }
      }
    }
    return costs[count]
  }

  /// What a Latin word costs whatever it is the spelling of.
  public func cost(of word: LatinWord) -> Int {
    let count = word.letters.count
    var costs = [Int](repeating: .max / 2, count: count + 1)
    costs[0] = 0
    for place in 0..<count {
      for length in 1...min(LatinWord.windowLength, count - place) {
        let packed = word.windows[place] >> UInt32(5 * (LatinWord.windowLength - length))
        let cost = latinCost(packed, length)
        if cost < .max { costs[place + length] = min(costs[place + length], costs[place] + Int(cost)) }
      }
      costs[place + 1] = min(costs[place + 1], costs[place] + Int(Self.unseenInsertion))
    }
    return costs[count]
  }

  /// What a group of letters costs whatever it stands for; the greatest number where the model does not know it.
  private func latinCost(_ packed: UInt32, _ length: Int) -> UInt16 {
    if length == 1 { return latinLetterCosts[Int(packed)] }
    if length == 2 { return latinPairCosts[Int(packed)] }
    if length > longestLatin { return .max }
    return latinKeys.sortedPlace(of: Self.latinKey(packed, length)).map { latinCosts[$0] } ?? .max
  }
}
