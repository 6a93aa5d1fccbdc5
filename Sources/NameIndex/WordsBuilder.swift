import SectionedFile
import Transliteration

/// Gathers the words of forms, each once, with the forms that have them and the keys under which they are looked up.
struct WordsBuilder {
  private let keyer: NameKeyer
  private var numbers: [String: UInt32] = [:]
  private var words: [Word] = []
  /// By form: the words, numbered as they came, and how many of them are its own.
  private var wordsOfForms: [(words: [UInt32], writtenCount: Int)] = []

  private struct Word {
    var letters: String
    var reduced: ReducedSpelling
    var forms: [UInt32]
    var keys: [NameKey]
  }

  init(keyer: NameKeyer) { self.keyer = keyer }

  /// Adds the words of the next form.
  mutating func add(_ formWords: NameKeyer.Words, ofForm form: UInt32) {
    precondition(Int(form) == wordsOfForms.count)
    var numbers: [UInt32] = []
    for word in formWords.written + formWords.others { numbers.append(add(word, form)) }
    wordsOfForms.append((numbers, formWords.written.count))
  }

  private mutating func add(_ word: ComparableWord, _ form: UInt32) -> UInt32 {
    if let known = numbers[word.letters] {
      if words[Int(known)].forms.last != form { words[Int(known)].forms.append(form) }
      return known
    }
    let number = UInt32(words.count)
    numbers[word.letters] = number
    words.append(
      Word(
        letters: word.letters,
        reduced: word.latinSpellings(limit: 1).first.map { ReducedSpelling($0) } ?? ReducedSpelling(word.letters.utf8),
        forms: [form], keys: keyer.keys(of: word, .building)))
    return number
  }

  private static func reduced(_ letters: String) -> [UInt8] {
    var reduced: [UInt8] = []
    ReducedSpelling.forEachLetter(of: letters.utf8) { reduced.append($0) }
    return reduced
  }

  /// Lays the words down, sorted by their bytes.
  ///
  /// - Returns: how many words and keys there are, and how often words are filed under keys.
  func add(
    to file: inout SectionedFileWriter, _ texts: inout TextPoolBuilder
  ) -> (words: Int, keys: Int, postings: Int) {
    let order = words.indices.sorted { words[$0].letters.utf8.lexicographicallyPrecedes(words[$1].letters.utf8) }
    var places = [UInt32](repeating: 0, count: words.count)
    var records = ByteWriter()
    var keys: [(key: NameKey, number: UInt32)] = []
    for (place, number) in order.enumerated() {
      places[number] = UInt32(place)
      records.append(texts.number(of: words[number].letters))
      records.append(words[number].reduced.packed)
      keys += words[number].keys.map { ($0, UInt32(place)) }
    }
    file.add(IndexFormat.words, records.bytes)
    file.add(IndexFormat.formsOfWords, NumberLists.encoded(order.lazy.map { words[$0].forms }))
    file.add(
      IndexFormat.wordsOfForms,
      NumberLists.encoded(
        wordsOfForms.lazy.map { form in
          form.words.enumerated().map { places[Int($1)] << 1 | ($0 < form.writtenCount ? 1 : 0) }
        }))
    file.add(
      IndexFormat.soundPairs,
      SoundPairFilter.encoded(wordsOfForms.lazy.map { $0.words.map { words[Int($0)].keys } }))
    file.add(IndexFormat.nearWords, SegmentTable.encoded(order.map { words[$0].reduced.letters }, of: .words))
    file.add(
      IndexFormat.nearForms,
      SegmentTable.encoded(
        wordsOfForms.map { form in form.words.prefix(form.writtenCount).flatMap { Self.reduced(words[Int($0)].letters) }
        }, of: .wholeForms))
    file.add(
      IndexFormat.formBeginnings,
      FormBeginnings.encoded(
        wordsOfForms.lazy.map { form in
          var beginnings = FormBeginnings.Beginnings()
          for word in form.words.prefix(form.writtenCount) {
            beginnings.add(words[Int(word)].letters.utf8, reduced: words[Int(word)].reduced.letters.first)
          }
          return beginnings
        }))
    let keyCount = KeyTable.add(&keys, to: &file, IndexFormat.wordKeys)
    return (words.count, keyCount, keys.count)
  }
}

/// Gathers descriptions, which many records share, each once: rows of text numbers, numbered in the order of first use.
struct DescriptionsBuilder {
  private var numbers: [[UInt32]: UInt32] = [:]
  private var writer = ByteWriter()

  var count: Int { numbers.count }
  var bytes: [UInt8] { writer.bytes }

  mutating func number(of row: [UInt32]) -> UInt32 {
    if let number = numbers[row] { return number }
    let number = UInt32(numbers.count)
    numbers[row] = number
    for text in row { writer.append(text) }
    return number
  }
}
