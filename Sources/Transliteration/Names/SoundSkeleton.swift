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

  /// A word has no more skeletons than this.
  private static let limit = 4

  /// The skeletons of a word of folded Latin letters; more than one where `j`, `ch` or a soft `g` may be one sound or
  /// another, none where there is no consonant.
  public static func skeletons(of word: String) -> [UInt64] { skeletons(of: Array(word.utf8)) }

  /// The same of ASCII letters.
  static func skeletons(of letters: [UInt8]) -> [UInt64] {
    guard letters.count <= 64 else { return [] }
    var states = [State()]
    for place in letters.indices {
      let (first, second) = sounds(at: place, in: letters)
      guard let first else { continue }
      var others: [State] = []
      if let second, states.count * 2 <= limit {
        others = states
        for number in others.indices { others[number].append(second) }
      }
      for number in states.indices { states[number].append(first) }
      states += others
    }
    var result: [UInt64] = []
    for state in states where state.key > 0xF && !result.contains(state.key) { result.append(state.key) }
    return result
  }

  /// The sounds so far, four bits each behind a leading 1, and the one that the next would double.
  private struct State {
    var key: UInt64 = 1
    private var last: UInt8 = 0

    mutating func append(_ sound: UInt8) {
      // A vowel between two equal sounds keeps them apart.
      if sound == vowel { last = 0 }
      guard sound != vowel, sound != last else { return }
      // ts, tz, dz, tch, dj, ks: one sound.
      if sound == sibilant, last == dental || last == velar {
        key >>= 4
        if key & 0xF == UInt64(sibilant), key > 0xF {
          last = sibilant
          return
        }
      }
      guard key.leadingZeroBitCount >= 4 else { return }
      key = key << 4 | UInt64(sound)
      last = sound
    }
  }

  private static let vowel: UInt8 = 0

  /// What a letter may sound like; `nil` for an h, which belongs to the letter before it.
  private static func sounds(at place: Int, in letters: [UInt8]) -> (UInt8?, UInt8?) {
    let next = place + 1 < letters.count ? letters[place + 1] : 0
    let isSoft = next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
    switch letters[place] {
    case UInt8(ascii: "h"): return (nil, nil)
    // kh is the h of other spellings: Khasan, Hassan.
    case UInt8(ascii: "k") where next == UInt8(ascii: "h"): return (vowel, nil)
    case UInt8(ascii: "c") where next == UInt8(ascii: "h"): return (sibilant, velar)
    case UInt8(ascii: "c"): return isSoft ? (sibilant, nil) : (velar, sibilant)
    case UInt8(ascii: "g") where isSoft: return (velar, sibilant)
    case UInt8(ascii: "j"): return (sibilant, vowel)
    case UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "f"), UInt8(ascii: "v"), UInt8(ascii: "w"):
      return (labial, nil)
    case UInt8(ascii: "d"), UInt8(ascii: "t"): return (dental, nil)
    case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "q"): return (velar, nil)
    // x is ks in Russian names and sh in Chinese ones; the class of the sibilant holds both.
    case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "x"): return (sibilant, nil)
    case UInt8(ascii: "l"): return (liquid, nil)
    case UInt8(ascii: "m"), UInt8(ascii: "n"): return (nasal, nil)
    case UInt8(ascii: "r"): return (trill, nil)
    default: return (vowel, nil)
    }
  }
}
