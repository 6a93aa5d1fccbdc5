/// All readings of one spelling as source units: a graph whose paths are readings.
///
/// Nodes are places in the text times phases of the language; an edge is one unit, with what it costs to believe that the
/// writer meant it. A native form is a lattice of one path, or few.
public struct ReadingLattice: Sendable {
  public struct Edge: Hashable, Sendable {
    var unit: UInt16
    var cost: UInt16
    var route: UInt16
    /// Where the edge leads to: a place in the text.
    var target: Int32
    /// Number of the entry in the spelling model; -1 for native units.
    var entry: Int32
  }

  /// The route of edges that need no spelling: native units, and the missing final of a syllable. It goes with any other.
  static let nativeRoute = UInt16.max

  public let language: SourceLanguage
  /// Places are 0...length.
  let length: Int
  private let firstEdges: [Int32]
  let edges: [Edge]

  /// - Parameters:
  ///   - edges: node by node, in the order `place * phaseCount + phase`.
  ///   - firstEdges: for each node and the end, where its edges begin.
  init(language: SourceLanguage, length: Int, edges: [Edge], firstEdges: [Int32]) {
    precondition(firstEdges.count == (length + 1) * language.phaseCount + 1)
    self.language = language
    self.length = length
    self.edges = edges
    self.firstEdges = firstEdges
  }

  /// - Parameter edgesByNode: for node `place * phaseCount + phase`, the edges that leave it.
  init(language: SourceLanguage, length: Int, edgesByNode: [[Edge]]) {
    var firstEdges: [Int32] = [0]
    for list in edgesByNode { firstEdges.append(firstEdges[firstEdges.count - 1] + Int32(list.count)) }
    self.init(language: language, length: length, edges: edgesByNode.flatMap { $0 }, firstEdges: firstEdges)
  }

  func edgeRange(place: Int, phase: Int) -> Range<Int> {
    let node = place * language.phaseCount + phase
    return Int(firstEdges[node])..<Int(firstEdges[node + 1])
  }

  /// What the cheapest reading by some routes costs; `nil` where they do not read the whole spelling.
  public func cheapestReading(by routes: LatticeAlignment.Routes) -> Int? { cheapestReadings(by: routes).values.min() }

  /// How many syllables (Russian: letters) a native form has.
  public var syllableCount: Int { length }

  /// By number of syllables, up to six: what the cheapest such reading by some routes costs.
  ///
  /// - Parameter isSurname: where given, only readings count whose first syllable (its units in order) may head a name.
  public func cheapestReadings(
    by routes: LatticeAlignment.Routes, headedBy isSurname: (([UInt16]) -> Bool)? = nil
  ) -> [Int: Int] {
    let phases = language.phaseCount
    let counts = Self.countedSyllables + 1
    var costs = [Int](repeating: .max, count: (length + 1) * phases * counts)
    if let isSurname {
      for (place, cost) in heads(by: routes, isSurname) {
        costs[place * phases * counts + 1] = min(costs[place * phases * counts + 1], cost)
      }
    } else {
      costs[0] = 0
    }
    for place in 0...length {
      for phase in phases == 1 ? [0] : [2, 0, 1] {
        let node = (place * phases + phase) * counts
        for index in edgeRange(place: place, phase: phase) where routes.admits(edges[index].route) {
          let ends = phase == phases - 1
          let target = (Int(edges[index].target) * phases + (phase + 1) % phases) * counts
          for count in 0..<counts where costs[node + count] != .max {
            let next = min(ends ? count + 1 : count, counts - 1)
            costs[target + next] = min(costs[target + next], costs[node + count] + Int(edges[index].cost))
          }
        }
      }
    }
    let end = length * phases * counts
    return Dictionary(
      uniqueKeysWithValues: (1..<counts).compactMap { costs[end + $0] == .max ? nil : ($0, costs[end + $0]) })
  }

  /// The first syllables that may head a name: where each ends, and what it costs.
  private func heads(
    by routes: LatticeAlignment.Routes, _ isSurname: ([UInt16]) -> Bool
  ) -> [(place: Int, cost: Int)] {
    syllables(from: 0, by: routes).filter { isSurname($0.units) }.map { ($0.place, $0.cost) }
  }

  /// What can be read as one syllable from a place on: its units, where it ends, and what it costs.
  func syllables(
    from place: Int, by routes: LatticeAlignment.Routes = .any
  ) -> [(place: Int, cost: Int, units: [UInt16])] {
    var paths: [(place: Int, cost: Int, units: [UInt16])] = [(place, 0, [])]
    for phase in 0..<language.phaseCount {
      var next: [(place: Int, cost: Int, units: [UInt16])] = []
      for path in paths {
        for index in edgeRange(place: path.place, phase: phase) where routes.admits(edges[index].route) {
          next.append((Int(edges[index].target), path.cost + Int(edges[index].cost), path.units + [edges[index].unit]))
        }
      }
      paths = next
    }
    return paths
  }

  private static let countedSyllables = 6

  /// Spellings longer than this are not read: no name is, and time stays bounded.
  public static let lengthLimit = 96
}

