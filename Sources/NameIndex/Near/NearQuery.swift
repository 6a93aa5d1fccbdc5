import Transliteration

/// A Latin name, ready to be compared with many others by its letters.
struct NearQuery {
  /// A string of letters as it is written and as it is reduced.
  struct Spelling {
    var letters: [UInt8]
    var reduced: [UInt8]
    var pattern: LetterPattern
    var reducedPattern: LetterPattern
    /// Equal for the same letters in another order.
    let sum: Int

    init?(_ letters: [UInt8], reduced: [UInt8]) {
      guard let pattern = LetterPattern(letters), let reducedPattern = LetterPattern(reduced) else { return nil }
      (self.letters, self.reduced, self.pattern, self.reducedPattern) = (letters, reduced, pattern, reducedPattern)
      sum = letters.withUnsafeBytes { NearQuery.sum(of: $0) }
    }
  }

  struct Word {
    var written: Spelling
    /// As an index keeps it, cut where it is long.
    var spelling: ReducedSpelling
    var spellingPattern: LetterPattern

    var isInitial: Bool { written.letters.count == 1 }
    /// Numbers are not written by habits.
    var hasDigit: Bool { written.letters.contains { $0 < UInt8(ascii: "a") } }
  }

  /// All words joined, in an order that begins with another and goes round.
  struct Whole {
    var written: Spelling
    /// What it takes away that the words are turned so.
    var turned: Int
  }

  let words: [Word]
  /// As the words stand, and turned; none for what is too long to be compared as one.
  let wholes: [Whole]

  static let wordLimit = 8
  /// Names of more words are compared as wholes as they stand only.
  private static let turnedWordLimit = 4

  /// - Returns: `nil` where a word is not Latin, or there are too many.
  init?(_ name: FoldedName) {
    guard name.tokens.count <= Self.wordLimit else { return nil }
    var words: [Word] = []
    for token in name.tokens {
      var reduced: [UInt8] = []
      ReducedSpelling.forEachLetter(of: token.key.utf8) { reduced.append($0) }
      let spelling = ReducedSpelling(token.key.utf8)
      guard let written = Spelling(Array(token.key.utf8), reduced: reduced),
        let pattern = LetterPattern(spelling.letters)
      else { return nil }
      words.append(Word(written: written, spelling: spelling, spellingPattern: pattern))
    }
    self.words = words
    wholes = (0..<(words.count <= Self.turnedWordLimit ? words.count : 1)).compactMap { first in
      let turned = words[first...] + words[..<first]
      return Spelling(turned.flatMap(\.written.letters), reduced: turned.flatMap(\.written.reduced)).map {
        Whole(written: $0, turned: first == 0 ? 0 : Self.reordering)
      }
    }
  }

