import NameModel
import Transliteration

/// Reads the spelling tables and composes the relays of `routes.tsv` from them.
struct SpellingTables {
  private let directory: String
  private static let restored = "restored-pinyin"

  init(directory: String) { self.directory = directory }

  func models() throws -> [SpellingModel] {
    let russian = try rows("rus-Latn")
    var models = [try model(.russian, script: "Latn", rows: russian, first: [], second: [])]
    for language in SourceLanguage.allCases where language != .russian {
      let cyrillic = try rows("\(language.code)-Cyrl")
      models.append(try model(language, script: "Cyrl", rows: cyrillic, first: [], second: []))
      let latin = Self.comesBackFromRussian.contains(language) ? [] : try rows("\(language.code)-Latn")
      models.append(try model(language, script: "Latn", rows: latin, first: cyrillic, second: russian))
    }
    return models
  }

  /// Languages written in Latin letters: only what went by way of Russian has to be restored.
  private static let comesBackFromRussian: Set<SourceLanguage> = [.english, .german, .french]

  /// - Parameters:
  ///   - rows: the spellings in `script`.
  ///   - first: the spellings in the script that relays go through.
  ///   - second: how that script is respelled in `script`.
  private func model(
    _ language: SourceLanguage, script: String, rows: [SpellingRow], first: [SpellingRow], second: [SpellingRow]
  ) throws -> SpellingModel {
    var builder = SpellingModelBuilder(language: language, script: script, units: try units(of: language))
    try builder.add(rows)
    builder.letCustomsFollowSystems()
    for route in try PlainTable.read("\(directory)/routes.tsv").rows where route["language"] == language.rawValue {
      let legs = route["legs"].split(separator: " ").map(String.init)
      guard (1...2).contains(legs.count), let cost = Int(route["cost"]), cost >= 0 else {
        throw route.error("legs", "a route needs one or two legs and a cost", "write `first second` and an integer")
      }
      if legs.count == 1 {
        builder.setCost(cost, ofRoute: legs)
      } else if first.isEmpty {
        continue
      } else {
        try addRelay(legs, cost: cost, to: &builder, rows: rows, first: first, second: second)
      }
    }
    return try builder.build()
  }

  private func addRelay(
    _ legs: [String], cost: Int, to builder: inout SpellingModelBuilder, rows: [SpellingRow], first: [SpellingRow],
    second: [SpellingRow]
  ) throws {
    let firstRows = SpellingModelBuilder.rows(of: legs[0], in: first)
    if legs[1] == Self.restored {
      try addRestored(legs: legs, cost: cost, to: &builder, spelled: firstRows, letters: second, pinyin: rows)
    } else {
      try builder.addRelay(legs: legs, first: firstRows, second: second.filter { $0.route == legs[1] }, cost: cost)
    }
  }

  /// A translator who meets a relayed Chinese name writes the pinyin that he recognizes and respells what he does not.
  private func addRestored(
    legs: [String], cost: Int, to builder: inout SpellingModelBuilder, spelled: [SpellingRow], letters: [SpellingRow],
    pinyin: [SpellingRow]
  ) throws {
    try builder.addRelay(
      legs: legs, first: spelled, second: letters.filter { $0.route == "english" }, cost: cost)
    let intermediates = Dictionary(
      spelled.filter { $0.cost == 0 }.map { ($0.unit, $0.spelling) }, uniquingKeysWith: { first, _ in first })
    let restored = pinyin.filter { $0.route == "sac-zho-Hans-Latn-1979" && $0.cost == 0 }
    builder.addRestored(legs: legs, cost: cost, rows: restored, intermediates: intermediates)
    // The customary spelling of a surname is what comes to an English writer's mind.
    let customary = pinyin.filter { $0.route == SpellingModelBuilder.customs[0] && $0.cost <= 60 }
    builder.addRestored(legs: legs, cost: cost, rows: customary, intermediates: intermediates)
  }

  private func units(of language: SourceLanguage) throws -> Set<String> {
    switch language {
    case .korean: []
    case .chinese, .japanese:
      Set(try rows("\(language.code)-Latn").map(\.unit) + rows("\(language.code)-Cyrl").map(\.unit))
    case .russian: Set(try rows("rus-Latn").map(\.unit))
    case .english, .german, .french: Set(try rows("\(language.code)-Cyrl").map(\.unit))
    }
  }

  private func rows(_ name: String) throws -> [SpellingRow] {
    try PlainTable.read("\(directory)/spellings/\(name).tsv").rows.map { row in
      guard let cost = Int(row["cost"]) else {
        throw row.error("cost", "`\(row["cost"])` is no number", "write an integer")
      }
      return SpellingRow(
        route: row["route"], unit: row["unit"], spelling: row["spelling"], cost: cost, habit: row["habit"])
    }
  }
}
