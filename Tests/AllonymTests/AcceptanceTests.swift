import NameMatching
import NameModel
import Testing

@testable import Allonym

/// A name of the article and what must be said of it.
struct Expected: Sendable, CustomTestStringConvertible {
  var query: String
  var id: String
  var native: String
  var english: String
  /// What the derivation must name, in order; empty where the name is a row of the tables.
  var legs: [String] = []
  var isPart = false

  var testDescription: String { query }

  static let all = [
    Expected(
      query: "Cho Chun Ren", id: "jo-chun-ryong", native: "조춘룡", english: "Jo Chun Ryong",
      legs: ["Korean press Russian", "BGN/PCGN 1947"]),
    Expected(
      query: "Lee Hongzhong", id: "li-hongzhong", native: "李鸿忠", english: "Li Hongzhong",
      legs: ["Palladius", "pinyin restored by the translator"]),
    Expected(
      query: "Чо Чун Рён", id: "jo-chun-ryong", native: "조춘룡", english: "Jo Chun Ryong",
      legs: ["Korean press Russian"]),
    Expected(
      query: "Ли Хунчжун", id: "li-hongzhong", native: "李鸿忠", english: "Li Hongzhong", legs: ["Palladius"]),
    Expected(query: "조춘룡", id: "jo-chun-ryong", native: "조춘룡", english: "Jo Chun Ryong"),
    Expected(query: "李鸿忠", id: "li-hongzhong", native: "李鸿忠", english: "Li Hongzhong"),
    Expected(query: "李鴻忠", id: "li-hongzhong", native: "李鸿忠", english: "Li Hongzhong"),
    Expected(
      query: "Kim Chen Yn", id: "kim-jong-un", native: "김정은", english: "Kim Jong Un",
      legs: ["Korean press Russian", "BGN/PCGN 1947"]),
    Expected(
      query: "Ким Чен Ын", id: "kim-jong-un", native: "김정은", english: "Kim Jong Un",
      legs: ["Korean press Russian"]),
    Expected(
      query: "Hsi Chin-ping", id: "xi-jinping", native: "习近平", english: "Xi Jinping", legs: ["Wade–Giles"]),
    Expected(
      query: "Hassan-Rajin", id: "khasan-rajin-project", native: "Хасан — Раджин", english: "Khasan–Rajin project",
      legs: ["English press spelling"]),
    Expected(
      query: "Хасан – Раджин", id: "khasan-rajin-project", native: "Хасан — Раджин",
      english: "Khasan–Rajin project"),
    Expected(
      query: "Matsegora", id: "alexander-matsegora", native: "Александр Мацегора", english: "Alexander Matsegora",
      legs: ["BGN/PCGN 1947"], isPart: true),
    Expected(query: "Сергей Шойгу", id: "sergei-shoigu", native: "Сергей Шойгу", english: "Sergei Shoigu"),
    Expected(
      query: "Sergey Shoygu", id: "sergei-shoigu", native: "Сергей Шойгу", english: "Sergei Shoigu",
      legs: ["BGN/PCGN 1947"]),
    Expected(query: "Pkhenyan", id: "pyongyang", native: "평양", english: "Pyongyang", legs: ["BGN/PCGN 1947"]),
  ]
}

@Suite("The names of the article")
struct AcceptanceTests {
  @Test(arguments: Expected.all) func theRightEntity(_ expected: Expected) throws {
    let answer = try Resolver().resolve(expected.query)
    let best = try #require(answer.best, "\(answer.candidates.map(\.entity.id))")
    #expect(best.entity.id == expected.id)
    #expect(best.entity.nativeName?.text == expected.native)
    #expect(best.entity.preferredName(for: "en")?.text == expected.english)
    #expect(best.evidence.score >= 0.8)
    #expect(best.evidence.score <= 1)
    #expect(answer.outcome == best.evidence.outcome)
    #expect(answer.outcome == .same || expected.isPart && answer.outcome == .compatible)
    #expect(answer.query == expected.query)
  }

  @Test(arguments: Expected.all) func theReason(_ expected: Expected) throws {
    let best = try #require(try Resolver().resolve(expected.query).best)
    #expect(best.evidence.query == expected.query)
    switch best.evidence.basis {
    case .tableRow:
      #expect(expected.legs.isEmpty)
      #expect(best.evidence.summary.contains("stands in the tables"))
    case .letters:
      Issue.record("\(expected.query) is told by its letters: \(best.evidence.summary)")
    case .derivation(let derivation):
      let labels = derivation.steps.map(\.label)
      #expect(labels.filter(expected.legs.contains) == expected.legs, "\(derivation.path)")
      #expect(derivation.steps.last?.text == expected.query)
      for leg in expected.legs {
        #expect(best.evidence.summary.contains(leg))
        #expect(derivation.path.contains(leg))
      }
    }
  }

  @Test func theWholeJourneyOfARelay() throws {
    let best = try #require(try Resolver().resolve("Cho Chun Ren").best)
    guard case .derivation(let derivation) = best.evidence.basis else {
      Issue.record("\(best.evidence.summary)")
      return
    }
    #expect(derivation.isRelay)
    #expect(derivation.origin == "조춘룡")
    #expect(derivation.language == "ko")
    #expect(derivation.steps.map(\.text) == ["Чо Чун Рён", "Cho Chun Rën", "Cho Chun Ren"])
    #expect(
      derivation.steps.map(\.system) == ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947", nil])
  }

  /// Letter case, spacing and punctuation are a writer's taste.
  @Test(arguments: [
    "CHO CHUN REN", "cho chun ren", "Cho Chun-Ren", " Cho  Chun Ren ", "Cho-Chun-Ren", "Cho Chun Ren.",
    "“Cho Chun Ren”", "ЧО ЧУН РЁН", "Чо Чун-рён", "조 춘룡", "Chun Ren Cho",
  ])
  func tasteDoesNotMatter(query: String) throws {
    let answer = try Resolver().resolve(query)
    #expect(answer.best?.entity.id == "jo-chun-ryong")
    #expect(answer.outcome == .same)
  }

  @Test func theTypeOfTheEntityMayBeAskedFor() throws {
    let resolver = try Resolver()
    #expect(try resolver.resolve("Cho Chun Ren", type: .person).best?.entity.id == "jo-chun-ryong")
    #expect(try resolver.resolve("Cho Chun Ren", type: .place).candidates.isEmpty)
  }
}
