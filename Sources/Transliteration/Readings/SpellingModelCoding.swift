import SectionedFile

extension SpellingModel {
  /// Far above what any table or relay gives, far below where sums could overflow.
  private static let entryCostLimit: UInt16 = 10_000

  func encode(to writer: inout ByteWriter) {
    writer.append(language.rawValue)
    writer.append(script)
    writer.append(UInt32(routes.count))
    for route in routes {
      writer.append(route.legs.joined(separator: " "))
      writer.append(UInt32(route.cost))
    }
    for texts in [inventory.names, habits, intermediates] {
      writer.append(UInt32(texts.count))
      for text in texts { writer.append(text) }
    }
    writer.append(UInt32(trie.labels.count))
    writer.append(trie.labels)
    for number in trie.nodes { writer.append(number) }
    writer.append(UInt32(entries.count))
    for entry in entries {
      writer.append(entry.unit)
      writer.append(entry.cost)
      writer.append(entry.route)
      writer.append(entry.habit)
      writer.append(entry.respellingHabit)
      writer.append(entry.intermediate)
      writer.append(UInt8(entry.isSoundChange ? 1 : 0))
    }
  }

  init(decoding region: ByteRegion) throws(SectionedFileError) {
    var reader = ByteReader(region)
    func damaged(_ what: String) -> SectionedFileError { region.damaged(at: 0, what) }
    func texts(_ reader: inout ByteReader) throws(SectionedFileError) -> [String] {
      var texts: [String] = []
      for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { texts.append(try reader.string()) }
      return texts
    }
    guard let language = SourceLanguage(rawValue: try reader.string()) else { throw damaged("an unknown language") }
    let script = try reader.string()
    var routes: [SpellingRoute] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
      let legs = try reader.string().split(separator: " ").map(String.init)
      routes.append(SpellingRoute(legs: legs, cost: Int(try reader.uint32())))
    }
    let inventory = UnitInventory(language: language, names: try texts(&reader))
    // The jamo are known by their numbers.
    guard language != .korean || inventory.names == UnitInventory.korean.names else {
      throw damaged("the units of Korean are not the jamo")
    }
    let habits = try texts(&reader)
    let intermediates = try texts(&reader)
    var labels: [UInt8] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 17)) { labels.append(try reader.uint8()) }
    var nodes: [UInt32] = []
    nodes.reserveCapacity(labels.count * 4)
    for _ in 0..<labels.count * 4 { nodes.append(try reader.uint32()) }
    let trie = SpellingTrie(nodes: nodes, labels: labels)
    guard !routes.isEmpty, habits.count < Int(UInt16.max) else { throw damaged("no routes, or too many habits") }
    var entries: [SpellingEntry] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 15)) {
      let entry = SpellingEntry(
        unit: try reader.uint16(), cost: try reader.uint16(), route: try reader.uint16(), habit: try reader.uint16(),
        respellingHabit: try reader.uint16(), intermediate: try reader.uint32(), isSoundChange: try reader.uint8() != 0)
      guard Int(entry.unit) < inventory.names.count, Int(entry.route) < routes.count, Int(entry.habit) < habits.count,
        Int(entry.respellingHabit) < habits.count,
        Int(entry.intermediate) < intermediates.count, entry.cost <= Self.entryCostLimit
      else { throw damaged("an entry of the spelling model points outside or costs too much") }
      entries.append(entry)
    }
    guard trie.isSound(entryCount: entries.count) else { throw damaged("the trie of the spelling model is not sound") }
    self.init(
      language: language, script: script, routes: routes, inventory: inventory, habits: habits,
      intermediates: intermediates, trie: trie, entries: entries)
  }
}
