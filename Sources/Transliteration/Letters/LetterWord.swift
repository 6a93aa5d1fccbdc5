/// One word of a script, with all that a letter model knows about its spelling in Latin letters.
public struct LetterWord: Sendable {
  public let model: LetterModel
  /// For each place: what the symbol there may stand for, and it together with the next one.
  let singles: [LetterModel.Group]
  let doubles: [LetterModel.Group]
  /// What the word costs however it is spelled.
  public let cost: Int
  /// How many letters the model does not know.
  private let unknownCount: Int

  static let lengthLimit = 48
  /// Of what letters may stand for, so much less likely than the likeliest is not followed.
  private static let unlikely: UInt16 = 320

  /// How many symbols the word has.
  var length: Int { singles.count }

  /// Whether the model knows most of the letters.
  public var isReadable: Bool { unknownCount * 3 <= length }

  /// - Parameter word: folded letters of the model's script.
  /// - Returns: `nil` for nothing, and for what is too long for a name part.
  public init?(_ word: String, model: LetterModel) {
    let symbols = LetterSymbols.symbols(of: word, script: model.script).map(model.number(of:))
    guard (1...Self.lengthLimit).contains(symbols.count) else { return nil }
    self.model = model
    singles = symbols.map(model.group(_:))
    doubles = symbols.indices.map {
      $0 + 1 < symbols.count ? model.group(symbols[$0], symbols[$0 + 1]) : .none
    }
    unknownCount = symbols.count { $0 == 0 }
    var costs = [Int](repeating: .max / 2, count: symbols.count + 2)
    costs[0] = 0
    for place in symbols.indices {
      costs[place + 1] = min(costs[place + 1], costs[place] + Int(singles[place].cost))
      if doubles[place].end > 0 {
        costs[place + 2] = min(costs[place + 2], costs[place] + Int(doubles[place].cost))
      }
    }
    cost = costs[symbols.count]
  }

  /// The cheapest Latin spellings, each with its cost, the cheapest first.
  ///
  /// - Parameters:
  ///   - limit: how many.
  ///   - width: how many beginnings are followed from each place.
  public func spellings(limit: Int, width: Int = 24) -> [(word: [UInt8], cost: Int)] {
    var reached = (0..<length + 2).map { CheapestFew<PackedSpelling>(limit: $0 == length ? limit : width) }
    reached[0].insert(PackedSpelling(), 0)
    for place in 0..<length {
      for (step, group) in [(1, singles[place]), (2, doubles[place])] where group.end > group.first {
        let choices = model.choices[Int(group.first)..<Int(group.end)]
        let dearest = choices.reduce(UInt16.max) { min($0, $1.cost) } + Self.unlikely
        let isLast = place + step == length
        for choice in choices where choice.cost <= dearest {
          for (beginning, cost) in reached[place].elements {
            guard let next = beginning.followed(by: choice), !isLast || next.count > 0 else { continue }
            reached[place + step].insert(next, cost + Int(choice.cost))
          }
        }
      }
    }
    return reached[length].elements.map { ($0.element.letters, $0.cost) }
  }
}

/// Up to 25 Latin letters in one number.
private struct PackedSpelling: Comparable {
  /// Five bits a letter, the last in the lowest bits.
  var packed: UInt128 = 0
  var count: UInt8 = 0

  private static let lengthLimit = 25

  static func < (one: Self, other: Self) -> Bool { (one.packed, one.count) < (other.packed, other.count) }

  var letters: [UInt8] {
    (0..<Int(count)).map { UInt8(truncatingIfNeeded: packed >> UInt128(5 * (Int(count) - 1 - $0))) & 31 }
  }

  /// - Returns: `nil` for what is longer than names are.
  func followed(by choice: LetterModel.Choice) -> PackedSpelling? {
    guard Int(count) + Int(choice.latinLength) <= Self.lengthLimit else { return nil }
    return PackedSpelling(
      packed: packed << UInt128(5 * choice.latinLength) | UInt128(choice.latin), count: count + choice.latinLength)
  }
}
