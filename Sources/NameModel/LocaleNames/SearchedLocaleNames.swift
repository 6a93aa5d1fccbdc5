/// Which names of locale data running text is searched for: those in languages that a text's language is told by, which
/// hardly mean anything else in any of them, for a text is searched for the names of all languages at once.
package struct SearchedLocaleNames {
  private let entities: Set<String>
  private let languages: Set<String>
  /// Words that are no names of places, folded.
  private let others: Set<String>

  /// Letters of a word by itself: of a script that sets words apart, and of one that does not.
  private static let shortestWord = 5
  private static let shortestUnspaced = 3
  /// Lists of words that may stand in a text beside, or as, other names: (file, column).
  private static let wordLists = [
    ("names/given-equivalents.tsv", "name"), ("names/nicknames.tsv", "nickname"), ("names/generics.tsv", "word"),
    ("names/titles.tsv", "word"), ("names/particles.tsv", "word"), ("names/legal-forms.tsv", "form"),
    ("names/surnames-kor.tsv", "surname"), ("names/surnames-zho.tsv", "surname"),
    ("locales/words.tsv", "word"), ("inflections/function-words.tsv", "word"), ("inflections/before-names.tsv", "word"),
  ]

  /// - Parameters:
  ///   - tables: the tables with the names of locale data.
  ///   - directory: the folder of tables, whose word lists are read; `nil` where it has no register of locale names.
  package init?(tables: AliasTables, directory: String) throws(TableError) {
    guard let register = try LocaleNameRegister.readIfThere(directory: directory) else { return nil }
    entities = Set(register.territories.filter { !$0.isGroup }.map(\.entity) + register.cities.map(\.entity))
    languages = Set(try PlainTable.read("\(directory)/inflections/function-words.tsv").rows.map { $0["language"] })
    var others: Set<String> = []
    for (file, column) in Self.wordLists {
      for row in try PlainTable.read("\(directory)/\(file)").rows {
        Self.fold(row[column]).map { _ = others.insert($0) }
      }
    }
    // Languages are called as their peoples are, and surnames are as good as words.
    var owners: [String: String] = [:]
    for entity in tables.entities {
      for form in entity.names {
        guard let folded = Self.fold(form.text) else { continue }
        if entity.type == .language || entity.type == .person {
          others.insert(folded)
          if entity.type == .person { others.formUnion(form.text.split(separator: " ").compactMap { Self.fold($0) }) }
        } else if let known = owners.updateValue(entity.id, forKey: folded), known != entity.id {
          others.insert(folded)
        }
      }
    }
    self.others = others
  }

  /// Whether texts are searched for a form of an entity.
  package func contains(_ form: NameForm, of entity: Entity) -> Bool {
    guard entities.contains(entity.id), languages.contains(form.language.language),
      form.kind == .pref || form.kind == .alt,
      let first = form.text.unicodeScalars.first, !first.properties.isLowercase, let folded = Self.fold(form.text),
      !others.contains(folded)
    else { return false }
    if form.text.contains(where: { $0 == " " || $0 == "-" }) { return true }
    let letters = folded.unicodeScalars.count
    let isUnspaced = scripts(ofLetter: first).contains { ["Hani", "Hira", "Kana", "Hang"].contains($0) }
    return letters >= (isUnspaced ? Self.shortestUnspaced : Self.shortestWord)
  }

  private static func fold(_ text: some StringProtocol) -> String? { try? collisionKey(String(text)) }
}
