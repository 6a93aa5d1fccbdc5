import NameModel

/// An entity as an importer found it, before it is cleaned.
struct EntityDraft {
  /// A name as it was found.
  struct Name {
    var text: String
    /// `nil` where the source does not tell; then the script is told instead.
    var language: LanguageTag?
    var kind: NameKind
    var note: String?
  }

  var id: String
  /// `nil` where the source does not tell.
  var type: EntityType?
  var country: String?
  var born: String?
  var died: String?
  var wikidata: String?
  var note: String?
  var names: [Name] = []

  init(id: String, type: EntityType?) {
    self.id = id
    self.type = type
  }

  /// Adds a name. What holds nothing is not added.
  mutating func add(_ text: String?, _ kind: NameKind, language: LanguageTag? = nil, note: String? = nil) {
    guard let text, !text.isEmpty else { return }
    names.append(Name(text: text, language: language, kind: kind, note: note))
  }
}