  fileprivate static func sum(of letters: UnsafeRawBufferPointer) -> Int {
    letters.reduce(0) { $0 &+ Int($1) &* Int($1) &* Int($1) }
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
  /// A word for another one: what is written with two slips is likelier.
  static let otherWord = missingWord + extraWord + 150
  /// Words that are joined or apart.
  static let joining = 30

  /// A letter that is changed or put in, more than one that is left out or turned with its neighbour: of these there are fewer
  /// ways, so that a form is likelier meant.
  static let change = 5

  /// How far a form departs from the name, in hundredths of a slip: by its words, or as a whole where it is near as a whole.
  ///
  /// - Parameter limit: what departs further is not measured to the end.
  func departure(of form: NearForm, within limit: Int = NearSearch.departureLimit) -> Int {
    var least = limit + 1
    for whole in wholes {
      guard let (slips, departure) = Self.departure(whole.written, of: form) else { continue }
      let isJoined = form.wordCount != words.count
      least = min(least, whole.turned + departure + (isJoined ? Self.joining : 0))
      // By its words it would differ in as many letters.
      if slips == 0, !isJoined, whole.turned == 0 { return least }
    }
    return departureByWords(of: form, within: least)
  }

  /// - Returns: `nil` where the reduced spellings differ in more letters than `SegmentTable` finds.
  private static func departure(_ whole: Spelling, of form: NearForm) -> (slips: Int, departure: Int)? {
    let lengths = SegmentTable.Kind.wholeForms.lengths
    return form.withWhole { letters, reduced in
      guard abs(reduced.count - whole.reduced.count) <= SegmentTable.distanceLimit,
        lengths.contains(reduced.count), lengths.contains(whole.reduced.count)
      else { return nil }
      let slips = whole.reducedPattern.distance(to: reduced)
      return slips <= SegmentTable.distanceLimit ? (slips, departure(slips, whole, letters)) : nil
    }
  }

  /// By the letters as they are written each is a slip; by reduced ones, what is left of them is habit.
  private static func departure(_ slips: Int, _ spelling: Spelling, _ letters: UnsafeRawBufferPointer) -> Int {
    let written = spelling.pattern.distance(to: letters)
    let least = min(written * slip, slips * slip + max(0, written - slips) * habit)
    if slips == 0 || written == 0 { return least }
    let left = max(0, letters.count - spelling.letters.count)
    let isTurned = left == 0 && letters.count == spelling.letters.count && spelling.sum == sum(of: letters)
    return isTurned ? least : least + max(0, min(slips, written) - left) * change
  }

  private static func departure(
    _ word: Word, _ letters: UnsafeRawBufferPointer, _ reduced: UnsafeRawBufferPointer
  ) -> Int {
    if word.isInitial != (letters.count == 1) {
      if letters.first == word.written.letters.first { return initial }
      return reduced.first == word.written.reduced.first ? initial + habit : otherWord
    }
    if word.hasDigit { return word.written.pattern.distance(to: letters) * slip }
    return departure(word.written.reducedPattern.distance(to: reduced), word.written, letters)
  }

  /// - Returns: `limit` for what departs further.
  private func departureByWords(of form: NearForm, within limit: Int) -> Int {
    let count = min(form.wordCount, Self.wordLimit)
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: words.count * count) { costs in
      for (number, word) in words.enumerated() {
        for other in 0..<count {
          costs[number * count + other] = form.withWord(other) { Self.departure(word, $0, $1) }
        }
      }
      var best = limit
      assign(
        0, taken: 0, last: -1, missing: 0, cost: (form.wordCount - count) * Self.extraWord, count, costs, &best)
      return best
    }
  }

  /// Tries all ways to pair words; the number of words bounds how many there are, and what is dearer than the best is left.
  private func assign(
    _ number: Int, taken: Int, last: Int, missing: Int, cost: Int, _ count: Int,
    _ costs: UnsafeMutableBufferPointer<Int>, _ best: inout Int
  ) {
    guard cost < best else { return }
    if number == words.count {
      let extra = count - taken.nonzeroBitCount
      let others = min(missing, extra)
      best = min(
        best,
        cost + others * Self.otherWord + (missing - others) * Self.missingWord + (extra - others) * Self.extraWord)
      return
    }
    for other in 0..<count where taken & 1 << other == 0 {
      let turned = other < last ? Self.reordering : 0
      assign(
        number + 1, taken: taken | 1 << other, last: other, missing: missing,
        cost: cost + costs[number * count + other] + turned, count, costs, &best)
    }
    assign(number + 1, taken: taken, last: last, missing: missing + 1, cost: cost, count, costs, &best)
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

  /// - Parameter spelling: the word reduced, cut where it is long.
  mutating func append(_ word: UnsafeRawBufferPointer, _ spelling: ReducedSpelling) {
    letters.append(contentsOf: word)
    if spelling.count < ReducedSpelling.lengthLimit {
      spelling.forEachLetter { reduced.append($0) }
    } else {
      ReducedSpelling.forEachLetter(of: word) { reduced.append($0) }
    }
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
