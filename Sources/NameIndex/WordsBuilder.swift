import SectionedFile
import Transliteration

/// Gathers the words of forms, each once, with the forms that have them and the keys under which they are looked up.
struct WordsBuilder {
  private let keyer: NameKeyer
  private let tables: TransliterationTables
  private let spellings: SpellingCosts
  /// Whether Latin words are joined with their neighbours.
  private let joinsWords: Bool
  /// Words by number, in the order in which they came.
  private var letters = TextInterner()
  private var reduced: [ReducedSpelling] = []
  private var keys: [NameKey] = []
  /// By word and the end: where its keys begin.
  private var keyStarts: [UInt32] = [0]
  /// By word: what it costs to read it as Chinese.
  private var costs: [SpellingCosts.Costs] = []
  /// By form and the end: where its words begin.
  private var formStarts: [UInt32] = [0]
  /// Words by form: twice the number of a word, and one where it is a written one.
  private var entries: [UInt32] = []
  /// Letters of a phrase or of two words that are joined.
  private var joined: [UInt8] = []

  init(keyer: NameKeyer, tables: TransliterationTables) {
    self.keyer = keyer
    self.tables = tables
    spellings = SpellingCosts(tables)
    let pair = (try? FoldedName("ab ba", han: tables.han)).map { InterpretedName($0, tables: tables) }
    joinsWords = pair?.interpretations.first?.joined.first.map { $0 != nil } ?? false
  }

  private var wordCount: Int { reduced.count }
  private var formCount: Int { formStarts.count - 1 }

  // MARK: Forms

  /// Adds the words of the next form.
  mutating func add(_ words: NameKeyer.Words) {
    for word in words.written { entries.append(number(of: word) << 1 | 1) }
    for word in words.others { entries.append(number(of: word) << 1) }
    formStarts.append(UInt32(entries.count))
  }

  /// The same of a plain name, by words that are known.
  ///
  /// - Returns: whether it was added; it is not where some words may be one.
  mutating func add(_ name: PlainName) -> Bool {
    guard name.wordCount <= NameKeyer.wordLimit, !hasPhrase(name) else { return false }
    let first = entries.count
    for word in 0..<name.wordCount {
      let number = number(of: name[word]) { tables, letters in ComparableWord(indexed: letters, tables: tables) }
      entries.append(number << 1 | 1)
    }
    for word in 1..<max(1, name.wordCount) where joinsWords {
      guard InterpretedName.mayBeJoined(byteCounts: name[word - 1].count, name[word].count) else { continue }
      let both = name.range(word - 1).lowerBound..<name.range(word).upperBound
      let number = number(of: name.letters[both]) { tables, letters in
        ComparableWord(letters, script: "Latn", tables: tables)
      }
      if !entries[first...].contains(where: { $0 >> 1 == number }) { entries.append(number << 1) }
    }
    formStarts.append(UInt32(entries.count))
    return true
  }

  /// Whether some words of a name may together be a title, a legal form or the like.
  private mutating func hasPhrase(_ name: PlainName) -> Bool {
    for first in 0..<max(0, name.wordCount - 1) {
      joined.removeAll(keepingCapacity: true)
      joined.append(contentsOf: name[first])
      for word in first + 1..<name.wordCount {
        joined.append(UInt8(ascii: " "))
        joined.append(contentsOf: name[word])
        let phrase = ComparableWord(indexed: String(decoding: joined, as: UTF8.self), tables: tables)
        if phrase.meanings.contains(where: { $0.role != .given }) { return true }
      }
    }
    return false
  }

  private mutating func number(of word: ComparableWord) -> UInt32 {
    number(of: Array(word.letters.utf8)) { _, _ in word }
  }

  private mutating func number(
    of letters: some RandomAccessCollection<UInt8>, _ word: (TransliterationTables, String) -> ComparableWord
  ) -> UInt32 {
    let number = self.letters.number(of: letters)
    guard number == wordCount else { return number }
    let word = word(tables, String(decoding: letters, as: UTF8.self))
    reduced.append(
      word.latinSpellings(limit: 1).first.map { ReducedSpelling($0) } ?? ReducedSpelling(word.letters.utf8))
    keys += keyer.keys(of: word, .building)
    keyStarts.append(UInt32(keys.count))
    costs.append(SpellingCosts.Costs())
    return number
  }

  /// The keys of the plain name that was added last, as a spelling of a Chinese one.
  mutating func readingKeys(ofLast name: PlainName) -> [NameKey] {
    guard NameKeyer.maySpell(name) else { return [] }
    let first = Int(formStarts[formCount - 1])
    var keys: [NameKey] = []
    for (order, words) in NameKeyer.orders(Array(0..<name.wordCount)).enumerated() {
      guard cost(of: words.map { Int(entries[first + $0] >> 1) }) <= NameKeyer.spellingCostLimit else { continue }
      let letters = words.map { String(decoding: name[$0], as: UTF8.self) }
      for key in keyer.readingKeys(ofWords: letters, isRead: true) where order == 0 || !keys.contains(key) {
        keys.append(key)
      }
    }
    return keys
  }

  /// What the cheapest reading of words in their order costs; more than any limit where there is none.
  private mutating func cost(of words: [Int]) -> Int {
    var sum = 0
    for word in words.dropFirst() {
      if costs[word].rest == SpellingCosts.unknown {
        costs[word].rest = spellings.rest(String(decoding: letters[word], as: UTF8.self))
      }
      sum += Int(costs[word].rest)
      // The head need not be known.
      if sum > NameKeyer.spellingCostLimit { return sum }
    }
    if costs[words[0]].head == SpellingCosts.unknown {
      costs[words[0]].head = spellings.head(String(decoding: letters[words[0]], as: UTF8.self))
    }
    return sum + Int(costs[words[0]].head)
  }

