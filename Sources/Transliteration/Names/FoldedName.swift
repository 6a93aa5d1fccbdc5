import UnicodeText

/// A name without what writers leave to taste: letter case, marks, punctuation, spacing, compatibility forms.
///
/// It is what keys are made of and what readings start from; the text that was given stays with it.
public struct FoldedName: Hashable, Sendable {
  /// One run of letters, marks and digits.
  public struct Token: Hashable, Sendable {
    /// Small letters without marks, in simplified characters: equal for spellings that differ in taste alone.
    public var key: String
    /// Small letters; marks that make another letter of the alphabet are kept (й, ё, ї), others are dropped.
    public var letters: String
    /// ISO 15924 code of the script of the first letter; `Zyyy` for digits.
    public var script: String

    public init(key: String, letters: String, script: String) {
      self.key = key
      self.letters = letters
      self.script = script
    }
  }

  /// The text as it was given.
  public let text: String
  public let tokens: [Token]

  /// Why a text holds no name that could be compared.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// Punctuation, symbols, spaces, controls, but not one letter or digit.
    case noLetters
    case tooLong(bytes: Int)

    public var description: String {
      switch self {
      case .empty: "the name is empty"
      case .noLetters: "there is no letter in it"
      case .tooLong(let bytes): "\(bytes) bytes are no name; at most \(FoldedName.byteLimit) are compared"
      }
    }
  }

  /// Longer texts are not names. (The longest personal name on record has 747 letters.)
  public static let byteLimit = 4096

  /// Folds `text`.
  ///
  /// - Parameter han: folds traditional characters into simplified ones.
  public init(_ text: String, han: HanReadings) throws(Failure) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.count <= Self.byteLimit else { throw .tooLong(bytes: text.utf8.count) }
    let tokens: [Token]
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      tokens = Self.asciiTokens(of: text.utf8)
    } else {
      guard let folded = try? text.normalized(.nfkcCaseFold).normalized(.nfc) else { throw .noLetters }
      var builder = TokenBuilder(han: han)
      for scalar in folded.unicodeScalars { builder.append(scalar) }
      tokens = builder.finish()
    }
    guard !tokens.isEmpty else { throw .noLetters }
    self.text = text
    self.tokens = tokens
  }

  /// The same as for all other text, where nothing can be composed or decomposed.
  private static func asciiTokens(of text: String.UTF8View) -> [Token] {
    var tokens: [Token] = []
    var word: [UInt8] = []
    var isLatin = false
    func endToken() {
      guard !word.isEmpty else { return }
      let letters = String(decoding: word, as: UTF8.self)
      tokens.append(Token(key: letters, letters: letters, script: isLatin ? "Latn" : "Zyyy"))
      word.removeAll(keepingCapacity: true)
      isLatin = false
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        word.append(byte | 0x20)
        isLatin = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      // Controls that are no white space are nothing.
      case 0...8, 0x0E...0x1F, 0x7F: break
      default:
        if !LetterFolding.isApostrophe(Unicode.Scalar(byte)) { endToken() }
      }
    }
    endToken()
    return tokens
  }

  /// The script of folded letters: of the first one that has a script of its own.
  static func script(of letters: String) -> String {
    for scalar in letters.unicodeScalars {
      let script = ("a"..."z").contains(scalar) ? "Latn" : scalar.script.code
      if script != "Zyyy" { return script }
    }
    return "Zyyy"
  }

  /// All keys in order, joined: equal however a name is divided into words.
  public var joinedKey: String { tokens.map(\.key).joined() }

  /// Whether both have the same words in the same round, as "Given Family" and "Family Given" do. Other orders are other
  /// names: Yong-chol is not Chol-yong.
  public func isRotation(of other: FoldedName) -> Bool {
    let own = tokens.map(\.key)
    let others = other.tokens.map(\.key)
    guard own.count == others.count, own.count > 1 else { return false }
    return own.indices.contains { Array(own[$0...] + own[..<$0]) == others }
  }

  /// The letters of all tokens, joined.
  public var joinedLetters: String { tokens.map(\.letters).joined() }

  /// The script of the name where all its letters are of one; `nil` for a mixture.
  public var script: String? {
    let scripts = Set(tokens.map(\.script).filter { $0 != "Zyyy" })
    guard scripts.count > 1 else { return scripts.first }
    // The scripts of Japanese belong together.
    return scripts.isSubset(of: ["Hani", "Hira", "Kana"]) ? "Hani" : nil
  }
}

