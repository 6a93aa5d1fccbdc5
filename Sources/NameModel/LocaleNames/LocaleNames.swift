internal import UnicodeText

/// Names of territories, cities and languages in the languages of the world, out of the data of the system's ICU. They
/// are asked for when tables are compiled, and kept nowhere.
public enum LocaleNames {
  /// The source of every form that was taken from there, and the mark by which others tell such forms: a form of it
  /// stands for one language only and needs no spelling derived from it, for the languages have forms of their own.
  public static let source = "icu"
}

extension NameForm {
  /// Whether the form was taken from locale data: see ``LocaleNames``.
  public var isLocaleName: Bool { source == LocaleNames.source }
}

extension AliasTables {
  /// Adds the names that locale data has for the entities in `locales/` of a folder of tables, which are made where the
  /// tables do not have them. Forms that the tables have already are left as they are.
  ///
  /// - Throws: ``TableError`` where the folder or the source that the names need is missing.
  public mutating func addLocaleNames(directory: String) throws(TableError) {
    try addLocaleNames(of: LocaleNameRegister.read(directory: directory), directory: directory)
  }

  private mutating func addLocaleNames(of register: LocaleNameRegister, directory: String) throws(TableError) {
    guard let source = sources.firstIndex(where: { $0.id == LocaleNames.source }) else {
      throw .problem(
        TableProblem(
          file: "\(directory)/sources.tsv", rule: .unknownSource,
          message: "the source \(quoted(LocaleNames.source)) of locale names is missing", advice: "add its row"))
    }
    sources[source].title += " (ICU \(UnicodeVersions.icu), CLDR \(UnicodeVersions.cldr ?? "of an unknown version"))"
    do {
      var collector = LocaleNameCollector(register: register, entities: entities)
      try collector.collect()
      entities = collector.entities.values.sorted { precedesByCodePoint($0.id, $1.id) }
    } catch {
      throw .problem(
        TableProblem(
          file: "\(directory)/locales", rule: .unknownValue, message: "ICU's locale data cannot be read: \(error)",
          advice: "mend the installation of ICU"))
    }
  }
}

extension AliasTables {
  /// Adds the names of locale data where the folder of tables says which entities have them.
  package mutating func addLocaleNamesIfRegistered(directory: String) throws(TableError) {
    guard let register = try LocaleNameRegister.readIfThere(directory: directory) else { return }
    try addLocaleNames(of: register, directory: directory)
  }
}

/// Gathers names locale by locale and gives them to entities.
private struct LocaleNameCollector {
  private let register: LocaleNameRegister
  private(set) var entities: [String: Entity]
  /// For each entity, the texts it has, with the tags they have them under.
  private var tags: [String: [String: [LanguageTag]]] = [:]
  private var preferred: Set<[String]> = []

  init(register: LocaleNameRegister, entities: [Entity]) {
    self.register = register
    self.entities = Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for territory in register.territories where self.entities[territory.entity] == nil {
      let country = territory.isGroup ? nil : territory.region
      self.entities[territory.entity] = Entity(id: territory.entity, type: .place, country: country)
    }
    for city in register.cities where self.entities[city.entity] == nil {
      self.entities[city.entity] = Entity(id: city.entity, type: .place, country: city.country)
    }
    for language in register.languages where self.entities[language.entity] == nil {
      self.entities[language.entity] = Entity(id: language.entity, type: .language)
    }
    for entity in entities {
      for form in entity.names {
        tags[entity.id, default: [:]][form.text, default: []].append(form.language)
        if form.kind == .pref { preferred.insert([entity.id, form.language.rawValue]) }
      }
    }
  }

  mutating func collect() throws(UnicodeTextError) {
    let root = try LocaleData.names(.cities, in: "root")
    for locale in try LocaleData.locales {
      guard let tag = Self.tag(ofLocale: locale) else { continue }
      try collectTerritories(locale, tag)
      try collectCities(locale, tag, root)
      try collectLanguages(locale, tag)
    }
    try weakenAmbiguousLanguages()
    for (id, entity) in entities {
      guard entity.names.contains(where: \.isLocaleName) else {
        // What this ICU does not know by any name is not there.
        if entity.names.isEmpty { entities[id] = nil }
        continue
      }
      entities[id]?.names.sort(by: NameForm.precedes)
    }
  }

  /// The language tag of a locale, written as the tables write it; `nil` for root.
  private static func tag(ofLocale locale: String) -> LanguageTag? {
    let parts = locale.split(separator: "_").map(String.init)
    switch parts.first {
    case "root": return nil
    // The tables say which Chinese letters, and ICU's Norwegian is Bokmål.
    case "zh" where parts.count == 1: return LanguageTag("zh-Hans")
    case "no": return LanguageTag((["nb"] + parts.dropFirst()).joined(separator: "-"))
    default: return LanguageTag(parts.joined(separator: "-"))
    }
  }

  // MARK: By what is named

