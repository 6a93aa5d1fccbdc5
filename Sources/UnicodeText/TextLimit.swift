/// How much text is taken at once. Longer text is `UnicodeTextError.textTooLong`, never a trap.
public enum TextLimit {
  /// UTF-8 bytes of text: 256 MiB. ICU counts UTF-16 units with 32 bits, and normalization may lengthen text.
  public static let utf8Length = 256 << 20

  /// UTF-8 bytes of transform rules: 16 MiB (CLDR's largest, Han to Latin, has under 1 MiB).
  public static let ruleUTF8Length = 16 << 20

  /// UTF-8 bytes of a transform's identifier.
  public static let identifierUTF8Length = 4096

  /// How deeply parentheses may nest in transform rules; ICU's rule compiler is recursive.
  public static let ruleNesting = 256
}
