/// How a name in Han characters is spelled in Latin letters where it is not read in pinyin: 李显龙 is Lee Hsien Loong,
/// 梁朝偉 is Leung Chiu-wai, 阮富仲 is Nguyễn Phú Trọng.
///
/// Surnames have the spellings of `Tables/names/surnames-yue.tsv` (Cantonese) and `surnames-nan.tsv` (Hokkien, Teochew)
/// beside those of the systems; given names have those of the systems.
struct HanNameSpellings {
  /// Folded words, the surname first.
  struct Spelling {
    var words: [String]
    /// −100 · ln of how likely it is beside the others.
    var cost: Int
  }

  private let tables: TransliterationTables
  private static let pinyinCost = 50
  private static let romanizedCost = 80
  private static let dialectCost = 120
  private static let vietnameseCost = 200
  private static let surnameLimit = 3

  init(tables: TransliterationTables) { self.tables = tables }

  /// - Parameters:
  ///   - surname: in the characters in which it was written, as is the given name.
  func spellings(surname: String, given: String) -> [Spelling] {
    var found: [Spelling] = []
    func add(_ surname: [String], _ given: [String], _ cost: Int) {
      guard !surname.isEmpty, !given.isEmpty else { return }
      let words = surname + given
      if !found.contains(where: { $0.words == words }) { found.append(Spelling(words: words, cost: cost)) }
    }
    let cantoneseSurnames = customary(surname, "yue-surnames")
    let latin = tables.standards(of: "zh-Latn")
    if let pinyin = latin.first, let name = written(surname, given, by: pinyin) {
      add(name.surname, name.given, Self.pinyinCost)
    }
    if let romanized = latin.dropFirst().first, let name = written(surname, given, by: romanized) {
      add(name.surname, name.given, Self.romanizedCost)
      for spelling in cantoneseSurnames + customary(surname, "nan-surnames") {
        add(spelling.words, name.given, Self.dialectCost + spelling.cost / 2)
      }
    }
    if let cantonese = tables.standards(of: "yue").first, isRead(surname + given, in: "yue"),
      let name = written(surname, given, by: cantonese)
    {
      add(name.surname, name.given, Self.dialectCost)
      for spelling in cantoneseSurnames { add(spelling.words, name.given, Self.dialectCost + spelling.cost / 2) }
    }
    add(vietnamese(surname), vietnamese(given), Self.vietnameseCost)
    return found
  }

  private func customary(_ surname: String, _ table: String) -> [Spelling] {
    guard let names = try? tables.nameReadings(table) else { return [] }
    return names.readings(of: tables.han.simplified(surname)).prefix(Self.surnameLimit).map {
      Spelling(words: folded($0.text), cost: $0.cost)
    }
  }

  /// What a system makes of the whole name, since characters may be read otherwise by themselves.
  private func written(
    _ surname: String, _ given: String, by system: String
  ) -> (surname: [String], given: [String])? {
    guard let system = try? tables.system(system), let name = try? system.apply(surname + given, style: .person),
      let head = try? system.apply(surname, style: .other)
    else { return nil }
    let (words, count) = (folded(name), folded(head).count)
    return words.count > count ? (Array(words[..<count]), Array(words[count...])) : nil
  }

  private func folded(_ text: String) -> [String] {
    guard let name = try? FoldedName(text, han: tables.han), name.script == "Latn" else { return [] }
    return name.tokens.map(\.letters)
  }

  private func isRead(_ text: String, in language: String) -> Bool {
    guard let readings = try? tables.readings(of: language) else { return false }
    return text.unicodeScalars.allSatisfy { readings.number(of: $0.value) != nil }
  }

  private func vietnamese(_ text: String) -> [String] {
    guard let readings = try? tables.readings(of: "vi") else { return [] }
    let syllables = text.unicodeScalars.compactMap { readings.reading(of: $0) }
    return syllables.count == text.unicodeScalars.count ? folded(syllables.joined(separator: " ")) : []
  }
}
