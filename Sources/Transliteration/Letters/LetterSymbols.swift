/// The letters of a word as a letter model counts them: what its script writes as one sound, in the order of sounds.
enum LetterSymbols {
  /// The symbols of one word of folded letters.
  ///
  /// Hangul is taken apart into jamo; the vowels that Thai and Lao write before their consonant follow it; kana are read
  /// as katakana; letters that Arabic and Hebrew writing only shapes otherwise are one.
  static func symbols(of word: String, script: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(word.utf8.count)
    for scalar in word.unicodeScalars {
      switch script {
      case "Hang":
        if let jamo = HangulJamo.scalars(of: scalar.value) {
          result += jamo.compactMap(Unicode.Scalar.init)
        } else {
          result.append(scalar)
        }
      case "Kana", "Hira": result.append(katakana(scalar))
      case "Arab": result.append(arabic[scalar] ?? scalar)
      case "Hebr": result.append(hebrew[scalar] ?? scalar)
      case "Thai", "Laoo":
        if let last = result.last, isPreposed(last), !isPreposed(scalar) {
          result.insert(scalar, at: result.count - 1)
        } else {
          result.append(scalar)
        }
      default: result.append(scalar)
      }
    }
    return result
  }

  /// เ แ โ ใ ไ and their Lao counterparts.
  private static func isPreposed(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E40...0x0E44).contains(scalar.value) || (0x0EC0...0x0EC4).contains(scalar.value)
  }

  private static func katakana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x3041...0x3096).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0x60) ?? scalar : scalar
  }

  /// Persian, Urdu and Pashto shapes of Arabic letters.
  private static let arabic: [Unicode.Scalar: Unicode.Scalar] = [
    "ک": "ك", "ی": "ي", "ى": "ي", "ې": "ي", "ے": "ي", "ۍ": "ي", "ھ": "ه", "ہ": "ه", "ۀ": "ه", "ە": "ه", "ٱ": "ا",
    "ګ": "گ", "ڼ": "ن", "ۃ": "ة",
  ]

  private static let hebrew: [Unicode.Scalar: Unicode.Scalar] = ["ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"]
}
