/// A name as it may have been before it was respelled.
public struct RestoredName: Hashable, Sendable {
  /// What the name was taken for when its syllables were weighed.
  public enum Kind: String, Hashable, Sendable { case person, other }

  /// One standard spelling.
  public struct Spelling: Hashable, Sendable {
    public var text: String
    /// ISO 24229 code of the system, or a practice of `Tables/systems/practices.tsv`.
    public var system: String
    public var label: String
    /// The writing that is spelled so, where it is one of `otherNatives`.
    public var native: String?

    public init(text: String, system: String, label: String, native: String? = nil) {
      self.text = text
      self.system = system
      self.label = label
      self.native = native
    }
  }

  /// BCP 47 tag of the language.
  public var language: String
  public var kind: Kind
  /// In the language's own writing; empty for Chinese, where many characters share a syllable.
  public var native: String
  /// Other writings that the same standards spell alike, the likeliest first.
  public var otherNatives: [String] = []
  /// The likeliest standard first; behind the spellings of `native` those of the likeliest of `otherNatives` that differ.
  public var spellings: [Spelling]
  /// The systems and practices by which the spelling came about, in order; none where the name was given as it is written
  /// at home.
  public var relay: [String]
  /// −100 · ln of how likely the name and its spelling are, up to a constant: lower is likelier.
  public var cost: Int
  /// The share of this answer among all that were found.
  public var probability: Double

  /// Adds another writing of the name that is less likely.
  mutating func add(_ other: RestoredName, isSpelled: Bool) {
    guard native != other.native, !otherNatives.contains(other.native) else { return }
    otherNatives.append(other.native)
    guard isSpelled else { return }
    for var spelling in other.spellings where !spellings.contains(where: { $0.text == spelling.text }) {
      spelling.native = other.native
      spellings.append(spelling)
    }
  }
}
