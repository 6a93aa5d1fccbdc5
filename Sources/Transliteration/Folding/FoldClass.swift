/// What a character is to a reader who looks for names in running text.
public enum FoldClass: UInt32, Sendable, CaseIterable {
  /// Ends a name: no part of one, nor of what stands between two words of one.
  case other = 0
  /// A letter, digit or kept mark of a script that sets words apart by spaces.
  case letter
  /// A Han character.
  case han
  case katakana
  case hiragana
  case hangul
  /// A letter or mark of another script without spaces between words: Thai, Lao, Khmer, Burmese.
  case unspaced
  /// Changes nothing: a dropped mark, a format control.
  case ignorable
  /// Stands inside a word.
  case apostrophe
  case space
  case newline
  case hyphen
  /// Stands between the parts of a foreign name in Han characters or kana.
  case middleDot
  case period
  /// May stand inside a name only where the name has such a sign.
  case punctuation

  /// Whether words of the script run on without spaces.
  public var isUnspaced: Bool {
    switch self {
    case .han, .katakana, .hiragana, .hangul, .unspaced: true
    default: false
    }
  }
}

/// What becomes of one character of a text: its folded form and its class, in one number.
public struct FoldEntry: Hashable, Sendable {
  public var rawValue: UInt32

  @inline(__always)
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The class in bits 24 to 27.
  @inlinable
  public var classCode: UInt32 {
    @inline(__always) get { rawValue >> 24 & 0xF }
  }

  /// The folded character, or the number of an expansion.
  @inlinable
  public var value: UInt32 {
    @inline(__always) get { rawValue & 0x1F_FFFF }
  }

  /// Whether the character is a capital letter.
  @inlinable
  public var isUpper: Bool {
    @inline(__always) get { rawValue & FoldEntry.upperBit != 0 }
  }

  /// Whether `value` is the number of an expansion: the character folds into several.
  @inlinable
  public var isExpansion: Bool {
    @inline(__always) get { rawValue & FoldEntry.expansionBit != 0 }
  }

  public static let upperBit: UInt32 = 1 << 28
  public static let expansionBit: UInt32 = 1 << 29
  /// Set for small letters that have a capital form: only they end a run that a capital may begin anew.
  public static let lowerBit: UInt32 = 1 << 30

  public init(
    _ kind: FoldClass, _ value: UInt32, isUpper: Bool = false, isLower: Bool = false, isExpansion: Bool = false
  ) {
    rawValue =
      value | kind.rawValue << 24 | (isUpper ? Self.upperBit : 0) | (isLower ? Self.lowerBit : 0)
      | (isExpansion ? Self.expansionBit : 0)
  }

  public var kind: FoldClass { FoldClass(rawValue: classCode) ?? .other }
}
