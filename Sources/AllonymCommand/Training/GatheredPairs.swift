import Transliteration

/// Pairs of words to learn letter correspondences from, by script.
struct GatheredPairs {
  private struct Words: Hashable {
    var native: String
    var latin: [String]
  }

  private let tables: TransliterationTables
  private var counts: [String: [Words: Double]] = [:]

  init(tables: TransliterationTables) { self.tables = tables }

  /// Adds two spellings of one name.
  mutating func add(_ first: String, _ second: String, count: Double) {
    guard let a = try? FoldedName(first, han: tables.han), let b = try? FoldedName(second, han: tables.han) else {
      return
    }
    let (native, latin) = a.script == "Latn" && b.script != "Latn" ? (b, a) : (a, b)
    guard latin.tokens.allSatisfy({ Self.isLatin($0.letters) }) else { return }
    if native.tokens.count == latin.tokens.count {
      for (word, spelling) in zip(native.tokens, latin.tokens) { add(word, [spelling.letters], count) }
    } else if native.tokens.count == 1, ["Hani", "Hang"].contains(native.tokens[0].script),
      (2...4).contains(native.tokens[0].letters.count), (2...4).contains(latin.tokens.count)
    {
      let words = latin.tokens.map(\.letters)
      let familyFirst = words.joined()
      add(native.tokens[0], [familyFirst, words[words.count - 1] + words.dropLast().joined()], count)
    }
  }

  /// Adds the words of two Latin names that are different and look alike: each word with every one of the other name that
  /// shares most of its letters, in order.
  mutating func addAlike(_ first: String, _ second: String) {
    guard let a = try? FoldedName(first, han: tables.han), let b = try? FoldedName(second, han: tables.han),
      a.script == "Latn", b.script == "Latn"
    else { return }
    for one in a.tokens {
      for other in b.tokens {
        if one.letters == other.letters {
          add(one, [other.letters], Self.sharedWeight)
        } else if Self.isLatin(other.letters), Self.likeness(one.letters, other.letters) >= Self.leastLikeness {
          add(one, [other.letters], 1)
        }
      }
    }
  }

  /// Words that both names have say little about the letters of those that differ.
  private static let sharedWeight = 0.3
  private static let leastLikeness = 0.6

  /// Twice the length of the longest common subsequence, by the length of both words.
  private static func likeness(_ first: String, _ second: String) -> Double {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    var row = [Int](repeating: 0, count: b.count + 1)
    for letter in a {
      var diagonal = 0
      for column in b.indices {
        let above = row[column + 1]
        row[column + 1] = letter == b[column] ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return 2 * Double(row[b.count]) / Double(max(1, a.count + b.count))
  }

  private mutating func add(_ word: FoldedName.Token, _ latin: [String], _ count: Double) {
    let script = word.script == "Hira" ? "Kana" : word.script
    let isUniform = word.letters.unicodeScalars.allSatisfy { scalar in
      let code = scalar.script.code
      return code == word.script || code == "Zinh" || code == "Zyyy" || script == "Kana" && code != "Hani"
    }
    guard isUniform else { return }
    if script == "Latn" {
      guard Self.isLatin(word.letters) else { return }
      counts[script, default: [:]][Words(native: word.letters, latin: latin), default: 0] += count
      if word.letters != latin[0] {
        counts[script, default: [:]][Words(native: latin[0], latin: [word.letters]), default: 0] += count
      }
    } else {
      counts[script, default: [:]][Words(native: word.letters, latin: latin), default: 0] += count
    }
  }

  /// Latin spellings of one native word are spellings of each other.
  private func latinVariants() -> [Words: Double] {
    var result: [Words: Double] = [:]
    for (script, words) in counts where script != "Latn" {
      var spellings: [String: [(latin: String, count: Double)]] = [:]
      for (pair, count) in words where pair.latin.count == 1 {
        spellings[pair.native, default: []].append((pair.latin[0], count))
      }
      for list in spellings.values where list.count > 1 {
        let usual = list.sorted { ($1.count, $0.latin) < ($0.count, $1.latin) }.prefix(6)
        let total = usual.reduce(0) { $0 + $1.count }
        for (position, first) in usual.enumerated() where first.latin.utf8.count > 3 {
          for second in usual.dropFirst(position + 1) where second.count >= 2 {
            let weight = second.count / total * 2
            result[Words(native: first.latin, latin: [second.latin]), default: 0] += weight
            result[Words(native: second.latin, latin: [first.latin]), default: 0] += weight
          }
        }
      }
    }
    return result
  }

  /// Each Han character is spelled as its Mandarin reading, whatever the data have seen.
  mutating func addHanReadings() {
    for scalar in (UInt32(0x4E00)...0x9FA5).compactMap(Unicode.Scalar.init)
    where tables.han.simplified(scalar) == scalar {
      guard let reading = tables.han.reading(of: scalar) else { continue }
      let latin = String(reading.map { $0 == "ü" ? "u" : $0 })
      guard Self.isLatin(latin) else { continue }
      counts["Hani", default: [:]][Words(native: String(scalar), latin: [latin]), default: 0] += 2
    }
  }

  func pairs(of script: String) -> [LetterTrainer.Pair] {
    var words = counts[script] ?? [:]
    if script == "Latn" { words.merge(latinVariants()) { $0 + $1 } }
    return words.sorted {
      ($0.key.native, $0.key.latin.joined(separator: " ")) < ($1.key.native, $1.key.latin.joined(separator: " "))
    }
    .map { LetterTrainer.Pair(native: $0.key.native, script: script, latin: $0.key.latin, weight: $0.value) }
  }

  private static func isLatin(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}
