/// One way by which spellings came about: a system, or several in order, or custom.
public struct SpellingRoute: Hashable, Sendable {
  /// ISO 24229 codes or names of customs, in order. The first leads out of the source writing.
  public var legs: [String]
  /// What it costs to believe that a name took this route, before any of its spellings is looked at.
  public var cost: Int

  public init(legs: [String], cost: Int = 0) {
    self.legs = legs
    self.cost = cost
  }

  public var isRelay: Bool { legs.count > 1 }
}

/// How one unit is spelled by one route.
public struct SpellingEntry: Hashable, Sendable {
  public var unit: UInt16
  /// -100 · ln of how often writers who follow the route spell the unit so, relative to what it prescribes.
  public var cost: UInt16
  /// Number of the route in the model.
  public var route: UInt16
  /// Numbers of the habits of the first and of the second leg in the model; 0 is "as prescribed".
  public var habit: UInt16
  public var respellingHabit: UInt16
  /// Number of the spelling between the legs of a relay in the model; 0 is none.
  public var intermediate: UInt32
  /// Whether the system writes the unit so only where a neighbour changes its sound: ㄴ as l beside ㄹ, ㅎ not at all
  /// after ㄱ.
  public var isSoundChange: Bool
}
