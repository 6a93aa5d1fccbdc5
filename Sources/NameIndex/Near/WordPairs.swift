import SectionedFile

/// Finds forms by words of theirs that are near to words of a name: to two of them, or to the one that is no initial.
///
/// What words a form has is not read: the forms of all near words of each word of the name are marked in a table by a hash,
/// and those that are marked for another word too are found. Now and then a form is found that has one only, and never is one
/// missed that has two.
struct WordPairs {
  /// A form that was found.
  struct Form: Comparable {
    var number: UInt32
    /// Below this it cannot depart.
    var bound: Int

    static func < (a: Form, b: Form) -> Bool { (a.bound, a.number) < (b.bound, b.number) }
  }

  private let query: NearQuery
  private let words: NearWords
  private let index: NameIndex
  private let beginnings: FormBeginnings
  /// By word of the query.
  private let queryBeginnings: [FormBeginnings.Beginnings]
  /// Of all words of the query.
  private let letters: LetterSet
  /// The words of the query that are more than initials.
  private let spelled: [Int]
  /// By word of `spelled`: the near words of the index, once they are asked for.
  private var nearWords: [[NearWords.Word]]?

  init(_ query: NearQuery, _ words: NearWords, _ index: NameIndex, _ beginnings: FormBeginnings) {
    (self.query, self.words, self.index, self.beginnings) = (query, words, index, beginnings)
    queryBeginnings = query.words.map { word in
      var beginnings = FormBeginnings.Beginnings()
      beginnings.add(word.written.letters, reduced: word.written.reduced.first)
      return beginnings
    }
    letters = LetterSet(query.words.lazy.flatMap(\.written.letters)).prefix(LetterSet.shortBitCount)
    spelled = query.words.indices.filter { !query.words[$0].isInitial }
  }

  /// What forms without initials depart by at least that are neither near as a whole nor have two equal words: by a slip in
  /// one word, and by a word more, by an initial, or by a slip in another word. Forms with initials may depart by less, but are
  /// then found by equal words alone.
  var leastDepartureByNearWords: Int {
    if query.wholes.isEmpty { return NearQuery.slip }
    if spelled.count < query.words.count { return NearQuery.slip + NearQuery.initial }
    return NearQuery.slip + (query.words.count > 2 ? NearQuery.slip : NearQuery.extraWord)
  }

  /// The forms that may depart by no more than `limit`, each once.
  ///
  /// - Parameters:
  ///   - byNearWords: by words that are near, instead of those that are equal when reduced. Forms that have more words than
  ///     the name, initials among them, are found by equal words alone.
  ///   - known: forms that are not asked for; those that are found are added.
  mutating func forms(
    byNearWords: Bool, within limit: Int, _ known: inout NumberSet
  ) throws(SectionedFileError) -> [Form] {
    let near = try nearWords(byNearWords)
    var found: [Form] = []
    func find(_ form: UInt32, equal: UInt16) throws(SectionedFileError) {
      let beginnings = try beginnings[form]
      if byNearWords, beginnings.hasInitial, beginnings.wordCount > query.words.count { return }
      let bound = bound(beginnings, equal: equal)
      if bound <= limit, known.insert(form) { found.append(Form(number: form, bound: bound)) }
    }
    if spelled.count == 1 {
      for word in near[0] {
        let equal: UInt16 = word.distance == 0 ? 1 << UInt16(spelled[0]) : 0
        try index.forEachForm(ofWord: word.number) { form throws(SectionedFileError) in try find(form, equal: equal) }
      }
      return found
    }
    // Of two words that both differ, each departs by a slip; the form has more words, or is near as a whole.
    let isShort = query.words.count == 2 && query.wholes.count == 2 && near.joined().allSatisfy { $0.distance < 2 }
    let isByEqualWords = limit < 2 * NearQuery.slip + (isShort ? NearQuery.extraWord : 0)
    var marks = try FormMarks(capacity: formCount(of: near) { !isByEqualWords || $0.distance == 0 })
    for (place, words) in near.enumerated() {
      for word in words where !isByEqualWords || word.distance == 0 {
        let mark = Self.mark(spelled[place], isEqual: word.distance == 0)
        try index.forEachForm(ofWord: word.number) { marks.insert(mark, $0) }
      }
    }
    for (place, words) in near.enumerated() {
      let own = Self.mark(spelled[place], isEqual: true)
      for word in words where !(byNearWords && isByEqualWords && word.distance == 0) {
        let mark = Self.mark(spelled[place], isEqual: word.distance == 0)
        try index.forEachForm(ofWord: word.number) { form throws(SectionedFileError) in
          let others = marks[form] & ~own
          if others != 0 { try find(form, equal: (others | mark) & 0xFF) }
        }
      }
    }
    return found
  }

