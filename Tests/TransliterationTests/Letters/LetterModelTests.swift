import SectionedFile
import Testing

@testable import Transliteration

/// How letter correspondences are learned, and laid into the compiled tables.
struct LetterModelTests {
  /// A made-up alphabet: each Cyrillic letter has one spelling, ш has two letters, ь none.
  private static let alphabet: [(Character, String)] = [
    ("б", "b"), ("а", "a"), ("ш", "sh"), ("к", "k"), ("о", "o"), ("р", "r"), ("ь", ""), ("и", "i"), ("т", "t"),
  ]

  private static func trained() -> [LetterCorrespondence] {
    var numbers = SeededNumbers(seed: 7)
    let pairs = (0..<400).map { _ -> LetterTrainer.Pair in
      let letters = (0..<Int.random(in: 2...7, using: &numbers)).map { _ in numbers.pick(alphabet) }
      return LetterTrainer.Pair(
        native: String(letters.map(\.0)), script: "Cyrl", latin: [letters.map(\.1).joined()], weight: 1)
    }
    return LetterTrainer(pairs, script: "Cyrl").train()
  }

  @Test func anAlphabetIsLearned() {
    let learned = Self.trained()
    for (letter, spelling) in Self.alphabet {
      let symbol = Array(String(letter).unicodeScalars)
      let best = learned.filter { $0.native == symbol }.min { $0.cost < $1.cost }
      #expect(best.map { String(decoding: $0.latin, as: UTF8.self) } == spelling, "\(letter)")
    }
  }

  @Test func trainingIsRepeatable() {
    #expect(Self.trained() == Self.trained())
  }

  @Test func nothingIsLearnedFromNothing() {
    #expect(LetterTrainer([], script: "Cyrl").train().isEmpty)
    let empty = LetterTrainer.Pair(native: "", script: "Cyrl", latin: [""], weight: 1)
    #expect(LetterTrainer([empty], script: "Cyrl").train().isEmpty)
  }

  private static func encoded() -> [UInt8] {
    var writer = ByteWriter()
    LetterModel.encode(trained(), to: &writer)
    return writer.bytes
  }

  private static func decoded(_ bytes: [UInt8]) throws -> LetterModel {
    try LetterModel(decoding: ByteRegion(ByteStorage(copying: bytes, name: "test")), script: "Cyrl")
  }

  @Test func modelsAreReadAsTheyWereWritten() throws {
    let model = try Self.decoded(Self.encoded())
    for correspondence in Self.trained() where correspondence.native.count == 1 {
      let group = model.group(model.number(of: correspondence.native[0]))
      let choices = model.choices[Int(group.first)..<Int(group.end)]
      #expect(
        choices.contains {
          PackedLatin.letters($0.latin, count: Int($0.latinLength)).map { $0 + UInt8(ascii: "a") }
            == correspondence.latin && Int($0.cost) == correspondence.cost
        })
    }
    #expect(model.number(of: "щ") == 0)
  }

  @Test func cutModelsAreRefused() throws {
    let bytes = Self.encoded()
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: SectionedFileError.self) { try Self.decoded(Array(bytes.prefix(count))) }
    }
  }

  /// A damaged model is refused, or compares without a trap whatever it says.
  @Test func damagedModelsAreHarmless() throws {
    let bytes = Self.encoded()
    var numbers = SeededNumbers(seed: 11)
    let latin = try #require(LatinWord("borishka"))
    var refused = 0
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        damaged[Int.random(in: damaged.indices, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
      }
      guard let model = try? Self.decoded(damaged) else {
        refused += 1
        continue
      }
      guard let word = LetterWord("боришка", model: model) else { continue }
      _ = LetterDistance.joint(word, latin)
      _ = word.spellings(limit: 4)
      _ = model.cost(of: latin)
    }
    #expect(refused > 100)
  }
}
