import NameModel
import Transliteration

/// Tells the languages of a text by their function words, to know whose endings its names may have.
struct LanguageGuess: Sendable {
  /// Hash of a word → numbers of the languages that have it.
  private var words: [UInt64: [Int]] = [:]
  /// Hashes of words that stand before names.
  private var before: Set<UInt64> = []
  private let tables: InflectionTables
  private let scripts: [ScriptGroup: Set<Int>]

  /// Scripts that several languages share; a text may hold words of several.
  enum ScriptGroup: Hashable, CaseIterable { case latin, cyrillic, arabic, other }

  init(_ tables: InflectionTables) {
    self.tables = tables
    var scripts: [ScriptGroup: Set<Int>] = [:]
    for (number, language) in tables.languages.enumerated() {
      var group: ScriptGroup = .other
      for word in language.functionWords {
        words[word.reduce(ScanHash.seed, ScanHash.step), default: []].append(number)
        if let first = word.first { group = Self.group(of: first) }
      }
      scripts[group, default: []].insert(number)
      for word in language.wordsBeforeNames { before.insert(word.reduce(ScanHash.seed, ScanHash.step)) }
    }
    self.scripts = scripts
  }

  /// Whether a word, capitalized at the beginning of a sentence, is no part of the name that it stands before.
  func standsBeforeNames(_ hash: UInt64, in languages: Set<Int>) -> Bool {
    before.contains(hash) || words[hash]?.contains(where: languages.contains) == true
  }

  static func group(of scalar: UInt32) -> ScriptGroup {
    switch scalar {
    case 0...0x24F, 0x1E00...0x1EFF: .latin
    case 0x400...0x52F: .cyrillic
    case 0x600...0x6FF: .arabic
    default: .other
    }
  }

  /// Counts of function words by language.
  struct Counts: Sendable {
    fileprivate(set) var byLanguage: [Int: Int] = [:]
    /// Words by script.
    fileprivate(set) var words: [ScriptGroup: Int] = [:]
  }

  /// How much of a text is looked at in one go.
  static let window = 16 << 10

  /// Adds the function words of the beginning of a text.
  func count(_ text: ScanText, folding: FoldTable, into counts: inout Counts) {
    var place = 0
    let end = min(text.count, Self.window)
    var hash = ScanHash.seed
    var length = 0
    var first: UInt32 = 0
    while place < end {
      let entry = folding.entry(of: text.scalar(at: &place))
      switch entry.kind {
      case .letter:
        if length == 0 { first = entry.value }
        if entry.isExpansion {
          hash = folding.expansion(entry.value).reduce(hash, ScanHash.step)
        } else {
          hash = ScanHash.step(hash, entry.value)
        }
        length += 1
      case .ignorable, .apostrophe: break
      default:
        if length > 0 {
          counts.words[Self.group(of: first), default: 0] += 1
          for language in words[hash] ?? [] { counts.byLanguage[language, default: 0] += 1 }
        }
        hash = ScanHash.seed
        length = 0
      }
    }
  }

  /// The languages that a text is likely in: those with at least half as many function words as the first of their
  /// script. Of a script without any function word, none where it is Latin, all else where there is such a word.
  func languages(_ counts: Counts) -> Set<Int> {
    var result: Set<Int> = []
    for group in ScriptGroup.allCases {
      let members = scripts[group] ?? []
      let best = members.compactMap { counts.byLanguage[$0] }.max() ?? 0
      if best == 0 || group == .other {
        // Where no function word tells, all languages of a script that there is; but Latin letters are of too many.
        let isPresent = group == .other || counts.words[group] ?? 0 > 0
        if group != .latin, isPresent { result.formUnion(members) }
      } else {
        // One short word may be of any language written in Latin letters.
        let least = group == .latin ? 2 : 1
        result.formUnion(
          members.filter { number in
            let count = counts.byLanguage[number] ?? 0
            return count >= least && 2 * count >= best
          })
      }
    }
    return result
  }

  /// Languages in the order in which their rules are tried: those with the most function words first, then those with the
  /// most rules. English is always one of them: its possessive is a possessive in any text.
  func ordered(_ languages: Set<Int>, by counts: Counts) -> [Int] {
    let english = tables.languages.firstIndex { $0.code == "en" }
    return languages.union(english.map { [$0] } ?? []).sorted { first, second in
      func weight(_ number: Int) -> (Int, Int, Int) {
        (counts.byLanguage[number] ?? 0, tables.languages[number].rules.count, -number)
      }
      return weight(first) > weight(second)
    }
  }
}
