import UnicodeText

/// Names that come in the writing of some language: their standard spellings, and for writings that leave the reading open
/// (Han characters, unvocalized Arabic and Hebrew) the likely readings.
struct NativeRestorer {
  let tables: TransliterationTables
  let standards: StandardSpellings

  /// What it costs that Han characters are a name of a language whose tables do not list its parts.
  private static let unlistedCost = 400
  private static let readingsOfVowels = 8
  /// What a letter costs where no letters were counted.
  private static let letterCost = 250

  func restore(_ text: String) throws(TransliterationError) -> [RestoredName] {
    let scripts = Set(text.unicodeScalars.map(\.script.code)).subtracting(["Zyyy", "Zinh"])
    guard !scripts.isEmpty else { return [] }
    if scripts == ["Hang"] { return [try korean(text, text)] }
    if !scripts.isDisjoint(with: ["Hira", "Kana"]) { return try japanese(text) }
    if scripts == ["Hani"] { return try han(text) }
    if scripts == ["Arab"] || scripts == ["Hebr"] { return try vocalized(text, script: scripts.first ?? "") }
    guard scripts.count == 1, let script = scripts.first else { return [] }
    return try byDefault(text, script: script)
  }

  /// The standard of the script, where the register has one.
  private func byDefault(_ text: String, script: String) throws(TransliterationError) -> [RestoredName] {
    guard script != "Latn" else { return [] }
    let systems = tables.systems.filter { $0.sourceScript == script && $0.targetScript == "Latn" }
    guard let system = systems.first(where: \.isDefault) ?? systems.first(where: { $0.status == .current }) else {
      return []
    }
    return [
      name(
        system.language, native: text, try standards.written(text, by: [system.code]),
        cost: 100 + text.count * Self.letterCost)
    ]
  }

  private func name(
    _ language: String, native: String, _ spellings: [RestoredName.Spelling], cost: Int, isPerson: Bool = false
  ) -> RestoredName {
    RestoredName(
      language: language, kind: isPerson ? .person : .other, native: native, spellings: spellings, relay: [],
      cost: cost,
      probability: 0)
  }

  // MARK: Korean, Chinese, Japanese, Vietnamese

  private func korean(_ text: String, _ native: String, cost: Int = 0) throws(TransliterationError) -> RestoredName {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 2, tables.surnames.korean.contains(words[0]), (1...2).contains(words[1].count) {
      return name(
        "ko", native: native, try standards.korean(words.joined(), isPerson: true), cost: cost, isPerson: true)
    }
    guard let code = tables.standards(of: "ko").first else { return name("ko", native: native, [], cost: cost) }
    let system = try tables.system(code)
    // The automatic style tells persons from places.
    let byItself = try system.apply(text)
    let joined = try system.apply(text, style: .other)
    let isPerson = !text.contains(" ") && byItself != joined
    return name("ko", native: native, try standards.korean(text, isPerson: isPerson), cost: cost, isPerson: isPerson)
  }

  private func japanese(_ text: String) throws(TransliterationError) -> [RestoredName] {
    let codes = tables.standards(of: "ja")
    if text.unicodeScalars.contains(where: { $0.script.code == "Hani" }) {
      var names: [RestoredName] = []
      for reading in try japaneseReadings(text) {
        names.append(
          name("ja", native: text, try standards.written(reading.text, by: codes), cost: reading.cost, isPerson: true))
      }
      return names
    }
    return [name("ja", native: text, try standards.written(text, by: codes), cost: 0)]
  }

  private func japaneseReadings(_ text: String) throws(TransliterationError) -> [JapaneseNames.Reading] {
    do { return try tables.japaneseNames()?.readings(of: text) ?? [] } catch { throw .tables(error) }
  }

  private func han(_ written: String) throws(TransliterationError) -> [RestoredName] {
    let text = written.filter { !$0.isPunctuation && !$0.isWhitespace }
    var names: [RestoredName] = []
    let japanese = try japaneseReadings(text)
    let isWhole = japanese.contains { !$0.family.isEmpty && !$0.given.isEmpty }
    let surname = tables.surnames.splitChinese(text) { character in
      character.unicodeScalars.first.map { Character(tables.han.simplified($0)) } ?? character
    }.first
    let isChinese = surname?.isListed == true && text.count <= 4 || text.count == 2
    for reading in japanese {
      names.append(
        name(
          "ja", native: text,
          try standards.written(reading.text, by: tables.standards(of: "ja")),
          // Four characters are a Japanese name; three that begin with a Chinese surname are rather not.
          cost: reading.cost + (isWhole ? (text.count >= 4 ? 0 : isChinese ? 250 : 50) : Self.unlistedCost),
          isPerson: true))
    }
    names.append(
      name(
        "zh", native: text,
        try standards.written(
          text, by: tables.standards(of: "zh")),
        cost: isChinese ? 50 : Self.unlistedCost, isPerson: isChinese))
    let hanja = try readings("ko")
    if let hanja, text.unicodeScalars.allSatisfy({ hanja.number(of: $0.value) != nil }) {
      var trace: OffsetTrace?
      names.append(try korean(HanjaReading.hangul(text, hanja, trace: &trace), text, cost: 350))
    }
    if let cantonese = try readings("yue"), text.unicodeScalars.allSatisfy({ cantonese.number(of: $0.value) != nil }) {
      names.append(
        name(
          "yue", native: text,
          try standards.written(text, by: tables.standards(of: "yue")), cost: 420))
    }
    if let vietnamese = try readings("vi"),
      text.unicodeScalars.allSatisfy({ vietnamese.number(of: $0.value) != nil })
    {
      let words = text.unicodeScalars.compactMap { vietnamese.reading(of: $0) }
      names.append(
        name(
          "vi", native: text,
          [
            RestoredName.Spelling(
              text: Capitalization.words(words.joined(separator: " ")), system: "", label: "Sino-Vietnamese")
          ], cost: 500))
    }
    return names
  }

  private func readings(_ language: String) throws(TransliterationError) -> HanReadings? {
    do { return try tables.readings(of: language) } catch { throw .tables(error) }
  }

  // MARK: Vowels

  /// Languages of a script, with the name of their table of vowels.
  private static let vocalizedLanguages: [String: [(tag: String, table: String)]] = [
    "Arab": [("ar", "ara"), ("fa", "fas"), ("ur", "urd"), ("ps", "pus")], "Hebr": [("he", "heb")],
  ]

  private func vocalized(_ text: String, script: String) throws(TransliterationError) -> [RestoredName] {
    var names: [RestoredName] = []
    let words = text.split { $0.isWhitespace || $0.isPunctuation }.map(String.init)
    for language in Self.vocalizedLanguages[script] ?? [] {
      let table: NameReadings?
      do { table = try tables.nameReadings(language.table) } catch { throw .tables(error) }
      guard let table else { continue }
      var found: [(text: String, cost: Int)] = [("", 0)]
      for word in words {
        var readings = table.readings(of: word)
        // A word that no table has keeps its consonants.
        if readings.isEmpty { readings = [NameReadings.Reading(text: word, cost: 300)] }
        found = Array(
          found.flatMap { start in
            readings.map { (start.text.isEmpty ? $0.text : "\(start.text) \($0.text)", start.cost + $0.cost) }
          }.sorted { $0.cost < $1.cost }.prefix(Self.readingsOfVowels))
      }
      for reading in found {
        names.append(
          name(
            language.tag, native: reading.text,
            try standards.written(reading.text, by: tables.standards(of: language.tag)),
            cost: reading.cost))
      }
    }
    return names
  }
}
