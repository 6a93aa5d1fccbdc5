import NameModel
import Transliteration

/// Which of an entity's forms stand for others that are written alike, so that lookups meet each text once: forms of the
/// tables are all filed, those of locale data where no form that goes before has the same words.
struct FormCarriers {
  private var repeatsText: Set<Int> = []
  private var repeatsWords: Set<Int> = []

  /// - Parameters:
  ///   - native: the place of the form in which the name is at home.
  ///   - languages: how many forms the tables themselves have in each language: the more, the better known.
  init(_ forms: [NameForm], native: Int, languages: [LanguageTag: Int], tables: TransliterationTables) {
    guard forms.contains(where: \.isLocaleName) else { return }
    let folded = forms.map { try? FoldedName($0.text, han: tables.han) }
    var texts: Set<String> = []
    var words: Set<String> = []
    // The tables' own forms go before those of locale data, then what is surer, at home, or in a language well known.
    func rank(_ place: Int) -> [Int] {
      let form = forms[place]
      return [
        form.isLocaleName ? 1 : 0, form.kind == .weak ? 1 : 0, place == native ? 0 : 1,
        -languages[form.language, default: 0],
        place,
      ]
    }
    for place in forms.indices.sorted(by: { rank($0).lexicographicallyPrecedes(rank($1)) }) {
      let isText = texts.insert(forms[place].text).inserted
      let isWords = words.insert(folded[place]?.tokens.map(\.letters).joined(separator: " ") ?? "").inserted
      guard forms[place].isLocaleName else { continue }
      if !isText { repeatsText.insert(place) }
      if !isWords { repeatsWords.insert(place) }
    }
  }

  func isFirstOfText(_ place: Int) -> Bool { !repeatsText.contains(place) }
  func isFirstOfWords(_ place: Int) -> Bool { !repeatsWords.contains(place) }
}
