import UnicodeText

/// Small letters of Latin, Cyrillic and Greek that look alike, or whose capitals do (confusables of Unicode Technical Standard
/// 39): a word that mixes them is meant to be of one alphabet.
enum LookalikeLetters {
  static let scripts: Set<String> = ["Latn", "Cyrl", "Grek"]

  private static let groups: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar?, greek: Unicode.Scalar?)] = [
    ("a", "а", "α"), ("b", "в", "β"), ("c", "с", nil), ("d", "ԁ", nil), ("e", "е", "ε"), ("h", "н", "η"),
    ("i", "і", "ι"), ("j", "ј", nil), ("k", "к", "κ"), ("m", "м", "μ"), ("n", nil, "ν"), ("o", "о", "ο"),
    ("p", "р", "ρ"), ("q", "ԛ", nil), ("s", "ѕ", nil), ("t", "т", "τ"), ("w", "ԝ", nil), ("x", "х", "χ"),
    ("y", "у", "υ"), ("z", nil, "ζ"),
  ]

  private static let toLatin: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    groups.flatMap { group in [group.cyrillic, group.greek].compactMap { letter in letter.map { ($0, group.latin) } } },
    uniquingKeysWith: { first, _ in first })
  private static let fromLatin: [String: [Unicode.Scalar: Unicode.Scalar]] = [
    "Cyrl": Dictionary(
      groups.compactMap { group in group.cyrillic.map { (group.latin, $0) } }, uniquingKeysWith: { first, _ in first }),
    "Grek": Dictionary(
      groups.compactMap { group in group.greek.map { (group.latin, $0) } }, uniquingKeysWith: { first, _ in first }),
  ]

  /// The word in the alphabet of which most letters look like no other, of two with as many in that of most letters;
  /// `nil` where a letter has no like there.
  static func unified(_ word: String) -> (letters: String, script: String)? {
    var counts: [String: (letters: Int, own: Int)] = [:]
    for letter in word.unicodeScalars {
      let isShared = toLatin[letter] != nil || groups.contains { $0.latin == letter }
      counts[letter.script.code, default: (0, 0)].letters += 1
      if !isShared { counts[letter.script.code, default: (0, 0)].own += 1 }
    }
    let ranked = counts.filter { scripts.contains($0.key) }.sorted {
      ($1.value.own, $1.value.letters, $0.key) < ($0.value.own, $0.value.letters, $1.key)
    }
    guard let script = ranked.first?.key else { return nil }
    var result = String.UnicodeScalarView()
    for letter in word.unicodeScalars {
      if letter.script.code == script || !scripts.contains(letter.script.code) {
        result.append(letter)
        continue
      }
      let latin = toLatin[letter] ?? letter
      guard let counterpart = script == "Latn" ? latin : fromLatin[script]?[latin], counterpart.script.code == script
      else { return nil }
      result.append(counterpart)
    }
    return (String(result), script)
  }
}
