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
      name.spellings = try chinese(words, isPerson: isPerson)
    case .japanese:
      name.native = words.joined(separator: " ")
      name.spellings = try written(name.native, by: tables.standards(of: "ja"))
      if words.count == 2 { name.spellings += try reversed(words) }
    case .russian:
      name.native = Capitalization.words(words.joined(separator: " "))
      name.spellings = try written(name.native, by: tables.standards(of: "ru"))
    case .english, .german, .french:
      name.native = Capitalization.words(words.joined(separator: " "))
      name.spellings = [RestoredName.Spelling(text: name.native, system: "", label: "")]
    }
    return name
  }

  /// Two words in the other order, by the first standard: at home the surname of a Japanese stands first, in English last.
  private func reversed(_ words: [String]) throws(TransliterationError) -> [RestoredName.Spelling] {
    try written(words.reversed().joined(separator: " "), by: Array(tables.standards(of: "ja").prefix(1))).map {
      RestoredName.Spelling(text: $0.text, system: $0.system, label: "\($0.label), in the other order")
    }
  }

  // MARK: Korean

  /// Hangul by the standards of both Koreas and of libraries, and as custom and English names have it.
  func korean(_ hangul: String, isPerson: Bool) throws(TransliterationError) -> [RestoredName.Spelling] {
    var spellings = try written(hangul, by: tables.standards(of: "ko"), style: isPerson ? .person : .other)
    // The press of the North writes no marks.
    if let first = spellings.first { spellings[0].text = (try? first.text.withoutMarks()) ?? first.text }
    if !isPerson { Self.add(Self.withoutGeneric(hangul, spellings.first), to: &spellings) }
    Self.add(try northern(hangul, isPerson: isPerson), to: &spellings)
    Self.add(isPerson ? try KoreanCustom(tables: tables).spellings(of: hangul) : try english(hangul), to: &spellings)
    return spellings
  }

  /// English names of provinces and towns go without the hyphen and what stands behind it.
  private static func withoutGeneric(_ hangul: String, _ spelling: RestoredName.Spelling?) -> [RestoredName.Spelling] {
    guard !hangul.contains("-"), let spelling, let hyphen = spelling.text.lastIndex(of: "-") else { return [] }
    return [
      RestoredName.Spelling(
        text: String(spelling.text[..<hyphen]), system: spelling.system,
        label: "\(spelling.label), without the generic")
    ]
  }

  /// The name as the North writes it, where the South drops or changes an initial ㄹ: 양강 is 량강 there, 나선 is 라선.
  private func northern(_ hangul: String, isPerson: Bool) throws(TransliterationError) -> [RestoredName.Spelling] {
    guard let scalar = hangul.unicodeScalars.first, let jamo = HangulJamo.decompose(scalar.value),
      jamo.initial == (HangulJamo.isPalatal(vowel: jamo.vowel) ? HangulJamo.initialSilent : HangulJamo.initialN),
      let head = HangulJamo.compose(initial: HangulJamo.initialR, vowel: jamo.vowel, final: jamo.final)
        .map({ String(Character($0)) }),
      let statistics = tables.statistics(of: "ko"),
      Self.isHead(head, ofPerson: isPerson, isMute: jamo.initial == HangulJamo.initialSilent, statistics),
      let code = tables.standards(of: "ko").first,
      var spelling = try written(head + hangul.dropFirst(), by: [code], style: isPerson ? .person : .other).first
    else { return [] }
    spelling.text = (try? spelling.text.withoutMarks()) ?? spelling.text
    spelling.label += ", as in the North"
    return [spelling] + (isPerson ? [] : Self.withoutGeneric(hangul, spelling))
  }

  /// Whether names are known to begin with a syllable in ㄹ: of one that the South leaves mute it is enough that some name has it,
  /// while ㄴ stands at the head of most names of its own right (남포 is no 람포).
  private static func isHead(
    _ syllable: String, ofPerson isPerson: Bool, isMute: Bool, _ statistics: UnitStatistics
  ) -> Bool {
    if isMute {
      return ["place2", "pair2"].contains { statistics.knownCost(of: "* \(syllable)", kind: $0) != nil }
    }
    return isPerson
      ? statistics.knownCost(of: syllable, kind: "surname") != nil
      : statistics.knownCost(of: "^ \(syllable)", kind: "place2") != nil
  }

  /// The English names of a place that ends in a generic word.
  private func english(_ hangul: String) throws(TransliterationError) -> [RestoredName.Spelling] {
    guard !hangul.contains(" ") else { return [] }
    for length in [2, 1] where hangul.count > length + 1 {
      var found: [RestoredName.Spelling] = []
      for base in try written(String(hangul.dropLast(length)), by: tables.standards(of: "ko"), style: .other) {
        let text = (try? base.text.withoutMarks()) ?? base.text
        found += translated(text, generic: String(hangul.suffix(length)), language: "ko")
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Syllables of pinyin by the standards that write them; of places with a generic word also with that in English.
  private func chinese(_ words: [String], isPerson: Bool) throws(TransliterationError) -> [RestoredName.Spelling] {
    var spellings: [RestoredName.Spelling] = []
    let codes = tables.standards(of: "zh-Latn")
    for code in codes { spellings.append(try syllables(words, by: code, isPerson: isPerson)) }
    if isPerson { Self.add(try ChineseCustom(tables: tables).spellings(of: words), to: &spellings) }
    guard !isPerson, words.count > 1, let generic = words.last, let code = codes.first else { return spellings }
    let base = try syllables(Array(words.dropLast()), by: code, isPerson: false).text
    return spellings + translated(base, generic: generic, language: "zh")
  }

  /// Whether the last of several words is a generic word that English names of places translate.
  func endsInGeneric(_ words: [String], _ language: SourceLanguage) -> Bool {
    guard words.count > 1, let last = words.last,
      let table = try? tables.nameReadings("\(language.rawValue)-generics")
    else { return false }
    return !table.readings(of: last).isEmpty
  }

  /// The English name of a place, for a generic word that English names translate.
  private func translated(_ base: String, generic: String, language: String) -> [RestoredName.Spelling] {
    guard !base.isEmpty, let table = try? tables.nameReadings("\(language)-generics") else { return [] }
    return table.readings(of: generic).map {
      RestoredName.Spelling(
        text: $0.text.split(separator: "*", omittingEmptySubsequences: false).joined(separator: base), system: "",
        label: "English")
    }
  }

  // MARK: Systems

  /// Adds spellings that are not among the others.
  private static func add(_ more: [RestoredName.Spelling], to spellings: inout [RestoredName.Spelling]) {
    for spelling in more where !spellings.contains(where: { $0.text == spelling.text }) { spellings.append(spelling) }
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
