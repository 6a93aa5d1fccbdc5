import SectionedFile

/// How often names of a language have a unit, by kind (`given1`, `place`, …), how units follow each other (`pair2`,
/// `place2`, `mora2`), and how letters do: what ranks readings that a spelling alone does not tell apart. Counts stand in
/// `Tables/names/unit-frequencies.tsv` and `letters-eng.tsv`.
///
/// `^` is the head of a name and `$` its end.
public struct UnitStatistics: Hashable, Sendable {
  /// −100 · ln of the share of each unit, by kind; for two units with a space between them, of the share of the second
  /// among all that follow the first.
  private let costs: [String: [String: Int]]
  /// −100 · ln of the share of a unit that was never counted, by kind.
  private let unseen: [String: Int]

  /// Kinds of single units that tell more of the units behind others, by kind of pairs.
  private static let singleKinds = ["pair2": ["given", "given2"], "place2": ["place"]]

  /// - Parameter counts: by kind, how often each unit was counted, or each pair of units with a space between them.
  public init(counts: [String: [String: Int]]) {
    var costs: [String: [String: Int]] = [:]
    var unseen: [String: Int] = [:]
    for (kind, units) in counts {
      if units.keys.contains(where: { $0.contains(" ") }) {
        let singles = (Self.singleKinds[kind] ?? []).compactMap { counts[$0] }
        (costs[kind], unseen[kind]) = Self.pairCosts(units, singles: singles)
      } else {
        let total = Double(units.values.reduce(0, +) + units.count)
        costs[kind] = units.mapValues { NaturalLogarithm.cost(Double($0) + 0.5, of: total) }
        unseen[kind] = NaturalLogarithm.cost(0.2, of: total)
      }
    }
    self.costs = costs
    self.unseen = unseen
  }

  /// What pairs cost that were counted (`a b`), what it costs that a unit is followed by one that it was not counted with
  /// (`a`), and what that one costs by itself (`* b`): Witten–Bell, which takes for the share of new followers that of
  /// different followers.
  private static func pairCosts(_ pairs: [String: Int], singles: [[String: Int]]) -> ([String: Int], unseen: Int) {
    var followers: [String: (count: Double, different: Double)] = [:]
    var seconds: [String: Double] = [:]
    var units: [(first: String, second: String, count: Double)] = []
    for (pair, count) in pairs {
      let parts = pair.split(separator: " ").map(String.init)
      guard parts.count == 2 else { continue }
      units.append((parts[0], parts[1], Double(count)))
      let known = followers[parts[0]] ?? (0, 0)
      followers[parts[0]] = (known.count + Double(count), known.different + 1)
      seconds[parts[1], default: 0] += Double(count)
    }
    for (unit, count) in singles.joined() { seconds[unit, default: 0] += Double(count) }
    let total = seconds.values.reduce(0, +) + Double(seconds.count)
    var costs: [String: Int] = [:]
    for (unit, count) in seconds { costs["* \(unit)"] = NaturalLogarithm.cost(count + 0.5, of: total) }
    for (unit, known) in followers {
      costs[unit] = NaturalLogarithm.cost(known.different, of: known.count + known.different)
    }
    for (first, second, count) in units {
      guard let known = followers[first], let share = seconds[second] else { continue }
      let expected = known.different * (share + 0.5) / total
      costs["\(first) \(second)"] = NaturalLogarithm.cost(count + expected, of: known.count + known.different)
    }
    return (costs, NaturalLogarithm.cost(0.2, of: total))
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

  /// What it costs to believe that a unit stands behind another; `nil` where nothing was counted of the kind.
  func cost(of unit: String, after before: String, kind: String) -> Int? {
    guard let units = costs[kind], let unseen = unseen[kind] else { return nil }
    return units["\(before) \(unit)"] ?? (units[before] ?? 0) + (units["* \(unit)"] ?? unseen)
  }

  /// The cost of a unit where it was counted.
  func knownCost(of unit: String, kind: String) -> Int? { costs[kind]?[unit] }

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
