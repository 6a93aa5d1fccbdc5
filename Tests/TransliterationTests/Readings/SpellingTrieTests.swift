import SectionedFile
import Testing

@testable import Transliteration

/// The trie of spellings, and compiled models that were damaged.
struct SpellingTrieTests {
  private static let spellings = ["", "a", "ab", "ab", "abc", "b", "bcd", "ё"]
  private static let trie = SpellingTrie(sortedSpellings: spellings.map { Array($0.utf8) })

  private func found(_ text: String) -> [Int] {
    var node: Int? = 0
    for byte in text.utf8 { node = node.flatMap { Self.trie.child(of: $0, byte) } }
    return node.map { Array(Self.trie.entryRange(of: $0)) } ?? []
  }

  @Test func everySpellingIsFound() {
    #expect(found("") == [0])
    #expect(found("a") == [1])
    #expect(found("ab") == [2, 3])
    #expect(found("abc") == [4])
    #expect(found("b") == [5])
    #expect(found("bc") == [], "a prefix is no spelling")
    #expect(found("bcd") == [6])
    #expect(found("ё") == [7])
    #expect(found("c") == [])
    #expect(found("abcd") == [])
    #expect(Self.trie.isSound(entryCount: Self.spellings.count))
    #expect(Self.trie.spellingLengths(entryCount: Self.spellings.count) == Self.spellings.map(\.utf8.count))
  }

  @Test func noSpellings() {
    let trie = SpellingTrie(sortedSpellings: [])
    #expect(trie.isSound(entryCount: 0))
    #expect(trie.entryRange(of: 0).isEmpty)
    #expect(trie.child(of: 0, 0x61) == nil)
  }

