import Synchronization
import UnicodeText

/// A system of rules, letter by letter.
final class LetterSystem: Sendable {
  private let engine: RuleEngine
  private let program: RuleProgram
  /// Made when it is first asked for.
  private let inverse = Mutex<RuleInverse?>(nil)
  private let style: SyllableStyle
  private let capitals: Capitals
  private let readsKana: Bool
  private let names: KoreanNameDivider?
  private let hanja: HanReadings?
  /// Japanese names, where kana are read: kanji that are a name are read by them.
  private let kanji: @Sendable () -> JapaneseNames?

  /// - Parameter hanja: Sino-Korean readings, where the source is Korean.
  private static let korean: Set<String> = ["Hang", "Kore"]

  init(
    _ program: RuleProgram, _ description: SystemDescription, style: SyllableStyle, surnames: SurnameTable,
    hanja: HanReadings?, kanji: @escaping @Sendable () -> JapaneseNames?
  ) {
    self.kanji = kanji
    readsKana = description.sourceScript == "Hrkt"
    engine = RuleEngine(program)
    self.program = program
    self.style = style
    self.hanja = hanja
    let given = (hanja?.syllables ?? []).compactMap(\.unicodeScalars.first).flatMap {
      [$0.value, HanjaReading.headForm($0).value]
    }
    names =
      Self.korean.contains(description.sourceScript) ? KoreanNameDivider(surnames, givenSyllables: Set(given)) : nil
    capitals = description.sourceHasCase || !style.hasCapitals || !style.small.isEmpty ? .source : .words
  }

  func write(_ text: String, _ nameStyle: NameStyle, trace: inout OffsetTrace?) throws(UnicodeTextError) -> String {
    if readsKana, text.unicodeScalars.contains(where: { $0.value >= 0x3400 }), let kanji = kanji(),
      text.count <= kanji.longestName,
      let reading = kanji.readings(of: text, limit: 1).first
    {
      // What a name is made of can no longer be told letter by letter.
      var whole: OffsetTrace?
      defer { if trace != nil { trace = OffsetTrace() } }
      return finish(try engine.write(reading.text, capitals: capitals, trace: &whole))
    }
    guard let names else { return try finish(engine.write(text, capitals: capitals, trace: &trace)) }
    var hangul = text
    if text.utf8.contains(where: { $0 == 0xE1 || $0 >= 0xEF }) {
      // Jamo and compatibility ideographs, among others: syllables and characters are counted once they are composed.
      var normalization: OffsetTrace? = trace == nil ? nil : OffsetTrace()
      hangul = try text.normalized(.nfc, trace: &normalization)
      trace.append(normalization)
    }
    if let hanja, hangul.unicodeScalars.contains(where: { $0.value >= 0x3400 && hanja.number(of: $0.value) != nil }) {
      var reading: OffsetTrace? = trace == nil ? nil : OffsetTrace()
      hangul = HanjaReading.hangul(hangul, hanja, trace: &reading)
      trace.append(reading)
    }
    let division = names.surnameCount(of: hangul, nameStyle).map {
      NameDivision(surnameCount: $0, joiner: style.joiner.unicodeScalars.first, isJoinerShown: style.isJoinerShown)
    }
    var step: OffsetTrace? = trace == nil ? nil : OffsetTrace()
    let written = try engine.write(hangul, capitals: capitals, division: division, trace: &step)
    trace.append(step)
    return finish(written)
  }

  /// The likeliest sources of a text, word by word.
  func sources(of text: String, limit: Int) throws(UnicodeTextError) -> [SourceReading] {
    let inverse = inverse.withLock { known in
      let made = known ?? RuleInverse(program)
      known = made
      return made
    }
    var found = [SourceReading(text: "", cost: 0)]
    var word = ""
    func flush() throws(UnicodeTextError) -> Bool {
      guard !word.isEmpty else { return true }
      let readings = try inverse.sources(of: word, limit: limit) { (source) throws(UnicodeTextError) in
        var trace: OffsetTrace?
        return try engine.write(source, trace: &trace)
      }
      word = ""
      found = Array(
        found.flatMap { start in
          readings.map { SourceReading(text: start.text + $0.text, cost: start.cost + $0.cost) }
        }.sorted { ($0.cost, $0.text.utf8Bytes) < ($1.cost, $1.text.utf8Bytes) }.prefix(limit))
      return !found.isEmpty
    }
    for character in text {
      guard character.isWhitespace else {
        word.append(character)
        continue
      }
      guard try flush() else { return [] }
      for index in found.indices { found[index].text.append(character) }
    }
    return try flush() ? found : []
  }

  private func finish(_ written: String) -> String {
    style.small.isEmpty || !style.hasCapitals ? written : Capitalization.words(written, small: style.small)
  }
}
