import Transliteration

/// A form as the scanner will meet it: words, and single characters of scripts without spaces.
struct ScanForm {
  struct Unit {
    var hash: UInt64
    /// Whether it is a word of a script that sets words apart, as against a single character.
    var isWord: Bool
    /// The folded character, or the first two of a word; 0 for none.
    var scalar: UInt32 = 0
    var second: UInt32 = 0
    /// Number of folded characters.
    var length: Int
    /// Number of the part of the name that the unit belongs to: parts are apart by spaces or middle dots.
    var part: Int
  }

  private(set) var units: [Unit] = []
  private(set) var separators = 0
  private(set) var isPunctuated = false
  private(set) var isCapital = false
  private(set) var isAcronym = false
  /// How many words begin with a small letter.
  private(set) var smallWords = 0

  /// Longer forms are not looked for.
  static let unitLimit = 64

  /// - Parameter word: memory to read words into.
  init(_ form: String, folding: FoldTable, word: ScanWord) {
    var form = form
    form.withUTF8 { buffer in
      guard let text = ScanText(buffer) else { return }
      read(text, folding, word)
    }
  }

  private mutating func read(_ text: ScanText, _ folding: FoldTable, _ word: ScanWord) {
    var place = 0
    var part = 0
    var letters = 0
    var small = 0
    var isSeparated = false
    while place < text.count {
      let begin = place
      let entry = folding.entry(of: text.scalar(at: &place))
      let kind = entry.kind
      if kind == .letter || kind.isUnspaced {
        if isSeparated, !units.isEmpty {
          part += 1
          separators += 1
        }
        isSeparated = false
        if units.isEmpty { isCapital = entry.isUpper }
        if kind == .letter {
          guard word.read(text, at: begin, folding: folding) else {
            if word.isTooLong { units = [] }
            return
          }
          units.append(
            Unit(
              hash: word.hash, isWord: true, scalar: word.scalar(0), second: word.count > 1 ? word.scalar(1) : 0,
              length: word.count, part: part))
          letters += word.count
          if !word.startsUpper { smallWords += 1 }
          if word.hasLower { small += 1 }
          place = word.end
        } else {
          units.append(
            Unit(
              hash: ScanHash.step(ScanHash.seed, entry.value), isWord: false, scalar: entry.value, length: 1, part: part
            ))
        }
      } else {
        switch kind {
        case .space, .newline, .middleDot: isSeparated = true
        case .punctuation, .other: isPunctuated = true
        default: break
        }
      }
    }
    // Longer ones are written as words, too: Unesco.
    isAcronym = isCapital && small == 0 && (2...3).contains(letters) && units.count <= 2
    if units.count > Self.unitLimit { units = [] }
  }

  /// The sequence that lookups begin with: one word, or two characters of a script without spaces. `nil` for forms of a
  /// single such character, which mean too much else.
  var startLength: Int? {
    guard let first = units.first else { return nil }
    if first.isWord { return 1 }
    return units.count > 1 && !units[1].isWord ? 2 : nil
  }

  /// The units of one part, or `nil` for one too short to stand alone.
  func part(_ number: Int) -> ArraySlice<Unit>? {
    guard let first = units.firstIndex(where: { $0.part == number }),
      let last = units.lastIndex(where: { $0.part == number })
    else { return nil }
    let slice = units[first...last]
    let length = slice.reduce(0) { $0 + $1.length }
    return length >= 2 ? slice : nil
  }

  var partCount: Int { (units.last?.part ?? -1) + 1 }

  var flags: ScanPosting.Flags {
    var flags: ScanPosting.Flags = []
    if isCapital { flags.insert(.capital) }
    if isAcronym { flags.insert(.acronym) }
    if isPunctuated { flags.insert(.punctuated) }
    if units.count == 1 || units.count == 2 && !units[0].isWord { flags.insert(.short) }
    return flags
  }
}
