public import NameIndex
public import NameMatching
public import NameModel

/// A place in a text that names something.
public struct Mention: Hashable, Sendable {
  /// A place in a text, in the three units that programs count in.
  public struct Place: Hashable, Sendable {
    /// In bytes of UTF-8.
    public var utf8: Range<Int>
    /// In Unicode code points, as Python counts.
    public var codePoints: Range<Int>
    /// In UTF-16 code units, as JavaScript and Java count.
    public var utf16: Range<Int>
  }

  /// Why the place is held to name its entity.
  public enum Basis: Hashable, Sendable {
    /// A form of the tables stands there, perhaps inflected.
    case form
    /// The surname alone of somebody whom the document names in full.
    case short(of: String)
    /// The surname alone, which one entity of the tables has.
    case onlyOwner
    /// The native form, written in another script by a system of that name.
    case written(system: String)
    /// The spelling was derived from a form of the tables.
    case derived(Evidence)
    /// No entity is known; the spelling is that of a name which a rule can restore.
    case unknown(native: String, language: String)
  }

  public var place: Place
  /// The text of the place.
  public var text: String
  /// `nil` where no entity is known.
  public var entity: Entity?
  /// The form of the tables that the mention spells, or whose surname it is.
  public var form: NameForm?
  /// What the text did to the form.
  public var inflection: ScanHit.Inflection?
  /// How likely the place names the entity, between 0 and 1.
  public var score: Double
  public var basis: Basis
  /// Whether the mention lies inside another one.
  public var isNested: Bool

  /// One sentence for people.
  public var explanation: String {
    switch basis {
    case .form: return "\(casePhrase)“\(form?.text ?? text)” (\(form?.language.rawValue ?? "und"))"
    case .short(let full): return "\(casePhrase)the surname of “\(full)”"
    case .onlyOwner: return "\(casePhrase)the surname of “\(form?.text ?? text)”, which nobody else in the tables has"
    case .written(let system): return "\(casePhrase)“\(form?.text ?? text)” written in \(system)"
    case .derived(let evidence): return "\(casePhrase)\(evidence.summary)"
    case .unknown(let native, _):
      return "no entity is known by this name; it reads as \(native)"
    }
  }

  private var casePhrase: String {
    guard let inflection, !inflection.cases.cases.isEmpty else { return "" }
    let cases = inflection.cases.cases
    if cases.count == 1 { return cases[0].phrase + " " }
    return cases.map(\.rawValue).joined(separator: " or ") + " of "
  }
}
