public import NameModel
public import Transliteration

/// Makes the keys of names: of forms when an index is built, of spellings when it is asked. Both must agree, so both
/// are made here.
public struct NameKeyer: Sendable {
  private let tables: TransliterationTables

  /// Readings of a query that cost more than this are not looked up.
  private static let queryCostLimit = 700
  /// Words of a form beyond this many have no keys of their own.
  private static let wordLimit = 8

  public init(tables: TransliterationTables) { self.tables = tables }

  /// A key of a query, with how much likelier its best reading is (−100 · ln).
  public struct Probe: Hashable, Sendable {
    public var key: NameKey
    public var cost: Int
  }

  /// What a query is looked up by.
  public struct Probes: Sendable {
    /// Keys that stand for all of the name: its text, its readings.
    public var whole: [NameKey] = []
    /// Keys of two words each, the likeliest first.
    public var pairs: [Probe] = []
    /// For each word, its keys.
    public var words: [[Probe]] = []
  }

  /// The keys under which a form is filed.
  ///
  /// - Parameter readsSpellings: whether Latin spellings are read as Korean and Chinese names; needless where their
  ///   entities have native forms.
  public func keys(
    ofForm name: InterpretedName, language: LanguageTag, readsSpellings: Bool = true
  ) -> [NameKey] {
    var keys = textKeys(name.name)
    for interpretation in name.interpretations {
      let words = Self.withJoined(interpretation)
      let skeletons = words.map { WordSkeleton.skeletons(of: $0.word, .building) }
      for (position, word) in words.enumerated() {
        if skeletons[position].isEmpty { keys.append(.word(word.word.letters)) }
        keys += skeletons[position].map(NameKey.skeleton)
      }
      Self.forEachPair(words) { first, second in
        for a in skeletons[first] { keys += skeletons[second].map { .skeletons(a, $0) } }
      }
    }
    for source in [SourceLanguage.korean, .chinese] where language.language == source.rawValue {
      if let reading = tables.nativeReading(of: name.name.joinedLetters, language: source) {
        keys += readingKeys(reading)
      }
    }
    if readsSpellings, name.name.script == "Latn" { keys += readingKeys(ofSpelling: name.name) }
    return Array(Set(keys)).sorted()
  }

  /// The keys of a Latin form that may spell a Korean or Chinese name: what its native spelling is looked up by.
  private func readingKeys(ofSpelling name: FoldedName) -> [NameKey] {
    let words = name.tokens.map(\.letters)
    guard (2...4).contains(words.count), words.reduce(0, { $0 + $1.utf8.count }) <= Self.longestSyllabicName,
      words.contains(where: { $0.utf8.count <= Self.longestSurname })
    else { return [] }
    var keys: [NameKey] = []
    for language in [SourceLanguage.korean, .chinese] {
      guard let model = tables.model(language, script: "Latn") else { continue }
      for order in [words, [words[words.count - 1]] + words.dropLast()] {
        guard let lattice = model.read(SpelledName(words: order)) else { continue }
        guard let cost = lattice.cheapestReading(by: .any), cost <= Self.spellingCostLimit else { continue }
        keys += model.keys(of: lattice, costLimit: Self.spellingCostLimit).prefix(Self.spellingKeyLimit).map {
          .reading($0, language: language)
        }
      }
    }
    return keys
  }

  /// Letters of a Korean or Chinese name, and of its surname.
  private static let longestSyllabicName = 18
  private static let longestSurname = 7
  private static let spellingCostLimit = 160
  private static let spellingKeyLimit = 6

  /// What a query is looked up by.
  public func probes(_ name: InterpretedName) -> Probes {
    var probes = Probes()
    probes.whole = textKeys(name.name)
    for interpretation in name.interpretations {
      let words = Self.withJoined(interpretation)
      let skeletons = words.map { WordSkeleton.skeletons(of: $0.word, .asking) }
      for (position, word) in words.enumerated() where !word.isJoined {
        probes.words.append(
          skeletons[position].isEmpty
            ? [Probe(key: .word(word.word.letters), cost: 0)]
            : skeletons[position].map { Probe(key: .skeleton($0), cost: $0.cost + interpretation.cost) })
      }
      Self.forEachPair(words) { first, second in
        for a in skeletons[first] {
          probes.pairs += skeletons[second].map {
            Probe(key: .skeletons(a, $0), cost: a.cost + $0.cost + interpretation.cost)
          }
        }
      }
    }
    probes.pairs.sort { ($0.cost, $0.key) < ($1.cost, $1.key) }
    return probes
  }

  /// Keys of the text itself: forms that share one differ in taste alone.
  public func textKeys(_ name: FoldedName) -> [NameKey] { [.whole(name), .sorted(name)] }

  /// The keys of the likeliest readings of a lattice.
  public func readingKeys(_ reading: ReadingLattice) -> [NameKey] {
    guard let model = tables.model(reading.language, script: "Latn") else { return [] }
    return model.keys(of: reading, costLimit: Self.queryCostLimit).map { .reading($0, language: reading.language) }
  }

  private struct Part {
    var word: ComparableWord
    var positions: Range<Int>
    var isJoined: Bool { positions.count > 1 }
  }

  /// The words of a name, and short ones joined with their neighbours.
  private static func withJoined(_ interpretation: InterpretedName.Interpretation) -> [Part] {
    let words = interpretation.words.prefix(wordLimit).enumerated().map { Part(word: $1, positions: $0..<$0 + 1) }
    let joined = interpretation.joined.prefix(wordLimit - 1).enumerated().compactMap { position, word in
      word.map { Part(word: $0, positions: position..<position + 2) }
    }
    return words + joined
  }

  private static func forEachPair(_ parts: [Part], _ body: (Int, Int) -> Void) {
    for first in parts.indices {
      for second in parts.indices.dropFirst(first + 1) where !parts[first].positions.overlaps(parts[second].positions) {
        body(first, second)
      }
    }
  }
}
