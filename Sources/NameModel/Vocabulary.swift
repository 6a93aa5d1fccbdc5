/// What a named thing is.
public enum EntityType: String, Sendable, Hashable, CaseIterable {
  case person, place, organization, facility, event, work, vessel
  /// A language, by the names that other languages have for it.
  case language
}

/// The part a name form plays for its entity, in the words of SKOS (`pref`, `alt`, `hidden`) and of sanctions lists
/// (`weak`). Cases are ordered as tables sort them.
public enum NameKind: String, Sendable, Hashable, CaseIterable {
  /// The preferred form; at most one per entity and language tag.
  case pref
  /// Another form in use.
  case alt
  /// A form that was in use earlier: a maiden name, a city's old name.
  case former
  /// A form that by itself is too common or too vague to identify: a nickname, a nom de guerre.
  case weak
  /// An abbreviation or an acronym.
  case abbr
  /// A form that is to be found but never shown: a misspelling, an error of recognition.
  case hidden

  /// The place of this kind in the canonical order, from 0 for ``pref``.
  public var rank: Int {
    switch self {
    case .pref: 0
    case .alt: 1
    case .former: 2
    case .weak: 3
    case .abbr: 4
    case .hidden: 5
    }
  }
}

extension NameKind: Comparable {
  public static func < (a: NameKind, b: NameKind) -> Bool { a.rank < b.rank }
}

/// How much of a name a form holds.
public enum NamePart: String, Sendable, Hashable, CaseIterable {
  case full, family, given, patronymic
}

/// How far a row has come in review. A rejected row stays in its table, so that nobody proposes it again.
public enum RowStatus: String, Sendable, Hashable, CaseIterable {
  case reviewed, proposed, rejected
}

/// What somebody decided about two entities.
public enum Judgement: String, Sendable, Hashable, CaseIterable {
  case same, different, unsure
}
