/// The Arabic article, which is written together with its word: القذافي is al-Gaddafi, or Gaddafi.
enum ArabicArticle {
  private static let letters = "ال"
  /// Shorter words begin with the two letters by chance.
  private static let leastRest = 3

  /// The article as lists of particles have it; any other word as it is.
  static func romanized(_ word: String) -> String { word == letters ? "al" : word }

  static func isOne(_ word: String) -> Bool { word == letters }

  /// The article and its word, where a token may be both: الهام and الیاس, which lists of names have, are none.
  static func split(_ token: FoldedName.Token, tables: TransliterationTables) -> [FoldedName.Token] {
    guard token.script == "Arab", token.letters.hasPrefix(letters),
      token.letters.unicodeScalars.count >= letters.unicodeScalars.count + leastRest,
      !isListed(token.letters, tables)
    else { return [token] }
    let rest = String(token.letters.unicodeScalars.dropFirst(letters.unicodeScalars.count))
    return [
      FoldedName.Token(key: letters, letters: letters, script: token.script),
      FoldedName.Token(key: rest, letters: rest, script: token.script),
    ]
  }

  private static func isListed(_ word: String, _ tables: TransliterationTables) -> Bool {
    ["ara", "fas", "pus", "urd"].contains { (try? tables.nameReadings($0))?.readings(of: word).isEmpty == false }
  }
}
