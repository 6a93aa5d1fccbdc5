import NameModel
import Transliteration

/// Reads the lists of names and of the units that names are made of.
enum NameTables {
  static func read(directory: String, into builder: inout TransliterationTablesBuilder) throws {
    builder.statistics = try statistics(directory: directory)
    for language in ["ara", "fas", "heb", "pus", "urd"] {
      var weights: [String: [String: Double]] = [:]
      for row in try PlainTable.read("\(directory)/vocalizations-\(language).tsv").rows {
        weights[row["written"], default: [:]][row["vocalized"]] = try weight(row)
      }
      builder.names[language] = NameReadings(weights: weights)
    }
    var japanese: [String: [String: [String: Double]]] = [:]
    for row in try PlainTable.read("\(directory)/names-jpn.tsv").rows {
      japanese[row["part"], default: [:]][row["written"], default: [:]][row["reading"]] = try weight(row)
    }
    for part in ["family", "given"] { builder.names["jpn-\(part)"] = NameReadings(weights: japanese[part] ?? [:]) }
    var chinese: [String: [String: [String: Double]]] = [:]
    for row in try PlainTable.read("\(directory)/name-spellings-zho.tsv").rows {
      chinese[row["part"], default: [:]][row["syllable"], default: [:]][row["spelling"]] = try weight(row)
    }
    for part in ["family", "given"] { builder.names["zho-\(part)"] = NameReadings(weights: chinese[part] ?? [:]) }
    for (name, file) in [
      ("kor-surnames", "surname-spellings-kor"), ("yue-surnames", "surnames-yue"), ("nan-surnames", "surnames-nan"),
    ] {
      builder.names[name] = try spellings("\(directory)/\(file).tsv", of: "surname")
    }
    builder.names["kor-given"] = try spellings("\(directory)/given-spellings-kor.tsv", of: "syllable")
    var generics: [String: [String: [String: Double]]] = [:]
    for row in try PlainTable.read("\(directory)/generics-english.tsv").rows {
      guard row["english"].split(separator: "*", omittingEmptySubsequences: false).count == 2 else {
        throw row.error("english", "`\(row["english"])` has no place for the name", "write one * for it")
      }
      generics[row["language"], default: [:]][row["generic"], default: [:]][row["english"]] = 1
    }
    for (language, table) in generics { builder.names["\(language)-generics"] = NameReadings(weights: table) }
  }

  /// How surnames, or syllables of given names, are spelled in Latin letters, folded.
  private static func spellings(_ path: String, of column: String) throws -> NameReadings {
    var weights: [String: [String: Double]] = [:]
    for row in try PlainTable.read(path).rows {
      weights[row[column], default: [:]][row["spelling"].lowercased(), default: 0] += try weight(row)
    }
    return NameReadings(weights: weights)
  }

  private static func weight(_ row: PlainTable.Row) throws -> Double {
    guard let weight = Double(row["weight"]), weight > 0, weight.isFinite else {
      throw row.error("weight", "`\(row["weight"])` is no weight", "write a number above 0")
    }
    return weight
  }

  private static func statistics(directory: String) throws -> [String: UnitStatistics] {
    var counts: [String: [String: [String: Int]]] = [:]
    for row in try PlainTable.read("\(directory)/unit-frequencies.tsv").rows {
      guard let count = Int(row["count"]), count > 0 else {
        throw row.error("count", "`\(row["count"])` is no count", "write a whole number above 0")
      }
      counts[row["language"], default: [:]][row["kind"], default: [:]][row["unit"], default: 0] += count
    }
    for row in try PlainTable.read("\(directory)/surnames-kor.tsv").rows {
      // Weights are bearers among 100,000; a row with hanja counts some of those who have the surname.
      guard row["hanja"].isEmpty, !row["weight"].isEmpty, row["surname"].unicodeScalars.count == 1 else { continue }
      let weight = try weight(row)
      counts["ko", default: [:]]["surname", default: [:]][row["surname"]] = max(1, Int(min(weight, 1e6)))
    }
    var statistics = counts.mapValues { UnitStatistics(counts: $0) }
    var letters: [String: Int] = [:]
    for row in try PlainTable.read("\(directory)/letters-eng.tsv").rows {
      guard let cost = Int(row["cost"]) else {
        throw row.error("cost", "`\(row["cost"])` is no number", "write an integer")
      }
      letters["\(row["context"]) \(row["letter"])"] = cost
    }
    statistics["en"] = UnitStatistics(costs: ["letter2": letters], unseen: 600)
    return statistics
  }
}
