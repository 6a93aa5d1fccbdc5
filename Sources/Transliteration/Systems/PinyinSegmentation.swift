/// Hanyu pinyin taken apart into toneless syllables.
struct PinyinSegmentation: Sendable {
  private let syllables: Set<String>
  private static let longestSyllable = 6

  init(syllables: Set<String>) { self.syllables = syllables }

  /// The syllables of one word in small letters without tones, the apostrophe standing where the orthography asks for it;
  /// `nil` for what is no pinyin.
  ///
  /// The orthography puts an apostrophe before a syllable that begins with a, e or o inside a word, so of the possible
  /// divisions those that need none come first, then those with the longer syllables first: `fangan` is fan-gan.
  func split(_ word: String) -> [String]? {
    var result: [String] = []
    for piece in word.split(whereSeparator: { $0 == "'" || $0 == "’" || $0 == "-" }) {
      let letters = Array(piece)
      guard
        let found = split(letters, strict: true)
          ?? split(
            letters, strict: false)
      else { return nil }
      result += found
    }
    return result.isEmpty ? nil : result
  }

  /// From the end to the start, the longest syllable that leaves a whole rest.
  private func split(_ letters: [Character], strict: Bool) -> [String]? {
    guard letters.count <= 60 else { return nil }
    var reachable = [[String]?](repeating: nil, count: letters.count + 1)
    reachable[letters.count] = []
    var place = letters.count - 1
    while place >= 0 {
      let beginsWithVowel = "aeo".contains(letters[place])
      if !(strict && beginsWithVowel && place > 0) {
        for length in stride(from: min(Self.longestSyllable, letters.count - place), through: 1, by: -1) {
          let syllable = String(letters[place..<place + length])
          guard syllables.contains(syllable), let rest = reachable[place + length] else { continue }
          reachable[place] = [syllable] + rest
          break
        }
      }
      place -= 1
    }
    return reachable[0]
  }
}
