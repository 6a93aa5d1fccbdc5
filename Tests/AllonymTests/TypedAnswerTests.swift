import NameMatching
import NameModel
import Testing

@testable import Allonym

@Suite("Answers about names that are not in the tables")
struct TypedAnswerTests {
  @Test(arguments: ["Wichit Charoensuk", "Ørjan Berg", "Mạc Đĩnh Chi", "วีรยุทธ", "زكريا", "Θεόφιλος Βέικος"])
  func nobody(query: String) throws {
    let answer = try Resolver().resolve(query)
    #expect(answer.outcome == .different)
    #expect(answer.candidates.isEmpty)
    #expect(answer.best == nil)
  }

  @Test(arguments: ["🙂", "...", "\u{200B}", " ", "\t\n", "—", "\u{301}", "\u{202E}", "\0", "👨‍👩‍👧", "«»", "\u{FEFF}"])
  func noName(query: String) throws {
    let answer = try Resolver().resolve(query)
    #expect(answer.outcome == .cannotCompare(.noName(.noLetters)))
    #expect(answer.candidates.isEmpty)
    #expect(answer.restoration == nil)
    let comparison = try Matcher().match(query, "Kim Jong Un")
    #expect(comparison.outcome == .cannotCompare(.noName(.noLetters)))
    #expect(comparison.score == 0)
  }

  @Test func theEmptyName() throws {
    #expect(try Resolver().resolve("").outcome == .cannotCompare(.noName(.empty)))
    #expect(try Matcher().match("", "").outcome == .cannotCompare(.noName(.empty)))
    #expect(try Matcher().match("Kim", "").outcome == .cannotCompare(.noName(.empty)))
  }

  @Test(arguments: [
    ("Пётр Щеглов", ["Pyotr Shcheglov", "Pëtr Shcheglov"], "bgnpcgn-rus-Cyrl-Latn-1947", "BGN/PCGN 1947"),
    ("박지성", ["Bak Jiseong", "Bak Ji-seong"], "moct-kor-Hang-Latn-2000", "Revised Romanization"),
    ("巴金", ["Bajin", "Ba Jin"], "sac-zho-Hans-Latn-1979", "Hanyu pinyin"),
  ])
  func restoredByRule(query: String, texts: [String], system: String, label: String) throws {
    let answer = try Resolver().resolve(query)
    #expect(answer.outcome == .different)
    #expect(answer.candidates.isEmpty)
    let restoration = try #require(answer.restoration)
    #expect(texts.contains(restoration.text), "\(restoration.text)")
    #expect(restoration.system == system)
    #expect(restoration.label == label)
  }

  @Test func nothingIsRestoredWhereSomebodyIsKnown() throws {
    for expected in Expected.all { #expect(try Resolver().resolve(expected.query).restoration == nil) }
  }

  /// A limit changes how many are shown, never who is meant.
  @Test func aLimitDoesNotSettleATie() throws {
    let index = try OwnIndex([
      Entity(id: "one", type: .person, names: [form("Dmitry Peskov", "en")]),
      Entity(id: "two", type: .person, names: [form("Dmitry Peskov", "en")]),
    ])
    for limit in [-1, 0, 1, 2, 10, .max] {
      let answer = try index.resolver.resolve("Dmitry Peskov", limit: limit)
      #expect(answer.best == nil, "\(limit)")
      #expect(answer.outcome == .compatible, "\(limit)")
      #expect(answer.candidates.count == max(0, min(limit, 2)))
    }
  }

  @Test func indexesThatCannotBeOpened() throws {
    for path in ["/dev/null", "/", "gone/names.allonym", ""] {
      let error = #expect(throws: AllonymError.self, "\(path)") { try Resolver(.file(path)) }
      guard case .index(.cannotRead(path, let reason)) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(!reason.isEmpty)
    }
  }

  @Test func anIndexOfNobody() throws {
    let answer = try OwnIndex([]).resolver.resolve("Kim Jong Un")
    #expect(answer.outcome == .different)
    #expect(answer.candidates.isEmpty)
  }
}
