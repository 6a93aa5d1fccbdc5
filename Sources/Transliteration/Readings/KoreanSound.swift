/// Sounds that change others beside them in Korean, by the folded letters that spell them in Latin and Cyrillic script.
enum KoreanSound {
  case nasal, liquid, vowel
  /// ㅅ ㅈ ㅊ, and ㄷ ㅌ as they sound before the glide y: s, j, ch.
  case sibilant
  /// ㅣ, and what begins with the glide y.
  case palatal

  /// Whether a letter of the sound begins at a place.
  func begins(_ letters: [UInt8], at place: Int) -> Bool {
    guard place < letters.count else { return false }
    return has(latin: letters[place])
      || place + 1 < letters.count && has(cyrillic: UInt16(letters[place]) << 8 | UInt16(letters[place + 1]))
  }

  /// Whether a letter of the sound ends at a place.
  func ends(_ letters: [UInt8], at place: Int) -> Bool {
    guard place > 0 else { return false }
    if self == .sibilant, place > 1, letters[place - 2] == UInt8(ascii: "c") {
      return letters[place - 1] == UInt8(ascii: "h")
    }
    return has(latin: letters[place - 1])
      || place > 1 && has(cyrillic: UInt16(letters[place - 2]) << 8 | UInt16(letters[place - 1]))
  }

  private func has(latin letter: UInt8) -> Bool {
    switch (self, letter) {
    case (.nasal, UInt8(ascii: "m")), (.nasal, UInt8(ascii: "n")): true
    case (.liquid, UInt8(ascii: "l")), (.liquid, UInt8(ascii: "r")): true
    case (.vowel, UInt8(ascii: "a")), (.vowel, UInt8(ascii: "e")), (.vowel, UInt8(ascii: "i")): true
    case (.vowel, UInt8(ascii: "o")), (.vowel, UInt8(ascii: "u")), (.vowel, UInt8(ascii: "w")): true
    case (.vowel, UInt8(ascii: "y")): true
    case (.palatal, UInt8(ascii: "i")), (.palatal, UInt8(ascii: "y")): true
    case (.sibilant, UInt8(ascii: "s")), (.sibilant, UInt8(ascii: "j")): true
    default: false
    }
  }

  /// - Parameter letter: both bytes of a letter in UTF-8.
  private func has(cyrillic letter: UInt16) -> Bool {
    switch self {
    // м н
    case .nasal: 0xD0BC...0xD0BD ~= letter
    // с ч
    case .sibilant: letter == 0xD181 || letter == 0xD187
    // л р
    case .liquid: letter == 0xD0BB || letter == 0xD180
    // а, о, у, ы, э, and the palatal ones.
    case .vowel:
      letter == 0xD0B0 || letter == 0xD0BE || letter == 0xD183 || letter == 0xD18B || letter == 0xD18D
        || Self.palatal.has(cyrillic: letter)
    // е, и й, ю я, ё, є, і ї
    case .palatal:
      letter == 0xD0B5 || 0xD0B8...0xD0B9 ~= letter || 0xD18E...0xD18F ~= letter || letter == 0xD191
        || letter == 0xD194 || 0xD196...0xD197 ~= letter
    }
  }
}
