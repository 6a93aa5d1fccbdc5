import UnicodeText

/// A text and what it is in a system by the word of an authority or another collection.
public struct SystemExample: Hashable, Sendable {
  public var input: String
  public var expected: String
  /// How the name is written; automatic where the example does not say.
  public var style: NameStyle

  public init(input: String, expected: String, style: NameStyle?) {
    self.input = input
    self.expected = expected
    self.style = style ?? .automatic
  }

  /// What came of an example.
  public struct Outcome: Hashable, Sendable {
    public var written: String
    public var isExact: Bool
    /// Equal letters: case, marks, apostrophes, spaces and hyphens apart.
    public var isEqualFolded: Bool
  }

  /// Compares a text with what is expected, in NFC, code point by code point. A source without letter case is written as a
  /// name, with capitals; where the example is printed in small letters throughout, small letters are compared.
  public func outcome(of written: String, sourceHasCase: Bool) -> Outcome {
    let text = (try? written.normalized(.nfc)) ?? written
    let wanted = (try? expected.normalized(.nfc)) ?? expected
    let isSmall = !sourceHasCase && wanted == wanted.lowercased()
    let isExact = (isSmall ? text.lowercased() : text).unicodeScalars.elementsEqual(wanted.unicodeScalars)
    return Outcome(
      written: text, isExact: isExact, isEqualFolded: isExact || Self.folded(text) == Self.folded(wanted))
  }

  private static func folded(_ text: String) -> String {
    let letters = ((try? text.normalized(.nfkd)) ?? text).lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic && $0.properties.generalCategory != .modifierLetter
        && $0.properties.generalCategory != .nonspacingMark || $0.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(letters))
  }
}

extension TransliterationSystem {
  /// What the system makes of an example.
  public func outcome(of example: SystemExample) throws(TransliterationError) -> SystemExample.Outcome {
    example.outcome(
      of: try apply(example.input, style: example.style), sourceHasCase: description.sourceHasCase)
  }
}
