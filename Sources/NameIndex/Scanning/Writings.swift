import NameModel
import Transliteration

/// How names are written in the scripts of other languages by rule: what an index is filled with, beside its forms, so
/// that texts in those scripts are scanned for them.
enum Writings {
  /// From the language of a name at home, to a system that reads it. The order is part of the format of `SCAN`.
  static let systems: [(language: String, code: String)] = [
    ("ru", "icu-rus-Cyrl-Hans"), ("ru", "nikl-rus-Cyrl-Hang"), ("ru", "icu-rus-Cyrl-Kana"),
    ("uk", "nikl-ukr-Cyrl-Hang"), ("ko", "var-kor-Hang-Cyrl-kontsevich"), ("zh", "nikl-zho-Hani-Hang"),
    ("zh", "var-zho-Hani-Cyrl-palladius"),
  ]

  /// The number of what no system writes: the form without its patronymic.
  static let shortened = 0xFF

  /// The name by every system that reads it, with the number of the system.
  static func of(
    _ form: NameForm, type: EntityType, tables: TransliterationTables
  ) -> [(text: String, number: Int)] {
    guard form.part == .full, [.person, .place, .facility].contains(type),
      systems.contains(where: { $0.language == form.language.language })
    else { return [] }
    let text = type == .person ? PatronymicName.shortened(form.text) ?? form.text : form.text
    return systems.enumerated().compactMap { number, system in
      guard system.language == form.language.language, let transliteration = try? tables.system(system.code),
        let written = try? transliteration.apply(text, style: type == .person ? .person : .other), written != text
      else { return nil }
      return (written, number)
    }
  }
}