/// Gathers scalars into tokens.
private struct TokenBuilder {
  private let han: HanReadings
  private var tokens: [FoldedName.Token] = []
  private var key = ""
  private var letters = ""
  private var script = "Zyyy"
  /// Whether the letters so far are of two alphabets that have letters of one shape.
  private var isMixed = false

  init(han: HanReadings) { self.han = han }

  mutating func append(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark:
      if !LetterFolding.isDroppedMark(scalar) {
        key.unicodeScalars.append(scalar)
        letters.unicodeScalars.append(scalar)
      }
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber:
      let simplified = han.simplified(scalar)
      if script == "Zyyy" {
        script = scalar.script.code
      } else if !isMixed, LookalikeLetters.scripts.contains(script), !scalar.isASCII || script != "Latn" {
        let code = scalar.script.code
        isMixed = code != script && LookalikeLetters.scripts.contains(code)
      }
      key += LetterFolding.key(of: simplified)
      letters += LetterFolding.letters(of: simplified)
    case .modifierLetter:
      // ʹ ʺ ʼ and their like are signs of romanization; ー and 々 are letters of Japanese.
      if scalar.value >= 0x3000 {
        key.unicodeScalars.append(scalar)
        letters.unicodeScalars.append(scalar)
      }
    case .format: break
    case .control:
      if properties.isWhitespace { endToken() }
    default:
      // BGN/PCGN writes a middle dot inside Latin words; it stands between words elsewhere (卡拉·普拉萨德).
      let isInside = LetterFolding.isApostrophe(scalar) || scalar == "·" && script == "Latn"
      if !isInside { endToken() }
    }
  }

  private mutating func endToken() {
    if isMixed, let word = LookalikeLetters.unified(letters) {
      (letters, script) = (word.letters, word.script)
      key = letters.unicodeScalars.map(LetterFolding.key).joined()
    }
    isMixed = false
    if !key.isEmpty { tokens.append(FoldedName.Token(key: key, letters: letters, script: script)) }
    key = ""
    letters = ""
    script = "Zyyy"
  }

  mutating func finish() -> [FoldedName.Token] {
    endToken()
    return tokens
  }
}

/// What becomes of single letters.
enum LetterFolding {
  /// Letters that have no decomposition but are written with a plain letter where the alphabet lacks them.
  private static let plain: [Unicode.Scalar: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "ng",
    "ə": "a", "ĸ": "k",
  ]

  static func key(of scalar: Unicode.Scalar) -> String {
    if let plain = plain[scalar] { return plain }
    guard scalar.value >= 0x80, !HangulJamo.syllables.contains(scalar.value), !kana.contains(scalar.value) else {
      return String(scalar)
    }
    guard let decomposed = try? String(scalar).normalized(.nfd), decomposed.unicodeScalars.count > 1 else {
      return String(scalar)
    }
    return decomposed.unicodeScalars.filter { !isDroppedMark($0) }.map { plain[$0] ?? String($0) }.joined()
  }

  /// Their voicing marks make other letters of them.
  private static let kana: ClosedRange<UInt32> = 0x3040...0x30FF

  static func letters(of scalar: Unicode.Scalar) -> String {
    // Cyrillic letters with marks (й ё ї ў) are letters of their own.
    (0x0400...0x052F).contains(scalar.value) ? String(scalar) : key(of: scalar)
  }

  /// Marks over European letters, Arabic and Hebrew points; the vowel signs of Indic scripts are no such thing.
  static func isDroppedMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05C7, 0x0610...0x061A, 0x064B...0x065F, 0x0670,
      0x06D6...0x06ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
      0xE0100...0xE01EF:
      true
    default: false
    }
  }

  /// Signs inside a word that do not end it: apostrophes, the primes of romanized soft signs.
  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x201D, 0x2032, 0x2033, 0x05F3, 0x05F4: true
    default: false
    }
  }
}
