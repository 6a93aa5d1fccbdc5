// Checks of decisions against each other, and of names that several entities share.

extension TableCheck {
  private func decisions() -> [(place: Place, decision: Decision)] {
    places(of: .decisions).compactMap { place in
      tables[place.table].table.decision(row: place.row).map { (place, $0) }
    }
  }

  /// Each pair stands in order, and no decision says that two entities differ which other decisions make the same.
  mutating func checkDecisions() {
    let decided = decisions()
    var groups = EntityGroups()
    for (place, decision) in decided {
      if let a = text(place, "a"), let b = text(place, "b"), !precedesByCodePoint(a, b) {
        report(
          problem(
            place, "a", .decisionOrder,
            a == b ? "a decision is about two entities" : "\(quoted(a)) stands before \(quoted(b))",
            advice: a == b ? "remove the row" : "put the identifier first that sorts first"))
      }
      if decision.judgement == .same { groups.join(decision.a, decision.b) }
    }
    for (place, decision) in decided where decision.judgement == .different && decision.a != decision.b {
      guard groups.areJoined(decision.a, decision.b) else { continue }
      report(
        problem(
          place, "judgement", .contradictoryDecisions,
          "\(quoted(decision.a)) and \(quoted(decision.b)) are said to differ, but other decisions make them the same",
          advice: "mend one of the decisions"))
    }
  }

  /// Full names that fold to the same key under several entities, unless decisions tell each pair apart or together.
  mutating func checkSharedNames() {
    var settled: Set<[String]> = []
    var groups = EntityGroups()
    for (_, decision) in decisions() {
      switch decision.judgement {
      case .different: settled.insert([decision.a, decision.b])
      case .same: groups.join(decision.a, decision.b)
      case .unsure: break
      }
    }
    var holders: [String: [(entity: String, place: Place)]] = [:]
    var seen: Set<[String]> = []
    for place in places(of: .names) {
      guard text(place, "status") != RowStatus.rejected.rawValue, text(place, "part") == NamePart.full.rawValue,
        let name = text(place, "name"), let entity = text(place, "entity")
      else { continue }
      // A name that cannot be folded cannot be normalized either, which the check of its cell has said.
      guard let key = try? collisionKey(name), !key.isEmpty else { continue }
      guard seen.insert([key, entity]).inserted else { continue }
      holders[key, default: []].append((entity, place))
    }
    for (_, sharing) in holders where sharing.count > 1 {
      for (index, later) in sharing.enumerated() {
        // Six are enough to name five and say that there are others.
        let unsettled = sharing[..<index].lazy.filter { earlier in
          let pair = [earlier.entity, later.entity].sorted(by: precedesByCodePoint)
          return !settled.contains(pair) && !groups.areJoined(pair[0], pair[1])
        }.prefix(6)
        guard let first = unsettled.first else { continue }
        var others = Array(unsettled.map { quoted($0.entity) })
        if others.count > 5 { others[5] = "others" }
        report(
          problem(
            later.place, "name", .sharedName, severity: .warning,
            "\(quoted(text(later.place, "name") ?? "")) names \(quoted(later.entity)) and \(joined(others)) "
              + "(\(pointer(first.place)))",
            advice: "say in decisions.tsv that they are different or the same, or mend one of the names"))
      }
    }
  }

  private func joined(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }
}

/// Entities that decisions make the same: trees joined pair by pair, the smaller below the larger, so that they stay
/// shallow.
private struct EntityGroups {
  private var parents: [String: String] = [:]
  private var sizes: [String: Int] = [:]

  mutating func join(_ a: String, _ b: String) {
    var (large, small) = (root(of: a), root(of: b))
    if large == small { return }
    if sizes[large, default: 1] < sizes[small, default: 1] { swap(&large, &small) }
    parents[small] = large
    sizes[large] = sizes[large, default: 1] + sizes[small, default: 1]
  }

  func areJoined(_ a: String, _ b: String) -> Bool { root(of: a) == root(of: b) }

  private func root(of entity: String) -> String {
    var entity = entity
    while let parent = parents[entity] { entity = parent }
    return entity
  }
}
