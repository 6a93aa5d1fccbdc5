import NameModel
import Testing

@testable import Transliteration

/// The list of Korean surnames (`Tables/names/surnames-kor.tsv`).
struct KoreanSurnamesTests {
  private static func rows() throws -> [PlainTable.Row] {
    try PlainTable.read("\(tablesFolder)/names/surnames-kor.tsv").rows
  }

  /// What a surname is written with has the readings that make the surname: 柳 is 류, and 유 at the head of a word; 金 is
  /// mostly 김, but 금 in 魚金.
  @Test func hanjaHaveTheReadingsOfTheSurname() throws {
    let rows = try PlainTable.read("\(tablesFolder)/systems/readings/ko.tsv").rows
    let readings = Dictionary(grouping: rows) { $0["character"] }.mapValues { Set($0.map { $0["reading"] }) }
    for row in try Self.rows() where !row["hanja"].isEmpty {
      let (hanja, surname) = (Array(row["hanja"]), Array(row["surname"].unicodeScalars))
      try #require(hanja.count == surname.count, "\(row["hanja"])")
      for (place, syllable) in surname.enumerated() {
        let written = readings[String(hanja[place]), default: []].compactMap(\.unicodeScalars.first)
        #expect(written.contains { (place == 0 ? HanjaReading.headForm($0) : $0) == syllable }, "\(row["hanja"])")
      }
    }
  }

  @Test func hanjaBelongToListedSurnames() throws {
    let listed = try Set(Self.rows().filter { $0["hanja"].isEmpty }.map { $0["surname"] })
    for row in try Self.rows() { #expect(listed.contains(row["surname"]), "\(row["surname"])") }
  }

  /// Surnames of fewer than 500 bearers divide no word that may be something else.
  @Test(arguments: ["다", "무", "번", "등", "즙", "총"])
  func rareSurnamesAreMarked(_ surname: String) throws {
    let surnames = try compiledTables().surnames
    #expect(surnames.korean.contains(surname) && surnames.koreanRare.contains(surname))
  }

  @Test func frequentSurnamesWithHanjaStayFrequent() throws {
    let surnames = try compiledTables().surnames
    #expect(["김", "강", "구", "누"].map(surnames.koreanRare.contains) == [false, false, false, true])
  }
}
