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
    if let latin = word.latin { return skeletons(of: latin.letters).map { WordSkeleton(rawValue: $0, cost: 0) } }
    guard let spelled = word.spelled else { return [] }
    var found: [WordSkeleton] = []
    let spellings = spelled.spellings(limit: breadth.spellings, width: breadth.width)
    for (letters, cost) in spellings {
      // The cheapest come first.
      for skeleton in skeletons(of: letters) where !found.contains(where: { $0.rawValue == skeleton }) {
        found.append(WordSkeleton(rawValue: skeleton, cost: cost - spellings[0].cost))
      }
    }
    found.sort { ($0.cost, $0.rawValue) < ($1.cost, $1.rawValue) }
    return Array(found.prefix(breadth.count))
  }

  /// - Parameter letters: by number, a = 0.
  private static func skeletons(of letters: [UInt8]) -> [UInt64] {
    let skeletons = SoundSkeleton.skeletons(of: letters.map { $0 + UInt8(ascii: "a") })
    return skeletons.isEmpty ? [vowelsOnly] : skeletons
  }
}
