import Testing

@testable import Transliteration

/// The article that is written together with its word.
struct ArabicArticleTests {
  /// A word that lists of names have is none with its article: Elham.
  @Test(arguments: [("البقصمي", ["ال", "بقصمي"]), ("الي", ["الي"]), ("الهام", ["الهام"])])
  func isAWordOfItsOwn(word: String, parts: [String]) throws {
    let token = FoldedName.Token(key: word, letters: word, script: "Arab")
    #expect(ArabicArticle.split(token, tables: try compiledTables()).map(\.letters) == parts)
  }
}
