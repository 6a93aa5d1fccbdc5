import SectionedFile

/// How the Han characters are read in one language, and the simplified form of each.
///
/// Mandarin readings and simplified forms are ICU's, taken when the tables are compiled; those of other languages stand in
/// `Tables/systems/readings`.
public struct HanReadings: Sendable {
  /// One character: its reading (Mandarin: pinyin without tones, `lü` with the diaeresis) and its simplified form.
  public struct Character: Hashable, Sendable {
    public var scalar: UInt32
    public var reading: String
    public var simplified: UInt32

    public init(scalar: UInt32, reading: String, simplified: UInt32) {
      self.scalar = scalar
      self.reading = reading
      self.simplified = simplified
    }
  }

  /// The readings, by number.
  let syllables: [String]
  /// Scalar → number of the reading + 1 in the low 12 bits, 0 for none; then the simplified form in 18 bits, 0 for itself;
  /// then whether words with readings of their own begin with the character.
  private let characters: ScalarTable
  /// Words (simplified) whose characters are not read as they are alone, with the numbers of their readings; longest first.
  private let words: [UInt32: [Word]]

  private struct Word: Hashable, Sendable {
    var characters: [UInt32]
    var readings: [UInt16]
  }

  private static let readingBits: UInt32 = 12
  private static let simplifiedMask: UInt32 = 0x3FFFF
  private static let beginsWord: UInt32 = 1 << 30

  /// The number of the reading of a character in `syllables`.
  @inline(__always)
  func number(of scalar: UInt32) -> Int? {
    let value = characters[scalar]
    guard value != ScalarTable.unlisted, value & 0xFFF != 0 else { return nil }
    return Int(value & 0xFFF) - 1
  }

  @inline(__always)
  func simplified(_ scalar: UInt32) -> UInt32 {
    let value = characters[scalar]
    let form = value >> Self.readingBits & Self.simplifiedMask
    return value == ScalarTable.unlisted || form == 0 ? scalar : form
  }

  /// The readings of the word that begins at `offset` of a text, where one does whose characters are read otherwise than
  /// alone.
  @inline(__always)
  func word(at offset: Int, of bytes: UnsafeBufferPointer<UInt8>, beginningWith scalar: UInt32) -> [UInt16]? {
    let value = characters[scalar]
    guard value & Self.beginsWord != 0, value != ScalarTable.unlisted else { return nil }
    return listedWord(at: offset, of: bytes, beginningWith: simplified(scalar))
  }

  @inline(never)
  private func listedWord(
    at offset: Int, of bytes: UnsafeBufferPointer<UInt8>, beginningWith scalar: UInt32
  ) -> [UInt16]? {
    words[scalar]?.first { word in
      var place = offset
      return word.characters.allSatisfy { place < bytes.count && simplified(bytes.scalar(at: &place)) == $0 }
    }?.readings
  }

  /// The reading of a character; `nil` for what is no Han character or has none.
  public func reading(of scalar: Unicode.Scalar) -> String? { number(of: scalar.value).map { syllables[$0] } }

  /// The simplified form of a character, which is the character itself where there is no other.
  public func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(simplified(scalar.value)) ?? scalar
  }

  /// Every character of `text` in its simplified form.
  public func simplified(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(simplified(scalar)) }
    return result
  }

  /// - Parameter words: words in simplified characters with the reading of each character.
  public init(_ characters: [Character], words: [String: [String]] = [:]) {
    let syllables = Set(characters.map(\.reading) + words.values.joined()).sorted { $0.utf8Bytes < $1.utf8Bytes }
    precondition(syllables.count < 0xFFF, "no language has so many syllables")
    let numbers = Dictionary(uniqueKeysWithValues: syllables.enumerated().map { ($1, UInt32($0)) })
    let forms = Dictionary(characters.map { ($0.scalar, $0.simplified) }, uniquingKeysWith: { first, _ in first })
    var values: [UInt32: UInt32] = [:]
    for character in characters where values[character.scalar] == nil {
      let settled = Self.settled(character.scalar, forms)
      values[character.scalar] =
        (numbers[character.reading] ?? 0) + 1 | (settled == character.scalar ? 0 : settled << Self.readingBits)
    }
    self.syllables = syllables
    var wordsByHead: [UInt32: [Word]] = [:]
    for (word, readings) in words {
      let scalars = word.unicodeScalars.map(\.value)
      precondition(scalars.count == readings.count && scalars.count > 1, "each character of a word has a reading")
      wordsByHead[scalars[0], default: []].append(
        Word(characters: scalars, readings: readings.map { UInt16(numbers[$0] ?? 0) }))
    }
    self.words = wordsByHead.mapValues { words in
      words.sorted {
        $0.characters.count == $1.characters.count
          ? $0.characters.lexicographicallyPrecedes($1.characters) : $0.characters.count > $1.characters.count
      }
    }
    for scalar in values.keys where wordsByHead[Self.settled(scalar, forms)] != nil {
      values[scalar]? |= Self.beginsWord
    }
    self.characters = ScalarTable(blocks: Set(values.keys.map { $0 >> ScalarTable.blockBits })) { values[$0] ?? 0 }
  }

  /// The form at which simplifying again and again comes to rest. ICU writes 苧 for 薴, 苎 for 苧 and 苧 for 苎: all of such
  /// a circle become its first character, so that folding twice is folding once.
  private static func settled(_ scalar: UInt32, _ forms: [UInt32: UInt32]) -> UInt32 {
    var path = [scalar]
    var last = scalar
    while let next = forms[last], next != last {
      if let start = path.firstIndex(of: next) { return path[start...].min() ?? next }
      path.append(next)
      last = next
    }
    return last
  }

  func encode(to writer: inout ByteWriter) {
    writer.append(UInt32(syllables.count))
    for syllable in syllables { writer.append(syllable) }
    characters.encode(to: &writer)
    let list = words.sorted { $0.key < $1.key }.flatMap(\.value)
    writer.append(UInt32(list.count))
    for word in list {
      writer.append(array: word.characters)
      writer.append(array: word.readings)
    }
  }

  init(decoding reader: inout ByteReader, in region: ByteRegion) throws(SectionedFileError) {
    var syllables: [String] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { syllables.append(try reader.string()) }
    self.syllables = syllables
    characters = try ScalarTable(decoding: &reader, in: region)
    guard characters.values.allSatisfy({ $0 & 0xFFF <= UInt32(syllables.count) }) else {
      throw region.damaged(at: 0, "a reading does not exist")
    }
    var words: [UInt32: [Word]] = [:]
    for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
      let word = Word(characters: try reader.array(), readings: try reader.array())
      guard let head = word.characters.first, word.characters.count == word.readings.count,
        word.readings.allSatisfy({ Int($0) < syllables.count })
      else { throw region.damaged(at: 0, "a word has no readings") }
      words[head, default: []].append(word)
    }
    self.words = words
  }
}
