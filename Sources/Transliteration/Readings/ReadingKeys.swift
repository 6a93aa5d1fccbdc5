/// Keys of readings: the sound classes of a name's units in order, four bits each behind a leading 1.
///
/// Two spellings that have a reading in common have a key in common, unless one of them is longer than seven syllables
/// (then it has none) or has more readings than are kept.
extension ReadingLattice {
  private static let keysPerNode = 24

  /// The keys of the likeliest readings, cheapest first.
  ///
  /// - Parameter costLimit: readings that cost more are left out.
  func keys(classes: [[UInt8]], costLimit: Int) -> [UInt64] {
    let phases = language.phaseCount
    let end = length * phases
    var reached = (0..<end + phases).map { _ in CheapestFew<UInt64>(limit: Self.keysPerNode) }
    // Of whole readings all are kept.
    var whole: [(key: UInt64, cost: Int)] = []
    reached[0].insert(1, 0)
    let phaseOrder = phases == 1 ? [0] : [2, 0, 1]
    for place in 0...length {
      for phase in phaseOrder {
        let node = place * phases + phase
        // Nothing goes on behind a whole reading.
        if node == end { continue }
        let kept = reached[node].elements
        guard !kept.isEmpty else { continue }
        for index in edgeRange(place: place, phase: phase) {
          let edge = edges[index]
          let target = Int(edge.target) * phases + (phase + 1) % phases
          if target == node || !classes.indices.contains(Int(edge.unit)) { continue }
          for (key, cost) in kept {
            let total = cost + Int(edge.cost)
            if total > costLimit { continue }
            guard let next = Self.extend(key, by: classes[Int(edge.unit)]) else { continue }
            if target == end { whole.append((next, total)) } else { reached[target].insert(next, total) }
          }
        }
      }
    }
    var cheapest: [UInt64: Int] = [:]
    for (key, cost) in whole where key != 1 { cheapest[key] = min(cheapest[key] ?? .max, cost) }
    return cheapest.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  private static func extend(_ key: UInt64, by classes: [UInt8]) -> UInt64? {
    var result = key
    for soundClass in classes {
      guard result.leadingZeroBitCount >= SoundClass.bitCount else { return nil }
      result = result << UInt64(SoundClass.bitCount) | UInt64(soundClass)
    }
    return result
  }
}

extension SpellingModel {
  /// The keys of the likeliest readings of a lattice in the units of this model.
  public func keys(of lattice: ReadingLattice, costLimit: Int) -> [UInt64] {
    lattice.keys(classes: soundClasses, costLimit: costLimit)
  }
}
