import Transliteration

/// The words of a query, each once, and the ways in which they make up the name.
struct QueryPlan {
  /// A word at its place in one way to divide the name.
  struct Part {
    /// Which of `words`.
    var word: Int
    var positions: Range<Int>
  }

  /// One way to divide and read the name.
  struct Division {
    var parts: [Part]
    var positionCount: Int
    /// −100 · ln of how likely it is beside the others.
    var cost: Int32
  }

  var words: [QueryWord] = []
  private(set) var divisions: [Division] = []
  /// By word: the words, as bits, that stand elsewhere in the name in some division.
  private(set) var companions: [UInt64] = []
  /// The words, as bits, that are the whole name in some division.
  private(set) var wholeNames: UInt64 = 0

  /// The words, as bits, that stand twice in some division: Duran Duran.
  private(set) var repeated: UInt64 = 0

  /// Words and positions beyond these are not looked up.
  private static let wordLimit = 64
  private static let positionLimit = 8

  /// The ways in which a name may be divided and read.
  init(_ name: InterpretedName, _ known: LookedUpWords) {
    for interpretation in name.interpretations {
      add(
        interpretation.words.prefix(Self.positionLimit).map { known.word($0) },
        joined: interpretation.joined.prefix(Self.positionLimit - 1).map { $0.map { known.word($0, isJoined: true) } },
        interpretation.cost)
    }
    relate()
  }

  /// A name of words with spaces between them, read in one way.
  init(_ tokens: [FoldedName.Token], _ known: LookedUpWords, tables: TransliterationTables) {
    let words = tokens.prefix(Self.positionLimit).map { known.word($0, tables) }
    let joined = zip(words, words.dropFirst()).map { first, second in
      InterpretedName.mayBeJoined(byteCounts: first.letters.utf8.count, second.letters.utf8.count)
        ? known.joined(first, second) : nil
    }
    add(words, joined: joined, 0)
    relate()
  }

  private mutating func add(_ plain: [QueryWord], joined: [QueryWord?], _ cost: Int) {
    var parts: [Part] = []
    for (position, word) in plain.enumerated() {
      if let number = number(of: word) { parts.append(Part(word: number, positions: position..<position + 1)) }
    }
    for (position, word) in joined.enumerated() {
      if let word, let number = number(of: word) {
        parts.append(Part(word: number, positions: position..<position + 2))
      }
    }
    guard !parts.isEmpty else { return }
    divisions.append(Division(parts: parts, positionCount: plain.count, cost: Int32(cost)))
  }

  private mutating func number(of word: QueryWord) -> Int? {
    if let known = words.firstIndex(where: { $0.letters == word.letters }) { return known }
    guard words.count < Self.wordLimit else { return nil }
    words.append(word)
    return words.count - 1
  }

  private mutating func relate() {
    companions = Array(repeating: 0, count: words.count)
    for division in divisions {
      for part in division.parts {
        if division.positionCount == part.positions.count { wholeNames |= 1 << UInt64(part.word) }
        for other in division.parts where !other.positions.overlaps(part.positions) {
          if other.word == part.word { repeated |= 1 << UInt64(part.word) }
          companions[part.word] |= 1 << UInt64(other.word)
        }
      }
    }
  }

  /// Whether forms that have these words, as bits, have enough of the name to be compared: two words that stand apart, or one
  /// that is all of it.
  func isEnough(_ found: UInt64) -> Bool {
    if found & wholeNames != 0 { return true }
    var rest = found
    while rest != 0 {
      if companions[rest.trailingZeroBitCount] & found != 0 { return true }
      rest &= rest - 1
    }
    return false
  }

  /// The words that a form must have one of, if it has enough of the name, as bits: of the words of each division all but
  /// the commonest.
  var deciding: UInt64 {
    var deciding: UInt64 = 0
    for division in divisions {
      let single = division.parts.filter { $0.positions.count == 1 }
      let commonest =
        division.positionCount > 1 ? single.max { words[$0.word].formCount < words[$1.word].formCount } : nil
      for part in division.parts
      where part.word != commonest?.word || single.count(where: { $0.word == part.word }) > 1 {
        deciding |= 1 << UInt64(part.word)
      }
    }
    return deciding
  }

  /// A part of what the name tells by itself.
  func information(share: Double) -> Int32 { Int32(Double(worth(words.map { Int32($0.information) })) * share) }

  /// What a form is worth by what each of the words is worth in it: of the likeliest division, as many words as do not
  /// overlap.
  func worth(_ worths: [Int32]) -> Int32 {
    var best = Int32.min
    for division in divisions {
      var reached = [Int32](repeating: 0, count: division.positionCount + 1)
      for position in 0..<division.positionCount {
        reached[position + 1] = max(reached[position + 1], reached[position])
        for part in division.parts where part.positions.lowerBound == position {
          let end = part.positions.upperBound
          reached[end] = max(reached[end], reached[position] + worths[part.word])
        }
      }
      best = max(best, reached[division.positionCount] - division.cost)
    }
    return best
  }
}
