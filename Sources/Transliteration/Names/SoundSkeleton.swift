/// Coarse consonant skeletons of Latin letters: a key under which spellings of one word by many habits come together
/// (Shoigu, Shoygu, Choïgou, Szojgu; Khasan, Hassan).
public enum SoundSkeleton {
  private static let labial: UInt8 = 1
  private static let dental: UInt8 = 2
  private static let velar: UInt8 = 3
  private static let sibilant: UInt8 = 4
  private static let liquid: UInt8 = 5
  private static let nasal: UInt8 = 6
  private static let trill: UInt8 = 7

  /// The skeletons of a word of folded Latin letters; more than one where `j` may be a vowel or a sibilant, none where
  /// there is no consonant.
  public static func skeletons(of word: String) -> [UInt64] {
    let letters = Array(word.utf8)
    guard letters.count <= 64 else { return [] }
    var result = [skeleton(letters, jIsVowel: false)]
    if letters.contains(UInt8(ascii: "j")) { result.append(skeleton(letters, jIsVowel: true)) }
    return result.filter { $0 > 0xF }
  }

  private static func skeleton(_ letters: [UInt8], jIsVowel: Bool) -> UInt64 {
    var key: UInt64 = 1
    var last: UInt8 = 0
    for (place, letter) in letters.enumerated() {
      let isBreath = letter == UInt8(ascii: "k") && letters.dropFirst(place + 1).first == UInt8(ascii: "h")
      // kh is the h of other spellings: Khasan, Hassan.
      var sound = isBreath ? 0 : soundClass(of: letter, jIsVowel: jIsVowel)
      if sound == 0 {
        // A vowel between two equal sounds keeps them apart; h belongs to the letter before it.
        if letter != UInt8(ascii: "h") { last = 0 }
        continue
      }
      if sound == last { continue }
      // ts, tz, dz, tch, dj: one affricate.
      if sound == sibilant, last == dental || last == velar {
        key = key >> 4
        if key & 0xF == UInt64(sibilant) && key > 0xF {
          last = sibilant
          continue
        }
      }
      if letter == UInt8(ascii: "x") {
        // x is ks in Russian names and sh in Chinese ones; the class of the sibilant holds both.
        sound = sibilant
      }
      guard key.leadingZeroBitCount >= 4 else { break }
      key = key << 4 | UInt64(sound)
      last = sound
    }
    return key
  }

  private static func soundClass(of letter: UInt8, jIsVowel: Bool) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "f"), UInt8(ascii: "v"), UInt8(ascii: "w"): labial
    case UInt8(ascii: "d"), UInt8(ascii: "t"): dental
    case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "q"): velar
    case UInt8(ascii: "c"), UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "x"): sibilant
    case UInt8(ascii: "j"): jIsVowel ? 0 : sibilant
    case UInt8(ascii: "l"): liquid
    case UInt8(ascii: "m"), UInt8(ascii: "n"): nasal
    case UInt8(ascii: "r"): trill
    default: 0
    }
  }
}