  // MARK: Sections

  /// Lays the words down, sorted by their bytes.
  ///
  /// - Returns: how many words and keys there are, and how often words are filed under keys.
  func add(to file: inout SectionedFileWriter) -> (words: Int, keys: Int, postings: Int) {
    let order = sortedWords()
    var places = [UInt32](repeating: 0, count: wordCount)
    var postings = KeyPostings()
    var starts: [UInt32] = [0]
    starts.reserveCapacity(wordCount + 1)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.bytes.count)
    for (place, number) in order.enumerated() {
      places[number] = UInt32(place)
      bytes.append(contentsOf: letters[number])
      starts.append(UInt32(bytes.count))
      for key in keys(ofWord: number) { postings.append(key, UInt32(place)) }
    }
    file.add(
      IndexFormat.words,
      order.map { reduced[$0].packed }.littleEndianBytes + TextPool.encoded(starts: starts, bytes))
    file.add(IndexFormat.formsOfWords, formsOfWords(places))
    file.add(
      IndexFormat.wordsOfForms,
      NumberLists.encoded(
        starts: formStarts, entries.map { places[Int($0 >> 1)] << 1 | $0 & 1 }, limit: wordCount * 2))
    file.add(
      IndexFormat.soundPairs,
      SoundPairFilter.encoded(formCount: formCount, words: { entries(ofForm: $0) }) { keys(ofWord: Int($0 >> 1)) })
    file.add(
      IndexFormat.nearWords,
      SegmentTable.encoded(wordCount, of: .words) { place, string in
        reduced[order[place]].forEachLetter { string.append($0) }
      })
    file.add(
      IndexFormat.nearForms,
      SegmentTable.encoded(formCount, of: .wholeForms) { form, string in
        for entry in entries(ofForm: form) {
          guard entry & 1 == 1 else { break }
          appendReduced(Int(entry >> 1), to: &string)
        }
      })
    file.add(IndexFormat.formBeginnings, FormBeginnings.encoded((0..<formCount).lazy.map { beginnings(ofForm: $0) }))
    let wordKeys = KeyTable.encoded(postings, limit: wordCount)
    file.add(IndexFormat.wordKeys, wordKeys.bytes)
    return (wordCount, wordKeys.keys, postings.count)
  }

  private func keys(ofWord number: Int) -> ArraySlice<NameKey> {
    keys[Int(keyStarts[number])..<Int(keyStarts[number + 1])]
  }

  private func entries(ofForm form: Int) -> ArraySlice<UInt32> {
    entries[Int(formStarts[form])..<Int(formStarts[form + 1])]
  }

  /// All letters of the reduced spelling of a Latin word.
  private func appendReduced(_ number: Int, to string: inout [UInt8]) {
    let letters = letters[number]
    if reduced[number].count < ReducedSpelling.lengthLimit, letters.allSatisfy({ $0 >= UInt8(ascii: "a") }) {
      reduced[number].forEachLetter { string.append($0) }
    } else {
      ReducedSpelling.forEachLetter(of: letters) { string.append($0) }
    }
  }

  private func beginnings(ofForm form: Int) -> FormBeginnings.Beginnings {
    var beginnings = FormBeginnings.Beginnings()
    for entry in entries(ofForm: form) {
      guard entry & 1 == 1 else { break }
      let number = Int(entry >> 1)
      beginnings.add(letters[number], reduced: reduced[number].firstLetter)
    }
    return beginnings
  }

  /// The numbers of words in the order of their bytes.
  private func sortedWords() -> [Int] {
    /// The first eight bytes, which tell most words apart, and the number.
    var words: [(head: UInt64, number: Int)] = []
    words.reserveCapacity(wordCount)
    for number in 0..<wordCount {
      var head: UInt64 = 0
      var shift: UInt64 = 56
      for byte in letters[number].prefix(8) {
        head |= UInt64(byte) << shift
        shift &-= 8
      }
      words.append((head, number))
    }
    words.sort { a, b in
      if a.head != b.head { return a.head < b.head }
      return letters[a.number].lexicographicallyPrecedes(letters[b.number])
    }
    return words.map(\.number)
  }

  /// For each word, by its place, the forms that have it, ascending.
  private func formsOfWords(_ places: [UInt32]) -> [UInt8] {
    /// By word: the latest form + 1, so that a form that has a word twice counts once.
    var latest = [UInt32](repeating: 0, count: wordCount)
    var starts = [UInt32](repeating: 0, count: wordCount + 1)
    func forEachForm(_ body: (_ place: Int, _ form: UInt32) -> Void) {
      for number in latest.indices { latest[number] = 0 }
      for form in 0..<formCount {
        for entry in entries(ofForm: form) where latest[Int(entry >> 1)] != UInt32(form + 1) {
          latest[Int(entry >> 1)] = UInt32(form + 1)
          body(Int(places[Int(entry >> 1)]), UInt32(form))
        }
      }
    }
    forEachForm { place, _ in starts[place + 1] += 1 }
    for place in 0..<wordCount { starts[place + 1] += starts[place] }
    var next = starts
    var forms = [UInt32](repeating: 0, count: Int(starts[wordCount]))
    forEachForm { place, form in
      forms[Int(next[place])] = form
      next[place] += 1
    }
    return NumberLists.encoded(starts: starts, forms, limit: formCount)
  }
}
