/// How two words of one script differ, letter by letter.
struct SpellingDifference {
  /// How many letters are to be put in, left out, replaced or swapped with their neighbour (L. Boytsov's optimal string
  /// alignment).
  let edits: Int
  let changesHead: Bool
  /// Whether more differs than vowels, h, and letters written double: of Latin words; other scripts always.
  let changesConsonants: Bool

  init(_ first: String, _ second: String) {
    let (one, other) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    changesHead = one.first != other.first
    edits = Self.edits(one, other)
    changesConsonants = !Self.isLatin(one) || !Self.isLatin(other) || Self.consonants(one) != Self.consonants(other)
  }

  private static func isLatin(_ word: [Unicode.Scalar]) -> Bool { word.allSatisfy { ("a"..."z").contains($0) } }

  private static func consonants(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for letter in word {
      switch letter {
      case "a", "e", "i", "o", "u", "y", "h": continue
      default: if result.last != letter { result.append(letter) }
      }
    }
    return result
  }

  private static func edits(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var before = [Int](repeating: 0, count: other.count + 1)
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var next = [Int](repeating: i + 1, count: other.count + 1)
      for (j, counterpart) in other.enumerated() {
        var best = min(row[j] + (letter == counterpart ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, letter == other[j - 1], one[i - 1] == counterpart { best = min(best, before[j - 1] + 1) }
        next[j + 1] = best
      }
      (before, row) = (row, next)
    }
    return row[other.count]
  }
}
