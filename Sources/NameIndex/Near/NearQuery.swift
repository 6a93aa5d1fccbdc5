import Transliteration

/// A Latin name, ready to be compared with many others by its letters.
struct NearQuery {
  struct Word {
    var letters: [UInt8]
    var spelling: ReducedSpelling
    var reduced: [UInt8]
    var pattern: LetterPattern
    var reducedPattern: LetterPattern
    /// Of the spelling as an index keeps it, cut where it is long; `nil` for a whole name.
    var spellingPattern: LetterPattern?

    var isInitial: Bool { letters.count == 1 }
  }

  let words: [Word]
  /// All words, joined; `nil` for what is too long to be compared as one.
  let whole: Word?

  static let wordLimit = 8

  /// - Returns: `nil` where a word is not Latin, or there are too many.
  init?(_ name: FoldedName) {
    guard name.tokens.count <= Self.wordLimit else { return nil }
    var words: [Word] = []
    for token in name.tokens {
      var reduced: [UInt8] = []
      ReducedSpelling.forEachLetter(of: token.key.utf8) { reduced.append($0) }
      guard let word = Self.word(Array(token.key.utf8), ReducedSpelling(token.key.utf8), reduced: reduced) else {
        return nil
      }
      words.append(word)
    }
    self.words = words
    whole = Self.word(
      words.flatMap(\.letters), ReducedSpelling(packed: 0), reduced: words.flatMap(\.reduced))
  }

  private static func word(_ letters: [UInt8], _ spelling: ReducedSpelling, reduced: [UInt8]) -> Word? {
    guard let pattern = LetterPattern(letters), let reducedPattern = LetterPattern(reduced) else { return nil }
    return Word(
      letters: letters, spelling: spelling, reduced: reduced, pattern: pattern, reducedPattern: reducedPattern,
      spellingPattern: LetterPattern(spelling.letters))
  }

  // MARK: Departures

  /// What a letter that differs takes away, in hundredths of a slip, and what one that only habits write otherwise.
  static let slip = 100
  static let habit = 35
  /// A word that stands elsewhere.
  static let reordering = 20
  /// An initial for a word.
  static let initial = 40
  /// A word that the form lacks, and one that the query lacks.
  static let missingWord = 110
  static let extraWord = 90
  /// Words that are joined or apart.
  static let joining = 30

  /// How far a form departs from the name, in hundredths of a slip.
  func departure(of form: NearForm) -> Int {
    let byWords = departureByWords(of: form)
    guard let whole else { return byWords }
    let joined = form.wordCount == words.count ? 0 : Self.joining
    return min(byWords, joined + form.withWhole { Self.departure(whole, $0, $1) })
  }

  private static func departure(
    _ word: Word, _ letters: UnsafeRawBufferPointer, _ reduced: UnsafeRawBufferPointer
  ) -> Int {
    let slips = word.reducedPattern.distance(to: reduced)
    let letters = word.pattern.distance(to: letters)
    return slips * slip + max(0, letters - slips) * habit
  }

  private func departureByWords(of form: NearForm) -> Int {
    let count = min(form.wordCount, Self.wordLimit)
    var costs = [Int](repeating: 0, count: words.count * count)
    for (number, word) in words.enumerated() {
      for other in 0..<count {
        costs[number * count + other] = form.withWord(other) { letters, reduced in
          if word.isInitial != (letters.count == 1) {
            return letters.first == word.letters.first ? Self.initial : Self.missingWord + Self.extraWord
          }
          return Self.departure(word, letters, reduced)
        }
      }
    }
    var best = NearSearch.departureLimit + 1
    assign(0, taken: 0, last: -1, cost: (form.wordCount - count) * Self.extraWord, count, costs, &best)
    return best
  }

  /// Tries all ways to pair words; the number of words bounds how many there are, and what is dearer than the best is left.
  private func assign(
    _ number: Int, taken: Int, last: Int, cost: Int, _ count: Int, _ costs: [Int], _ best: inout Int
  ) {
    guard cost < best else { return }
    if number == words.count {
      best = min(best, cost + (count - taken.nonzeroBitCount) * Self.extraWord)
      return
    }
    for other in 0..<count where taken & 1 << other == 0 {
      let turned = other < last ? Self.reordering : 0
      assign(
        number + 1, taken: taken | 1 << other, last: other, cost: cost + costs[number * count + other] + turned, count,
        costs, &best)
    }
    assign(number + 1, taken: taken, last: last, cost: cost + Self.missingWord, count, costs, &best)
  }
}

/// The words of a form, one behind the other, with their reduced spellings.
struct NearForm {
  private var letters: [UInt8] = []
  private var reduced: [UInt8] = []
  private var ends: [(letters: Int, reduced: Int)] = []

  var wordCount: Int { ends.count }

  mutating func removeAll() {
    letters.removeAll(keepingCapacity: true)
    reduced.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(_ word: UnsafeRawBufferPointer) {
    letters.append(contentsOf: word)
    ReducedSpelling.forEachLetter(of: word) { reduced.append($0) }
    ends.append((letters.count, reduced.count))
  }

  func withWord<Result>(
    _ number: Int, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let start = number == 0 ? (letters: 0, reduced: 0) : ends[number - 1]
    let end = ends[number]
    return letters.withUnsafeBytes { letters in
      reduced.withUnsafeBytes { reduced in
        body(
          UnsafeRawBufferPointer(rebasing: letters[start.letters..<end.letters]),
          UnsafeRawBufferPointer(rebasing: reduced[start.reduced..<end.reduced]))
      }
    }
  }

  func withWhole<Result>(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result) -> Result {
    letters.withUnsafeBytes { letters in reduced.withUnsafeBytes { reduced in body(letters, reduced) } }
  }
}
