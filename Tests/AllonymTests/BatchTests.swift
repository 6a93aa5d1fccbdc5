import Allonym
import Testing

@Suite struct BatchTests {
  @Test func answersStandInTheOrderOfTheNames() async throws {
    let resolver = try Resolver()
    let names = ["Pkhenyan", "...", "Cho Chun Ren", "Pkhenyan", "", "평양"]
    let many = (0..<70).map { names[$0 % names.count] }
    let expected = try names.map { try resolver.resolve($0, limit: 2) }
    for jobs in [1, 3, .max] {
      let answers = try await resolver.resolve(many, limit: 2, jobs: jobs)
      #expect(answers == many.indices.map { expected[$0 % names.count] })
    }
    #expect(try await resolver.resolve([]).isEmpty)
  }

  @Test func spellingsThatDifferInBytesAreAnsweredApart() async throws {
    let names = ["Chávez", "Cha\u{301}vez"]
    let answers = try await Resolver().resolve(names)
    #expect(zip(answers, names).allSatisfy { $0.query.utf8.elementsEqual($1.utf8) })
  }

  @Test func aCancelledTaskEnds() async throws {
    let task = Task {
      let resolver = try Resolver()
      withUnsafeCurrentTask { $0?.cancel() }
      return try await resolver.resolve(["Pkhenyan"])
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
