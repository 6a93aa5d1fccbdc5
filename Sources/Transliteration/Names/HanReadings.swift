import SectionedFile

/// The Mandarin reading and the simplified form of Han characters, taken from ICU's data when the tables are compiled.
public struct HanReadings: Sendable {
  /// One character: its toneless reading (`lü` with the diaeresis) and its simplified form.
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

  private static let recordLength = 12
  private let syllables: [String]
  /// Records of scalar (4), simplified scalar (4), number of the syllable (4), sorted by scalar.
  private let records: ByteRegion
  private let count: Int

  /// The reading of a character; `nil` for what is no Han character or has none.
  public func reading(of scalar: Unicode.Scalar) -> String? {
    guard let record = record(of: scalar.value), let syllable = try? records.uint32(at: record + 8) else { return nil }
    return syllables.indices.contains(Int(syllable)) ? syllables[Int(syllable)] : nil
  }

  /// The simplified form of a character, which is the character itself where there is no other.
  public func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let record = record(of: scalar.value), let value = try? records.uint32(at: record + 4) else { return scalar }
    return Unicode.Scalar(value) ?? scalar
  }

  /// Every character of `text` in its simplified form.
  public func simplified(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(simplified(scalar)) }
    return result
  }

  private func record(of scalar: UInt32) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      guard let value = try? records.uint32(at: middle * Self.recordLength) else { return nil }
      if value == scalar { return middle * Self.recordLength }
      if value < scalar { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  static func encode(_ characters: [Character], to writer: inout ByteWriter) {
    let syllables = Set(characters.map(\.reading)).sorted { $0.utf8Bytes < $1.utf8Bytes }
    let numbers = Dictionary(uniqueKeysWithValues: syllables.enumerated().map { ($1, UInt32($0)) })
    writer.append(UInt32(syllables.count))
    for syllable in syllables { writer.append(syllable) }
    writer.append(UInt32(characters.count))
    let forms = Dictionary(characters.map { ($0.scalar, $0.simplified) }, uniquingKeysWith: { first, _ in first })
    for character in characters.sorted(by: { $0.scalar < $1.scalar }) {
      writer.append(character.scalar)
      writer.append(settled(character.scalar, forms))
      writer.append(numbers[character.reading] ?? 0)
    }
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

  init(decoding reader: inout ByteReader) throws(SectionedFileError) {
    var syllables: [String] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { syllables.append(try reader.string()) }
    self.syllables = syllables
    count = try reader.count(elementsOfAtLeast: Self.recordLength)
    records = try reader.region(count: count * Self.recordLength)
  }
}
