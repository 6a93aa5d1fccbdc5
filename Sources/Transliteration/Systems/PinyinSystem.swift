import UnicodeText

/// A system that reads pinyin and writes its syllables in another way.
final class PinyinSystem: Sendable {
  private let spellings: [String: String]
  private let segmentation: PinyinSegmentation
  private let style: SyllableStyle

  init(spellings: [String: String], segmentation: PinyinSegmentation, style: SyllableStyle) {
    self.spellings = spellings
    self.segmentation = segmentation
    self.style = style
  }

  func write(_ text: String, trace: inout OffsetTrace?) throws(UnicodeTextError) -> String {
    var result = ""
    var word = ""
    var source = 0
    func flush() throws(UnicodeTextError) {
      guard !word.isEmpty else { return }
      let letters = try word.lowercased().normalized(.nfd)
      let toneless = String(String.UnicodeScalarView(letters.unicodeScalars.filter { !Self.toneMarks.contains($0) }))
      if let syllables = segmentation.split(try toneless.normalized(.nfc)) {
        let spelled = style.join(syllables.map { spellings[$0] ?? $0 })
        result += word.first?.isUppercase == true ? Capitalization.words(spelled) : spelled
      } else {
        result += word
      }
      word = ""
    }
    for character in text {
      if word.isEmpty { trace?.places.append((source, result.utf8.count)) }
      if character.isLetter || character == "'" || character == "’" {
        word.append(character)
      } else {
        try flush()
        trace?.places.append((source, result.utf8.count))
        result.append(character)
      }
      source += character.utf8.count
    }
    try flush()
    trace?.places.append((source, result.utf8.count))
    return try result.normalized(.nfc)
  }

  private static let toneMarks: Set<Unicode.Scalar> = ["\u{0300}", "\u{0301}", "\u{0304}", "\u{030C}"]
}
