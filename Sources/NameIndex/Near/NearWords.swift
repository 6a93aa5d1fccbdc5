import SectionedFile
import Transliteration

/// Finds the words of an index whose reduced spelling is near to another.
struct NearWords: Sendable {
  private let index: NameIndex
  private let table: SegmentTable

  init(_ index: NameIndex) throws(SectionedFileError) {
    self.index = index
    table = try SegmentTable(index.file.section(IndexFormat.nearWords), limit: index.wordCount)
  }

  /// A word of the index.
  struct Word {
    var number: UInt32
    /// How many letters differ.
    var distance: Int
  }

  /// How many letters may differ in a spelling of so many: one in a short one, two in a long one.
  private static func distanceLimit(ofLength count: Int) -> Int { count < 3 ? 0 : count < 8 ? 1 : 2 }

  /// - Parameters:
  ///   - spelling: one of fewer letters than ``SegmentTable`` files has no words near.
  ///   - pattern: the same.
  func words(near spelling: ReducedSpelling, _ pattern: LetterPattern) throws(SectionedFileError) -> [Word] {
    var found: [Word] = []
    var known = NumberSet()
    let limit = Self.distanceLimit(ofLength: spelling.count)
    for number in try table.candidates(near: spelling.letters, distance: limit) where known.insert(number) {
      let distance = pattern.distance(to: try index.reducedSpelling(ofWord: number))
      if distance <= limit { found.append(Word(number: number, distance: distance)) }
    }
    return found
  }
}
