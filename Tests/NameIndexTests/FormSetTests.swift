import Testing

@testable import NameIndex

@Suite("Sets of forms")
struct FormSetTests {
  @Test(arguments: [0, 1, 5, 1_000]) func whatWasPutInIsThere(count: Int) {
    var generator = SplitMix(seed: 5)
    let numbers = (0..<count).map { _ in UInt32.random(in: .min ... .max, using: &generator) }
    var set = FormSet(capacity: count)
    for number in numbers { set.insert(number) }
    #expect(numbers.allSatisfy { set.mayHold($0) })
    // One in sixteen by mistake.
    let others = (0..<4_000).map { _ in UInt32.random(in: .min ... .max, using: &generator) }.filter {
      !numbers.contains($0)
    }
    #expect(others.count { set.mayHold($0) } < others.count / 10)
  }
}
