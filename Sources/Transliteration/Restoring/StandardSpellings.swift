import UnicodeText

/// Writes a name that was restored by the standards that readers know.
struct StandardSpellings: Sendable {
  private let tables: TransliterationTables

  init(tables: TransliterationTables) { self.tables = tables }

  /// - Parameter words: the name in the units of its language, word by word.
  func name(words: [String], language: SourceLanguage, isPerson: Bool) throws(TransliterationError) -> RestoredName {
    var name = RestoredName(
      language: language.rawValue, kind: isPerson ? .person : .other, native: "", spellings: [], relay: [], cost: 0,
      probability: 0)
    switch language {
    case .korean:
      name.native = words.joined()
      name.spellings = try korean(name.native, isPerson: isPerson)
    case .chinese:
      name.spellings = try tables.standards(of: "zh-Latn").map {
        (code) throws(TransliterationError) in
        try syllables(words, by: code, isPerson: isPerson)
      }
    case .japanese:
      name.native = words.joined(separator: " ")
      name.spellings = try written(name.native, by: tables.standards(of: "ja"))
    case .russian:
      name.native = Capitalization.words(words.joined(separator: " "))
      name.spellings = try written(name.native, by: tables.standards(of: "ru"))
    case .english, .german, .french:
      name.native = Capitalization.words(words.joined(separator: " "))
      name.spellings = [RestoredName.Spelling(text: name.native, system: "", label: "")]
    }
    return name
  }

  /// Hangul by the standards of both Koreas and of libraries.
  func korean(_ hangul: String, isPerson: Bool) throws(TransliterationError) -> [RestoredName.Spelling] {
    let style = isPerson ? NameStyle.person : .other
    var spellings = try written(
      hangul,
      by: tables.standards(of: "ko"), style: style)
    // The press of the North writes no marks.
    if let first = spellings.first { spellings[0].text = (try? first.text.withoutMarks()) ?? first.text }
    // English names of provinces and towns go without the hyphen and what stands behind it.
    if !isPerson, !hangul.contains("-"), let first = spellings.first, let hyphen = first.text.lastIndex(of: "-") {
      spellings.append(
        RestoredName.Spelling(
          text: String(first.text[..<hyphen]), system: first.system, label: "\(first.label), without the generic"))
    }
    return spellings
  }

  /// Texts by several systems; a spelling that repeats an earlier one is left out.
  func written(
    _ text: String, by codes: [String], style: NameStyle = .automatic
  ) throws(TransliterationError) -> [RestoredName.Spelling] {
    var spellings: [RestoredName.Spelling] = []
    for code in codes {
      let system = try tables.system(code)
      let spelling = RestoredName.Spelling(
        text: try system.apply(text, style: style), system: code, label: system.description.label)
      if !spellings.contains(where: { $0.text == spelling.text }) { spellings.append(spelling) }
    }
    return spellings
  }

  /// Syllables of pinyin as a system spells and joins them.
  private func syllables(
    _ words: [String], by code: String, isPerson: Bool
  ) throws(TransliterationError) -> RestoredName.Spelling {
    let system = try tables.system(code).description
    let spelled: [String: String]
    do { spelled = try tables.syllables(of: code) ?? [:] } catch { throw .tables(error) }
    let style = tables.styles[system.code] ?? .plain
    let syllables = words.map { $0.split(separator: "'").map(String.init) }
    var parts = syllables
    if isPerson, let first = syllables.first, first.count <= 2 || syllables.count > 1 {
      let all = syllables.flatMap { $0 }
      let count = syllables.count > 1 ? first.count : 1
      parts = [Array(all[..<count]), Array(all[count...])]
    } else if !isPerson {
      parts = [syllables.flatMap { $0 }]
    }
    let text = parts.filter { !$0.isEmpty }.map { Capitalization.words(style.join($0.map { spelled[$0] ?? $0 })) }
      .joined(separator: " ")
    return RestoredName.Spelling(text: text, system: system.code, label: system.label)
  }
}
