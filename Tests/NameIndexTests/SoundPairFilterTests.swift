import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

@Suite("Pairs of sounds")
struct SoundPairFilterTests {
  /// - Parameter forms: for each form, for each of its words, the keys of the word.
  private static func filter(_ forms: [[[NameKey]]]) throws -> SoundPairFilter {
    let keys = forms.flatMap { $0 }
    var words: [ArraySlice<UInt32>] = []
    for form in forms {
      let first = UInt32(words.last?.last.map { $0 + 1 } ?? 0)
      words.append(Array(first..<first + UInt32(form.count))[...])
    }
    let bytes = SoundPairFilter.encoded(
      formCount: forms.count, words: { words[$0] }, keys: { keys[Int($0)][...] })
    return try SoundPairFilter(ByteRegion(ByteStorage(copying: bytes, name: "test")))
  }

  @Test func pairsOfAFormAreHeldInEitherOrder() throws {
    var random = SplitMix(seed: 1)
    func key() -> NameKey { NameKey(rawValue: random.next()) }
    let forms = (0..<500).map { _ in (0..<3).map { _ in (0..<2).map { _ in key() } } }
    let filter = try Self.filter(forms)
    for words in forms {
      for one in words[0] {
        for other in words[1] + words[2] {
          #expect(try filter.mayHold(one, other))
          #expect(try filter.mayHold(other, one))
        }
      }
    }
    // Of strangers few are taken for held.
    var count = 0
    for _ in 0..<2_000 { if try filter.mayHold(key(), key()) { count += 1 } }
    #expect(count < 200)
  }

  @Test func nothingHoldsNothing() throws {
    let filter = try Self.filter([])
    #expect(try !filter.mayHold(NameKey(rawValue: 1), NameKey(rawValue: 2)))
  }

  @Test(arguments: [0, 1, 7, 8, 12, 24]) func otherSizesAreDamaged(size: Int) {
    #expect(throws: SectionedFileError.self) {
      try SoundPairFilter(ByteRegion(ByteStorage(copying: [UInt8](repeating: 0, count: size), name: "test")))
    }
  }
}
