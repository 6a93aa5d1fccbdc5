import NameModel
import UnicodeText

/// Brings what stands in lists into the form of name forms.
enum NameCleaner {
  /// Longer text is no name.
  static let byteLimit = 2048

  /// Text on one line, in normalization form C, without what cannot be seen; `nil` where no letter is in it, or where it
  /// is too long for a name.
  static func name(_ text: String) -> String? {
    guard text.utf8.count <= byteLimit else { return nil }
    let cleaned = line(text)
    return cleaned.unicodeScalars.contains { $0.properties.isAlphabetic } ? cleaned : nil
  }

  /// Text on one line, in normalization form C, without what cannot be seen.
  static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || isInformationSeparator(scalar) {
        isSpacePending = !result.isEmpty
      } else if !isInvisible(scalar) {
        if isSpacePending { result.append(" ") }
        isSpacePending = false
        result.append(scalar)
      }
    }
    let line = String(result)
    return (try? line.normalized(.nfc)) ?? line
  }

  /// ASCII without controls, and without spaces that are too many.
  private static func isPlain(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// Library catalogs put U+001F and its like between parts.
  private static func isInformationSeparator(_ scalar: Unicode.Scalar) -> Bool { (0x1C...0x1F).contains(scalar.value) }

  /// Controls (library catalogs put U+0098 and U+009C around particles), controls of direction, byte order marks, soft
  /// hyphens, zero-width spaces, U+FFFD. Joiners stay: they are spelling.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D: false
    case 0xAD, 0xFEFF, 0xFFFD: true
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// What can be said of the language of a name by its letters: Korean and Japanese have letters of their own, of others
  /// only the script is known (`und-Latn`).
  static func language(of name: String) -> LanguageTag {
    guard let script = name.dominantScript else { return .undetermined }
    switch script {
    case .hangul: return korean
    case .hiragana, .katakana: return japanese
    default: return LanguageTag("und-\(script.code)") ?? .undetermined
    }
  }

  private static let korean = LanguageTag("ko") ?? .undetermined
  private static let japanese = LanguageTag("ja") ?? .undetermined
}
