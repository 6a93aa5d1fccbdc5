/// What it costs to read single words of a name: most words of a text are no syllables of a language, which is told far sooner
/// than a name of them is read.
extension SpellingModel {
  /// What a word costs at least in the cheapest reading of a name that has it, wherever it stands; `nil` where no such name is
  /// read.
  ///
  /// No unit goes across the end of a word, so the cheapest reading of a name costs no less than its words together. Whether
  /// what changes a sound has a cause depends on the neighbours, so here everything has one.
  ///
  /// - Parameter letters: folded letters.
  public func leastCost(ofWord letters: [UInt8]) -> Int? {
    guard !letters.isEmpty, letters.count <= ReadingLattice.lengthLimit else { return nil }
    let phases = language.phaseCount
    // The word may be a surname at the head of the name.
    let surname = surnameSteps(of: letters[...])
    var costs = [Int](repeating: .max, count: (letters.count + 1) * phases)
    costs[0] = 0
    for place in 0...letters.count {
      for phase in phases == 1 ? [0] : [2, 0, 1] {
        let cost = costs[place * phases + phase]
        if cost == .max { continue }
        func goOn(_ length: Int, _ more: Int) {
          let target = (place + length) * phases + (phase + 1) % phases
          costs[target] = min(costs[target], cost + more)
        }
        if language == .korean, phase == 2 { goOn(0, 0) }
        for (step, _) in surname where step.place == place && inventory.phase(of: UInt16(step.unit)) == phase {
          goOn(step.length, step.cost)
        }
        forEachEntry(in: letters, from: place) { length, number in
          let entry = entries[number]
          if inventory.phase(of: entry.unit) == phase {
            goOn(length, Int(entry.cost + inventory.rarity(of: entry.unit)))
          }
        }
      }
    }
    let least = costs[letters.count * phases]
    return least == .max ? nil : least
  }
}
