public import SectionedFile
public import Transliteration

/// Finds the forms in Latin letters that are spelled most like a name: with a slip or two, by other habits of romanization,
/// with words that are turned, joined, left out or abbreviated.
///
/// This is retrieval by letters alone, in about a millisecond; what a spelling says about whose name it is, judging tells. Forms that
/// are near as a whole are found by ``SegmentTable`` over whole names, all others by words of theirs that are near. Each form
/// that is found has a bound below which it cannot depart, and forms are measured in the order of their bounds until those
/// that are left cannot be among the nearest: leaving off loses nothing.
public struct NearSearch: Sendable {
  /// A form that was found.
  public struct Near: Hashable, Sendable {
    public var form: UInt32
    /// How far it departs, in hundredths of a slip: a letter that differs is one slip, one that habits of romanization write
    /// otherwise a third of it, a word that is missing about one.
    public var departure: Int
  }

  private let index: NameIndex
  private let forms: SegmentTable
  private let words: NearWords
  private let keyer: NameKeyer

  /// Forms that depart further than this are not near.
  public static let departureLimit = 400
  /// Words of the index that more forms have than this are followed only together with another common word.
  private static let commonWord = 300

  public init(_ index: NameIndex, tables: TransliterationTables) throws(SectionedFileError) {
    self.index = index
    keyer = NameKeyer(tables: tables)
    forms = try SegmentTable(index.file.section(IndexFormat.nearForms), limit: index.formCount)
    words = try NearWords(index)
  }

  /// The nearest forms, the nearest first; of those that are equally near the ones with the lower numbers.
  ///
  /// - Parameter limit: how many.
  /// - Returns: nothing for names that are not of Latin letters, have more than eight words or a word of more than 64 letters.
  public func nearest(to name: FoldedName, limit: Int) throws(SectionedFileError) -> [Near] {
    guard limit > 0, let query = NearQuery(name) else { return [] }
    var nearest = NearestForms(limit: limit)
    var known = NumberSet()
    var form = NearForm()
    func measure(_ number: UInt32) throws(SectionedFileError) {
      try index.read(number, into: &form)
      if form.wordCount > 0 { nearest.add(Near(form: number, departure: query.departure(of: form))) }
    }
    for key in keyer.textKeys(name) {
      for number in try index.forms(for: key) where known.insert(number) { try measure(number) }
    }
    // Nothing else departs by less than a habit.
    if nearest.isSettled(by: NearQuery.habit) { return nearest.sorted() }
    for number in try nearAsAWhole(query) where known.insert(number) { try measure(number) }
    var found = FormsByBound()
    try gather(query, &known, &found)
    for bound in 0..<FormsByBound.count {
      if nearest.isSettled(by: bound * FormsByBound.step) { break }
      for number in found.forms[bound] { try measure(number) }
    }
    return nearest.sorted()
  }

  private func nearAsAWhole(_ query: NearQuery) throws(SectionedFileError) -> [UInt32] {
    guard let whole = query.whole else { return [] }
    return try forms.candidates(near: whole.reduced)
  }

  // MARK: By words

  /// A word of the index that is near to one of the query.
  private struct NearWord {
    var number: UInt32
    var distance: Int
    var formCount: Int
  }

  /// Forms that have words near to two of the query, or to all of it but initials.
  private func gather(
    _ query: NearQuery, _ known: inout NumberSet, _ found: inout FormsByBound
  ) throws(SectionedFileError) {
    var near: [[NearWord]] = []
    for word in query.words { near.append(try nearWords(of: word)) }
    var marks = WordDistances(capacity: near.reduce(0) { $0 + $1.count })
    for (number, words) in near.enumerated() {
      for word in words { marks.mark(word.number, number, word.distance) }
    }
    let spelled = query.words.indices.filter { !query.words[$0].isInitial }
    let leastWords = min(2, spelled.count)
    // A form that has two of the words has one that is not the commonest.
    let loads = near.map { $0.reduce(0) { $0 + $1.formCount } }
    let commonest = leastWords > 1 ? spelled.max { loads[$0] < loads[$1] } : nil
    for number in spelled where number != commonest {
      for word in near[number] where word.formCount <= Self.commonWord || leastWords == 1 {
        for form in try index.forms(ofWord: word.number) where known.insert(form) {
          if let bound = try bound(form, query, marks, leastWords) { found.add(form, bound) }
        }
      }
    }
    guard leastWords > 1 else { return }
    // Pairs that have a common word each.
    for (place, first) in spelled.enumerated() {
      for second in spelled.dropFirst(place + 1) {
        for one in near[first] where one.formCount > Self.commonWord {
          for other in near[second] where other.formCount > Self.commonWord || second == commonest {
            try index.forEachForm(ofWords: one.number, other.number) { form throws(SectionedFileError) in
              if known.insert(form), let bound = try bound(form, query, marks, leastWords) { found.add(form, bound) }
            }
          }
        }
        if first == commonest {
          for one in near[first] where one.formCount <= Self.commonWord {
            for other in near[second] where other.formCount > Self.commonWord {
              try index.forEachForm(ofWords: one.number, other.number) { form throws(SectionedFileError) in
                if known.insert(form), let bound = try bound(form, query, marks, leastWords) { found.add(form, bound) }
              }
            }
          }
        }
      }
    }
  }

  /// The words of the index that are near to a word.
  private func nearWords(of word: NearQuery.Word) throws(SectionedFileError) -> [NearWord] {
    if word.isInitial { return [] }
    var near =
      try word.spellingPattern.map { pattern throws(SectionedFileError) in
        try words.words(near: word.spelling, pattern)
      } ?? []
    // Words that are too short to have others near to them.
    if near.isEmpty, let number = try index.word(word.letters) { near = [NearWords.Word(number: number, distance: 0)] }
    var found: [NearWord] = []
    for word in near {
      found.append(
        NearWord(
          number: word.number, distance: word.distance, formCount: try index.formCount(ofWord: word.number)))
    }
    return found
  }

  /// Below what a form cannot depart, by its words; `nil` where too few are near.
  private func bound(
    _ form: UInt32, _ query: NearQuery, _ marks: WordDistances, _ leastWords: Int
  ) throws(SectionedFileError) -> Int? {
    var least = (UInt64.max, 0)
    var wordCount = 0
    try index.forEachWord(ofForm: form) { word, isWritten in
      if isWritten { wordCount += 1 }
      least.0 = marks.least(least.0, word)
    }
    guard wordCount > 0 else { return nil }
    var cost = 0
    var count = 0
    for (number, word) in query.words.enumerated() {
      let distance = Int(least.0 >> UInt64(number * 8) & 0xFF)
      if distance < 0xFF {
        count += 1
      }
      // Dearer than a habit, but for initials, that the form may have and that are not looked up: an initial in its place, a
      // word that is too short to be filed, a slip, a word that is missing.
      if distance > 0, !word.isInitial { cost += NearQuery.habit }
    }
    guard count >= leastWords else { return nil }
    // As a whole it departs by more than is found so: joined and divided words may be nearer than they are one by one.
    return min(
      cost + max(0, wordCount - query.words.count) * NearQuery.extraWord,
      (SegmentTable.distanceLimit + 1) * NearQuery.slip)
  }
}
