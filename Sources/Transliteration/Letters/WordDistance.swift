/// How near two words are as spellings of one name part, by what was learned of their letters.
///
/// All numbers are −100 · ln of probabilities under the letter model of the pair of scripts.
public struct WordDistance: Hashable, Sendable {
  /// Of the likeliest walk through both words.
  public var joint: Int
  /// Of the first and the second word by themselves.
  public var first: Int
  public var second: Int
  /// How much likelier the two spellings are as one name part than as two that look alike, above 0, or the other way
  /// about, below 0; 0 where the words are equal, or nothing was learned of names that look alike in these scripts.
  public var contrast: Int

  /// How surprising each word is once the other is known, added up: 0 for spellings that could not be otherwise.
  /// (The variation of information of M. Meilă, for one pair.)
  public var surprise: Int { max(0, 2 * joint - first - second) }
  /// How much the words tell of each other (pointwise mutual information); below 0 for strangers.
  public var shared: Int { first + second - joint }

  init(joint: Int, first: Int, second: Int, contrast: Int = 0) {
    self.joint = joint
    self.first = first
    self.second = second
    self.contrast = contrast
  }

  /// The same with the words the other way about.
  var reversed: WordDistance { WordDistance(joint: joint, first: second, second: first, contrast: contrast) }

  public static func equal(_ cost: Int) -> WordDistance { WordDistance(joint: cost, first: cost, second: cost) }
}
