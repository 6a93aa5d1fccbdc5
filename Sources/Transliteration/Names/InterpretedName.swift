/// A name with the ways in which it may be divided into words and read.
///
/// 김정은 is a surname and a given name, or one word; 安倍晋三 is read あべ しんぞう in Japan and Anbei Jinsan in China. All of
/// these are kept, the likely ones first.
public struct InterpretedName: Sendable {
  /// One way to read the name.
  public struct Interpretation: Sendable {
    public let words: [ComparableWord]
    /// By position: a word and the next one as one, where one of them is so short that somebody may write them together;
    /// one fewer than there are words.
    public let joined: [ComparableWord?]
    /// −100 · ln of how likely it is beside the others.
    public let cost: Int

    /// Whether the words stand in another script than Han characters.
    public var isReading: Bool { words.allSatisfy { $0.script != "Hani" } }

    init(words: [ComparableWord], cost: Int) {
      self.words = words
      self.cost = cost
      joined = zip(words, words.dropFirst()).map { first, second in
        InterpretedName.mayBeJoined(first, second) ? first.joined(with: second) : nil
      }
    }
  }

  public let name: FoldedName
  /// The likeliest first; never empty.
  public let interpretations: [Interpretation]

  /// A word so short, in bytes, may be a part of its neighbour: al-, Jong Un, De la.
  private static let shortWord = 4
  private static let readingLimit = 6
  private static let undividedCost = 60
  private static let hanjaCost = 150
  private static let japaneseCost = 40

  /// Whether somebody may write two words that stand beside each other as one.
  public static func mayBeJoined(_ first: ComparableWord, _ second: ComparableWord) -> Bool {
    mayBeJoined(byteCounts: first.letters.utf8.count, second.letters.utf8.count)
  }

  /// The same of words of so many bytes.
  public static func mayBeJoined(byteCounts first: Int, _ second: Int) -> Bool {
    first <= shortWord || second <= shortWord
  }

  /// - Parameter isQuery: whether the name will be compared with many others.
  public init(_ name: FoldedName, tables: TransliterationTables, isQuery: Bool = false) {
    self.name = name
    let plain = Interpretation(
      words: Self.words(of: name.tokens, tables, isQuery: isQuery), cost: 0)
    guard name.tokens.count == 1, let token = name.tokens.first, ["Hani", "Hang"].contains(token.script) else {
      var all = [plain]
      if name.script == "Hani", name.tokens.count == 2 {
        all += Self.japanese(name.tokens.map(\.letters).joined(separator: " "), tables, isQuery: isQuery)
      }
      interpretations = all
      return
    }
    let count = token.letters.unicodeScalars.count
    var found: [Interpretation] = []
    if (2...4).contains(count) {
      let splits =
        token.script == "Hang"
        ? tables.surnames.splitKorean(token.letters) : tables.surnames.splitChinese(token.letters) { $0 }
      for (rank, split) in splits.enumerated() {
        found.append(
          Interpretation(
            words: [split.surname, split.given].map {
              ComparableWord($0, script: token.script, tables: tables, isQuery: isQuery)
            },
            cost: rank * 40 + (split.isListed ? 0 : 60)))
      }
    }
    if token.script == "Hani" {
      // The characters as they were written, without punctuation.
      let written = name.text.filter(\.isLetter)
      found += Self.japanese(written, tables, isQuery: isQuery)
      found += Self.korean(token.letters, tables, isQuery: isQuery)
      found += Self.chinese(written, tables, isQuery: isQuery)
    }
    found.append(Interpretation(words: plain.words, cost: found.isEmpty ? 0 : Self.undividedCost))
    interpretations = found.sorted { $0.cost < $1.cost }
  }

