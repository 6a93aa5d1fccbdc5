/// East Slavic names with a patronymic, which texts mostly leave out.
enum PatronymicName {
  private static let suffixes = ["вич", "вна", "ьич", "мич", "чна", "івна", "ївна"]
  private static let shortest = 6

  /// The given name and the surname; `nil` where the name is not one of three words with a patronymic.
  static func shortened(_ text: String) -> String? {
    // Patronymics are Cyrillic.
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, let position = words.indices.dropFirst().first(where: { isPatronymic(words[$0]) }) else {
      return nil
    }
    return words.indices.filter { $0 != position }.map { words[$0] }.joined(separator: " ")
  }

  private static func isPatronymic(_ word: Substring) -> Bool {
    word.unicodeScalars.count >= shortest && suffixes.contains { word.hasSuffix($0) }
  }
}
