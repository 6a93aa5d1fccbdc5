public import NameModel
import Transliteration

/// A word that no capital tells from others, in a script without capitals; or a foreign name in katakana.
public struct CaselessWord: Hashable, Sendable {
  /// In bytes.
  public var range: Range<Int>
  /// A run of katakana with middle dots in it, which sets a foreign name apart as capitals do.
  public var isKatakana = false
  /// Whether there is a middle dot between its parts.
  public var hasParts = false
}

extension ScanSession {
  /// The rules of inflection that words are read by.
  public var inflections: InflectionTables { scanner.inflections }

  /// The words of scripts without capitals that set words apart by spaces (Arabic, Hebrew, Devanagari …), and the runs of
  /// katakana, in the order of the text.
  ///
  /// - Parameter limit: no more than so many, which bounds time and memory.
  public func caselessWords(in bytes: [UInt8], range: Range<Int>, limit: Int) -> [CaselessWord] {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var found: [CaselessWord] = []
    bytes.withUnsafeBufferPointer { buffer in
      guard let text = ScanText(buffer) else { return }
      let folding = scanner.folding
      var place = range.lowerBound
      while place < range.upperBound, found.count < limit {
        // Letters of the scripts with capitals are below U+0580.
        guard buffer[place] >= Self.firstLead else {
          place += 1
          continue
        }
        let start = place
        let entry = folding.entry(of: text.scalar(at: &place))
        switch entry.kind {
        case .letter:
          // A word that other letters have begun is none of these.
          let isBehindLetter = start > range.lowerBound && Self.isLetter(before: start, text, folding)
          guard !isBehindLetter, words[0].read(text, at: start, folding: folding) else { continue }
          place = max(place, words[0].end)
          if !entry.isUpper, entry.rawValue & FoldEntry.lowerBit == 0 {
            found.append(CaselessWord(range: start..<words[0].end))
          }
        case .katakana:
          var end = place
          var parts = 1
          while place < range.upperBound {
            let kind = folding.entry(of: text.scalar(at: &place)).kind
            if kind == .katakana { end = place } else if kind == .middleDot { parts += 1 } else { break }
          }
          place = end
          found.append(CaselessWord(range: start..<end, isKatakana: true, hasParts: parts > 1))
        default: break
        }
      }
    }
    return found
  }

  /// The first byte of U+0580, behind the letters of Armenian capitals.
  private static let firstLead: UInt8 = 0xD6

  private static func isLetter(before position: Int, _ text: ScanText, _ folding: FoldTable) -> Bool {
    var place = position - 1
    while place > 0, text.base[place] & 0xC0 == 0x80 { place -= 1 }
    return folding.entry(of: text.scalar(at: &place)).kind == .letter
  }

  /// Where the names may begin that a word of a text holds behind a proclitic, by the rules of the languages of the text:
  /// places in bytes.
  public func beginnings(of bytes: [UInt8], in range: Range<Int>) -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let text = ScanText(buffer), range.upperBound <= bytes.count, !range.isEmpty else { return [] }
      let word = words[0]
      guard word.read(text, at: range.lowerBound, folding: scanner.folding) else { return [] }
      var result: [Int] = []
      activeRules.beginnings(of: word) { _, first, _, _ in
        let place = word.offset(first)
        if !result.contains(place) { result.append(place) }
      }
      return result
    }
  }
}
