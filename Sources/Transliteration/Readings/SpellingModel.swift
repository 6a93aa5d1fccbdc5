import SectionedFile

/// How names of a language are spelled in a script, unit by unit, by every route that writers use: a trie over the
/// spellings, each with the units that it may stand for.
public struct SpellingModel: Sendable {
  public let language: SourceLanguage
  /// ISO 15924 code of the script of the spellings.
  public let script: String
  public let routes: [SpellingRoute]
  let inventory: UnitInventory
  let soundClasses: [[UInt8]]
  /// Habit and intermediate texts; number 0 is the empty text in both.
  let habits: [String]
  let intermediates: [String]
  let trie: SpellingTrie
  let entries: [SpellingEntry]
  /// The length in bytes of the spelling of each entry.
  let lengths: [Int]
  /// Surnames that custom spells as wholes; the entries of their steps are the last ones.
  let surnames: SurnameSpellings
  private let surnameEntries: [SurnameSpellings.Step: Int]

  init(
    language: SourceLanguage, script: String, routes: [SpellingRoute], inventory: UnitInventory, habits: [String],
    intermediates: [String], trie: SpellingTrie, entries: [SpellingEntry],
    surnames: SurnameSpellings = .empty
  ) {
    self.language = language
    self.script = script
    self.routes = routes
    self.inventory = inventory
    self.soundClasses = SoundClass.classes(of: inventory)
    self.intermediates = intermediates
    self.trie = trie
    self.surnames = surnames
    let steps = surnames.steps
    var surnameEntries: [SurnameSpellings.Step: Int] = [:]
    var (entries, lengths) = (entries, trie.spellingLengths(entryCount: entries.count))
    for step in steps where surnameEntries[step] == nil {
      surnameEntries[step] = entries.count
      entries.append(
        SpellingEntry(
          unit: UInt16(step.unit), cost: UInt16(step.cost), route: 0, habit: UInt16(habits.count), respellingHabit: 0,
          intermediate: 0, isSoundChange: false))
      lengths.append(step.length)
    }
    self.surnameEntries = surnameEntries
    self.habits = steps.isEmpty ? habits : habits + [SurnameSpellings.habit]
    self.entries = entries
    self.lengths = lengths
  }

  /// The same model with surnames that custom spells as wholes.
  func with(_ surnames: SurnameSpellings) -> SpellingModel {
    SpellingModel(
      language: language, script: script, routes: routes, inventory: inventory, habits: habits,
      intermediates: intermediates, trie: trie, entries: entries, surnames: surnames)
  }

  /// The steps of the surnames that the head of a spelled name may be, with the number of the entry of each.
  func surnameSteps(of letters: ArraySlice<UInt8>) -> [(step: SurnameSpellings.Step, entry: Int)] {
    surnames.chains(of: String(decoding: letters, as: UTF8.self)).flatMap { chain in
      chain.compactMap { step in surnameEntries[step].map { (step, $0) } }
    }
  }

  /// By number of syllables: what the cheapest reading of a lattice by some routes costs that is headed by a surname of the
  /// closed list.
  public func cheapestNames(
    of lattice: ReadingLattice, by routes: LatticeAlignment.Routes, surnames: SurnameTable
  ) -> [Int: Int] {
    lattice.cheapestReadings(by: routes) { surnames.mayHead($0, of: language, names: inventory.names) }
  }

  /// Whether the units of one syllable or two are a surname of the closed list.
  public func isSurname(_ units: [UInt16], surnames: SurnameTable) -> Bool {
    surnames.isSurname(units, of: language, names: inventory.names)
  }

  /// Whether a whole word can be read as a surname of the closed list that costs no more than a limit, or is one as custom
  /// spells it.
  public func isSurname(_ word: String, within limit: Int, _ surnames: SurnameTable) -> Bool {
    if !self.surnames.chains(of: word).isEmpty { return true }
    guard let lattice = read(SpelledName(words: [word])) else { return false }
    return lattice.syllables(from: 0).contains {
      $0.place == lattice.length && $0.cost <= limit && isSurname($0.units, surnames: surnames)
    }
  }

