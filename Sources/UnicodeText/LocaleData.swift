import CICU

/// What ICU's data of a locale says itself: not what the locale inherits from its parent, from root or from the
/// process's own locale, as ``DisplayNames`` does not say either, but tells by not answering.
public enum LocaleData {
  /// What names are names of.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// Countries, dependencies and groups of countries, by code of ISO 3166-1 or UN M49.
    case territories
    /// Territories, as one says for short.
    case shortTerritories
    /// Territories by their other name.
    case otherTerritories
    /// Languages, by tag with underscores.
    case languages
    /// Languages, as one says for short.
    case shortLanguages
    /// Languages by their other name.
    case otherLanguages
    /// The exemplar cities of time zones, by identifier of the zone.
    case cities

    fileprivate var number: Int32 {
      switch self {
      case .territories: Int32(CICU_OWN_TERRITORIES)
      case .shortTerritories: Int32(CICU_OWN_SHORT_TERRITORIES)
      case .otherTerritories: Int32(CICU_OWN_OTHER_TERRITORIES)
      case .languages: Int32(CICU_OWN_LANGUAGES)
      case .shortLanguages: Int32(CICU_OWN_SHORT_LANGUAGES)
      case .otherLanguages: Int32(CICU_OWN_OTHER_LANGUAGES)
      case .cities: Int32(CICU_OWN_CITIES)
      }
    }
  }

  /// ICU's identifiers of all locales that it has data of, sorted, `root` among them: `zh_Hant_HK`.
  public static var locales: [String] {
    get throws(UnicodeTextError) {
      do {
        let list = try String(room: 16 << 10) { out, capacity, _ in cicu_locales(out, capacity) }
        return list.split(separator: "\n").map(String.init).sorted()
      } catch let failure {
        throw failure.asTextError(operation: "list locales")
      }
    }
  }

  /// The names in the data of a locale, by code. Empty where it has none of that kind.
  ///
  /// - Parameter locale: an identifier of ``locales``.
  public static func names(_ kind: Kind, in locale: String) throws(UnicodeTextError) -> [String: String] {
    let list: Result<String, ICUFailure> = try locale.withTextPointer { pointer, length in
      Result { () throws(ICUFailure) in
        try String(room: 64 << 10) { cicu_own_names(kind.number, pointer, length, $0, $1, &$2) }
      }
    }
    switch list {
    case .success(let list):
      var names: [String: String] = [:]
      for line in list.split(separator: "\n") {
        let cells = line.split(separator: "\t")
        guard cells.count == 2 else { continue }
        names[kind == .cities ? cells[0].map { $0 == ":" ? "/" : String($0) }.joined() : String(cells[0])] = String(
          cells[1])
      }
      return names
    case .failure(let failure):
      throw failure.asTextError(operation: "read a locale's names")
    }
  }
}
