import NameModel
import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

@Suite("Words of forms")
struct WordsBuilderTests {
  private static let names = [
    "Kim Jong Un", "Un Kim Jong", "Li Hongzhong", "Ouyang Xiu", "Xiu Ouyang", "Zhuge Liang", "Al Gore", "Duran Duran",
    "De la Cruz", "Acme Limited Liability Company", "Vice President", "Dr", "Dr Jr", "Maria del Carmen", "Abu Bakr",
    "St John", "O'Brien", "a b c d e f g h i j", "Louis 14", "Jean-Luc Picard", "Wang Xiaoming", "Mao Tse-tung",
    "Sun Yat Sen", "Sergei Shoigu", "Sergei Kuzhugetovich Shoigu", "Léon Blum", "Чо Чун Рён", "Liu Bang", "Bang Liu",
    "Company Limited", "The Limited", "Chen", "Xi", "Si Ma Qian", "Qian Sima",
  ]

  /// Plain names go a way of their own; words and keys are those that the interpretation of the name gives.
  @Test func wordsAndKeysAreThoseOfTheInterpretedName() throws {
    let tables = try SmallIndex.tables()
    let keyer = NameKeyer(tables: tables)
    let entities = Self.names.enumerated().map { number, name in
      Entity(id: "e\(10 + number)", type: .person, names: [SmallIndex.form(name, "en", .pref)])
    }
    let index = try NameIndex(bytes: SmallIndex.bytes(entities, [], []))
    var keysOfForms: [NameKey: [UInt32]] = [:]
    for (number, name) in Self.names.enumerated() {
      let form = UInt32(number)
      let folded = try FoldedName(name, han: tables.han)
      let expected = keyer.words(of: InterpretedName(folded, tables: tables))
      var written: [String] = []
      var others: [String] = []
      try index.forEachWord(ofForm: form) { word, isWritten throws(SectionedFileError) in
        let letters = try index.letters(ofWord: word)
        if isWritten { written.append(letters) } else { others.append(letters) }
      }
      #expect(written == expected.written.map(\.letters), "\(name)")
      #expect(others == expected.others.map(\.letters), "\(name)")
      for word in expected.written + expected.others {
        let number = try #require(try index.word(Array(word.letters.utf8)))
        for key in keyer.keys(of: word, .building) {
          #expect(try index.words(for: key).contains(number), "\(word.letters) of \(name)")
        }
      }
      for key in keyer.keys(ofForm: folded, language: .undetermined) { keysOfForms[key, default: []].append(form) }
    }
    for (key, forms) in keysOfForms { #expect(try index.forms(for: key) == forms) }
    #expect(keysOfForms.count == Int(try index.file.section(IndexFormat.meta).uint32(at: 20)))
  }
}
