// Which of an entity's forms stands for it.

extension Entity {
  /// The preferred form in a language, or the nearest that the table has; `nil` where there is none.
  ///
  /// Of the forms of kind ``NameKind/pref`` that are not rejected, the first of: the form with this very tag; a form
  /// whose tag is in the range of this one (`zh` finds `zh-Hans`), but not one in a foreign script (`ru` does not find
  /// `ru-Latn`); a form whose tag is this one less its last subtags (`ko-KP` finds `ko`), as long as the script stays
  /// the same (`ru-Latn` does not find `ru`, `ru-Cyrl` does). Full names go before parts of names.
  public func preferredName(for language: LanguageTag) -> NameForm? {
    let preferred = self.preferred
    if let exact = preferred.first(where: { $0.language == language }) { return exact }
    if let narrower = preferred.first(where: {
      $0.language.matches(language) && (language.script != nil || !$0.isInForeignScript)
    }) {
      return narrower
    }
    guard let script = language.script ?? impliedScript(of: language) else { return nil }
    return preferred.first { form in
      language.matches(form.language) && (form.language.script ?? impliedScript(of: form.language)) == script
    }
  }

  /// The preferred form in the language that `tag` names; `nil` where `tag` is not well-formed or there is no form.
  /// See ``preferredName(for:)-(LanguageTag)``.
  public func preferredName(for tag: String) -> NameForm? {
    LanguageTag(tag).flatMap { preferredName(for: $0) }
  }

  /// The form in which the name is at home, as 조춘룡 is for Jo Chun Ryong; `nil` only for an entity without a form that
  /// may be shown.
  ///
  /// Candidates are the attested forms of kind ``NameKind/pref`` that were made from no other form and are not in a
  /// script foreign to their language (``NameForm/isInForeignScript``). Of these, the first that exists of:
  ///
  /// 1. provenance: the preferred form in the language in which the most chains of ``NameForm/from`` end (several
  ///    languages may tie, such as `zh-Hans` and `zh-Hant`; the next rules then choose among them);
  /// 2. country: the form in the first language of the entity's country that has one;
  /// 3. script: the form in a script other than Latin, where all such forms are in one language;
  /// 4. the form in English, then the first candidate, then the first preferred form, then the first form that may be
  ///    shown.
  public var nativeName: NameForm? {
    let candidates = preferred.filter { $0.isAttested && $0.from == nil && !$0.isInForeignScript }
    guard !candidates.isEmpty else { return preferred.first ?? shownNames.first }
    let origins = originLanguages()
    let mostly = origins.values.max() ?? 0
    let rooted = candidates.filter { mostly > 0 && origins[$0.language] == mostly }
    if rooted.count == 1 { return rooted[0] }
    let pool = rooted.isEmpty ? candidates : rooted

    for range in country.map(nativeLanguages(ofCountry:)) ?? [] {
      if let form = pool.first(where: { $0.language.matches(range) }) { return form }
    }
    if let form = rooted.first { return form }
    let nonLatin = pool.filter { scriptCode(of: $0) != "Latn" }
    if let form = nonLatin.first, Set(nonLatin.map(\.language.language)).count == 1 { return form }
    return pool.first { $0.language.language == "en" } ?? pool.first
  }

  /// Preferred forms that are not rejected, full names first, otherwise in the order of ``names``.
  private var preferred: [NameForm] {
    let forms = names.filter { $0.kind == .pref && $0.status != .rejected }
    return forms.filter { $0.part == .full } + forms.filter { $0.part != .full }
  }

  /// How many forms descend from an origin in each language: the chain of `from` is followed to a form that was made
  /// from none. An origin whose text stands under several tags counts for each of them.
  private func originLanguages() -> [LanguageTag: Int] {
    let accepted = acceptedNames
    guard accepted.contains(where: { $0.from != nil }) else { return [:] }
    let byText = Dictionary(grouping: accepted, by: \.text)
    var counts: [LanguageTag: Int] = [:]
    for form in accepted {
      guard var text = form.from else { continue }
      var visited: Set<String> = [form.text]
      while visited.insert(text).inserted, let forms = byText[text], let next = forms.first?.from,
        forms.allSatisfy({ $0.from != nil })
      {
        text = next
      }
      for origin in byText[text] ?? [] where origin.from == nil { counts[origin.language, default: 0] += 1 }
    }
    return counts
  }

  private func scriptCode(of form: NameForm) -> String? {
    form.language.script ?? impliedScript(of: form.language)
  }
}
