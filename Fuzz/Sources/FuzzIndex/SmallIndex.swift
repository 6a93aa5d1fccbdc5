import Allonym
import NameIndex
import NameModel
import SectionedFile
import Transliteration

/// An index small enough that a change of any byte soon comes up.
enum SmallIndex {
  private static let entities: [Entity] = [
    Entity(
      id: "jo-chun-ryong", type: .person, country: "KP", note: "a note",
      names: [form("Jo Chun Ryong", "en"), form("조춘룡", "ko")]),
    Entity(
      id: "li-hongzhong", type: .person, country: "CN", born: "1956-08-13", names: [form("李鸿忠", "zh-Hans")]),
    Entity(id: "pyongyang", type: .place, names: [form("Пхеньян", "ru")]),
  ]

  private static func form(_ text: String, _ language: String) -> NameForm {
    NameForm(text: text, language: LanguageTag(language) ?? .undetermined, kind: .pref, source: "s1")
  }

  static func bytes() throws -> [UInt8] {
    var builder = NameIndexBuilder(tables: try CuratedTables.shared.get().transliteration)
    for entity in entities { try builder.add(entity) }
    builder.add(Decision("jo-chun-ryong", "li-hongzhong", .different, source: "s1"))
    builder.add(Source(id: "s1", title: "A list", licence: "facts"))
    var file = SectionedFileWriter()
    try builder.add(to: &file)
    return file.bytes()
  }

  /// Keys of the seed, and some that it does not have.
  static let keys: [NameKey] = {
    guard let tables = try? CuratedTables.shared.get().transliteration else { return [] }
    let names = entities.flatMap(\.names).compactMap { try? FoldedName($0.text, han: tables.han) }
    return names.flatMap { [.whole($0), .sorted($0)] } + [NameKey(rawValue: 0), NameKey(rawValue: .max)]
  }()
}
