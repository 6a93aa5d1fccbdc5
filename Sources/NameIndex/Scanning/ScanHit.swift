public import NameModel

/// A place in a text that spells a form of the index, or the surname in one.
public struct ScanHit: Hashable, Sendable {
  /// What the text did to the form.
  public struct Inflection: Hashable, Sendable {
    /// BCP 47.
    public var language: String
    public var cases: CaseSet

    public init(language: String, cases: CaseSet) {
      self.language = language
      self.cases = cases
    }
  }

  /// In bytes.
  public var range: Range<Int>
  /// The forms that stand there as a whole, and the surnames; no more than ``formLimit``.
  public var forms: [ScanPosting]
  /// Numbers of all postings of the place.
  public var postings: Range<UInt32>
  public var inflection: Inflection?
  /// Whether the hit lies inside another one.
  public var isNested = false
  /// Whether the text has Han characters, and the form is in Hangul.
  public var isHanja = false

  public static let formLimit = 64
}

/// A word of a text that begins with a capital and is in no hit.
public struct ScanCapital: Hashable, Sendable {
  /// In bytes.
  public var range: Range<Int>
}
