import Testing
import Transliteration

@testable import NameMatching

/// Spellings made ready: in which languages, in which order of words they are read.
struct PreparedNameTests {
  private func prepare(_ text: String) throws -> PreparedName { try PreparedName(text, tables: compiledTables()) }

  @Test func nativeFormsHaveOneReading() throws {
    for (text, language) in [("조춘룡", SourceLanguage.korean), ("李鸿忠", .chinese)] {
      let readings = try prepare(text).readings
      #expect(readings.map(\.language) == [language])
      #expect(readings.first?.script == language.nativeScript)
      #expect(readings.first?.ownCosts() == [3: 0])
      #expect(readings.first?.isWellFormed == true)
    }
  }

  @Test func spellingsAreReadInBothOrders() throws {
    let readings = try prepare("Chun-ryong Jo").readings.filter { $0.language == .korean }
    #expect(readings.map(\.isReordered) == [false, true])
    #expect(readings.map(\.spelled.words) == [["chun", "ryong", "jo"], ["jo", "chun", "ryong"]])
    #expect(try prepare("Jo").readings.filter { $0.language == .korean }.map(\.isReordered) == [false])
  }

  @Test func wellFormedNames() throws {
    func isWellFormed(_ text: String, _ language: SourceLanguage) throws -> Bool {
      try prepare(text).readings.contains { $0.language == language && $0.isWellFormed }
    }
    #expect(try isWellFormed("Kim Jong Un", .korean))
    #expect(try isWellFormed("Ким Чен Ын", .korean))
    #expect(try isWellFormed("Li Hongzhong", .chinese))
    #expect(try isWellFormed("Ли Хунчжун", .chinese))
    #expect(try !isWellFormed("Sergei Shoigu", .chinese))
    #expect(try !isWellFormed("Kim", .korean), "one syllable is no whole name")
  }

  @Test func unreadableNamesHaveNoReadings() throws {
    for text in ["محمد", "Schtschrbk", "Երևան", "123", "Kim 정은", "a b c d e f g", String(repeating: "ka", count: 49)] {
      #expect(try prepare(text).readings.isEmpty, "\(text)")
    }
  }

  @Test func patronymics() {
    for word in [
      "владимирович", "кужугетович", "ивановна", "ильинична", "vladimirovich", "wladimirowitsch", "андріївна",
    ] {
      #expect(Patronymic.isOne(word), "\(word)")
    }
    for word in ["", "вич", "путин", "kim", "maria", "смирнова", "pavlov"] {
      #expect(!Patronymic.isOne(word), "\(word)")
    }
  }

  @Test func failuresAreTyped() {
    #expect(throws: FoldedName.Failure.empty) { try prepare("") }
    #expect(throws: FoldedName.Failure.noLetters) { try prepare("...") }
    #expect(throws: FoldedName.Failure.tooLong(bytes: 5000)) { try prepare(String(repeating: "a", count: 5000)) }
  }
}
