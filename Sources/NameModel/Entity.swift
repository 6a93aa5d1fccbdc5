/// A named thing with its name forms: a row of `entities.tsv` and the rows of `names.tsv` that belong to it.
public struct Entity: Sendable, Hashable, Identifiable {
  /// A stable identifier; in the curated tables a slug of lower-case ASCII and hyphens, such as `kim-jong-un`.
  public var id: String
  public var type: EntityType
  /// The country of ISO 3166-1 (alpha-2, upper case) whose the entity is.
  public var country: String?
  /// Birth, founding or beginning: an ISO 8601 year, month or day.
  public var born: String?
  /// Death, dissolution or end: an ISO 8601 year, month or day.
  public var died: String?
  /// The item of Wikidata, such as `Q56226`.
  public var wikidata: String?
  public var note: String?
  /// All forms, rejected and hidden ones too, in canonical order where they were read from a table.
  public var names: [NameForm]

  public init(
    id: String, type: EntityType, country: String? = nil, born: String? = nil, died: String? = nil,
    wikidata: String? = nil, note: String? = nil, names: [NameForm] = []
  ) {
    self.id = id
    self.type = type
    self.country = country
    self.born = born
    self.died = died
    self.wikidata = wikidata
    self.note = note
    self.names = names
  }

  /// The forms that stand: all but the rejected ones.
  public var acceptedNames: [NameForm] { names.filter { $0.status != .rejected } }

  /// The forms that may be shown: neither rejected nor hidden.
  public var shownNames: [NameForm] { names.filter { $0.status != .rejected && $0.kind != .hidden } }
}