  private mutating func collectTerritories(_ locale: String, _ tag: LanguageTag) throws(UnicodeTextError) {
    let usual = try LocaleData.names(.territories, in: locale)
    let short = try LocaleData.names(.shortTerritories, in: locale)
    let other = try LocaleData.names(.otherTerritories, in: locale)
    let shared = Self.shared([usual, other])
    for territory in register.territories {
      var names = [usual, short, other].map { $0[territory.region] }
      if territory.naming == .short { names.swapAt(0, 1) }
      for (rank, name) in names.enumerated() {
        guard let name, name != territory.region else { continue }
        let kind: NameKind = rank == 0 ? .pref : Self.isAbbreviation(name) ? .abbr : .alt
        guard let parts = BracketedName(name) else {
          add(name, tag, kind, to: territory.entity)
          continue
        }
        add(parts.outside, tag, shared.contains(parts.outside) ? .weak : kind, to: territory.entity)
        if territory.naming == .twoNames {
          add(parts.inside, tag, parts.isInsideWhole ? .alt : .weak, to: territory.entity)
        }
      }
    }
  }

  private mutating func collectCities(
    _ locale: String, _ tag: LanguageTag, _ root: [String: String]
  ) throws(UnicodeTextError) {
    let names = try LocaleData.names(.cities, in: locale)
    for city in register.cities {
      var name = names[city.zone]
      // In English a zone is called by its identifier where the data does not say otherwise.
      if name == nil, locale == "en" {
        name = root[city.zone] ?? city.zone.split(separator: "/").last?.split(separator: "_").joined(separator: " ")
      }
      guard let name else { continue }
      add(BracketedName(name)?.outside ?? name, tag, .pref, to: city.entity)
    }
  }

  private mutating func collectLanguages(_ locale: String, _ tag: LanguageTag) throws(UnicodeTextError) {
    let usual = try LocaleData.names(.languages, in: locale)
    let short = try LocaleData.names(.shortLanguages, in: locale)
    let other = try LocaleData.names(.otherLanguages, in: locale)
    let shared = Self.shared([usual])
    for language in register.languages {
      for (rank, names) in [usual, short, other].enumerated() {
        guard let name = names[language.language], name != language.language else { continue }
        let text = BracketedName(name)?.outside ?? name
        add(text, tag, text != name && shared.contains(text) ? .weak : rank == 0 ? .pref : .alt, to: language.entity)
      }
    }
  }

  /// The names, without remarks in brackets, that several codes have.
  private static func shared(_ names: [[String: String]]) -> Set<String> {
    var codes: [String: String] = [:]
    var shared: Set<String> = []
    for (code, name) in names.joined() {
      let text = BracketedName(name)?.outside ?? name
      if let known = codes.updateValue(code, forKey: text), known != code { shared.insert(text) }
    }
    return shared
  }

  /// Letters that are all capitals, and few: `UK`.
  private static func isAbbreviation(_ name: String) -> Bool {
    name.unicodeScalars.count <= 4 && name.unicodeScalars.allSatisfy(\.properties.isUppercase)
  }

  // MARK: Forms

  private mutating func add(_ name: String, _ tag: LanguageTag, _ kind: NameKind, to entity: String) {
    guard let text = Self.tidied(name, tag) else { return }
    // A parent has said it.
    if let known = tags[entity]?[text], known.contains(where: { tag.matches($0) }) { return }
    tags[entity, default: [:]][text, default: []].append(tag)
    let isFirst = kind == .pref && preferred.insert([entity, tag.rawValue]).inserted
    let form = NameForm(
      text: text, language: tag, kind: kind == .pref && !isFirst ? .alt : kind, source: LocaleNames.source)
    entities[entity]?.names.append(form)
  }

  /// The name as tables hold it; `nil` where none of its letters are of the script that the language is written in, as
  /// where a name has not been translated.
  private static func tidied(_ name: String, _ tag: LanguageTag) -> String? {
    let spaced = name.split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
    guard let text = try? normalizedC(spaced), !text.isEmpty else { return nil }
    guard let code = tag.script ?? impliedScript(of: tag) else { return text }
    let expected = scriptsWritten(by: code)
    return text.unicodeScalars.contains { scripts(ofLetter: $0).contains(where: expected.contains) } ? text : nil
  }

  /// Names of languages that are names of places, too, identify neither: in Finnish, Saksa is Germany and saksa German.
  /// Of the two, the place is what a name is asked for.
  private mutating func weakenAmbiguousLanguages() throws(UnicodeTextError) {
    var places: Set<String> = []
    for id in register.territories.map(\.entity) + register.cities.map(\.entity) {
      for form in entities[id]?.names ?? [] { places.insert(try Self.folded(form.text)) }
    }
    for language in register.languages {
      guard var entity = entities[language.entity] else { continue }
      for place in entity.names.indices where entity.names[place].isLocaleName {
        if places.contains(try Self.folded(entity.names[place].text)) { entity.names[place].kind = .weak }
      }
      entities[language.entity] = entity
    }
  }

  /// Letters without case, and Latin ones without marks, as lookups compare them.
  private static func folded(_ text: String) throws(UnicodeTextError) -> String {
    let isLatin = text.unicodeScalars.first.map { scripts(ofLetter: $0).contains("Latn") } ?? false
    return try (isLatin ? text.withoutMarks() : text).normalized(.nfkcCaseFold)
  }
}
