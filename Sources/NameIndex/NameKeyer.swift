public import NameModel
public import Transliteration

/// Makes the keys of names: of forms when an index is built, of spellings when it is asked. Both must agree, so both
/// are made here.
public struct NameKeyer: Sendable {
  private let tables: TransliterationTables

  /// Readings of a query that cost more than this are not looked up.
  public static let queryCostLimit = 700
  /// Words of a form beyond this many have no keys of their own.
  static let wordLimit = 8

  public init(tables: TransliterationTables) { self.tables = tables }

  /// The keys under which a form is filed as a whole.
  ///
  /// - Parameter readsSpellings: whether Latin spellings are read as Chinese names; needless where their entities have
  ///   native forms.
  public func keys(
    ofForm name: FoldedName, language: LanguageTag, readsSpellings: Bool = true
  ) -> [NameKey] {
    var keys = textKeys(name)
    for source in [SourceLanguage.korean, .chinese] where language.language == source.rawValue {
      if let reading = tables.nativeReading(of: name.joinedLetters, language: source) {
        keys += readingKeys(reading)
      }
    }
    if readsSpellings, name.script == "Latn" { keys += readingKeys(ofSpelling: name) }
    return Array(Set(keys)).sorted()
  }

  /// The keys of a Latin form that may spell a Chinese name: what its native spelling is looked up by, which is read as
  /// characters, one by one. (Korean names are found by their words.)
  private func readingKeys(ofSpelling name: FoldedName) -> [NameKey] {
    let words = name.tokens.map(\.letters)
    guard Self.maySpell(words.map(\.utf8.count)) else { return [] }
    return Self.orders(words).flatMap { readingKeys(ofWords: $0) }
  }

  /// Whether words of so many letters may spell a Chinese name.
  private static func maySpell(_ lengths: [Int]) -> Bool {
    (2...4).contains(lengths.count) && lengths.reduce(0, +) <= longestSyllabicName
      && lengths.contains { $0 <= longestSurname }
  }

  static func maySpell(_ name: PlainName) -> Bool {
    name.letters.count <= longestSyllabicName && maySpell((0..<name.wordCount).map { name[$0].count })
  }

  /// The orders in which the words of a Chinese name may stand: as they are, and with the surname last.
  static func orders<Word>(_ words: [Word]) -> [[Word]] { [words, words.suffix(1) + words.dropLast()] }

  /// The keys of the readings of words, in their order, as a Chinese name.
  ///
  /// - Parameter isRead: whether there is known to be a reading that costs little enough.
  func readingKeys(ofWords words: [String], isRead: Bool = false) -> [NameKey] {
    guard let model = tables.model(.chinese, script: "Latn"), let lattice = model.read(SpelledName(words: words)),
      isRead || lattice.cheapestReading(by: .any) ?? .max <= Self.spellingCostLimit
    else { return [] }
    return model.keys(of: lattice, costLimit: Self.spellingCostLimit).prefix(Self.spellingKeyLimit).map {
      .reading($0, language: .chinese)
    }
  }

  /// Letters of a Chinese name, and of its surname.
  private static let longestSyllabicName = 18
  private static let longestSurname = 7
  static let spellingCostLimit = 160
  private static let spellingKeyLimit = 6

  /// Keys of the text itself: forms that share one differ in taste alone.
  public func textKeys(_ name: FoldedName) -> [NameKey] { [.whole(name), .sorted(name)] }

  /// The keys of the likeliest readings of a lattice.
  ///
  /// - Parameter costLimit: readings that cost more are left out.
  public func readingKeys(_ reading: ReadingLattice, costLimit: Int = queryCostLimit) -> [NameKey] {
    guard let model = tables.model(reading.language, script: "Latn") else { return [] }
    return model.keys(of: reading, costLimit: costLimit).map { .reading($0, language: reading.language) }
  }

  /// The words of a name.
  struct Words {
    /// Of a Latin name, in their order.
    var written: [ComparableWord] = []
    /// Of the other ways in which the name may be divided and read, and short words joined with their neighbours; each once.
    var others: [ComparableWord] = []
  }

  /// The words of a name in all the ways in which it may be divided and read.
  func words(of name: InterpretedName) -> Words {
    var words = Words()
    var seen: Set<String> = []
    for interpretation in name.interpretations {
      let plain = interpretation.words.prefix(Self.wordLimit)
      if interpretation.cost == 0, plain.allSatisfy({ $0.letters.utf8.allSatisfy { $0 < 0x80 } }), words.written.isEmpty
      {
        words.written = Array(plain)
        seen.formUnion(plain.map(\.letters))
      }
      words.others +=
        (plain + interpretation.joined.prefix(Self.wordLimit - 1).compactMap { $0 })
        .filter { seen.insert($0.letters).inserted }
    }
    return words
  }

  /// The keys under which a word is filed, and looked up.
  func keys(of word: ComparableWord, _ breadth: WordSkeleton.Breadth) -> [NameKey] {
    Self.soundKeys(of: word, breadth).map(\.key) + word.meanings.filter(\.isShared).map(NameKey.meaning)
  }

  /// The same by the sounds of the word alone, the likeliest first, with what each costs beside it (−100 · ln).
  static func soundKeys(
    of word: ComparableWord, _ breadth: WordSkeleton.Breadth
  ) -> [(key: NameKey, cost: Int)] {
    let skeletons = WordSkeleton.skeletons(of: word, breadth).map { (key: NameKey.skeleton($0), cost: $0.cost) }
    return skeletons.isEmpty ? [(.word(word.letters), 0)] : skeletons
  }
}
