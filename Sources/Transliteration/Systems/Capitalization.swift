/// Capitals in text that was written without letter case.
enum Capitalization {
  /// A capital at the head of each word; a hyphen begins no word.
  ///
  /// - Parameter small: words that get none, and beginnings of words (`al-`) behind which the capital stands.
  static func words(_ text: String, small: [String] = []) -> String {
    var result = ""
    var word = ""
    func flush() {
      if !word.isEmpty { result += small.contains(word) ? word : head(word, small) }
      word = ""
    }
    for character in text {
      if character.isWhitespace {
        flush()
        result.append(character)
      } else {
        word.append(character)
      }
    }
    flush()
    return result
  }

  private static func head(_ word: String, _ small: [String]) -> String {
    let beginning = small.first { $0.hasSuffix("-") && word.hasPrefix($0) } ?? ""
    let body = word.dropFirst(beginning.count)
    guard let place = body.firstIndex(where: { $0.isCased }) else { return word }
    return beginning + body[..<place] + body[place].uppercased() + body[body.index(after: place)...]
  }
}