  /// Forms are sought by one word alone where none departs by less: those that are found so have two letters written otherwise.
  static let leastDepartureByOneWord = 2 * NearQuery.slip

  /// Forms of as many words of which one is near, and that may differ in two letters as they are written: where these spoil the
  /// reduced spelling in more letters, they are found in no other way.
  mutating func formsByOneWord(_ known: inout NumberSet) throws(SectionedFileError) -> [Form] {
    var found: [Form] = []
    for words in try nearWords(true) {
      for word in words {
        try index.forEachForm(ofWord: word.number) { form throws(SectionedFileError) in
          let beginnings = try beginnings[form]
          guard beginnings.wordCount == query.words.count,
            letters.mayBeNear(beginnings.letters, SegmentTable.distanceLimit, longerBy: 0), known.insert(form)
          else { return }
          found.append(Form(number: form, bound: Self.leastDepartureByOneWord))
        }
      }
    }
    return found
  }

  /// The bits of a word of the query: that the form has a near one (8–15), and that it has an equal one (0–7).
  private static func mark(_ word: Int, isEqual: Bool) -> UInt16 { (isEqual ? 0x101 : 0x100) << UInt16(word) }

  private func formCount(
    of near: [[NearWords.Word]], where isCounted: (NearWords.Word) -> Bool
  ) throws(SectionedFileError) -> Int {
    var count = 0
    for words in near {
      for word in words where isCounted(word) { count += try index.formCount(ofWord: word.number) }
    }
    return count
  }

  /// By word of `spelled`: the words of the index that are near, or those alone that are equal when reduced.
  private mutating func nearWords(_ byNearWords: Bool) throws(SectionedFileError) -> [[NearWords.Word]] {
    if byNearWords, let nearWords { return nearWords }
    var near: [[NearWords.Word]] = []
    for number in spelled {
      let word = query.words[number]
      if word.hasDigit {
        near.append(try index.word(word.written.letters).map { [NearWords.Word(number: $0, distance: 0)] } ?? [])
      } else {
        near.append(
          try words.words(
            near: word.spelling, word.spellingPattern, distance: byNearWords ? SegmentTable.distanceLimit : 0))
      }
    }
    if byNearWords { nearWords = near }
    return near
  }

  /// Below what a form cannot depart.
  ///
  /// - Parameter equal: the words of the query, as bits, that equal one of the form when reduced, or may do so.
  private func bound(_ form: FormBeginnings.Beginnings, equal: UInt16) -> Int {
    guard form.wordCount > 0 else { return .max }
    var cost = 0
    var missing = 0
    for (number, word) in query.words.enumerated() {
      if word.isInitial {
        if form.mayHold(queryBeginnings[number]) {
          cost += form.hasInitial ? 0 : NearQuery.initial
        } else if form.hasInitial {
          cost += NearQuery.slip
        } else {
          missing += 1
        }
      } else if equal & 1 << UInt16(number) == 0 {
        // It is written with a slip or missing, or an initial stands for it.
        cost += form.hasInitial ? NearQuery.initial : NearQuery.slip
      }
    }
    let extra = max(0, form.wordCount - (query.words.count - missing))
    let others = min(missing, extra)
    return max(
      boundByLetters(form, extra: extra),
      cost + others * NearQuery.otherWord + (missing - others) * NearQuery.missingWord
        + (extra - others) * NearQuery.extraWord)
  }

  /// The same by the letters that the form has: each that is written otherwise is a habit at least, unless a word is missing or
  /// an initial.
  private func boundByLetters(_ form: FormBeginnings.Beginnings, extra: Int) -> Int {
    guard spelled.count == query.words.count, !form.hasInitial else { return 0 }
    let absent = (letters.bits & ~form.letters.bits).nonzeroBitCount
    return min(NearQuery.missingWord, absent * NearQuery.habit) + extra * NearQuery.extraWord
  }
}

/// Bits for each form, by a hash: forms may share their bits with others.
private struct FormMarks {
  private var marks: [UInt16]
  private let shift: UInt32

  /// - Parameter capacity: how many forms will be marked; so many places there are for each that few share theirs.
  init(capacity: Int) {
    var bits: UInt32 = 8
    while bits < 16, 1 << bits < capacity * 8 { bits += 1 }
    marks = Array(repeating: 0, count: 1 << bits)
    shift = 32 - bits
  }

  @inline(__always)
  private func place(of form: UInt32) -> Int { Int(truncatingIfNeeded: (form &* 0x9E37_79B1) >> shift) }

  @inline(__always)
  mutating func insert(_ mark: UInt16, _ form: UInt32) { marks[place(of: form)] |= mark }

  @inline(__always)
  subscript(form: UInt32) -> UInt16 { marks[place(of: form)] }
}
