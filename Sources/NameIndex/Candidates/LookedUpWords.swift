import SectionedFile
import Transliteration

/// The words of many spellings that were looked up in one index, so that each is read and looked up once: a text has the
/// same words over and over.
///
/// Made for one document; what it knows never changes an answer.
public final class LookedUpWords {
  private struct Key: Hashable {
    var letters: String
    var hasMeaning = false
    /// Whether it was joined of two words, which is read in fewer ways.
    var isJoined = false
  }

  private var words: [Key: QueryWord] = [:]
  /// Words of the index, by number.
  private var indexed: [UInt32: ComparableWord] = [:]

  /// So many words are kept.
  private static let limit = 20_000

  public init() {}

  /// A word that was made ready to be compared, as it was looked up first.
  func word(_ word: ComparableWord, isJoined: Bool = false) -> QueryWord {
    let key = Key(letters: word.letters, hasMeaning: !word.meanings.isEmpty, isJoined: isJoined)
    return words[key] ?? keep(QueryWord(word), key)
  }

  /// A word of a text, whatever it may mean.
  func word(_ token: FoldedName.Token, _ tables: TransliterationTables) -> QueryWord {
    let key = Key(letters: token.letters)
    if let known = words[key] { return known }
    return keep(QueryWord(token, tables: tables), key)
  }

  /// Two words as one; `nil` where they are of two scripts.
  func joined(_ first: QueryWord, _ second: QueryWord) -> QueryWord? {
    let key = Key(letters: first.letters + second.letters, isJoined: true)
    if let known = words[key] { return known }
    return QueryWord(joining: first, second).map { keep($0, key) }
  }

  private func keep(_ word: QueryWord, _ key: Key) -> QueryWord {
    if words.count >= Self.limit { words.removeAll(keepingCapacity: true) }
    words[key] = word
    return word
  }

  /// A word of the index.
  func indexed(
    _ number: UInt32, _ make: () throws(SectionedFileError) -> ComparableWord
  ) throws(SectionedFileError) -> ComparableWord {
    if let known = indexed[number] { return known }
    if indexed.count >= Self.limit { indexed.removeAll(keepingCapacity: true) }
    let word = try make()
    indexed[number] = word
    return word
  }
}
