/// What a name names, as far as transliteration cares: persons of East Asia have a surname apart from the given name.
public enum NameStyle: String, CaseIterable, Hashable, Sendable {
  /// A person's name: the surname stands apart.
  case person
  /// Any other name: written as it stands.
  case other
  /// A person's name where the whole text is one unspaced word of the length of a name that begins with a known surname;
  /// any other name otherwise.
  case automatic
}
