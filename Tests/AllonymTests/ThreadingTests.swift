import NameMatching
import Testing

@testable import Allonym

@Suite("Many threads")
struct ThreadingTests {
  @Test func eightThreadsGiveTheAnswersOfOne() async throws {
    let names =
      Expected.all.map(\.query) + ["Somchai Wongsawat", "Пётр Иванов", "박지성", "", "Kim Jong Il", "Li Hongzhang"]
    let resolver = try Resolver()
    let matcher = try Matcher(resolver: resolver)
    let expected = try names.map { try resolver.resolve($0) }
    let comparisons = try names.map { try matcher.match($0, "Kim Jong Un") }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for thread in 0..<8 {
        group.addTask {
          for round in 0..<3 {
            for index in names.indices {
              // Every thread in an order of its own.
              let place = (index * (thread + 1) + round) % names.count
              guard try resolver.resolve(names[place]) == expected[place],
                try matcher.match(names[place], "Kim Jong Un") == comparisons[place]
              else { return false }
            }
          }
          return true
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }

  @Test func resolversAndTransliteratorsAreOpenedFromManyThreads() async throws {
    let codes = try Transliterator.systems().map(\.code)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for code in codes { _ = try Transliterator(code).transliterate("Чо 조춘룡 李鸿忠 abc") }
          return try Resolver().resolve("Cho Chun Ren").candidates.count
        }
      }
      for try await count in group { #expect(count == 1) }
    }
  }
}
