import SectionedFile

/// How names are read that their writing alone does not tell: kanji by their readings in kana, Arabic and Hebrew words by
/// their vowels. Read from `Tables/names/names-jpn.tsv` and `vocalizations-*.tsv`.
public struct NameReadings: Sendable {
  /// One reading of a written name, with what it costs to believe in it (−100 · ln of its share among the readings).
  public struct Reading: Hashable, Sendable {
    public var text: String
    public var cost: Int

    public init(text: String, cost: Int) {
      self.text = text
      self.cost = cost
    }
  }

  /// By written name, the likeliest reading first.
  private let readings: [String: [Reading]]
  /// The longest written name, in characters.
  let longestName: Int

  /// - Parameter weights: by written name and reading, how frequent it is.
  public init(weights: [String: [String: Double]]) {
    readings = weights.mapValues { list in
      let total = list.values.sorted().reduce(0, +)
      return list.map { Reading(text: $0, cost: NaturalLogarithm.cost($1, of: total)) }
        .sorted { ($0.cost, $0.text.utf8Bytes) < ($1.cost, $1.text.utf8Bytes) }
    }
    longestName = weights.keys.map(\.count).max() ?? 0
  }

  /// Every written name with its readings.
  var all: [String: [Reading]] { readings }

  /// The readings of a name, the likeliest first; none where the table does not have it.
  public func readings(of name: String) -> [Reading] { readings[name] ?? [] }

  func encode(to writer: inout ByteWriter) {
    writer.append(UInt32(longestName))
    writer.append(UInt32(readings.count))
    for (name, list) in readings.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      writer.append(name)
      writer.append(UInt32(list.count))
      for reading in list {
        writer.append(reading.text)
        writer.append(UInt32(clamping: reading.cost))
      }
    }
  }

  init(decoding reader: inout ByteReader) throws(SectionedFileError) {
    longestName = try Int(reader.uint32())
    var readings: [String: [Reading]] = [:]
    for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
      let name = try reader.string()
      var list: [Reading] = []
      for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
        list.append(Reading(text: try reader.string(), cost: try Int(reader.uint32())))
      }
      readings[name] = list
    }
    self.readings = readings
  }
}

/// Japanese names in kanji, read by the tables of surnames and given names: no rule reads them.
public struct JapaneseNames: Sendable {
  let family: NameReadings
  let given: NameReadings

  /// A name read in kana, surname and given name apart.
  public struct Reading: Hashable, Sendable {
    public var family: String
    public var given: String
    public var cost: Int

    /// The parts with a space between them; one alone where there is no other.
    public var text: String { [family, given].filter { !$0.isEmpty }.joined(separator: " ") }
  }

  /// The longest name that can be read, in characters.
  var longestName: Int { family.longestName + given.longestName + 1 }

  /// What it costs that only a surname, or only a given name, is known.
  private static let partCost = 300

  /// The readings of a name, the likeliest first; none where its parts are not in the tables.
  ///
  /// - Parameter name: kanji and kana, with or without a space between surname and given name.
  public func readings(of name: String, limit: Int = 10) -> [Reading] {
    let words = name.split { $0.isWhitespace || $0 == "・" }.map(String.init)
    var found: [Reading] = []
    func add(_ surname: String, _ givenName: String) {
      for first in family.readings(of: surname).prefix(4) {
        for second in given.readings(of: givenName).prefix(6) {
          found.append(Reading(family: first.text, given: second.text, cost: first.cost + second.cost))
        }
      }
    }
    switch words.count {
    case 2: add(words[0], words[1])
    case 1:
      let characters = Array(words[0])
      if characters.count >= 2 {
        for place in 1..<min(characters.count, family.longestName + 1) {
          add(String(characters[..<place]), String(characters[place...]))
        }
      }
      if found.isEmpty {
        found += family.readings(of: words[0]).map {
          Reading(family: $0.text, given: "", cost: $0.cost + Self.partCost)
        }
        found += given.readings(of: words[0]).map { Reading(family: "", given: $0.text, cost: $0.cost + Self.partCost) }
      }
    default: return []
    }
    // One reading may come of two divisions.
    var best: [String: Reading] = [:]
    for reading in found where reading.cost < best[reading.text]?.cost ?? .max { best[reading.text] = reading }
    return Array(best.values.sorted { ($0.cost, $0.text.utf8Bytes) < ($1.cost, $1.text.utf8Bytes) }.prefix(limit))
  }
}
