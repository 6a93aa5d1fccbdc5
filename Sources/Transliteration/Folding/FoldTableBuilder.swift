import SectionedFile
import UnicodeText

/// Works out how every character of the first two planes folds, and lays the answers down for `FoldTable`.
///
/// Letters fold as in `FoldedName.Token.key`; beyond that, letters that Arabic, Persian and Urdu keyboards write with
/// different codes are one.
public struct FoldTableBuilder {
  /// Characters at and above this are looked up by rule, not by table.
  public static let limit: UInt32 = 0x20000

  private let han: HanReadings
  private var expansions: [[UInt32]] = []
  private var numbers: [[UInt32]: UInt32] = [:]

  public init(han: HanReadings) { self.han = han }

  /// Number of pages (2), page numbers (2 each, 512), pages of 256 entries (4 each); number of expansions (4), and of
  /// each its length (4) and characters (4 each).
  public mutating func encoded() -> [UInt8] {
    var pages: [[UInt32]] = []
    var known: [[UInt32]: UInt16] = [:]
    var places: [UInt16] = []
    for page in 0..<Self.limit >> 8 {
      let entries = (0..<256).map { low in
        Unicode.Scalar(page << 8 | low).map { entry(of: $0).rawValue } ?? 0
      }
      if let number = known[entries] {
        places.append(number)
      } else {
        let number = UInt16(pages.count)
        known[entries] = number
        pages.append(entries)
        places.append(number)
      }
    }
    var writer = ByteWriter()
    writer.append(UInt16(pages.count))
    for place in places { writer.append(place) }
    writer.pad(toMultipleOf: 4)
    for page in pages { for entry in page { writer.append(entry) } }
    writer.append(UInt32(expansions.count))
    for expansion in expansions { writer.append(array: expansion) }
    return writer.bytes
  }

  private mutating func entry(of scalar: Unicode.Scalar) -> FoldEntry {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark:
      if LetterFolding.isDroppedMark(scalar) { return FoldEntry(.ignorable, 0) }
      return letter(scalar)
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber:
      return letter(scalar)
    case .modifierLetter:
      return scalar.value >= 0x3000 ? letter(scalar) : FoldEntry(.ignorable, 0)
    case .format: return FoldEntry(.ignorable, 0)
    case .control:
      switch scalar.value {
      case 0x0A, 0x0D, 0x0B, 0x0C, 0x85: return FoldEntry(.newline, 0)
      case 0x09: return FoldEntry(.space, 0)
      default: return FoldEntry(.other, 0)
      }
    case .lineSeparator, .paragraphSeparator: return FoldEntry(.newline, 0)
    case .spaceSeparator: return FoldEntry(.space, 0)
    case .dashPunctuation: return FoldEntry(.hyphen, 0)
    default: return FoldEntry(Self.sign(scalar), 0)
    }
  }

  private static func sign(_ scalar: Unicode.Scalar) -> FoldClass {
    // ” closes a quotation far more often than it stands for a hard sign.
    if scalar.value != 0x201D, LetterFolding.isApostrophe(scalar) { return .apostrophe }
    switch scalar.value {
    case 0x2212: return .hyphen
    case 0xB7, 0x30FB, 0xFF65, 0x2027, 0x2022: return .middleDot
    case 0x2E: return .period
    case 0x2C, 0x26, 0x2F, 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x28, 0x29, 0x3A, 0x3001, 0x21, 0x2B:
      return .punctuation
    default: return .other
    }
  }

  private mutating func letter(_ scalar: Unicode.Scalar) -> FoldEntry {
    let kind = Self.kind(of: scalar)
    let folded = folded(scalar)
    guard let first = folded.first else { return FoldEntry(.ignorable, 0) }
    let properties = scalar.properties
    let isUpper = properties.isUppercase || properties.generalCategory == .titlecaseLetter
    let isLower = properties.isLowercase
    if folded.count == 1 { return FoldEntry(kind, first, isUpper: isUpper, isLower: isLower) }
    let number: UInt32
    if let known = numbers[folded] {
      number = known
    } else {
      number = UInt32(expansions.count)
      numbers[folded] = number
      expansions.append(folded)
    }
    return FoldEntry(kind, number, isUpper: isUpper, isLower: isLower, isExpansion: true)
  }

  private func folded(_ scalar: Unicode.Scalar) -> [UInt32] {
    guard let cased = try? String(scalar).normalized(.nfkcCaseFold).normalized(.nfc) else { return [scalar.value] }
    var result: [UInt32] = []
    for part in cased.unicodeScalars {
      if LetterFolding.isDroppedMark(part) { continue }
      for letter in LetterFolding.key(of: han.simplified(part)).unicodeScalars {
        result.append(Self.respelled[letter.value] ?? letter.value)
      }
    }
    return result
  }

  /// Persian kaf and yeh, alef maksura: written for kaf and yeh by keyboards of other languages. The hard sign, which
  /// names have for the soft one and the other way round.
  private static let respelled: [UInt32: UInt32] = [
    0x06A9: 0x0643, 0x06CC: 0x064A, 0x0649: 0x064A, 0x06C1: 0x0647, 0x044A: 0x044C,
  ]

  private static func kind(of scalar: Unicode.Scalar) -> FoldClass {
    switch scalar.value {
    case 0x3005, 0x3007: return .han
    case 0x30FC: return .katakana
    default: break
    }
    switch scalar.script.code {
    case "Hani": return .han
    case "Hira": return .hiragana
    case "Kana": return .katakana
    case "Hang": return .hangul
    case "Thai", "Laoo", "Khmr", "Mymr": return .unspaced
    default: return .letter
    }
  }
}
