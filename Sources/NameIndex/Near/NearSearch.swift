public import SectionedFile
public import Transliteration

/// Finds the forms in Latin letters that are spelled most like a name: with a slip or two, by other habits of romanization,
/// with words that are turned, joined, left out or abbreviated.
///
/// This is retrieval by letters alone; what a spelling says about whose name it is, judging tells. Forms that are near as a
/// whole, as the words stand or turned, are found by ``SegmentTable`` over whole names, all others by words of theirs that
/// are near (``WordPairs``). Each form that is found so has a bound below which it cannot depart, and forms are measured in
/// the order of their bounds until those that are left cannot be among the nearest: leaving off loses nothing.
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
  private let beginnings: FormBeginnings
  private let keyer: NameKeyer

  /// Forms that depart further than this are not near.
  public static let departureLimit = 300

  /// Nor are those that depart further than this beside a form that departs by `nearest`: by as much as a slip more, or by as
  /// much as four fifths of it where that form has a slip itself.
  public static func departureLimit(besides nearest: Int) -> Int {
    min(departureLimit, nearest + (nearest < NearQuery.slip ? NearQuery.slip : NearQuery.slip * 4 / 5) - 1)
  }

  public init(_ index: NameIndex, tables: TransliterationTables) throws(SectionedFileError) {
    self.index = index
    keyer = NameKeyer(tables: tables)
    forms = try SegmentTable(index.file.section(IndexFormat.nearForms), of: .wholeForms, limit: index.formCount)
    words = try NearWords(index)
    beginnings = try FormBeginnings(index.file.section(IndexFormat.formBeginnings), count: index.formCount)
  }

  /// The nearest forms, the nearest first; of those that are equally near the ones with the lower numbers.
  ///
  /// - Parameter limit: how many.
  /// - Returns: nothing for names that are not of Latin letters, have more than eight words or a word of more than 64 letters.
  public func nearest(to name: FoldedName, limit: Int) throws(SectionedFileError) -> [Near] {
    guard limit > 0, let query = NearQuery(name) else { return [] }
    var search = Search(index: index, query: query, nearest: NearestForms(limit: limit))
    for key in keyer.textKeys(name) {
      for number in try index.forms(for: key) where search.known.insert(number) { try search.measure(number) }
    }
    try measureWholes(&search)
    try measureByWords(&search)
    return search.nearest.sorted()
  }

  /// What is known while a name is looked up.
  private struct Search {
    let index: NameIndex
    let query: NearQuery
    var nearest: NearestForms
    /// The forms that were measured or put off.
    var known = NumberSet()
    private var form = NearForm()

    init(index: NameIndex, query: NearQuery, nearest: NearestForms) {
      (self.index, self.query, self.nearest) = (index, query, nearest)
    }

    mutating func measure(_ number: UInt32) throws(SectionedFileError) {
      try index.read(number, into: &form)
      guard form.wordCount > 0 else { return }
      nearest.add(Near(form: number, departure: query.departure(of: form, within: nearest.departureLimit)))
    }
  }

  // MARK: As a whole

  private func measureWholes(_ search: inout Search) throws(SectionedFileError) {
    for whole in search.query.wholes where whole.turned <= search.nearest.departureLimit {
      // What differs when reduced departs by a slip at least.
      let isWithinSlip = search.nearest.departureLimit < whole.turned + NearQuery.slip
      let distance = isWithinSlip ? 0 : SegmentTable.distanceLimit
      var seen = NumberSet()
      var candidates: [UInt32] = []
      for number in try forms.candidates(near: whole.written.reduced, distance: distance)
      where seen.insert(number) && !search.known.contains(number) { candidates.append(number) }
      let (spellings, ends) = try index.reducedSpellings(ofForms: candidates)
      var start = 0
      for (number, end) in zip(candidates, ends) {
        if Self.mayBeNear(spellings[start..<end], whole.written, distance) {
          _ = search.known.insert(number)
          try search.measure(number)
        }
        start = end
      }
    }
  }

  /// Whether a form is near by the reduced spellings of its words; those that are cut may be.
  private static func mayBeNear(
    _ spellings: ArraySlice<ReducedSpelling>, _ whole: NearQuery.Spelling, _ distance: Int
  ) -> Bool {
    var measure = LetterPattern.Measure(whole.reduced.count)
    for spelling in spellings {
      if spelling.count >= ReducedSpelling.lengthLimit { return true }
      whole.reducedPattern.advance(&measure, over: spelling)
    }
    return measure.distance <= distance
  }

  // MARK: By words

  private func measureByWords(_ search: inout Search) throws(SectionedFileError) {
    var pairs = WordPairs(search.query, words, index, beginnings)
    // By words that are equal when reduced, then by those that are near.
    try measure(pairs.forms(byNearWords: false, within: search.nearest.departureLimit, &search.known), &search)
    if search.nearest.departureLimit >= pairs.leastDepartureByNearWords {
      try measure(pairs.forms(byNearWords: true, within: search.nearest.departureLimit, &search.known), &search)
    }
    if search.nearest.least >= WordPairs.leastDepartureByOneWord {
      try measure(pairs.formsByOneWord(&search.known), &search)
    }
  }

  private func measure(_ forms: [WordPairs.Form], _ search: inout Search) throws(SectionedFileError) {
    for form in forms.sorted() {
      if search.nearest.isSettled(by: form.bound, form.number) { return }
      try search.measure(form.number)
    }
  }
}
