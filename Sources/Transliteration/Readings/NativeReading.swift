import SectionedFile

extension TransliterationTables {
  /// What it costs that one side writes the Northern and the other the Southern form of an initial (리/이, 로/노).
  private static let initialLawCost: UInt16 = 20
  /// What it costs that a surname is read like the common word.
  private static let commonReadingCost: UInt16 = 60

  /// The reading of a form in the language's own writing, without spaces: Hangul, Han characters, small Cyrillic letters.
  ///
  /// - Returns: `nil` where a character is not of that writing.
  public func nativeReading(of text: String, language: SourceLanguage) -> ReadingLattice? {
    guard !text.isEmpty, text.unicodeScalars.count <= ReadingLattice.lengthLimit else { return nil }
    switch language {
    case .korean: return koreanReading(of: text)
    case .chinese: return chineseReading(of: text)
    case .russian, .japanese, .english, .german, .french: return letterReading(of: text, language: language)
    }
  }

  private func koreanReading(of text: String) -> ReadingLattice? {
    let phases = SourceLanguage.korean.phaseCount
    let count = text.unicodeScalars.count
    // The vowel moves on, as it does in a spelling: whoever walks a lattice meets the final of a syllable before the
    // initial of the next, in one place.
    var nodes = [[ReadingLattice.Edge]](repeating: [], count: (count + 1) * phases)
    for (place, scalar) in text.unicodeScalars.enumerated() {
      guard let jamo = HangulJamo.decompose(scalar.value) else { return nil }
      func edge(_ unit: Int, to target: Int, cost: UInt16 = 0) -> ReadingLattice.Edge {
        ReadingLattice.Edge(
          unit: UInt16(unit), cost: cost, route: ReadingLattice.nativeRoute, target: Int32(target), entry: -1)
      }
      var initials = [edge(jamo.initial, to: place)]
      // The head of the surname and of the given name.
      if place <= 1 {
        initials += Self.initialLawCounterparts(initial: jamo.initial, vowel: jamo.vowel).map {
          edge($0, to: place, cost: Self.initialLawCost)
        }
      }
      nodes[place * phases] = initials
      nodes[place * phases + 1] = [edge(UnitInventory.firstKoreanVowel + jamo.vowel, to: place + 1)]
      nodes[(place + 1) * phases + 2] = [edge(UnitInventory.koreanWithoutFinal + jamo.final, to: place + 1)]
    }
    return ReadingLattice(language: .korean, length: count, edgesByNode: nodes)
  }

  /// The initials that the other half of Korea writes at the head of a word: ㄹ in the North is ㅇ before ㅣ and y, and ㄴ
  /// before other vowels, in the South; ㄴ before ㅣ and y is ㅇ.
  static func initialLawCounterparts(initial: Int, vowel: Int) -> [Int] {
    let isPalatal = HangulJamo.isPalatal(vowel: vowel)
    switch initial {
    case HangulJamo.initialR: return [isPalatal ? HangulJamo.initialSilent : HangulJamo.initialN]
    case HangulJamo.initialSilent: return isPalatal ? [HangulJamo.initialR, HangulJamo.initialN] : []
    case HangulJamo.initialN: return [isPalatal ? HangulJamo.initialSilent : HangulJamo.initialR]
    default: return []
    }
  }

  private func chineseReading(of text: String) -> ReadingLattice? {
    guard let model = model(.chinese, script: "Latn") else { return nil }
    let simplified = Array(han.simplified(text).unicodeScalars)
    func edge(_ reading: String, to target: Int, cost: UInt16) -> ReadingLattice.Edge? {
      model.inventory.number(of: reading).map {
        ReadingLattice.Edge(
          unit: $0, cost: cost, route: ReadingLattice.nativeRoute, target: Int32(target), entry: -1)
      }
    }
    var nodes = [[ReadingLattice.Edge]](repeating: [], count: simplified.count + 1)
    for (place, scalar) in simplified.enumerated() {
      guard let reading = han.reading(of: scalar), let common = edge(reading, to: place + 1, cost: 0) else {
        return nil
      }
      nodes[place] = [common]
    }
    for length in 1...min(2, simplified.count) {
      let surname = String(String.UnicodeScalarView(simplified[..<length]))
      guard let readings = surnames.reading(ofChineseSurname: surname), readings.count == length else { continue }
      for (place, reading) in readings.enumerated() {
        guard let special = edge(reading, to: place + 1, cost: 0), !nodes[place].contains(special) else { continue }
        nodes[place] = nodes[place].map { edge in
          var edge = edge
          edge.cost = Self.commonReadingCost
          return edge
        }
        nodes[place].append(special)
      }
    }
    return ReadingLattice(language: .chinese, length: simplified.count, edgesByNode: nodes)
  }

  private func letterReading(of text: String, language: SourceLanguage) -> ReadingLattice? {
    guard let inventory = model(language, script: "Latn")?.inventory else { return nil }
    let letters = text.unicodeScalars.map { String($0) }
    var nodes = [[ReadingLattice.Edge]](repeating: [], count: letters.count + 1)
    for place in letters.indices {
      for length in 1...4 where place + length <= letters.count {
        guard let unit = inventory.number(of: letters[place..<place + length].joined()) else { continue }
        nodes[place].append(
          ReadingLattice.Edge(
            unit: unit, cost: 0, route: ReadingLattice.nativeRoute, target: Int32(place + length), entry: -1))
      }
      if nodes[place].isEmpty { return nil }
    }
    return ReadingLattice(language: language, length: letters.count, edgesByNode: nodes)
  }
}
