import NameMatching
import Testing

@testable import Allonym

@Suite("Many threads")
struct ThreadingTests {
  @Test func eightThreadsGiveTheAnswersOfOne() throws {
    let names =
      Expected.all.map(\.query) + ["Wichit Charoensuk", "Пётр Щеглов", "박지성", "", "Kim Jong Il", "Li Hongzhang"]
    let resolver = try Resolver()
    let matcher = try Matcher(resolver: resolver)
    let expected = try names.map { try resolver.resolve($0) }
    let comparisons = try names.map { try matcher.match($0, "Kim Jong Un") }
    let isEqual = try onThreads(8) { thread in
      for index in names.indices {
        // Every thread in an order of its own.
        let place = (index * (thread + 1) + thread) % names.count
        guard try resolver.resolve(names[place]) == expected[place],
          try matcher.match(names[place], "Kim Jong Un") == comparisons[place]
        else { return false }
      }
      return true
    }
    #expect(isEqual == [Bool](repeating: true, count: 8))
  }

  @Test func resolversAndTransliteratorsAreOpenedFromManyThreads() throws {
    let codes = try Transliterator.systems().map(\.code)
    let counts = try onThreads(8) { _ in
      for code in codes { _ = try Transliterator(code).transliterate("Чо 조춘룡 李鸿忠 abc") }
      return try Resolver().resolve("Cho Chun Ren").candidates.count
    }
    #expect(counts == [Int](repeating: 1, count: 8))
  }
}
