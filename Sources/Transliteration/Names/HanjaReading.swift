/// Korean written in Han characters, in Hangul.
enum HanjaReading {
  /// `text` with every character that has a Sino-Korean reading in Hangul, as the South writes it (한글 맞춤법, articles
  /// 10–12): at the head of a word 리 is 이, 로 노, 녀 여; after a vowel or ㄴ, 렬 and 률 are 열 and 율.
  static func hangul(_ text: String, _ readings: HanReadings, trace: inout OffsetTrace?) -> String {
    var result = ""
    var last: Unicode.Scalar?
    var source = 0
    for scalar in text.unicodeScalars {
      trace?.places.append((source, result.utf8.count))
      source += UTF8.width(scalar)
      var written = scalar
      if let number = readings.number(of: scalar.value), let syllable = readings.syllables[number].unicodeScalars.first
      {
        written = last?.properties.isAlphabetic == true ? inside(syllable, after: last) : headForm(syllable)
      }
      result.unicodeScalars.append(written)
      last = written
    }
    trace?.places.append((source, result.utf8.count))
    return result
  }

  /// A syllable as it stands at the head of a word.
  static func headForm(_ syllable: Unicode.Scalar) -> Unicode.Scalar {
    guard let jamo = HangulJamo.decompose(syllable.value) else { return syllable }
    let isPalatal = HangulJamo.isPalatal(vowel: jamo.vowel)
    let initial =
      switch jamo.initial {
      case HangulJamo.initialR: isPalatal ? HangulJamo.initialSilent : HangulJamo.initialN
      case HangulJamo.initialN where isPalatal: HangulJamo.initialSilent
      default: jamo.initial
      }
    return HangulJamo.compose(initial: initial, vowel: jamo.vowel, final: jamo.final) ?? syllable
  }

  private static func inside(_ syllable: Unicode.Scalar, after last: Unicode.Scalar?) -> Unicode.Scalar {
    guard syllable == "렬" || syllable == "률", let before = last.flatMap({ HangulJamo.decompose($0.value) }),
      before.final == 0 || before.final == HangulJamo.finalN
    else { return syllable }
    return headForm(syllable)
  }
}
