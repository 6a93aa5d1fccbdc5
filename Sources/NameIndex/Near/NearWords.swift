import SectionedFile
import Transliteration

/// Finds the words of an index whose reduced spelling is near to another.
struct NearWords: Sendable {
  private let index: NameIndex
  private let table: SegmentTable

  init(_ index: NameIndex) throws(SectionedFileError) {
    self.index = index
    table = try SegmentTable(index.file.section(IndexFormat.nearWords), of: .words, limit: index.wordCount)
  }

  /// A word of the index.
  struct Word {
    var number: UInt32
    /// How many letters differ.
    var distance: Int
  }

  /// How many letters may differ in two spellings, the shorter of which has so many: none in a very short one, one in a short
  /// one, two in a long one.
  static func distanceLimit(ofLength count: Int) -> Int {
    count < 3 ? 0 : SegmentTable.Kind.words.distanceLimit(ofLength: count)
  }

  /// - Parameters:
  ///   - pattern: of the spelling.
  ///   - distance: how many letters may differ in a spelling that is long enough.
  func words(
    near spelling: ReducedSpelling, _ pattern: LetterPattern, distance: Int = SegmentTable.distanceLimit
  ) throws(SectionedFileError) -> [Word] {
    var found: [Word] = []
    var known = NumberSet()
    let count = spelling.count
    let distance = min(distance, Self.distanceLimit(ofLength: count))
    for number in try table.candidates(near: spelling.letters, distance: distance) where known.insert(number) {
      let other = try index.reducedSpelling(ofWord: number)
      let limit = min(distance, Self.distanceLimit(ofLength: min(count, other.count)))
      guard abs(count - other.count) <= limit else { continue }
      let distance = pattern.distance(to: other)
      if distance <= limit { found.append(Word(number: number, distance: distance)) }
    }
    return found
  }
}
