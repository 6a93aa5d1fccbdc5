/// The practice of spelling names as their bearers do, by no system.
enum Custom {
  static let practice = "customary"

  static func spelling(_ text: String, _ tables: TransliterationTables) -> RestoredName.Spelling {
    RestoredName.Spelling(text: text, system: practice, label: tables.label(ofPractice: practice) ?? "")
  }

  /// Passports have no marks: no ŏ, no ü, no sign of aspiration.
  static func withoutMarks(_ text: String) -> String { ((try? text.withoutMarks()) ?? text).filter(\.isLetter) }

  /// A surname and the syllables of a given name, each with the ways to spell it: the likeliest of what they make together.
  ///
  /// - Parameter choices: by syllable, its spellings with −100 · ln of their share.
  static func likeliest(_ choices: [[NameReadings.Reading]], limit: Int) -> [String] {
    var found: [NameReadings.Reading] = [NameReadings.Reading(text: "", cost: 0)]
    for (place, spellings) in choices.enumerated() {
      found = found.flatMap { start in
        spellings.map { spelling in
          let part = place < 2 ? Capitalization.words(spelling.text) : spelling.text
          let separator = place == 0 ? "" : place == 1 ? " " : "-"
          return NameReadings.Reading(text: start.text + separator + part, cost: start.cost + spelling.cost)
        }
      }
    }
    return found.sorted { ($0.cost, $0.text) < ($1.cost, $1.text) }.prefix(limit).map(\.text)
  }
}

/// How custom spells Korean names: Kim Young-sam. By `Tables/names/surname-spellings-kor.tsv` and `given-spellings-kor.tsv`.
struct KoreanCustom {
  let tables: TransliterationTables
  private static let limit = 4
  private static let surnameLimit = 3
  /// Of −100 · ln of the share of bearers who spell their surname so.
  private static let surnameCost = 200
  /// What it costs that a syllable is spelled by a standard where custom was counted, and never that: Kim Jong-chul.
  private static let uncountedCost = 120

  /// The likeliest ways to spell a surname of one syllable and a given name; none for other names.
  func spellings(of hangul: String) throws(TransliterationError) -> [RestoredName.Spelling] {
    let syllables = hangul.map { String($0) }
    guard (2...3).contains(syllables.count),
      let surnames = try? tables.nameReadings("kor-surnames"), let given = try? tables.nameReadings("kor-given")
    else { return [] }
    var systems: [TransliterationSystem] = []
    for code in tables.standards(of: "ko").prefix(2) { systems.append(try tables.system(code)) }
    var choices = [
      surnames.readings(of: syllables[0]).prefix(Self.surnameLimit).filter { $0.cost <= Self.surnameCost }
    ]
    for syllable in syllables.dropFirst() {
      var spellings = given.readings(of: syllable)
      let isCounted = !spellings.isEmpty
      for system in systems {
        let text = Custom.withoutMarks(try system.apply(syllable, style: .other)).lowercased()
        guard !spellings.contains(where: { $0.text == text }) else { continue }
        spellings.append(NameReadings.Reading(text: text, cost: isCounted ? Self.uncountedCost : 0))
      }
      choices.append(spellings)
    }
    return Custom.likeliest(choices, limit: Self.limit).map { Custom.spelling($0, tables) }
  }
}

/// How Taiwan spells Chinese names: by Wade–Giles without its marks for the most part, and by no system for the rest
/// (Tsai Ing-wen). By `Tables/names/name-spellings-zho.tsv`.
struct ChineseCustom {
  let tables: TransliterationTables
  private static let limit = 4
  /// What it costs to depart from Wade–Giles where the few who were counted all do.
  private static let departureCost = 70

  /// The likeliest ways to spell a surname of one syllable and a given name of one or two; none for other names.
  ///
  /// - Parameter words: the syllables of pinyin, parted by `'`, word by word.
  func spellings(of words: [String]) throws(TransliterationError) -> [RestoredName.Spelling] {
    let syllables = words.flatMap { $0.split(separator: "'").map(String.init) }
    guard (2...3).contains(syllables.count), words.count == 1 || !words[0].contains("'"),
      let system = tables.standards(of: "zh-Latn").dropFirst().first,
      let surnames = try? tables.nameReadings("zho-family"), let given = try? tables.nameReadings("zho-given")
    else { return [] }
    let spelled: [String: String]
    do { spelled = try tables.syllables(of: system) ?? [:] } catch { throw .tables(error) }
    var choices: [[NameReadings.Reading]] = []
    for (place, syllable) in syllables.enumerated() {
      var spellings = (place == 0 ? surnames : given).readings(of: syllable)
      let bySystem = Custom.withoutMarks(spelled[syllable] ?? syllable)
      if !spellings.contains(where: { $0.text == bySystem }) {
        for index in spellings.indices { spellings[index].cost += Self.departureCost }
        spellings.append(NameReadings.Reading(text: bySystem, cost: 0))
      }
      choices.append(spellings)
    }
    return Custom.likeliest(choices, limit: Self.limit).map { Custom.spelling($0, tables) }
  }
}
