public import Transliteration

/// A spelling made ready to be compared: folded, and read in every language whose names it may spell.
public struct PreparedName: Sendable {
  public let name: FoldedName
  /// Readings in the languages of syllables, by word order.
  public let readings: [SyllabicReading]
  /// The words, in all the ways in which the name may be divided and read.
  public internal(set) var interpreted: InterpretedName

  /// One reading of the whole name in a language of syllables.
  public struct SyllabicReading: Sendable {
    public let language: SourceLanguage
    /// The words in the order in which they are read.
    public let spelled: SpelledName
    public let lattice: ReadingLattice
    /// The script of the spelling (ISO 15924); the language's own for a native form.
    public let script: String
    /// Whether the last word was moved to the front (given name first).
    public let isReordered: Bool
    /// The model by which the spelling is read; `nil` for a native form.
    let model: SpellingModel?

    /// By number of syllables: what the cheapest reading by one route costs.
    public func ownCosts() -> [Int: Int] {
      guard let model else { return [lattice.syllableCount: 0] }
      var costs: [Int: Int] = [:]
      for (number, route) in model.routes.enumerated() {
        for (syllables, cost) in lattice.cheapestReadings(by: .one(number)) {
          costs[syllables] = min(costs[syllables] ?? .max, cost + route.cost)
        }
      }
      return costs
    }

    /// What the cheapest reading as a name of two to four syllables costs; `nil` where there is none.
    public var ownCost: Int? { ownCosts().filter { (2...4).contains($0.key) }.values.min() }

    /// Whether systems or customs lead to a name spelled just so.
    public var isWellFormed: Bool { (ownCost ?? .max) <= SyllabicReading.wellFormedLimit }

    static let wellFormedLimit = 450
  }

  private static let wordLimit = 6

  public init(
    _ text: String, tables: TransliterationTables, withReadings: Bool = true
  ) throws(FoldedName.Failure) {
    self.init(try FoldedName(text, han: tables.han), tables: tables, withReadings: withReadings)
  }

  /// - Parameter withReadings: whether the name is read in the languages of syllables; where not, it is compared by its
  ///   words only.
  public init(_ name: FoldedName, tables: TransliterationTables, withReadings: Bool = true) {
    self.name = name
    readings = withReadings ? Self.readings(of: name, tables: tables) : []
    interpreted = InterpretedName(name, tables: tables, isQuery: true)
  }

  /// The same name read as well as what it may have been before it was respelled.
  public func restored(_ names: [RestoredName], tables: TransliterationTables) -> PreparedName {
    var copy = self
    copy.interpreted = interpreted.restored(names, tables: tables)
    return copy
  }

  /// The words of a name as letters of a Cyrillic one.
  static func words(of name: FoldedName, tables: TransliterationTables) -> [ReadingLattice?] {
    guard name.tokens.count <= WordComparison.wordLimit, let model = tables.model(.russian, script: "Latn") else {
      return name.tokens.map { _ in nil }
    }
    return name.tokens.map { token in
      switch token.script {
      case "Cyrl": tables.nativeReading(of: token.letters, language: .russian)
      case "Latn": model.read(Array(token.letters.utf8))
      default: nil
      }
    }
  }

  /// The readings of a name in languages of syllables, by word order.
  public static func readings(
    of name: FoldedName, in languages: [SourceLanguage] = SourceLanguage.allCases.filter(\.isSyllabic),
    tables: TransliterationTables
  ) -> [SyllabicReading] {
    guard name.tokens.count <= wordLimit, let script = name.script else { return [] }
    return languages.flatMap { language in
      readings(of: name.tokens.map(\.letters), script: script, language: language, tables: tables)
    }
  }

  private static func readings(
    of words: [String], script: String, language: SourceLanguage, tables: TransliterationTables
  ) -> [SyllabicReading] {
    if script == language.nativeScript {
      guard let lattice = tables.nativeReading(of: words.joined(), language: language) else { return [] }
      return [
        SyllabicReading(
          language: language, spelled: SpelledName(words: words), lattice: lattice, script: script, isReordered: false,
          model: nil)
      ]
    }
    guard let model = tables.model(language, script: script) else { return [] }
    var orders = [words]
    if words.count > 1 { orders.append([words[words.count - 1]] + words.dropLast()) }
    return orders.enumerated().compactMap { number, order in
      let spelled = SpelledName(words: order)
      guard let lattice = model.read(spelled) else { return nil }
      guard lattice.cheapestReading(by: .any) != nil else { return nil }
      return SyllabicReading(
        language: language, spelled: spelled, lattice: lattice, script: script, isReordered: number > 0,
        model: model)
    }
  }
}

extension SourceLanguage {
  /// The script that names of the language are at home in (ISO 15924).
  public var nativeScript: String {
    switch self {
    case .korean: "Hang"
    case .chinese: "Hani"
    case .russian: "Cyrl"
    case .japanese: "Hira"
    case .english, .german, .french: "Latn"
    }
  }
}
