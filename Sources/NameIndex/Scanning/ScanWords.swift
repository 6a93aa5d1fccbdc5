public import NameModel
import Transliteration

/// A word of a text outside of any index: what follows it, what it may be the inflected form of.
public struct TextWord: Hashable, Sendable {
  /// In bytes.
  public var range: Range<Int>
  public var startsUpper: Bool
  /// Number of folded letters.
  public var length: Int
  /// Whether the word belongs to no name before which it stands: a function word, a title.
  public var isBeforeNames: Bool

  public init(range: Range<Int>, startsUpper: Bool, length: Int, isBeforeNames: Bool) {
    self.range = range
    self.startsUpper = startsUpper
    self.length = length
    self.isBeforeNames = isBeforeNames
  }
}

/// A text that a rule made of a word.
public struct BaseText: Hashable, Sendable {
  public var text: String
  public var language: Int
  public var cases: CaseSet
  /// Where the name ends in the text, in bytes: before an apostrophe and what follows it.
  public var end: Int
}

extension ScanSession {
  /// The word at `position` of a text; `nil` where none begins there.
  public func word(in bytes: [UInt8], at position: Int) -> TextWord? {
    guard position < bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let text = ScanText(buffer) else { return nil }
      let word = words[0]
      guard word.read(text, at: position, folding: scanner.folding) else { return nil }
      return TextWord(
        range: position..<word.end, startsUpper: word.startsUpper, length: word.count,
        isBeforeNames: scanner.guess.standsBeforeNames(word.hash, in: activeLanguages))
    }
  }

  /// What a word may be the inflected form of, by the rules of the languages of the text.
  public func baseTexts(of bytes: [UInt8], in range: Range<Int>) -> [BaseText] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let text = ScanText(buffer), range.upperBound <= bytes.count else { return [] }
      let word = words[0]
      guard word.read(text, at: range.lowerBound, folding: scanner.folding) else { return [] }
      var result: [BaseText] = []
      activeRules.bases(of: word) { length, rule, language in
        let stem = String(decoding: bytes[word.start..<word.offset(length)], as: UTF8.self)
        let end = rule.kind == .apostrophe ? word.offset(length) : word.end
        result.append(BaseText(text: stem + rule.baseText, language: language, cases: rule.cases, end: end))
      }
      return result
    }
  }

  /// What stands between two places of a text, in as far as both can belong to one name: a space, a line end, a hyphen.
  public func joins(_ bytes: [UInt8], _ gap: Range<Int>) -> NameJoint? {
    guard gap.count <= 6, gap.lowerBound >= 0, gap.upperBound <= bytes.count else { return nil }
    // Up to six bytes as one number, the first one lowest, below a one that tells how many there are.
    var sign: UInt64 = 1
    for place in gap.reversed() { sign = sign << 8 | UInt64(bytes[place]) }
    switch sign {
    // A space, one that does not break, a narrow one, a line end.
    case 0x1_20, 0x1_A0C2, 0x1_AF80E2, 0x1_0A, 0x1_0A0D: return .space
    // A hyphen, U+2010, U+2011.
    case 0x1_2D, 0x1_9080E2, 0x1_9180E2: return .hyphen
    // U+2013, U+2014, with or without spaces; a hyphen with spaces.
    case 0x1_9380E2, 0x1_209380E220, 0x1_9480E2, 0x1_209480E220, 0x1_202D20: return .dash
    case 0x1_2E, 0x1_202E: return .period
    default: return nil
    }
  }
}

/// What joins two words of a name.
public enum NameJoint: Hashable, Sendable { case space, hyphen, dash, period }
