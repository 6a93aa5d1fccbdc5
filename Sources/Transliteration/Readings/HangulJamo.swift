/// Hangul syllables taken apart by the arithmetic of the Unicode Standard, section 3.12.
enum HangulJamo {
  static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3
  static let initialBase: UInt32 = 0x1100
  static let vowelBase: UInt32 = 0x1161
  /// One before the first final: index 0 is "no final".
  static let finalBase: UInt32 = 0x11A7
  static let initialCount = 19
  static let vowelCount = 21
  static let finalCount = 28

  static func decompose(_ syllable: UInt32) -> (initial: Int, vowel: Int, final: Int)? {
    guard syllables.contains(syllable) else { return nil }
    let index = Int(syllable - syllables.lowerBound)
    return (index / (vowelCount * finalCount), index / finalCount % vowelCount, index % finalCount)
  }

  /// The conjoining jamo of a syllable.
  static func scalars(of syllable: UInt32) -> [UInt32]? {
    guard let jamo = decompose(syllable) else { return nil }
    let head = [initialBase + UInt32(jamo.initial), vowelBase + UInt32(jamo.vowel)]
    return jamo.final == 0 ? head : head + [finalBase + UInt32(jamo.final)]
  }

  static func compose(initial: Int, vowel: Int, final: Int) -> Unicode.Scalar? {
    Unicode.Scalar(syllables.lowerBound + UInt32((initial * vowelCount + vowel) * finalCount + final))
  }

  /// Whether the vowel is ㅣ or begins with the glide y: where Southern spelling drops an initial ㄹ or ㄴ.
  static func isPalatal(vowel: Int) -> Bool { [2, 3, 6, 7, 12, 17, 20].contains(vowel) }

  /// Whether the vowel begins with the glide y.
  static func hasGlide(vowel: Int) -> Bool { isPalatal(vowel: vowel) && vowel != 20 }

  static let initialN = 2
  static let initialR = 5
  static let initialSilent = 11
  static let finalN = 4
  static let finalR = 8
  static let finalNG = 21
  /// Initials before which stops change: ㄴ, ㄹ, ㅁ.
  private static let nasalizing: Set<Int> = [2, 5, 6]

  /// Whether a final is a stop by itself, ㄱ ㄷ ㅂ or what sounds like one of them: neither none, nor ㄴ ㄵ ㄶ ㄹ ㄻ ㅁ ㅇ.
  static func isStop(final: Int) -> Bool { ![0, finalN, 5, 6, finalR, 10, 16, finalNG].contains(final) }

  /// Whether a final sounds, or is spelled, otherwise than by itself before an initial: ㄴ before ㄹ, ㄹ before ㄴ, ㄹ and
  /// a vowel, ㅇ before a vowel, stops before ㄴ, ㄹ and ㅁ.
  static func changes(final: Int, before initial: Int) -> Bool {
    switch final {
    case finalN: initial == initialR
    case finalR: initial == initialN || initial == initialR || initial == initialSilent
    case finalNG: initial == initialSilent
    default: nasalizing.contains(initial)
    }
  }
}
