import SectionedFile

/// How often names of a language have a unit, by kind (`given1`, `place`, `mora2`, …), and how letters follow each other in
/// its spellings: what ranks readings that a spelling alone does not tell apart. Counts stand in
/// `Tables/names/unit-frequencies.tsv` and `letters-eng.tsv`.
public struct UnitStatistics: Hashable, Sendable {
  /// −100 · ln of the share of each unit, by kind.
  private let costs: [String: [String: Int]]
  /// −100 · ln of the share of a unit that was never counted, by kind.
  private let unseen: [String: Int]

  /// - Parameter counts: by kind, how often each unit was counted.
  public init(counts: [String: [String: Int]]) {
    var costs: [String: [String: Int]] = [:]
    var unseen: [String: Int] = [:]
    for (kind, units) in counts {
      let total = Double(units.values.reduce(0, +) + units.count)
      costs[kind] = units.mapValues { NaturalLogarithm.cost(Double($0) + 0.5, of: total) }
      unseen[kind] = NaturalLogarithm.cost(0.2, of: total)
    }
    self.costs = costs
    self.unseen = unseen
  }

  /// - Parameter costs: by kind, −100 · ln of the share of each unit.
  public init(costs: [String: [String: Int]], unseen: Int) {
    self.costs = costs
    self.unseen = costs.mapValues { _ in unseen }
  }

  /// What it costs to believe that a name has a unit; `nil` where nothing was counted of the kind.
  func cost(of unit: String, kind: String) -> Int? {
    guard let units = costs[kind] else { return nil }
    return units[unit] ?? unseen[kind]
  }

  /// The cost of a unit where it was counted.
  func knownCost(of unit: String, kind: String) -> Int? { costs[kind]?[unit] }

  func has(_ kind: String) -> Bool { costs[kind] != nil }

  func encode(to writer: inout ByteWriter) {
    writer.append(UInt32(costs.count))
    for (kind, units) in costs.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      writer.append(kind)
      writer.append(UInt32(clamping: unseen[kind] ?? 0))
      writer.append(UInt32(units.count))
      for (unit, cost) in units.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
        writer.append(unit)
        writer.append(UInt32(clamping: cost))
      }
    }
  }

  init(decoding reader: inout ByteReader) throws(SectionedFileError) {
    var costs: [String: [String: Int]] = [:]
    var unseen: [String: Int] = [:]
    for _ in 0..<(try reader.count(elementsOfAtLeast: 12)) {
      let kind = try reader.string()
      unseen[kind] = try Int(reader.uint32())
      var units: [String: Int] = [:]
      for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
        let unit = try reader.string()
        units[unit] = try Int(reader.uint32())
      }
      costs[kind] = units
    }
    self.costs = costs
    self.unseen = unseen
  }
}
