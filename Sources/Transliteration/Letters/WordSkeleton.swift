/// The coarse sounds of a word, under which spellings by many habits come together: what candidates are looked up by.
public struct WordSkeleton: Hashable, Sendable {
  public var rawValue: UInt64
  /// How much likelier the likeliest skeleton of the word is (−100 · ln).
  public var cost: Int

  public init(rawValue: UInt64, cost: Int) {
    self.rawValue = rawValue
    self.cost = cost
  }

  /// A word without consonants is known by that.
  private static let vowelsOnly: UInt64 = 15

  /// How many Latin spellings of a word in another script are followed: when an index is built, and when it is asked.
  public enum Breadth: Sendable {
    case building, asking

    var spellings: Int { self == .building ? 4 : 24 }
    var width: Int { self == .building ? 8 : 24 }
    var count: Int { self == .building ? 2 : 8 }
  }

  /// The skeletons of a word, the likeliest first; none where no letter model reads it.
  public static func skeletons(of word: ComparableWord, _ breadth: Breadth) -> [WordSkeleton] {
    if let latin = word.latin { return skeletons(of: latin.text).map { WordSkeleton(rawValue: $0, cost: 0) } }
    guard let spelled = word.spelled else { return [] }
    var found: [UInt64: Int] = [:]
    let spellings = spelled.spellings(limit: breadth.spellings, width: breadth.width)
    for (letters, cost) in spellings {
      for skeleton in skeletons(of: LatinWord(letters: letters).text) {
        found[skeleton] = min(found[skeleton] ?? .max, cost - spellings[0].cost)
      }
    }
    return found.map { WordSkeleton(rawValue: $0.key, cost: $0.value) }
      .sorted { ($0.cost, $0.rawValue) < ($1.cost, $1.rawValue) }.prefix(breadth.count).map { $0 }
  }

  private static func skeletons(of latin: String) -> [UInt64] {
    let skeletons = SoundSkeleton.skeletons(of: latin)
    return skeletons.isEmpty ? [vowelsOnly] : skeletons
  }
}
