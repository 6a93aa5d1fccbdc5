/// The Arabic article, which is written together with its word: القذافي is al-Gaddafi, or Gaddafi.
enum ArabicArticle {
  private static let letters = "ال"
  /// Shorter words begin with the two letters by chance.
  private static let leastRest = 3

  /// The article as lists of particles have it; any other word as it is.
  static func romanized(_ word: String) -> String { word == letters ? "al" : word }

  /// The article and its word, where a token may be both.
  static func split(_ token: FoldedName.Token) -> [FoldedName.Token] {
    guard token.script == "Arab", token.letters.hasPrefix(letters),
      token.letters.unicodeScalars.count >= letters.unicodeScalars.count + leastRest
    else { return [token] }
    let rest = String(token.letters.unicodeScalars.dropFirst(letters.unicodeScalars.count))
    return [
      FoldedName.Token(key: letters, letters: letters, script: token.script),
      FoldedName.Token(key: rest, letters: rest, script: token.script),
    ]
  }
}