  /// Whether what follows a place in a spelling can be read as a word for a kind of place, such as 동 and 리.
  public func mayEndPlace(_ lattice: ReadingLattice, from place: Int, surnames: SurnameTable) -> Bool {
    lattice.syllables(from: place).contains {
      $0.place == lattice.length && $0.cost <= Self.genericLimit && surnames.isPlaceGeneric($0.units, of: language)
    }
  }

  /// A word that departs more than so from how a word for a kind of place is spelled is none.
  private static let genericLimit = 30

  /// The entries whose spelling is a prefix of `bytes[start...]`, with the length of that spelling in bytes.
  func forEachEntry(in bytes: [UInt8], from start: Int, _ body: (_ length: Int, _ entry: Int) -> Void) {
    var node = 0
    var length = 0
    while true {
      for entry in trie.entryRange(of: node) { body(length, entry) }
      guard start + length < bytes.count, let next = trie.child(of: node, bytes[start + length]) else { return }
      node = next
      length += 1
    }
  }
}

/// A byte trie in flat arrays. Node 0 is the root; the entries of a node are those whose spelling ends there.
struct SpellingTrie: Hashable, Sendable {
  /// First child, number of children, first entry, number of entries; four numbers a node.
  var nodes: [UInt32]
  /// The byte that leads to each node.
  var labels: [UInt8]

  func entryRange(of node: Int) -> Range<Int> {
    let first = Int(nodes[node * 4 + 2])
    return first..<first + Int(nodes[node * 4 + 3])
  }

  func child(of node: Int, _ byte: UInt8) -> Int? {
    let first = Int(nodes[node * 4])
    for child in first..<first + Int(nodes[node * 4 + 1]) where labels[child] == byte { return child }
    return nil
  }

  /// The depth of the node that each entry ends at.
  func spellingLengths(entryCount: Int) -> [Int] {
    var depths = [Int](repeating: 0, count: labels.count)
    var lengths = [Int](repeating: 0, count: entryCount)
    for node in labels.indices {
      let first = Int(nodes[node * 4])
      for child in first..<first + Int(nodes[node * 4 + 1]) { depths[child] = depths[node] + 1 }
      for entry in entryRange(of: node) { lengths[entry] = depths[node] }
    }
    return lengths
  }

  /// Builds the trie of `spellings`, which must be sorted by bytes; entry numbers are positions in that list.
  init(sortedSpellings spellings: [[UInt8]]) {
    nodes = []
    labels = []
    /// Nodes that wait for their children: the range of spellings below them, and their depth.
    var waiting: [(range: Range<Int>, depth: Int)] = [(0..<spellings.count, 0)]
    labels.append(0)
    var next = 0
    while next < waiting.count {
      let (range, depth) = waiting[next]
      next += 1
      var index = range.lowerBound
      while index < range.upperBound, spellings[index].count == depth { index += 1 }
      let entryCount = index - range.lowerBound
      let firstChild = waiting.count
      while index < range.upperBound {
        let byte = spellings[index][depth]
        var end = index
        while end < range.upperBound, spellings[end][depth] == byte { end += 1 }
        waiting.append((index..<end, depth + 1))
        labels.append(byte)
        index = end
      }
      nodes += [
        UInt32(firstChild), UInt32(waiting.count - firstChild), UInt32(range.lowerBound), UInt32(entryCount),
      ]
    }
  }

  init(nodes: [UInt32], labels: [UInt8]) {
    self.nodes = nodes
    self.labels = labels
  }

  /// Whether every number points inside, for tries that were read from a file.
  func isSound(entryCount: Int) -> Bool {
    guard nodes.count == labels.count * 4, !labels.isEmpty else { return false }
    for node in labels.indices {
      let children = UInt64(nodes[node * 4]) + UInt64(nodes[node * 4 + 1])
      let entries = UInt64(nodes[node * 4 + 2]) + UInt64(nodes[node * 4 + 3])
      // Children stand behind their parent, so that walking down always ends.
      guard children <= UInt64(labels.count), entries <= UInt64(entryCount),
        nodes[node * 4 + 1] == 0 || nodes[node * 4] > UInt32(node)
      else { return false }
    }
    return true
  }
}
