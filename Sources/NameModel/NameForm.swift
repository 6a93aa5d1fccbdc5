/// One spelling of an entity's name, with where it comes from: a row of `names.tsv`.
public struct NameForm: Sendable, Hashable {
  /// The value of ``system`` for a form that was seen in a source, as against one made by a transliteration system.
  public static let attested = "attested"

  /// The spelling, in Unicode normalization form C.
  public var text: String
  /// Language, and script where the language does not imply it: `ru` is Cyrillic, `ru-Latn` is Russian in Latin letters.
  public var language: LanguageTag
  public var kind: NameKind
  public var part: NamePart
  /// ``attested``, or the code of the transliteration system that made the form.
  public var system: String
  /// The text of the form that this one was made from; `nil` where it was made from none.
  public var from: String?
  /// The identifier of a row in `sources.tsv`.
  public var source: String
  public var status: RowStatus
  public var note: String?

  public init(
    text: String, language: LanguageTag, kind: NameKind, part: NamePart = .full, system: String = NameForm.attested,
    from: String? = nil, source: String, status: RowStatus = .reviewed, note: String? = nil
  ) {
    self.text = text
    self.language = language
    self.kind = kind
    self.part = part
    self.system = system
    self.from = from
    self.source = source
    self.status = status
    self.note = note
  }

  /// Whether the form was seen in a source, as against made by a transliteration system.
  public var isAttested: Bool { system == NameForm.attested }

  /// Whether the form is written in a script other than the one its language is mostly written in, as `ru-Latn` is:
  /// a romanization, a cyrillization. Never true of the language `und`, nor of a language that is officially written in
  /// both, as Serbian is.
  public var isInForeignScript: Bool {
    guard let script = language.script, let own = impliedScript(of: language) else { return false }
    if isSecondScript(script, ofLanguage: language.language) { return false }
    return !scriptsWritten(by: script).isSubset(of: scriptsWritten(by: own))
  }
}

extension NameForm {
  /// The canonical order of the forms of one entity: kind, language tag, text by code point.
  public static func precedes(_ a: NameForm, _ b: NameForm) -> Bool {
    if a.kind != b.kind { return a.kind < b.kind }
    if a.language != b.language { return a.language < b.language }
    return precedesByCodePoint(a.text, b.text)
  }
}