  @Test func unsoundTriesAreSeen() {
    #expect(!SpellingTrie(nodes: [], labels: []).isSound(entryCount: 0))
    #expect(!SpellingTrie(nodes: [0, 0, 0], labels: [0]).isSound(entryCount: 0))
    #expect(!SpellingTrie(nodes: [0, 1, 0, 0], labels: [0]).isSound(entryCount: 0), "its own child")
    #expect(!SpellingTrie(nodes: [1, 1, 0, 0], labels: [0]).isSound(entryCount: 0), "a child that is not there")
    #expect(!SpellingTrie(nodes: [0, 0, 0, 1], labels: [0]).isSound(entryCount: 0), "an entry that is not there")
    #expect(!SpellingTrie(nodes: [0, 0, .max, .max], labels: [0]).isSound(entryCount: 9), "sums do not overflow")
    #expect(!SpellingTrie(nodes: [.max, 2, 0, 0], labels: [0]).isSound(entryCount: 9))
    #expect(
      !SpellingTrie(nodes: [1, 1, 0, 0, 0, 1, 0, 0], labels: [0, 0x61]).isSound(entryCount: 0),
      "a child that is its parent")
    #expect(SpellingTrie(nodes: [1, 1, 0, 0, 0, 0, 0, 1], labels: [0, 0x61]).isSound(entryCount: 1))
  }

  /// A trie that passes the check can be walked from every node with every text, and ends.
  @Test func soundTriesCanBeWalked() {
    var numbers = SeededNumbers(seed: 51)
    let entryCount = Self.spellings.count
    var sound = 0
    for _ in 0..<20_000 {
      var trie = Self.trie
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let place = Int.random(in: trie.nodes.indices, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: trie.nodes[place] ^= 1 << UInt32.random(in: 0..<32, using: &numbers)
        case 1: trie.nodes[place] = UInt32.random(in: 0...12, using: &numbers)
        default: trie.nodes[place] = .max
        }
      }
      guard trie.isSound(entryCount: entryCount) else { continue }
      sound += 1
      #expect(trie.spellingLengths(entryCount: entryCount).count == entryCount)
      for node in trie.labels.indices {
        #expect(trie.entryRange(of: node).upperBound <= entryCount)
        var current: Int? = node
        var steps = 0
        for byte in Array("abcdefgh".utf8) {
          current = current.flatMap { trie.child(of: $0, byte) }
          if current != nil { steps += 1 }
        }
        #expect(steps <= trie.labels.count)
      }
    }
    #expect((500..<19_500).contains(sound), "\(sound): the damage is too small or too great to tell anything")
  }

  // MARK: Compiled models

  private func smallModel(_ language: SourceLanguage) throws -> SpellingModel {
    let units = language == .korean ? ["ᄀ", "ᅡ", "ᆨ"] : ["a", "b", "c"]
    var builder = SpellingModelBuilder(language: language, script: "Latn", units: Set(units))
    try builder.add([
      SpellingRow(route: "one", unit: units[0], spelling: "k", cost: 0, habit: ""),
      SpellingRow(route: "one", unit: units[1], spelling: "a", cost: 0, habit: ""),
      SpellingRow(route: "one", unit: units[2], spelling: "k", cost: 5, habit: "final hard"),
      SpellingRow(route: "two", unit: units[0], spelling: "g", cost: 30, habit: "soft"),
    ])
    return try builder.build()
  }

  private func encoded(_ model: SpellingModel) -> [UInt8] {
    var writer = ByteWriter()
    model.encode(to: &writer)
    return writer.bytes
  }

  private func decoded(_ bytes: [UInt8]) throws -> SpellingModel {
    try SpellingModel(decoding: ByteRegion(ByteStorage(copying: bytes, name: "test")))
  }

  @Test(arguments: [SourceLanguage.korean, .chinese]) func modelsComeBack(language: SourceLanguage) throws {
    let model = try smallModel(language)
    let back = try decoded(encoded(model))
    #expect(back.trie == model.trie)
    #expect(back.entries == model.entries)
    #expect(back.routes == model.routes)
    #expect(back.inventory == model.inventory)
    #expect(back.habits == model.habits)
    #expect(back.intermediates == model.intermediates)
    #expect(back.lengths == model.lengths)
    #expect(encoded(back) == encoded(model))
  }

  @Test func truncatedModelsAreRefused() throws {
    let bytes = encoded(try smallModel(.korean))
    for length in 0..<bytes.count {
      #expect(throws: SectionedFileError.self) { try decoded(Array(bytes[..<length])) }
    }
  }

  /// Any one bit flipped, and any byte at its ends: the model is refused, or it reads without a crash.
  @Test(arguments: [SourceLanguage.korean, .chinese]) func damagedModelsNeverCrash(language: SourceLanguage) throws {
    let bytes = encoded(try smallModel(language))
    let letters = Array("kagakgak".utf8)
    var refused = 0
    for place in bytes.indices {
      for value in [bytes[place] ^ 0x80, bytes[place] ^ 1, 0xFF, 0] where value != bytes[place] {
        var damaged = bytes
        damaged[place] = value
        guard let model = try? decoded(damaged) else {
          refused += 1
          continue
        }
        guard let lattice = model.read(letters, breaks: [2]) else { continue }
        _ = lattice.cheapestReadings(by: .any)
        _ = model.keys(of: lattice, costLimit: 900)
        if let alignment = LatticeAlignment.align(lattice, lattice, limit: 900) {
          for step in alignment.steps { _ = model.spelling(of: step.first) }
        }
      }
    }
    #expect(refused > bytes.count / 2)
  }

  @Test func mistakesInTablesAreNamed() throws {
    func refusal(_ row: SpellingRow) -> SpellingTableError? {
      var builder = SpellingModelBuilder(language: .korean, script: "Latn", units: [])
      do {
        try builder.add([row])
        _ = try builder.build()
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(SpellingRow(route: "r", unit: "ᄀ", spelling: "k", cost: 0, habit: "")) == nil)
    #expect(
      refusal(SpellingRow(route: "r", unit: "x", spelling: "k", cost: 0, habit: ""))
        == .unknownUnit("x", language: .korean))
    #expect(refusal(SpellingRow(route: "r", unit: "ᄀ", spelling: "k", cost: -1, habit: "")) == .costOutOfRange(-1))
    #expect(refusal(SpellingRow(route: "r", unit: "ᄀ", spelling: "k", cost: 1001, habit: "")) == .costOutOfRange(1001))
    var builder = SpellingModelBuilder(language: .korean, script: "Latn", units: [])
    #expect(throws: SpellingTableError.unknownRoute("nowhere")) {
      try builder.addRelay(legs: ["nowhere", "b"], first: [], second: [], cost: 0)
    }
  }
}
