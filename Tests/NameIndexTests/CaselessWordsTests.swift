import Allonym
import NameModel
import Testing

@testable import NameIndex

@Suite("Words without capitals")
struct CaselessWordsTests {
  private static func words(_ text: String, limit: Int = 100) throws -> [String] {
    let curated = try CuratedTables.shared.get()
    let index = try NameIndex(bytes: SmallIndex.bytes(SmallIndex.entities, [], []))
    let scanner = try NameScanner(
      index, tables: curated.transliteration, inflections: InflectionTables(curated.index.file))
    let bytes = Array(text.utf8)
    return ScanSession(scanner).caselessWords(in: bytes, range: 0..<bytes.count, limit: limit).map {
      String(decoding: bytes[$0.range], as: UTF8.self) + ($0.hasParts ? "!" : "")
    }
  }

  @Test(arguments: [
    ("A b Вг Αβ Ա", []), ("قال بوتين: نعم", ["قال", "بوتين", "نعم"]), ("x זה y", ["זה"]),
    ("セルゲイ・ショイグとプーチンが", ["セルゲイ・ショイグ!", "プーチン"]), ("aقالb", []), ("", []),
  ])
  func wordsAreFound(text: String, expected: [String]) throws {
    #expect(try Self.words(text) == expected)
  }

  @Test func thereIsALimit() throws {
    #expect(try Self.words(String(repeating: "قال ", count: 50), limit: 7).count == 7)
  }

  @Test(arguments: [
    ("Владимир Владимирович Путин", "Владимир Путин"), ("Путин Владимир Владимирович", "Путин Владимир"),
    ("Анна Ильинична Иванова", "Анна Иванова"), ("Ольга Петрівна Коваль", "Ольга Коваль"),
  ])
  func patronymicsAreLeftOut(full: String, short: String) {
    #expect(PatronymicName.shortened(full) == short)
  }

  @Test(arguments: ["Ким Чен Ын", "Иван Петрович", "Вайнович Лиза Мари", "a  b"])
  func otherNamesStayWhole(name: String) { #expect(PatronymicName.shortened(name) == nil) }

  /// Eight bytes at a time and one after the other read alike: letters of all kinds at every distance from a name.
  @Test func lettersAreReadAlikeAtEveryDistance() throws {
    for (letter, form) in [("a", "Li Hongzhong"), ("я", "Сергей Шойгу"), ("ß", "Li Hongzhong"), ("aя", "Сергей Шойгу")]
    {
      for length in 0..<40 {
        for tail in ["", "'", "’a", "é", "Z", "9", "-"] {
          let text = "o" + String(repeating: letter, count: length) + tail + " \(form), ok"
          let curated = try CuratedTables.shared.get()
          let index = try NameIndex(bytes: SmallIndex.bytes(SmallIndex.entities, [], []))
          let scanner = try NameScanner(
            index, tables: curated.transliteration, inflections: InflectionTables(curated.index.file))
          let bytes = Array(text.utf8)
          let hits = ScanSession(scanner).scan(bytes, in: 0..<bytes.count).hits
          #expect(hits.contains { String(decoding: bytes[$0.range], as: UTF8.self) == form }, "\(text)")
        }
      }
    }
  }
}