extension SpellingModel {
  /// Whether what changes the sound of a unit may stand beside it there.
  ///
  /// A final has no cause at the end of the name, and an initial none at its head, but for ㄹ, which the South writes ㄴ or
  /// not at all there and at the head of the given name; no other initial is lost behind a space or a hyphen. What is lost
  /// is lost before ㅣ and the glide y. A stop is written as a nasal before a nasal or a liquid alone, ㄴ as a liquid beside
  /// one, ㄹ as a nasal behind a consonant or at a head, and a vowel without its glide y behind a sibilant.
  private func hasCause(_ entry: SpellingEntry, at place: Int, length: Int, in letters: [UInt8], _ breaks: [Int])
    -> Bool
  {
    let unit = Int(entry.unit)
    switch inventory.phase(of: entry.unit) {
    case 0:
      let isInitialR = unit == HangulJamo.initialR
      let isHead = place == 0 || isInitialR && place == breaks.first
      if length == 0, !KoreanSound.palatal.begins(letters, at: place) { return false }
      if isHead { return isInitialR }
      if length == 0, breaks.contains(place) { return false }
      if unit == HangulJamo.initialN, KoreanSound.liquid.begins(letters, at: place) {
        return KoreanSound.liquid.ends(letters, at: place)
      }
      if isInitialR, KoreanSound.nasal.begins(letters, at: place) { return !KoreanSound.vowel.ends(letters, at: place) }
      return true
    case 2:
      let next = place + length
      guard next < letters.count else { return false }
      let final = unit - UnitInventory.koreanWithoutFinal
      if final == HangulJamo.finalN, KoreanSound.liquid.begins(letters, at: place) {
        return KoreanSound.liquid.begins(letters, at: next)
      }
      if HangulJamo.isStop(final: final), KoreanSound.nasal.begins(letters, at: place) {
        return KoreanSound.nasal.begins(letters, at: next) || KoreanSound.liquid.begins(letters, at: next)
      }
      return true
    default:
      let vowel = unit - UnitInventory.firstKoreanVowel
      let isGlideLost =
        HangulJamo.hasGlide(vowel: vowel) && KoreanSound.vowel.begins(letters, at: place)
        && !KoreanSound.palatal.begins(letters, at: place)
      return !isGlideLost || KoreanSound.sibilant.ends(letters, at: place)
    }
  }

  /// Reads folded letters (lower case, no marks, no separators) by all routes; `nil` for nothing and for what is too long
  /// to be a name.
  ///
  /// - Parameter breaks: places where the spelling had a space or a hyphen; no syllable goes across one.
  public func read(_ letters: [UInt8], breaks: [Int] = []) -> ReadingLattice? {
    guard !letters.isEmpty, letters.count <= ReadingLattice.lengthLimit else { return nil }
    let phases = language.phaseCount
    var edges: [ReadingLattice.Edge] = []
    var firstEdges: [Int32] = [0]
    edges.reserveCapacity(letters.count * 64)
    firstEdges.reserveCapacity((letters.count + 1) * phases + 1)
    var edgesByPhase = [[ReadingLattice.Edge]](repeating: [], count: phases)
    // A surname stands before a given name.
    let surname = breaks.first.map { surnameSteps(of: letters.prefix(max(0, $0))) } ?? []
    for place in 0...letters.count {
      for phase in 0..<phases { edgesByPhase[phase].removeAll(keepingCapacity: true) }
      let isBreak = breaks.contains(place)
      forEachEntry(in: letters, from: place) { length, number in
        if !breaks.isEmpty, breaks.contains(where: { place < $0 && $0 < place + length }) { return }
        let entry = entries[number]
        if entry.isSoundChange, !hasCause(entry, at: place, length: length, in: letters, breaks) { return }
        let phase = inventory.phase(of: entry.unit)
        // A space or a hyphen divides syllables: no final begins after one, no initial ends before one.
        if phases > 1, length > 0, phase == 2 && isBreak || phase == 0 && breaks.contains(place + length) { return }
        edgesByPhase[phase].append(
          ReadingLattice.Edge(
            unit: entry.unit, cost: entry.cost + inventory.rarity(of: entry.unit), route: entry.route,
            target: Int32(place + length),
            entry: Int32(number)))
      }
      for (step, entry) in surname where step.place == place {
        edgesByPhase[inventory.phase(of: UInt16(step.unit))].append(
          ReadingLattice.Edge(
            unit: UInt16(step.unit), cost: UInt16(step.cost), route: ReadingLattice.nativeRoute,
            target: Int32(place + step.length), entry: Int32(entry)))
      }
      if language == .korean {
        // A syllable may end with its vowel, whatever the route.
        edgesByPhase[2].append(
          ReadingLattice.Edge(
            unit: UInt16(UnitInventory.koreanWithoutFinal), cost: 0, route: ReadingLattice.nativeRoute,
            target: Int32(place), entry: -1))
      }
      for phase in 0..<phases {
        edges.append(contentsOf: edgesByPhase[phase])
        firstEdges.append(Int32(edges.count))
      }
    }
    return ReadingLattice(language: language, length: letters.count, edges: edges, firstEdges: firstEdges)
  }
}
