/// Tells where the surname of an unspaced Korean name ends, by the closed list of surnames.
struct KoreanNameDivider: Sendable {
  /// What is known of each Hangul syllable, by its place from U+AC00 on.
  private let syllables: [SyllableFlags]
  /// Surnames and endings of places of two syllables.
  private let pairs: Set<UInt64>
  private let endingPairs: Set<UInt64>

  private struct SyllableFlags: OptionSet {
    var rawValue: UInt8
    static let surname = SyllableFlags(rawValue: 1)
    static let beginsSurname = SyllableFlags(rawValue: 2)
    /// So rare a surname that a word which begins with it is rather no name.
    static let rareSurname = SyllableFlags(rawValue: 4)
    /// Given names have it.
    static let given = SyllableFlags(rawValue: 8)
    /// Ends names of places, such as 산 and 역.
    static let ending = SyllableFlags(rawValue: 16)
    static let endsEnding = SyllableFlags(rawValue: 32)
  }

  /// - Parameter givenSyllables: what Sino-Korean given names are made of; empty where that is not known.
  init(_ surnames: SurnameTable, givenSyllables: Set<UInt32>) {
    let base = HangulJamo.syllables.lowerBound
    var syllables = [SyllableFlags](
      repeating: givenSyllables.isEmpty ? .given : [], count: HangulJamo.syllables.count)
    var pairs: Set<UInt64> = []
    var endingPairs: Set<UInt64> = []
    func scalars(_ text: String) -> [UInt32]? {
      let scalars = text.unicodeScalars.map(\.value)
      return (1...2).contains(scalars.count) && scalars.allSatisfy(HangulJamo.syllables.contains) ? scalars : nil
    }
    for surname in surnames.korean {
      guard let scalars = scalars(surname) else { continue }
      let place = Int(scalars[0] - base)
      if scalars.count == 2 {
        syllables[place].insert(.beginsSurname)
        pairs.insert(SurnameTable.packed(scalars[0], scalars[1]))
      } else {
        syllables[place].formUnion(surnames.koreanRare.contains(surname) ? [.surname, .rareSurname] : .surname)
      }
    }
    for generic in surnames.koreanGenerics {
      guard let scalars = scalars(generic) else { continue }
      let place = Int(scalars[scalars.count - 1] - base)
      syllables[place].insert(scalars.count == 2 ? .endsEnding : .ending)
      if scalars.count == 2 { endingPairs.insert(SurnameTable.packed(scalars[0], scalars[1])) }
    }
    for syllable in givenSyllables where HangulJamo.syllables.contains(syllable) {
      syllables[Int(syllable - base)].insert(.given)
    }
    self.syllables = syllables
    self.pairs = pairs
    self.endingPairs = endingPairs
  }

  /// How many syllables the surname has; `nil` where the text is no name.
  func surnameCount(of text: String, _ style: NameStyle) -> Int? {
    let length = text.utf8.count
    // Hangul syllables take three bytes; names have two to four.
    guard style != .other, length % 3 == 0, length >= (style == .person ? 6 : 9), length <= 12 else { return nil }
    var scalars: InlineArray<4, UInt32> = .init(repeating: 0)
    var flags: InlineArray<4, SyllableFlags> = .init(repeating: [])
    var count = 0
    for scalar in text.unicodeScalars {
      guard HangulJamo.syllables.contains(scalar.value) else { return nil }
      scalars[count] = scalar.value
      flags[count] = syllables[Int(scalar.value - HangulJamo.syllables.lowerBound)]
      count += 1
    }
    let isDouble =
      count >= 3 && flags[0].contains(.beginsSurname) && pairs.contains(SurnameTable.packed(scalars[0], scalars[1]))
    let surname = isDouble ? 2 : 1
    if style == .person { return surname }
    // Two syllables are a place or a word more often than a person; four are a person only with a double surname.
    guard count - surname == 2, isDouble || flags[0].contains(.surname) && !flags[0].contains(.rareSurname),
      !flags[count - 1].contains(.ending),
      !(flags[count - 1].contains(.endsEnding)
        && endingPairs.contains(SurnameTable.packed(scalars[count - 2], scalars[count - 1]))),
      flags[count - 2].contains(.given), flags[count - 1].contains(.given)
    else { return nil }
    return surname
  }
}
