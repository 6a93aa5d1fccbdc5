import Transliteration
import UnicodeText

/// Readings and simplified forms of Han characters, asked of ICU while the tables are compiled.
///
/// ICU reads single characters rightly (its data are those of CLDR and Unihan); surnames of their own reading come from
/// `Tables/names`. Taking the facts from the system's ICU keeps third-party files out of the tables.
enum HanData {
  private static let ranges: [ClosedRange<UInt32>] = [0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF]
  private static let toneMarks: Set<Unicode.Scalar> = ["\u{0300}", "\u{0301}", "\u{0304}", "\u{030C}"]

  static func characters() throws -> [HanReadings.Character] {
    let scalars = ranges.joined().compactMap { Unicode.Scalar($0) }.filter { $0.script.code == "Hani" }
    let text = scalars.map { String($0) }.joined(separator: "\n")
    let readings = try Transform(id: "Han-Latin").apply(text).split(separator: "\n", omittingEmptySubsequences: false)
    let simplified = try Transform(id: "Traditional-Simplified").apply(text)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard readings.count == scalars.count, simplified.count == scalars.count else { throw HanDataError.unevenTransform }
    var result: [HanReadings.Character] = []
    for (index, scalar) in scalars.enumerated() {
      let reading = try toneless(String(readings[index]))
      guard reading.unicodeScalars.allSatisfy({ ("a"..."z").contains($0) || $0 == "ü" }), !reading.isEmpty else {
        continue
      }
      let simple = simplified[index].unicodeScalars
      result.append(
        HanReadings.Character(
          scalar: scalar.value, reading: reading, simplified: simple.count == 1 ? simple.first!.value : scalar.value))
    }
    return result
  }

  private static func toneless(_ reading: String) throws -> String {
    let letters = try reading.trimmingSpaces().normalized(.nfd).unicodeScalars.filter { !toneMarks.contains($0) }
    return try String(String.UnicodeScalarView(letters)).normalized(.nfc)
  }
}

enum HanDataError: Error, CustomStringConvertible {
  case unevenTransform

  var description: String { "ICU's Han transforms joined or split lines; the readings cannot be taken from this ICU" }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
