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

  private let numbers: [UInt32: UInt32]
  /// By the numbers of one or two symbols: the choices and what the group costs however it is spelled.
  private let groups: [UInt32: Group]
  let choices: [Choice]
  /// For each group 28 numbers: the first choice that is silent, the first one that begins with a, with b and so on, and the
  /// end.
  let starts: [Int32]
  /// What a Latin letter costs that stands for nothing, by letter.
  let insertions: [UInt16]
  /// For models of Latin words: what one letter, and what two, cost however they are spelled.
  private let letterCosts: [UInt16]
  private let pairCosts: [UInt16]
  /// What a group of Latin letters costs whatever it stands for; by length and packed letters.
  private let latinCosts: [UInt32: UInt16]

  /// What a symbol costs that stands for nothing, and a Latin letter, where the training data never show it.
  static let unseenDeletion: UInt16 = 750
  static let unseenInsertion: UInt16 = 850

  public init(script: String, _ correspondences: [LetterCorrespondence]) {
    self.script = script
    var numbers: [UInt32: UInt32] = [:]
    for scalar in correspondences.flatMap(\.native) where numbers[scalar.value] == nil {
      numbers[scalar.value] = UInt32(numbers.count + 1)
    }
    self.numbers = numbers
    var insertions = [UInt16](repeating: Self.unseenInsertion, count: 26)
    var lists: [UInt32: [Choice]] = [:]
    var latinShares: [UInt32: Double] = [:]
    for correspondence in correspondences {
      let letters = correspondence.latin.map { $0 - UInt8(ascii: "a") }
      let cost = UInt16(clamping: correspondence.cost)
      let packed = PackedLatin.packed(letters)
      if !letters.isEmpty {
        latinShares[Self.latinKey(packed, letters.count), default: 0] += NaturalLogarithm.probability(cost: Int(cost))
      }
      if correspondence.native.isEmpty {
        insertions[Int(letters[0])] = min(cost, Self.unseenInsertion)
        continue
      }
      lists[Self.groupKey(correspondence.native.map { numbers[$0.value] ?? 0 }), default: []].append(
        Choice(latin: packed, latinLength: UInt8(letters.count), cost: cost))
    }
    self.insertions = insertions
    latinCosts = latinShares.mapValues { UInt16(clamping: NaturalLogarithm.cost($0, of: 1)) }
    var groups: [UInt32: Group] = [:]
    // The first choice is that of a symbol the model does not know.
    var choices = [Choice(latin: 0, latinLength: 0, cost: Self.unseenDeletion)]
    var starts: [Int32] = Self.starts(of: choices, from: 0)
    for (key, list) in lists.sorted(by: { $0.key < $1.key }) {
      var list = list
      // A single symbol may always be silent.
      if key < 1 << 16, !list.contains(where: { $0.latinLength == 0 }) {
        list.append(Choice(latin: 0, latinLength: 0, cost: Self.unseenDeletion))
      }
      let share = list.reduce(0) { $0 + NaturalLogarithm.probability(cost: Int($1.cost)) }
      list.sort { ($0.head, $0.cost, $0.latin) < ($1.head, $1.cost, $1.latin) }
      groups[key] = Group(
        first: Int32(choices.count), end: Int32(choices.count + list.count), starts: Int32(starts.count),
        cost: UInt16(clamping: NaturalLogarithm.cost(share, of: 1)))
      starts += Self.starts(of: list, from: choices.count)
      choices += list
    }
    self.starts = starts
    self.groups = groups
    self.choices = choices
    let latinNumbers = (UInt32(0x61)...0x7A).map { numbers[$0] ?? 0 }
    letterCosts = latinNumbers.map { groups[$0]?.cost ?? Self.unseenDeletion }
    pairCosts =
      script.hasPrefix("Latn")
      ? latinNumbers.flatMap { first in latinNumbers.map { groups[first << 16 | $0]?.cost ?? .max } } : []
  }

  /// - Parameter choices: sorted by their first letters.
  private static func starts(of choices: [Choice], from first: Int) -> [Int32] {
    (0...27).map { head in Int32(first + (choices.firstIndex { $0.head >= head } ?? choices.count)) }
  }

  private static func groupKey(_ numbers: [UInt32]) -> UInt32 {
    numbers.count == 2 ? numbers[0] << 16 | numbers[1] : numbers[0]
  }

  private static func latinKey(_ packed: UInt32, _ length: Int) -> UInt32 { UInt32(length) << 25 | packed }

  /// The number of a symbol; 0 where the model does not know it.
  func number(of symbol: Unicode.Scalar) -> UInt32 { numbers[symbol.value] ?? 0 }

  /// What one symbol may stand for; silence for one that the model does not know.
  func group(_ symbol: UInt32) -> Group {
    groups[symbol] ?? Group(first: 0, end: 1, starts: 0, cost: Self.unseenDeletion)
  }

  /// What two symbols may stand for together.
  func group(_ first: UInt32, _ second: UInt32) -> Group { groups[first << 16 | second] ?? .none }

  /// What a Latin word costs letter by letter, for the model of Latin words.
  func roughCost(of word: LatinWord) -> Int { word.letters.reduce(0) { $0 + Int(letterCosts[Int($1)]) } }

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
        guard let cost = latinCosts[Self.latinKey(packed, length)] else { continue }
        costs[place + length] = min(costs[place + length], costs[place] + Int(cost))
      }
      costs[place + 1] = min(costs[place + 1], costs[place] + Int(Self.unseenInsertion))
    }
    return costs[count]
  }
}
