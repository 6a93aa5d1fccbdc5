/// Coarse classes of source units, the material of reading keys: spellings of one name by any relay share them, so that
/// a key is never missed; that they also bring strangers together is for the comparison to sort out.
enum SoundClass {
  /// How many bits a class takes in a key.
  static let bitCount = 4

  private static let labial: UInt8 = 1
  private static let dental: UInt8 = 2
  private static let velar: UInt8 = 3
  private static let sibilant: UInt8 = 4
  private static let affricate: UInt8 = 5
  private static let liquid: UInt8 = 6
  private static let nasalLabial: UInt8 = 7
  private static let breath: UInt8 = 8
  private static let open: UInt8 = 9
  private static let nasal: UInt8 = 10
  private static let retroflex: UInt8 = 11
  private static let frictionLabial: UInt8 = 12

  /// The classes of each unit of an inventory; `nil` for units that a key leaves out (vowels).
  static func classes(of inventory: UnitInventory) -> [[UInt8]] {
    switch inventory.language {
    case .korean: inventory.names.indices.map { korean(Int($0)) }
    case .chinese: inventory.names.map(chinese)
    case .russian, .japanese, .english, .german, .french: inventory.names.map { _ in [] }
    }
  }

  private static func korean(_ unit: Int) -> [UInt8] {
    if unit < UnitInventory.firstKoreanVowel {
      // ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ; ㄹ, ㄴ and the silent ㅇ change places between North and South.
      let classes: [UInt8] = [
        velar, velar, liquid, dental, dental, liquid, nasalLabial, labial, labial, sibilant, sibilant, liquid,
        affricate, affricate, affricate, velar, dental, labial, breath,
      ]
      return [classes[unit]]
    }
    if unit < UnitInventory.koreanWithoutFinal { return [] }
    // ∅ ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ
    let classes: [UInt8] = [
      open, velar, velar, velar, nasal, nasal, nasal, dental, liquid, velar, nasalLabial, liquid, liquid, liquid,
      labial, liquid, nasalLabial, labial, labial, dental, dental, nasal, dental, dental, velar, dental, labial, open,
    ]
    return [classes[unit - UnitInventory.koreanWithoutFinal]]
  }

  private static func chinese(_ syllable: String) -> [UInt8] {
    [chineseInitial(syllable), syllable.hasSuffix("n") || syllable.hasSuffix("g") ? nasal : open]
  }

  private static func chineseInitial(_ syllable: String) -> UInt8 {
    switch syllable.first {
    case "b", "p": labial
    case "f": frictionLabial
    case "m": nasalLabial
    case "d", "t": dental
    case "g", "k": velar
    case "h": breath
    case "l": liquid
    case "n": nasal
    case "s", "x": sibilant
    case "r": retroflex
    case "z", "c", "j", "q": affricate
    default: open
    }
  }
}
