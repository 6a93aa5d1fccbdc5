import NameModel
import Transliteration

/// Reads the word lists of `Tables/names` that a name is compared by.
struct LexiconTables {
  private let directory: String
  private let han: HanReadings
  private var words: [String: [NameLexicon.Meaning]] = [:]
  private var numbers: [String: UInt16] = [:]

  static func read(directory: String, han: HanReadings) throws -> NameLexicon {
    var tables = LexiconTables(directory: directory, han: han)
    for row in try tables.rows("titles") { tables.add(row["word"], .title, "title") }
    for row in try tables.rows("particles") { tables.add(row["word"], .particle, row["role"]) }
    for row in try tables.rows("legal-forms") { tables.add(row["form"], .legalForm, row["canonical"]) }
    for row in try tables.rows("generations") { tables.add(row["word"], .generation, row["value"]) }
    for row in try tables.rows("generics") { tables.add(row["word"], .generic, row["concept"]) }
    for row in try tables.rows("given-equivalents") {
      tables.add(row["name"], .given, row["group"], weight: try Self.weight(row))
    }
    // A nickname and the name that it is short for are a group of their own.
    for row in try tables.rows("nicknames") {
      let group = "\(row["name"]) \(row["lang"])"
      tables.add(row["name"], .given, group)
      tables.add(row["nickname"], .given, group, weight: try Self.weight(row))
    }
    return NameLexicon(tables.words)
  }

  private init(directory: String, han: HanReadings) {
    self.directory = directory
    self.han = han
  }

  private func rows(_ name: String) throws -> [PlainTable.Row] {
    try PlainTable.read("\(directory)/\(name).tsv").rows
  }

  private static func weight(_ row: PlainTable.Row) throws -> UInt8 {
    guard let weight = Double(row["weight"]), (0...1).contains(weight) else {
      throw row.error("weight", "`\(row["weight"])` is no share", "write a number from 0 to 1")
    }
    return UInt8((weight * 100).rounded())
  }

  private mutating func add(_ phrase: String, _ role: NameLexicon.Role, _ concept: String, weight: UInt8 = 100) {
    guard let folded = try? FoldedName(phrase, han: han) else { return }
    let name = "\(role.rawValue) \(concept)"
    let number = numbers[name] ?? UInt16(numbers.count)
    numbers[name] = number
    let key = folded.tokens.map(\.letters).joined(separator: " ")
    let meaning = NameLexicon.Meaning(role: role, number: number, weight: weight)
    let isKnown = words[key, default: []].contains { $0.role == role && $0.number == number }
    if !isKnown { words[key, default: []].append(meaning) }
  }
}
