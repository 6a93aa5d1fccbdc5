import NameModel
import SectionedFile
import Transliteration

/// Reads `Tables/inflections`: rules by language, function words, and words that stand before names.
enum InflectionFiles {
  /// The languages that have a file of rules; `function-words.tsv` may name others.
  static func read(directory: String, folding: FoldTable) throws -> InflectionTables {
    var functionWords: [String: [[UInt32]]] = [:]
    for row in try PlainTable.read("\(directory)/function-words.tsv").rows {
      functionWords[row["language"], default: []].append(folding.letters(of: row["word"]))
    }
    var wordsBefore: [String: [[UInt32]]] = [:]
    for row in try PlainTable.read("\(directory)/before-names.tsv").rows {
      wordsBefore[row["language"], default: []].append(folding.letters(of: row["word"]))
    }
    var rules: [String: [InflectionRule]] = [:]
    for row in try PlainTable.read("\(directory)/languages.tsv").rows {
      let path = "\(directory)/\(row["language"]).tsv"
      rules[row["language"]] = TableFile.exists(path) ? try readRules(path, folding) : []
    }
    let codes = Set(functionWords.keys).union(rules.keys).union(wordsBefore.keys)
    return InflectionTables(
      languages: codes.map { code in
        InflectionTables.Language(
          code: code, rules: rules[code] ?? [], functionWords: functionWords[code] ?? [],
          wordsBeforeNames: wordsBefore[code] ?? [])
      })
  }

  private static func readRules(_ path: String, _ folding: FoldTable) throws -> [InflectionRule] {
    try PlainTable.read(path).rows.compactMap { row in
      guard let kind = InflectionRule.Kind(rawValue: row["kind"]) else {
        throw row.error(
          "kind", "`\(row["kind"])` is no kind", "use suffix, prefix, particle, apostrophe, elision, joined")
      }
      var cases: CaseSet = []
      for word in row["case"].split(separator: " ") {
        guard let member = GrammaticalCase(rawValue: String(word)) else {
          throw row.error("case", "`\(word)` is no case", "use the words of Tables/README.md")
        }
        cases.insert(CaseSet(member))
      }
      guard let stem = Int(row["stem"]), stem >= 0 else {
        throw row.error("stem", "`\(row["stem"])` is no number of letters", "write a whole number")
      }
      let rule = InflectionRule(
        kind: kind, form: folding.letters(of: row["form"]), base: folding.letters(of: row["base"]),
        baseText: row["base"], cases: cases, stem: stem)
      // Once marks are dropped, some endings are no longer told from the name itself.
      return rule.kind == .suffix && rule.form == rule.base ? nil : rule
    }
  }
}
