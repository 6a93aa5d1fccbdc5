/// Which entities have the territories, cities and languages of locale data: the tables of `Tables/locales`.
///
/// The identifiers are the tables' own, so that they stay what they are whatever a library calls a country. What is not
/// in them is not taken: territories that are none, zones that are no cities.
package struct LocaleNameRegister: Sendable {
  package struct Territory: Sendable, Hashable {
    package enum Naming: String, Sendable {
      /// Brackets hold what tells a name from others, as in `Congo (DRC)`.
      case qualified = ""
      /// Brackets hold another name, as in `Myanmar (Burma)`.
      case twoNames = "two-names"
      /// The short name is the usual one, as `Hong Kong` is.
      case short
    }

    /// ISO 3166-1 or UN M49.
    package var region: String
    package var entity: String
    package var naming: Naming

    /// Whether it is a part of the world that holds countries, as against a country or a dependency.
    package var isGroup: Bool { region.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
  }

  package struct City: Sendable, Hashable {
    /// The identifier of a time zone: `Europe/Zurich`.
    package var zone: String
    package var entity: String
    package var country: String
  }

  package struct Language: Sendable, Hashable {
    package var language: String
    package var entity: String
  }

  package private(set) var territories: [Territory] = []
  package private(set) var cities: [City] = []
  package private(set) var languages: [Language] = []

  /// The register of a folder of tables; `nil` where it has none.
  package static func readIfThere(directory: String) throws(TableError) -> LocaleNameRegister? {
    TableFile.exists("\(directory)/locales/territories.tsv") ? try read(directory: directory) : nil
  }

  /// Reads the folder `locales` of a folder of tables.
  ///
  /// - Throws: ``TableError`` also for a code or an entity that comes twice.
  package static func read(directory: String) throws(TableError) -> LocaleNameRegister {
    var register = LocaleNameRegister()
    var seen: Set<String> = []
    for row in try PlainTable.read("\(directory)/locales/territories.tsv").rows {
      try unique(row, "region", &seen)
      guard let naming = Territory.Naming(rawValue: row["naming"]) else {
        throw row.error("naming", "`\(row["naming"])` is unknown", "write two-names, short or nothing")
      }
      register.territories.append(Territory(region: row["region"], entity: row["entity"], naming: naming))
    }
    for row in try PlainTable.read("\(directory)/locales/zones.tsv").rows {
      try unique(row, "zone", &seen)
      register.cities.append(City(zone: row["zone"], entity: row["entity"], country: row["country"]))
    }
    for row in try PlainTable.read("\(directory)/locales/languages.tsv").rows {
      try unique(row, "language", &seen)
      register.languages.append(Language(language: row["language"], entity: row["entity"]))
    }
    return register
  }

  /// Entities and codes are told apart by a mark that neither can have.
  private static func unique(
    _ row: PlainTable.Row, _ column: String, _ seen: inout Set<String>
  ) throws(TableError) {
    guard !row["entity"].isEmpty else { throw row.error("entity", "empty", "write the identifier of an entity") }
    guard seen.insert("\(column)=\(row[column])").inserted else {
      throw row.error(column, "`\(row[column])` comes twice", "keep one of the rows")
    }
    guard seen.insert(row["entity"]).inserted else {
      throw row.error("entity", "`\(row["entity"])` comes twice", "give one of them another identifier")
    }
  }
}
