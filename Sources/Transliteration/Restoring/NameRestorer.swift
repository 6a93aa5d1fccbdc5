import UnicodeText

/// Finds what a spelling of unknown origin may have been at home, without any table of entities: it is read by every
/// route of every language, and readings are weighed by how usual their syllables and letters are.
public struct NameRestorer: Sendable {
  private let tables: TransliterationTables
  private let standards: StandardSpellings

  public init(tables: TransliterationTables) {
    self.tables = tables
    standards = StandardSpellings(tables: tables)
  }

  /// The likeliest names, the likeliest first; none for what no language can read.
  public func restore(_ text: String, limit: Int = 10) throws(TransliterationError) -> [RestoredName] {
    // Figures have no script, and are no part of a name that could be told.
    guard let tokens = try? FoldedName(text, han: tables.han).tokens.filter({ $0.script != "Zyyy" }), !tokens.isEmpty
    else { return [] }
    let scripts = Set(tokens.map(\.script))
    var found: [RestoredName]
    if scripts == ["Latn"] || scripts == ["Cyrl"] {
      found = try SpellingRestorer(tables: tables, standards: standards, script: scripts.first ?? "")
        .restore(SpelledName(words: tokens.map(\.letters)))
      if scripts == ["Cyrl"] { found += try NativeRestorer(tables: tables, standards: standards).restore(text) }
    } else {
      found = try NativeRestorer(tables: tables, standards: standards).restore(text)
    }
    found.sort {
      ($0.cost, $0.language.utf8Bytes, $0.native.utf8Bytes) < ($1.cost, $1.language.utf8Bytes, $1.native.utf8Bytes)
    }
    found = Self.withoutRepetitions(found)
    let weights = found.map { Self.exponential(-Double($0.cost - found[0].cost) / 100) }
    let total = weights.reduce(0, +)
    for index in found.indices { found[index].probability = weights[index] / total }
    return Array(found.prefix(max(0, limit)))
  }

  /// So many of the other writings of an answer are spelled.
  private static let spelledOthers = 2

  /// Answers that a language's first standard writes alike are one; other writings, and what the other standards make of
  /// those, go along with the likeliest.
  private static func withoutRepetitions(_ names: [RestoredName]) -> [RestoredName] {
    var places: [[String]: Int] = [:]
    var result: [RestoredName] = []
    for name in names {
      let key = [name.language, name.spellings.first?.text ?? name.native]
      guard let known = places[key] else {
        places[key] = result.count
        result.append(name)
        continue
      }
      result[known].add(name, isSpelled: result[known].otherNatives.count < spelledOthers)
    }
    return result
  }

  private static func exponential(_ value: Double) -> Double {
    // e^x as (e^(x/1024))^1024, by a series: no Foundation on this floor.
    let step = max(value, -600) / 1024
    var result = 1 + step + step * step / 2 + step * step * step / 6
    for _ in 0..<10 { result *= result }
    return result
  }
}

/// What it costs to believe that a spelling is a name of a language, before it is read.
enum LanguagePriors {
  static func cost(of language: SourceLanguage, _ kind: NameKindHypothesis, wordCount: Int) -> Int {
    switch language {
    case .korean, .chinese:
      switch (kind, wordCount) {
      case (.person, 1): 700
      case (.person, 2...3): 0
      case (.place, 1): 0
      case (.place, _): 350
      case (.person, _): 800
      }
    case .japanese: 50
    case .russian: 200
    case .english: 350
    case .german, .french: 400
    }
  }
}
