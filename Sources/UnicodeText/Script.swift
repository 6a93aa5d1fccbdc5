import CICU

/// A script, named by its ISO 15924 code: "Latn", "Cyrl", "Hang".
///
/// Scripts are ordered by code.
public struct Script: Hashable, Sendable {
  /// The four letters of the code, the first in the highest byte.
  let packedCode: UInt32

  init(packedCode: UInt32) {
    self.packedCode = packedCode
  }

  /// The script with an ISO 15924 code, in any case. Nil if the code isn't four ASCII letters or Unicode's property
  /// data does not know it. Codes for sets of scripts, such as Jpan and Hans, are known, though no character has
  /// them as its script.
  public init?(code: some StringProtocol) {
    guard code.utf8.count == 4 else { return nil }
    var packed: UInt32 = 0
    for (index, byte) in code.utf8.enumerated() {
      let lowercase = byte | 0x20
      guard lowercase >= 0x61, lowercase <= 0x7A else { return nil }
      packed = packed << 8 | UInt32(index == 0 ? lowercase & ~0x20 : lowercase)
    }
    let number = cicu_script_of_code(packed)
    guard number >= 0, let script = Script(number: number) else { return nil }
    self = script
  }

  /// The ISO 15924 code, such as "Latn".
  public var code: String {
    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: packedCode >> $0) }, as: UTF8.self)
  }

  /// Unicode's English name of the script, such as "Old Italic". For names in other languages see `DisplayNames`.
  public var name: String {
    guard let name = cicu_script_name(cicu_script_of_code(packedCode)) else { return code }
    return String(String(cString: name).map { $0 == "_" ? " " : $0 })
  }

  /// Whether this is Common, Inherited or Unknown: not a script of its own.
  public var isNeutral: Bool {
    self == .common || self == .inherited || self == .unknown
  }
}

extension Script: Comparable {
  public static func < (left: Script, right: Script) -> Bool { left.packedCode < right.packedCode }
}

extension Script: CustomStringConvertible {
  public var description: String { code }
}

extension Script: LosslessStringConvertible {
  public init?(_ description: String) { self.init(code: description) }
}

extension Script {
  /// Codes by ICU's numbers, made at first use.
  private static let packedCodes: [UInt32] = (0..<cicu_script_count()).map { cicu_script_code($0) }

  /// The script with ICU's number.
  init?(number: Int32) {
    let codes = Self.packedCodes
    guard number >= 0, Int(number) < codes.count, codes[Int(number)] != 0 else { return nil }
    packedCode = codes[Int(number)]
  }

  private init(_ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar, _ fourth: Unicode.Scalar) {
    packedCode = first.value << 24 | second.value << 16 | third.value << 8 | fourth.value
  }

  public static var arabic: Script { Script("A", "r", "a", "b") }
  public static var armenian: Script { Script("A", "r", "m", "n") }
  public static var bengali: Script { Script("B", "e", "n", "g") }
  public static var bopomofo: Script { Script("B", "o", "p", "o") }
  public static var cyrillic: Script { Script("C", "y", "r", "l") }
  public static var devanagari: Script { Script("D", "e", "v", "a") }
  public static var ethiopic: Script { Script("E", "t", "h", "i") }
  public static var georgian: Script { Script("G", "e", "o", "r") }
  public static var greek: Script { Script("G", "r", "e", "k") }
  public static var gujarati: Script { Script("G", "u", "j", "r") }
  public static var gurmukhi: Script { Script("G", "u", "r", "u") }
  public static var han: Script { Script("H", "a", "n", "i") }
  public static var hangul: Script { Script("H", "a", "n", "g") }
  public static var hebrew: Script { Script("H", "e", "b", "r") }
  public static var hiragana: Script { Script("H", "i", "r", "a") }
  public static var kannada: Script { Script("K", "n", "d", "a") }
  public static var katakana: Script { Script("K", "a", "n", "a") }
  public static var khmer: Script { Script("K", "h", "m", "r") }
  public static var lao: Script { Script("L", "a", "o", "o") }
  public static var latin: Script { Script("L", "a", "t", "n") }
  public static var malayalam: Script { Script("M", "l", "y", "m") }
  public static var mongolian: Script { Script("M", "o", "n", "g") }
  public static var myanmar: Script { Script("M", "y", "m", "r") }
  public static var sinhala: Script { Script("S", "i", "n", "h") }
  public static var syriac: Script { Script("S", "y", "r", "c") }
  public static var tamil: Script { Script("T", "a", "m", "l") }
  public static var telugu: Script { Script("T", "e", "l", "u") }
  public static var thaana: Script { Script("T", "h", "a", "a") }
  public static var thai: Script { Script("T", "h", "a", "i") }
  public static var tibetan: Script { Script("T", "i", "b", "t") }

  /// Used with many scripts: digits, punctuation, spaces.
  public static var common: Script { Script("Z", "y", "y", "y") }
  /// Takes the script of the character before: combining marks.
  public static var inherited: Script { Script("Z", "i", "n", "h") }
  /// Unassigned, private use, noncharacters.
  public static var unknown: Script { Script("Z", "z", "z", "z") }
}

extension Script {
  /// The script a language is likely written in, from CLDR's likely subtags: ru → Cyrl, sr-Latn → Latn,
  /// zh-TW → Hant. Nil for a language that CLDR has no opinion on, for "und" and for empty text.
  ///
  /// - Parameter tag: A BCP 47 language tag.
  /// - Throws: `UnicodeTextError.unknownLocale` if it isn't one.
  public static func likely(forLanguage tag: String) throws(UnicodeTextError) -> Script? {
    if tag.isEmpty || tag == "und" { return nil }
    var error = cicu_error()
    let number = try tag.withTextPointer { cicu_likely_script($0, $1, &error) }
    if error.code == cicu_error_illegal_argument { throw .unknownLocale(tag) }
    if let failure = ICUFailure(error) { throw failure.asTextError(operation: "look up a language's script") }
    return Script(number: number)
  }
}
