import Allonym

/// One token a line: the token, its tag by the BIO scheme, and the entity. An empty line stands where the text has a line
/// end.
struct ConllMentions: MentionWriter {
  private var isLineOpen = false

  init(_ options: MentionOptions, document: String) {}

  mutating func begin(_ write: (String) throws -> Void) throws { isLineOpen = false }

  mutating func piece(_ piece: TextPiece, _ write: (String) throws -> Void) throws {
    try piece.forEachPart { text, mention in
      let type = mention?.entity?.type.rawValue ?? "unknown"
      var tag = mention == nil ? "O" : "B-\(type)"
      for token in Self.tokens(text) {
        if token == "\n" {
          // Inside a name a line end is no end of anything.
          if isLineOpen, mention == nil { try write("\n") }
          if mention == nil { isLineOpen = false }
          continue
        }
        try write("\(token)\t\(tag)\t\(mention?.entity?.id ?? "_")\n")
        isLineOpen = true
        if mention != nil { tag = "I-\(type)" }
      }
    }
  }

  mutating func end(_ write: (String) throws -> Void) throws { if isLineOpen { try write("\n") } }

  /// Words, single signs, and line ends as `\n`. Han characters and kana are tokens by themselves.
  static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
    }
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .decimalNumber, .letterNumber,
        .nonspacingMark, .spacingMark, .enclosingMark, .format:
        word.unicodeScalars.append(scalar)
      case .otherLetter:
        if properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value) {
          endWord()
          tokens.append(String(scalar))
        } else {
          word.unicodeScalars.append(scalar)
        }
      default:
        endWord()
        if Character(scalar).isNewline {
          tokens.append("\n")
        } else if !properties.isWhitespace, properties.generalCategory != .control {
          tokens.append(String(scalar))
        }
      }
    }
    endWord()
    return tokens
  }
}