  /// The words of a name, with what they may mean; several that together are a title or a legal form are one.
  private static func words(
    of tokens: [FoldedName.Token], _ tables: TransliterationTables, isQuery: Bool
  ) -> [ComparableWord] {
    let tokens = tokens.flatMap { ArabicArticle.split($0, tables: tables) }
    var words: [ComparableWord] = []
    var position = 0
    while position < tokens.count {
      var length = 1
      var meanings = tables.lexicon.meanings(of: ArabicArticle.romanized(tokens[position].letters))
      if tables.lexicon.beginsPhrase(tokens[position].letters) {
        let longest = min(NameLexicon.longestPhrase, tokens.count - position)
        for count in stride(from: longest, to: 1, by: -1) {
          let phrase = tokens[position..<position + count].map(\.letters).joined(separator: " ")
          let found = tables.lexicon.meanings(of: phrase).filter { $0.role != .given }
          guard !found.isEmpty else { continue }
          meanings = found
          length = count
          break
        }
      }
      let token = tokens[position]
      let letters =
        length == 1 ? token.letters : tokens[position..<position + length].map(\.letters).joined()
      var word = ComparableWord(letters, script: token.script, tables: tables, isQuery: isQuery)
      word.meanings = meanings
      words.append(word)
      position += length
    }
    // A name of titles alone is a name.
    if words.allSatisfy({ $0.isAddition }) {
      for index in words.indices { words[index].meanings.removeAll { $0.role == .title || $0.role == .particle } }
    }
    return words
  }

  /// The same name read as well as what it may have been before it was respelled.
  public func restored(_ names: [RestoredName], tables: TransliterationTables) -> InterpretedName {
    var interpretations = interpretations
    for name in names {
      for (rank, spelling) in name.spellings.prefix(Self.spellingsOfRestored).enumerated() {
        guard let folded = try? FoldedName(spelling.text, han: tables.han) else { continue }
        interpretations.append(
          Interpretation(
            words: folded.tokens.map { ComparableWord($0.letters, script: $0.script, tables: tables, isQuery: true) },
            cost: Self.restoredCost + (name.cost - names[0].cost) / 2 + rank * 20))
      }
    }
    return InterpretedName(name: name, interpretations: interpretations)
  }

  private static let spellingsOfRestored = 2
  private static let restoredCost = 100

  private init(name: FoldedName, interpretations: [Interpretation]) {
    self.name = name
    self.interpretations = interpretations
  }

  /// Readings of kanji by the tables of Japanese names.
  private static func japanese(_ text: String, _ tables: TransliterationTables, isQuery: Bool) -> [Interpretation] {
    guard let names = try? tables.japaneseNames() else { return [] }
    return names.readings(of: text, limit: readingLimit).map { reading in
      Interpretation(
        words: [reading.family, reading.given].filter { !$0.isEmpty }.map {
          ComparableWord($0, script: "Kana", tables: tables, isQuery: isQuery)
        }, cost: japaneseCost + reading.cost / 2)
    }
  }

  /// A Chinese or Vietnamese name in Han characters as it is spelled in Latin letters.
  private static func chinese(_ text: String, _ tables: TransliterationTables, isQuery: Bool) -> [Interpretation] {
    let spellings = HanNameSpellings(tables: tables)
    let splits = tables.surnames.splitChinese(text) { character in
      character.unicodeScalars.first.map { Character(tables.han.simplified($0)) } ?? character
    }
    var words: [String: ComparableWord] = [:]
    func word(_ letters: String) -> ComparableWord {
      if let known = words[letters] { return known }
      let word = ComparableWord(letters, script: "Latn", tables: tables, isQuery: isQuery)
      words[letters] = word
      return word
    }
    return splits.prefix(1).filter(\.isListed).flatMap { split in
      spellings.spellings(surname: split.surname, given: split.given).map {
        Interpretation(words: $0.words.map(word), cost: $0.cost)
      }
    }
  }

  /// The same name with no way to read it but those in Latin letters; `nil` where it has none.
  public var inLatinLetters: InterpretedName? {
    let latin = interpretations.filter { $0.words.allSatisfy { $0.latin != nil } }
    return latin.isEmpty ? nil : InterpretedName(name: name, interpretations: latin)
  }

  /// A Korean name in Han characters.
  private static func korean(_ text: String, _ tables: TransliterationTables, isQuery: Bool) -> [Interpretation] {
    guard let readings = try? tables.readings(of: "ko"), (2...4).contains(text.unicodeScalars.count) else { return [] }
    var trace: OffsetTrace?
    let hangul = HanjaReading.hangul(text, readings, trace: &trace)
    guard hangul.unicodeScalars.allSatisfy({ HangulJamo.syllables.contains($0.value) }) else { return [] }
    return tables.surnames.splitKorean(hangul).filter(\.isListed).map { split in
      Interpretation(
        words: [split.surname, split.given].map {
          ComparableWord($0, script: "Hang", tables: tables, isQuery: isQuery)
        },
        cost: hanjaCost)
    }
  }
}
