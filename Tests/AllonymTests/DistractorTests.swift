import NameMatching
import NameModel
import Testing

@testable import Allonym

/// Who else is in the index changes who is meant, never how well a spelling fits.
@Suite("Distractors")
struct DistractorTests {
  private static let korean = Array("김이박최정강조윤장임한오서신권황안송전홍춘룡철수영희민호준은일")
  private static let chinese = Array("王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗鸿忠伟芳娜秀英敏静丽强章")
  private static let given = ["Ivan", "Sergei", "Anna", "Boris", "Pyotr", "Dmitry", "Alexander", "Maria"]
  private static let family = ["Ivanov", "Shchukin", "Sidorov", "Rudenko", "Petrov", "Shoikhet", "Matsyuk", "Volkov"]

  private static func distractors(_ count: Int, avoiding names: Set<String>) -> [Entity] {
    var random = SplitMix(seed: 500)
    var result: [Entity] = []
    while result.count < count {
      let text: String
      let language: String
      switch random.next() % 3 {
      case 0:
        text = String((0..<3).compactMap { _ in korean.randomElement(using: &random) })
        language = "ko"
      case 1:
        text = String((0..<3).compactMap { _ in chinese.randomElement(using: &random) })
        language = "zh-Hans"
      default:
        text = [given, family].compactMap { $0.randomElement(using: &random) }.joined(separator: " ")
        language = "en"
      }
      if names.contains(text) { continue }
      result.append(Entity(id: "distractor-\(result.count)", type: .person, names: [form(text, language)]))
    }
    return result
  }

  @Test func fiveHundredStrangersChangeNoScore() async throws {
    let tables = try Package.tables()
    let names = Set(tables.entities.flatMap { $0.names.map(\.text) })
    let crowded = try OwnIndex(tables.entities + Self.distractors(500, avoiding: names), tables.decisions)
    let alone = try Resolver()
    var queries = Expected.all.map { ($0.query, $0.id) }
    for entity in everyNth(tables.entities, count: 60) {
      queries += entity.names.filter { $0.kind == .pref && $0.status != .rejected }.map { ($0.text, entity.id) }
    }
    let resolver = crowded.resolver
    let wrong = try await concurrently(queries) { query, id -> String? in
      func score(_ resolver: Resolver) throws -> Double? {
        try resolver.resolve(query, limit: .max).candidates.first { $0.entity.id == id }?.evidence.score
      }
      let (expected, found) = (try score(alone), try score(resolver))
      return expected == found && expected != nil
        ? nil : "\(query) of \(id): \(String(describing: expected)) became \(String(describing: found))"
    }
    #expect(wrong.compactMap { $0 }.isEmpty, "\(wrong.compactMap { $0 })")
  }

  /// A pair is compared by its spellings; a matcher without tables knows of nobody.
  @Test func pairsAreComparedByThemselves() throws {
    let pairs = [
      ("Kim Chen Yn", "Kim Jong Un"), ("Cho Chun Ren", "조춘룡"), ("Kim Jong Un", "Kim Jong Il"),
      ("Matsegora", "Мацегора"),
    ]
    let before = try pairs.map { try Matcher(resolver: nil).match($0.0, $0.1) }
    let index = try OwnIndex(Self.distractors(50, avoiding: []))
    _ = try index.resolver.resolve("Kim Jong Un")
    #expect(try pairs.map { try Matcher(resolver: nil).match($0.0, $0.1) } == before)
    // An index in which nobody of the pair stands says nothing about it either.
    let strangers = try OwnIndex([Entity(id: "x", type: .place, names: [form("Reykjavík", "is")])])
    #expect(try pairs.map { try Matcher(resolver: strangers.resolver).match($0.0, $0.1) } == before)
  }
}
