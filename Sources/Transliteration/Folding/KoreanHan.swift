/// How Han characters, traditional and simplified, are read in Korean, one by one: 金 is 김, 龙 is 룡.
public struct KoreanHan: Sendable {
  /// From U+3400 on: number of the syllable from U+AC00 on, plus one, in the low half; that at the head of a word as the
  /// South writes it in the high half. 0 for none.
  private let syllables: [UInt32]

  private static let first: UInt32 = 0x3400
  private static let end: UInt32 = 0xA000
  private static let hangul: UInt32 = 0xAC00

  init(_ readings: HanReadings, han: HanReadings) {
    var syllables = [UInt32](repeating: 0, count: Int(Self.end - Self.first))
    for scalar in Self.first..<Self.end {
      guard let number = readings.number(of: scalar), let syllable = readings.syllables[number].unicodeScalars.first,
        (Self.hangul...0xD7A3).contains(syllable.value)
      else { continue }
      let head = HanjaReading.headForm(syllable).value
      let value = syllable.value - Self.hangul + 1 | (head - Self.hangul + 1) << 16
      syllables[Int(scalar - Self.first)] = value
      let simplified = han.simplified(scalar)
      if (Self.first..<Self.end).contains(simplified), syllables[Int(simplified - Self.first)] == 0 {
        syllables[Int(simplified - Self.first)] = value
      }
    }
    self.syllables = syllables
  }

  /// The syllable of a character inside a word, and the one at its head; `nil` for what has no reading.
  public func syllable(of scalar: UInt32) -> (inside: UInt32, head: UInt32)? {
    guard scalar >= Self.first, scalar < Self.end else { return nil }
    let value = syllables[Int(scalar - Self.first)]
    guard value != 0 else { return nil }
    return (Self.hangul + (value & 0xFFFF) - 1, Self.hangul + (value >> 16) - 1)
  }
}

extension TransliterationTables {
  /// How Han characters are read in Korean; `nil` where no table says so.
  public func koreanHan() -> KoreanHan? {
    (try? readings(of: "ko")).flatMap { $0 }.map { KoreanHan($0, han: han) }
  }
}
