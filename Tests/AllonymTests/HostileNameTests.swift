import NameMatching
import NameModel
import Testing

@testable import Allonym

@Suite("Hostile names")
struct HostileNameTests {
  @Test(arguments: ["a", "김", "Чо ", "\u{301}", "李", "🙂", "\0"])
  func tenMegabytes(unit: String) throws {
    let text = String(repeating: unit, count: 10_000_000 / unit.utf8.count)
    let failure = Outcome.cannotCompare(.noName(.tooLong(bytes: text.utf8.count)))
    let resolver = try Resolver()
    #expect(try resolver.resolve(text).outcome == failure)
    let matcher = try Matcher(resolver: resolver)
    #expect(try matcher.match(text, "Kim Jong Un").outcome == failure)
    #expect(try matcher.match("Kim Jong Un", text).outcome == failure)
    #expect(try matcher.match("Kim Jong Un", text).score == 0)
  }

  /// The longest text that is compared, made of what could be read in the most ways.
  @Test(arguments: [
    "a", "a ", "k", "chi", "shi zhi ", "an", "n g", "김", "김 ", "李", "чо ", "ш", "щ", "jo-", "o'", "1", "ß", "ﷺ",
    "Kim ", "ng",
  ])
  func theLongestName(unit: String) throws {
    let text = String(repeating: unit, count: 4_096 / unit.utf8.count)
    let answer = try Resolver().resolve(text)
    for candidate in answer.candidates { #expect(candidate.evidence.score < 0.8) }
    let comparison = try Matcher(resolver: nil).match(text, text)
    #expect(comparison.outcome == .same || comparison.outcome == .compatible, "\(comparison.summary)")
    _ = try Matcher(resolver: nil).match(text, "Kim Jong Un")
  }

  /// As long as a lattice may be, in two spellings: still in time.
  @Test func theLongestReadings() throws {
    let matcher = try Matcher(resolver: nil)
    for (first, second) in [("ang", "анг"), ("gi", "ги"), ("chun", "чун"), ("a", "а"), ("yong", "ён")] {
      let a = String(String(repeating: first, count: 96).prefix(96))
      let b = String(String(repeating: second, count: 96).prefix(48))
      _ = try matcher.match(a, b)
      _ = try matcher.match(a, a + "n")
      _ = try Resolver().resolve(a)
    }
  }

  /// Controls around and inside a known name are no part of it.
  @Test(arguments: [
    "\u{202E}Cho Chun Ren\u{202C}", "\u{2066}Cho Chun Ren\u{2069}", "Cho\u{200E} Chun Ren", "\u{FEFF}Cho Chun Ren",
    "Cho Chun Ren\0", "C\0ho Chun Ren", "Cho\u{AD}Chun Ren", "Cho Chun Ren\r\n", "\u{1B}Cho Chun Ren",
    "Cho\u{A0}Chun\u{2003}Ren", "Cho\u{200B}Chun\u{200B}Ren",
  ])
  func controls(query: String) throws {
    let answer = try Resolver().resolve(query)
    #expect(answer.best?.entity.id == "jo-chun-ryong", "\(answer.outcome)")
    #expect(answer.query == query)
  }

  @Test(arguments: ["Cho Chun Ren", "조춘룡", "Чо Чун Рён", "Jo Chun Ryong"]) func pilesOfMarks(name: String) throws {
    let marks: [Unicode.Scalar] = ["\u{301}", "\u{302}", "\u{327}", "\u{489}", "\u{336}"]
    for height in [1, 5, 20] {
      var query = String.UnicodeScalarView()
      for scalar in name.unicodeScalars {
        query.append(scalar)
        if scalar.properties.isAlphabetic {
          for index in 0..<height { query.append(marks[index % marks.count]) }
        }
      }
      let answer = try Resolver().resolve(String(query))
      #expect(answer.best?.entity.id == "jo-chun-ryong", "\(height) marks: \(answer.outcome)")
    }
    let pile = String(name.prefix(1)) + String(repeating: "\u{301}", count: 5_000) + name.dropFirst()
    guard case .cannotCompare(.noName(.tooLong)) = try Resolver().resolve(pile).outcome else {
      Issue.record("five thousand marks are compared")
      return
    }
  }

  /// Letters of one alphabet that look like those of another: the right entity, or none, but for one in a hundred.
  @Test func lookAlikeLetters() async throws {
    let cyrillic: [Character: Character] = [
      "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "i": "і", "s": "ѕ", "j": "ј", "A": "А",
      "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х", "S": "Ѕ",
      "J": "Ј",
    ]
    var queries: [(id: String, text: String)] = []
    for entity in try Package.tables().entities {
      guard let english = entity.preferredName(for: "en")?.text else { continue }
      var all = Array(english)
      for index in all.indices {
        guard let other = cyrillic[all[index]] else { continue }
        var one = Array(english)
        one[index] = other
        queries.append((entity.id, String(one)))
        all[index] = other
      }
      queries.append((entity.id, String(all)))
    }
    #expect(queries.count > 500)
    queries = everyNth(queries, count: 300)
    let resolver = try Resolver()
    let wrong = try await concurrently(queries) { id, text -> String? in
      let answer = try resolver.resolve(text)
      guard let best = answer.best, best.entity.id != id, answer.outcome == .same else { return nil }
      return "\(text) of \(id) is taken for \(best.entity.id), \(best.evidence.score)"
    }
    // A word of mixed letters says nothing, and what is left may be nearer to somebody else.
    let found = wrong.compactMap { $0 }
    #expect(found.count <= queries.count / 100, "\(found)")
  }

  /// Names of nobody, made of the syllables of somebody: always an answer, never a crash.
  @Test func randomNames() throws {
    let pieces = [
      "kim", "jong", "un", "il", "chun", "ren", "li", "hong", "zhong", " ", "-", "чо", "чун", "рён", "ын", "조", "춘",
      "룡", "李", "鸿", "忠", "'", "\u{301}", "\u{202E}", "1", "é", "ß", "ſ", "İ", "ﬁ", "が", "ー", "ᄀ", "ᅡ", "\0", "🙂",
    ]
    var random = SplitMix(seed: 99)
    let resolver = try Resolver()
    for _ in 0..<500 {
      let text = (0..<Int(random.next() % 9)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let answer = try resolver.resolve(text)
      for candidate in answer.candidates {
        #expect((0...1).contains(candidate.evidence.score))
        #expect(candidate.evidence.outcome == .same || candidate.evidence.outcome == .compatible)
      }
    }
  }
}
