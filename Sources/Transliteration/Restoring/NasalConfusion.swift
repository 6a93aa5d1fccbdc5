/// What a translator takes for each other who restores pinyin from Cyrillic letters: final n (нь) and ng (н), so that
/// Чжэньчан comes back as Zhengchang.
struct NasalConfusion {
  /// By number of the unit: the syllable that it may stand for; empty for routes without such a translator.
  private var counterparts: [UInt16?] = []

  private static let practice = "restored-pinyin"
  /// In the weights of spelling tables.
  private static let cost: UInt16 = 80

  init(_ model: SpellingModel, route: Int) {
    guard model.routes[route].legs.contains(Self.practice) else { return }
    let inventory = model.inventory
    counterparts = inventory.names.map { name in
      if name.hasSuffix("ng") { return inventory.number(of: String(name.dropLast())) }
      return name.hasSuffix("n") ? inventory.number(of: "\(name)g") : nil
    }
  }

  /// The edges of a place, and behind them those to the syllables that theirs may be mistaken for.
  func extended(_ edges: ArraySlice<ReadingLattice.Edge>) -> ArraySlice<ReadingLattice.Edge> {
    if counterparts.isEmpty { return edges }
    let mistaken = edges.compactMap { edge -> ReadingLattice.Edge? in
      guard let counterpart = counterparts[Int(edge.unit)] else { return nil }
      var edge = edge
      edge.unit = counterpart
      edge.cost += Self.cost
      return edge
    }
    return edges + mistaken
  }
}
