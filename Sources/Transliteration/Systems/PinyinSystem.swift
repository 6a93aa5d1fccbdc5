import UnicodeText

/// A system that reads pinyin and writes its syllables in another way.
final class PinyinSystem: Sendable {
  private let spellings: [String: String]
  private let segmentation: PinyinSegmentation
  private let style: SyllableStyle
  /// How pinyin itself divides syllables.
  private let pinyinStyle: SyllableStyle
  /// Spelling → syllables.
  private let syllables: [String: [String]]

  init(spellings: [String: String], segmentation: PinyinSegmentation, style: SyllableStyle, pinyinStyle: SyllableStyle)
  {
    self.pinyinStyle = pinyinStyle
    syllables = Dictionary(grouping: spellings.keys.sorted { $0.utf8Bytes < $1.utf8Bytes }) { spellings[$0] ?? $0 }
    self.spellings = spellings
    self.segmentation = segmentation
    self.style = style
  }

  func write(_ text: String, trace: inout OffsetTrace?) throws(UnicodeTextError) -> String {
    var result = ""
    var word = ""
    var source = 0
    func flush() throws(UnicodeTextError) {
      guard !word.isEmpty else { return }
      let letters = try word.lowercased().normalized(.nfd)
      let toneless = String(String.UnicodeScalarView(letters.unicodeScalars.filter { !Self.toneMarks.contains($0) }))
      if let syllables = segmentation.split(try toneless.normalized(.nfc)) {
        let spelled = style.join(syllables.map { spellings[$0] ?? $0 })
        let isAllCapitals = word.count > 1 && word == word.uppercased()
        result +=
          isAllCapitals
          ? spelled.uppercased() : word.first?.isUppercase == true ? Capitalization.words(spelled) : spelled
      } else {
        result += word
      }
      word = ""
    }
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      if word.isEmpty { trace?.places.append((source, result.utf8.count)) }
      // An apostrophe divides syllables where it stands between letters.
      let isInside =
        (character == "'" || character == "’") && !word.isEmpty && place + 1 < characters.count
        && characters[place + 1].isLetter
      if character.isLetter || isInside {
        word.append(character)
      } else {
        try flush()
        trace?.places.append((source, result.utf8.count))
        result.append(character)
      }
      source += character.utf8.count
    }
    try flush()
    trace?.places.append((source, result.utf8.count))
    return try result.normalized(.nfc)
  }

  /// The likeliest pinyin of words that the system wrote: syllables, as few as there may be.
  func sources(of text: String, limit: Int) -> [SourceReading] {
    var found = [SourceReading(text: "", cost: 0)]
    for (number, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      var readings = sources(ofWord: String(word).lowercased(), limit: limit)
      if word.first?.isUppercase == true {
        readings = readings.map { SourceReading(text: Capitalization.words($0.text), cost: $0.cost) }
      }
      found = Array(
        found.flatMap { start in
          readings.map {
            SourceReading(text: number == 0 ? $0.text : "\(start.text) \($0.text)", cost: start.cost + $0.cost)
          }
        }.sorted { ($0.cost, $0.text.utf8Bytes) < ($1.cost, $1.text.utf8Bytes) }.prefix(limit))
    }
    return found
  }

  private static let longestWord = 60
  private static let syllableCost = 100

  private func sources(ofWord word: String, limit: Int) -> [SourceReading] {
    let letters = Array(word)
    guard letters.count <= Self.longestWord else { return [] }
    // Divisions are kept as syllables: `style` knows where the separator has to stand.
    var reached = [[[String]]](repeating: [], count: letters.count + 1)
    reached[0] = [[]]
    for place in letters.indices where !reached[place].isEmpty {
      let states = reached[place].prefix(4 * limit)
      if String(letters[place]) == style.separator { reached[place + 1] += states }
      for length in 1...min(Self.longestSpelling, letters.count - place) {
        for syllable in syllables[String(letters[place..<place + length])] ?? [] {
          reached[place + length] += states.map { $0 + [syllable] }
        }
      }
    }
    var seen: Set<String> = []
    return reached[letters.count].filter { style.join($0.map { spellings[$0] ?? $0 }) == word }
      .sorted { $0.count == $1.count ? $0.joined() < $1.joined() : $0.count < $1.count }
      .map { SourceReading(text: pinyinStyle.join($0), cost: $0.count * Self.syllableCost) }
      .filter { seen.insert($0.text).inserted }.prefix(limit).map(\.self)
  }

  private static let longestSpelling = 6
  private static let toneMarks: Set<Unicode.Scalar> = ["\u{0300}", "\u{0301}", "\u{0304}", "\u{030C}"]
}
