/// A spelled name as one run of letters with the places where it was divided: what a lattice is read from.
public struct SpelledName: Hashable, Sendable {
  /// Folded letters of all words.
  public let letters: [UInt8]
  /// Where words begin, in bytes, without 0.
  public let breaks: [Int]
  /// The words in reading order, as they were folded.
  public let words: [String]

  public init(words: [String]) {
    self.words = words
    var letters: [UInt8] = []
    var breaks: [Int] = []
    for word in words {
      if !letters.isEmpty { breaks.append(letters.count) }
      letters += Array(word.utf8)
    }
    self.letters = letters
    self.breaks = breaks
  }
}

extension SpellingModel {
  public func read(_ name: SpelledName) -> ReadingLattice? { read(name.letters, breaks: name.breaks) }

  /// What is known of how one unit was spelled.
  public struct UnitSpelling: Hashable, Sendable {
    /// The spelling between the legs of a relay; empty where there is one leg.
    public var intermediate: String
    /// Departures from what the first and the second leg prescribe; several are divided by `; `.
    public var habit: String
    public var respellingHabit: String
    public var cost: Int
    /// Bytes of the spelling that the unit takes.
    public var length: Int
  }

  /// How a step of an alignment is spelled; `nil` for native units.
  public func spelling(of entry: Int32) -> UnitSpelling? {
    guard entries.indices.contains(Int(entry)) else { return nil }
    let known = entries[Int(entry)]
    return UnitSpelling(
      intermediate: intermediates[Int(known.intermediate)], habit: habits[Int(known.habit)],
      respellingHabit: habits[Int(known.respellingHabit)], cost: Int(known.cost),
      length: lengths[Int(entry)])
  }
}
