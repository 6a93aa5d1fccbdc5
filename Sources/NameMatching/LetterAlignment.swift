/// The cheapest way to turn one word into another, letter by letter, in one alphabet.
///
/// Optimal string alignment (insertions, deletions, substitutions, transpositions of neighbours) with lower costs for
/// letters that spellings of one name often exchange.
enum LetterAlignment {
  /// What a letter costs that no habit explains.
  static let slip = 250
  private static let vowelSlip = 160
  private static let habit = 70
  private static let silent = 80

  /// -100 · ln of how unlikely it is that both words spell one name part; symmetric.
  static func cost(_ first: String, _ second: String) -> Int {
    let a = Array(first.unicodeScalars)
    let b = Array(second.unicodeScalars)
    if a == b { return 0 }
    guard a.count <= 64, b.count <= 64 else { return .max / 4 }
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 1...max(a.count, 1) where i <= a.count { rows[i][0] = rows[i - 1][0] + gap(a, i - 1) }
    for j in 1...max(b.count, 1) where j <= b.count { rows[0][j] = rows[0][j - 1] + gap(b, j - 1) }
    guard !a.isEmpty, !b.isEmpty else { return rows[a.count][b.count] }
    for i in 1...a.count {
      for j in 1...b.count {
        var best = min(rows[i - 1][j] + gap(a, i - 1), rows[i][j - 1] + gap(b, j - 1))
        best = min(best, rows[i - 1][j - 1] + substitution(a[i - 1], b[j - 1]))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + slip) }
        rows[i][j] = best
      }
    }
    return rows[a.count][b.count]
  }

  private static let vowels: Set<Unicode.Scalar> = Set("aeiouyаеёиіїоуыэюяєαεηιουω".unicodeScalars)

  /// Letters that stand for each other in spellings of one name.
  private static let exchanged: Set<Set<Unicode.Scalar>> = Set(
    ["iy", "ij", "yj", "ck", "kq", "ks", "sz", "vw", "fv", "uw", "ou", "tz", "cs", "bv"]
      .map { Set($0.unicodeScalars) }
      + ["её", "иі", "иы", "ий", "еэ", "еє", "гґ", "гх"].map { Set($0.unicodeScalars) })

  private static func substitution(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Int {
    if a == b { return 0 }
    if exchanged.contains([a, b]) { return habit }
    return vowels.contains(a) && vowels.contains(b) ? vowelSlip : slip
  }

  /// A letter that only one side has: cheap where it doubles its neighbour or is often silent.
  private static func gap(_ word: [Unicode.Scalar], _ index: Int) -> Int {
    let letter = word[index]
    if index > 0, word[index - 1] == letter { return silent }
    if letter == "h" || letter == "ь" || letter == "ъ" { return silent }
    return vowels.contains(letter) ? vowelSlip : slip
  }
}
