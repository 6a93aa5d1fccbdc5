public import NameModel

/// The judged comparison of a spelling with a name form, with the reasons.
public struct Evidence: Hashable, Sendable {
  /// What made the two meet.
  public enum Basis: Hashable, Sendable {
    /// The spelling is a row of the tables, letter for letter but for case, marks, spacing and Han variants.
    case tableRow
    /// Systems and habits lead from the form to the spelling.
    case derivation(Derivation)
    /// The letters are alike; no system explains the difference.
    case letters(departures: Int)
  }

  /// One part of the spelling and the part of the form that it stands for.
  public struct AlignedPart: Hashable, Sendable {
    /// `nil` where the spelling leaves the part out.
    public var given: String?
    /// `nil` where the form has no such part.
    public var form: String?
    /// -100 · ln of how unlikely the pair is as one name part.
    public var cost: Int
  }

  public var outcome: Outcome
  /// The probability that the spelling is this name, between 0 and 1; 0 where nothing can be compared.
  public var score: Double
  /// The spelling that was asked about.
  public var query: String
  /// The form that it met, with its language, kind and source.
  public var form: NameForm
  public var basis: Basis
  public var parts: [AlignedPart]
  /// The decision of the tables that settled or confirmed the outcome, where one did.
  public var decision: Decision?

  /// Whether systems and habits explain the spelling.
  public var isDerived: Bool {
    if case .derivation = basis { true } else { false }
  }

  /// One sentence for people.
  public var summary: String {
    switch basis {
    case .tableRow:
      let note = form.kind == .pref ? "" : ", \(form.kind.phrase)"
      return "“\(form.text)” stands in the tables (\(form.language.rawValue)\(note))"
    case .derivation(let derivation):
      return derivation.sentence
    case .letters(let departures):
      let count = departures == 1 ? "one letter differs" : "\(departures) letters differ"
      return departures == 0 ? "agrees with “\(form.text)” as far as it goes" : "like “\(form.text)”: \(count)"
    }
  }
}

extension NameKind {
  /// The kind in a sentence.
  var phrase: String {
    switch self {
    case .pref: "the preferred form"
    case .alt: "another form in use"
    case .former: "a former name"
    case .weak: "a form that is not enough by itself"
    case .abbr: "an abbreviation"
    case .hidden: "a known misspelling"
    }
  }
}
