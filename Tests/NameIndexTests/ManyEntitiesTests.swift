import Allonym
import NameModel
import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

@Suite("Many entities")
struct ManyEntitiesTests {
  private static let korean = Array("김이박최정강조윤장임한오서신권황안송전홍춘룡철수영희민호준")
  private static let chinese = Array("王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗鸿忠伟芳娜秀英敏静丽强磊军洋")
  private static let russian = ["Иван", "Пётр", "Сергей", "Анна", "Шойгу", "Мацегора", "Руденко", "Щукин", "Юрьев"]

  static func entities(_ count: Int, seed: UInt64 = 2_000) -> [Entity] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { number in
      var names: [NameForm] = []
      func add(_ text: String, _ language: String, _ kind: NameKind) {
        names.append(SmallIndex.form(text, language, kind, note: number % 7 == 0 ? "note \(number)" : nil))
      }
      switch number % 3 {
      case 0: add(String((0..<3).compactMap { _ in korean.randomElement(using: &random) }), "ko", .pref)
      case 1: add(String((0..<3).compactMap { _ in chinese.randomElement(using: &random) }), "zh-Hans", .pref)
      default:
        add((0..<2).compactMap { _ in russian.randomElement(using: &random) }.joined(separator: " "), "ru", .pref)
      }
      add("Entity number \(number)", "en", .alt)
      return Entity(
        id: "e\(number)", type: EntityType.allCases[number % EntityType.allCases.count],
        country: number % 2 == 0 ? "KP" : nil, born: number % 5 == 0 ? "1950-01-0\(number % 9 + 1)" : nil,
        names: names)
    }
  }

  @Test func twoThousandEntitiesComeBack() throws {
    let entities = Self.entities(2_000)
    let decisions = (1..<500).map { Decision("e\($0)", "e\($0 * 3)", .different, source: "s1") }
    let bytes = try SmallIndex.bytes(entities, decisions)
    let index = try NameIndex(bytes: bytes, verification: .complete)
    let expected = entities.map { entity in
      var entity = entity
      entity.names.sort(by: NameForm.precedes)
      return entity
    }.sorted { $0.id < $1.id }
    #expect(try index.allEntities() == expected)
    for decision in decisions.shuffled().prefix(50) {
      #expect(try index.decision(decision.b, decision.a) == decision)
    }
    let han = try SmallIndex.tables().han
    for number in 0..<UInt32(index.formCount) {
      let form = try index.form(number).form
      #expect(try index.forms(for: .whole(FoldedName(form.text, han: han))).contains(number))
    }
    #expect(try SmallIndex.bytes(entities.reversed(), decisions.reversed()) == bytes)
  }

  @Test func eightThreadsReadOneIndex() throws {
    let index = try NameIndex(bytes: SmallIndex.bytes(Self.entities(200), []))
    let expected = try index.allEntities()
    let han = try SmallIndex.tables().han
    let isEqual = try onThreads(8) { _ in
      for entity in expected {
        for form in entity.names where try index.forms(for: .whole(FoldedName(form.text, han: han))).isEmpty {
          return false
        }
      }
      return try index.allEntities() == expected
    }
    #expect(isEqual == [Bool](repeating: true, count: 8))
  }
}
