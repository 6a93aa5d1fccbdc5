import Transliteration

/// What it costs to read words as Chinese ones: syllables of Chinese never go from one word into the next, so the cheapest
/// reading of a name costs as much as those of its words together, and most names need not be read at all.
struct SpellingCosts {
  /// Of one word. What is `unknown` was not asked for yet, and what is `unread` cannot be read.
  struct Costs {
    /// As the head of a name, which may be a surname that custom spells as a whole.
    var head = unknown
    /// Behind the head.
    var rest = unknown
  }

  static let unknown: Int32 = -1
  static let unread = Int32.max / 8

  private let model: SpellingModel?
  /// A word that is read, and what that costs.
  private let known: (word: String, cost: Int)?

  init(_ tables: TransliterationTables) {
    let model = tables.model(.chinese, script: "Latn")
    self.model = model
    known = model.flatMap { model in Self.cost(["li"], model).map { ("li", $0) } }
  }

  func head(_ word: String) -> Int32 {
    guard let model, let known, let cost = Self.cost([word, known.word], model) else { return Self.unread }
    return Int32(cost - known.cost)
  }

  func rest(_ word: String) -> Int32 {
    guard let model, let cost = Self.cost([word], model) else { return Self.unread }
    return Int32(cost)
  }

  private static func cost(_ words: [String], _ model: SpellingModel) -> Int? {
    model.read(SpelledName(words: words))?.cheapestReading(by: .any)
  }
}
