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
    let line = isTidy(text) ? text : tidied(text)
    return (try? line.normalized(.nfc)) ?? line
  }

  /// Whether all of `text` can be seen, but for single spaces between words.
  private static func isTidy(_ text: String) -> Bool {
    var isBehindSpace = true
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " "
      guard !isSpace || !isBehindSpace, isSpace || kind(scalar) == .seen else { return false }
      isBehindSpace = isSpace
    }
    return !isBehindSpace
  }

  private static func tidied(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      switch kind(scalar) {
      case .space: isSpacePending = !result.isEmpty
      case .invisible: break
      case .seen:
        if isSpacePending { result.append(" ") }
        isSpacePending = false
        result.append(scalar)
      }
    }
    return String(result)
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

  /// What becomes of a scalar.
  private enum Kind: UInt8 { case seen, space, invisible }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    scalar.value < common.count ? common[Int(scalar.value)] : uncommon(scalar)
  }

  /// The kinds of the first scalars, in which nearly all names are written: asking for properties takes longer than all else.
  private static let common = (0 as UInt32..<0x3100).map { Unicode.Scalar($0).map(uncommon) ?? .invisible }

  private static func uncommon(_ scalar: Unicode.Scalar) -> Kind {
    // Neither Hangul syllables nor the unified ideographs have a scalar that is not seen.
    if (0x4E00...0x9FFF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value) { return .seen }
    if scalar.properties.isWhitespace || isInformationSeparator(scalar) { return .space }
    return isInvisible(scalar) ? .invisible : .seen
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
}

/// The language tags of names.
struct NameLanguages {
  private var known: [Pair: LanguageTag] = [:]

  private struct Pair: Hashable {
    var language: LanguageTag?
    var script: Script
  }

  /// The tag of a name, with its script where the language does not imply it: a name said to be Russian in Latin letters
  /// is `ru-Latn`. Where no language is given, the letters tell what can be told: Korean and Japanese have some of their
  /// own, of others only the script is known (`und-Latn`).
  mutating func tag(of name: String, given language: LanguageTag?) -> LanguageTag {
    if let language, language.script != nil { return language }
    guard let script = Self.script(of: name) else { return language ?? .undetermined }
    let pair = Pair(language: language, script: script)
    if let tag = known[pair] { return tag }
    let tag = language.map { Self.tag($0, in: script) } ?? Self.tag(of: script)
    known[pair] = tag
    return tag
  }

  private static func script(of name: String) -> Script? {
    name.utf8.allSatisfy { $0 < 0x80 } ? .latin : name.dominantScript
  }

  private static func tag(of script: Script) -> LanguageTag {
    let tag: String
    switch script {
    case .hangul: tag = "ko"
    case .hiragana, .katakana: tag = "ja"
    default: tag = "und-\(script.code)"
    }
    return LanguageTag(tag) ?? .undetermined
  }

  private static func tag(_ language: LanguageTag, in script: Script) -> LanguageTag {
    let subtags = language.rawValue.split(separator: "-", maxSplits: 1)
    let rest = subtags.count > 1 ? "-\(subtags[1])" : ""
    guard !["und", "mul"].contains(language.language), let tag = LanguageTag("\(subtags[0])-\(script.code)\(rest)")
    else {
      return language
    }
    return NameForm(text: "", language: tag, kind: .alt, source: "").isInForeignScript ? tag : language
  }
}
