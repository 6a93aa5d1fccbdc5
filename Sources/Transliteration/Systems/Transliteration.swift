import UnicodeText

/// What a system made of a text, and from what.
public struct Transliteration: Hashable, Sendable {
  /// In NFC.
  public var text: String
  /// Parts of the result with the parts of the source that they were made from, in order, in UTF-8 offsets. A system that
  /// ICU backs gives one part for all.
  public var parts: [Part]
  /// Letters of the source script that the system does not know, copied to the result as they are.
  public var unknownLetters: [UnknownLetter]

  public struct Part: Hashable, Sendable {
    public var source: Range<Int>
    public var target: Range<Int>
  }

  public struct UnknownLetter: Hashable, Sendable, CustomStringConvertible {
    public var scalar: Unicode.Scalar
    /// Where it stands in the UTF-8 of the result.
    public var offset: Int

    public var description: String {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let point = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return "\(point) \(scalar.properties.name ?? "") at byte \(offset) of the result"
    }
  }

  init(source: String, text: String, trace: OffsetTrace?, sourceScripts: Set<String>, targetScript: String) {
    self.text = text
    var parts: [Part] = []
    var places = trace?.places ?? []
    if places.first.map({ $0 != (0, 0) }) ?? true { places.insert((0, 0), at: 0) }
    places.append((source.utf8.count, text.utf8.count))
    for (first, next) in zip(places, places.dropFirst()) {
      let part = Part(
        source: first.source..<max(first.source, next.source), target: first.target..<max(first.target, next.target))
      if part.source.isEmpty && part.target.isEmpty { continue }
      if let last = parts.last, part.source.isEmpty || part.target.isEmpty || last.source.isEmpty {
        // What was made of nothing, or made nothing, goes with what stands before it.
        parts[parts.count - 1] = Part(
          source: last.source.lowerBound..<max(last.source.upperBound, part.source.upperBound),
          target: last.target.lowerBound..<max(last.target.upperBound, part.target.upperBound))
      } else {
        parts.append(part)
      }
    }
    self.parts = parts
    unknownLetters = Self.letters(of: sourceScripts.subtracting([targetScript]), in: text)
  }

  /// The beginnings and the end of the parts.
  var places: [(source: Int, target: Int)] {
    parts.map { ($0.source.lowerBound, $0.target.lowerBound) }
      + (parts.last.map { [($0.source.upperBound, $0.target.upperBound)] } ?? [])
  }

  /// The scripts that the code of a source script stands for.
  private static let scripts: [String: Set<String>] = [
    "Hrkt": ["Hira", "Kana"], "Jpan": ["Hani", "Hira", "Kana"], "Kore": ["Hang", "Hani"], "Hans": ["Hani"],
    "Hant": ["Hani"],
  ]

  private static func letters(of names: Set<String>, in text: String) -> [UnknownLetter] {
    let scripts = Set(names.flatMap { Self.scripts[$0] ?? [$0] })
    var found: [UnknownLetter] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      // The letters of a script are beyond Latin-1, but for Latin, which nothing is left of where it is the source.
      if scalar.value >= 0x80, scripts.contains(scalar.script.code) {
        found.append(UnknownLetter(scalar: scalar, offset: offset))
      }
      offset += UTF8.width(scalar)
    }
    return found
  }
}
