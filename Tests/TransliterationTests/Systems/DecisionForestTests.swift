import SectionedFile
import Testing

@testable import Transliteration

/// Trees as they are laid into the compiled tables and read back.
struct DecisionForestTests {
  private func tree(_ seed: Int) -> DecisionForest.Tree {
    DecisionForest.Tree(
      features: (0..<DecisionForest.questionCount).map { $0 % 3 == 2 ? nil : "feature-\(($0 + seed) % 4)" },
      thresholds: (0..<DecisionForest.questionCount).map { Double($0 * seed) / 7 },
      values: (0..<DecisionForest.nodeCount).map { Double($0 - seed) / 3 })
  }

  private func bytes(_ forest: DecisionForest) -> [UInt8] {
    var writer = ByteWriter()
    forest.encode(to: &writer)
    return writer.bytes
  }

  private func decoded(_ bytes: [UInt8]) throws(SectionedFileError) -> DecisionForest {
    try DecisionForest(decoding: ByteRegion(ByteStorage(copying: bytes, name: "test")))
  }

  @Test func survivesItsCoding() throws {
    let forest = try #require(DecisionForest([tree(1), tree(2)]))
    let back = try decoded(bytes(forest))
    #expect(back.trees.map(\.features) == forest.trees.map(\.features))
    #expect(back.trees.map(\.thresholds) == forest.trees.map(\.thresholds))
    #expect(back.trees.map(\.values) == forest.trees.map(\.values))
  }

  @Test func cutOffOrDamagedBytesAreAnError() throws {
    let whole = bytes(try #require(DecisionForest([tree(1)])))
    for length in 0..<whole.count {
      #expect(throws: SectionedFileError.self) { try decoded(Array(whole[..<length])) }
    }
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0xFF
      // Either it is noticed, or it is another forest; it never traps.
      _ = try? decoded(damaged)
    }
  }

  @Test func incompleteTreesAreNone() {
    #expect(DecisionForest([DecisionForest.Tree(features: [], thresholds: [], values: [])]) == nil)
    var odd = tree(1)
    odd.values[3] = .nan
    #expect(DecisionForest([odd]) == nil)
  }
}
