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

    public init(text: String, system: String, label: String) {
      self.text = text
      self.system = system
      self.label = label
    }
  }

  /// BCP 47 tag of the language.
  public var language: String
  public var kind: Kind
  /// In the language's own writing; empty for Chinese, where many characters share a syllable.
  public var native: String
  /// Other writings that the same standards spell alike, the likeliest first.
  public var otherNatives: [String] = []
  /// The likeliest standard first.
  public var spellings: [Spelling]
  /// The systems and practices by which the spelling came about, in order; none where the name was given as it is written
  /// at home.
  public var relay: [String]
  /// −100 · ln of how likely the name and its spelling are, up to a constant: lower is likelier.
  public var cost: Int
  /// The share of this answer among all that were found.
  public var probability: Double
}
