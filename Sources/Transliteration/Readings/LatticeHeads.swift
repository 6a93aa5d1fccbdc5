extension LatticeAlignment {
  /// Which readings count as names: those that begin with a surname of one syllable that ends at the first break of either
  /// side, or of two (Sima, Ssu-ma) that ends at its first or second.
  public struct Head {
    /// Where each spelling is divided, in bytes; empty where it is not.
    public var firstBreaks: [Int]
    public var secondBreaks: [Int]
    public var isSurname: ([UInt16]) -> Bool

    public init(firstBreaks: [Int], secondBreaks: [Int], isSurname: @escaping ([UInt16]) -> Bool) {
      self.firstBreaks = firstBreaks
      self.secondBreaks = secondBreaks
      self.isSurname = isSurname
    }
  }

  /// A beginning that two spellings can have in common: where it ends in each, and what it costs.
  struct HeadPath {
    var first: Int
    var second: Int
    var cost: Int32
    var steps: [Step]
  }

  /// Reads the surnames that may head two spellings.
  struct HeadReader {
    let first: ReadingLattice
    let second: ReadingLattice
    let firstRoutes: Routes
    let secondRoutes: Routes
    let head: Head
    let syllableCost: Int32
    let limit: Int32

    /// Surnames of one syllable; those of two where there are none.
    var heads: [HeadPath] {
      let short = extended([HeadPath(first: 0, second: 0, cost: 0, steps: [])])
      let whole = short.filter { isWhole($0, syllables: 1) }
      return whole.isEmpty ? extended(short).filter { isWhole($0, syllables: 2) } : whole
    }

    private func isWhole(_ path: HeadPath, syllables: Int) -> Bool {
      func ends(_ place: Int, _ breaks: [Int]) -> Bool { breaks.isEmpty || breaks.prefix(syllables).contains(place) }
      return ends(path.first, head.firstBreaks) && ends(path.second, head.secondBreaks)
        && head.isSurname(path.steps.map(\.unit))
    }

    /// The same paths, one syllable longer in every way that the ends and the limit leave.
    private func extended(_ paths: [HeadPath]) -> [HeadPath] {
      let (firstEnd, secondEnd) = (head.firstBreaks.prefix(2).last ?? .max, head.secondBreaks.prefix(2).last ?? .max)
      var paths = paths
      for index in paths.indices { paths[index].cost += syllableCost }
      for phase in 0..<first.language.phaseCount {
        var next: [HeadPath] = []
        for path in paths {
          for edgeA in first.edges[first.edgeRange(place: path.first, phase: phase)]
          where firstRoutes.admits(edgeA.route) && Int(edgeA.target) <= firstEnd {
            for edgeB in second.edges[second.edgeRange(place: path.second, phase: phase)]
            where edgeB.unit == edgeA.unit && secondRoutes.admits(edgeB.route) && Int(edgeB.target) <= secondEnd {
              let cost = path.cost + Int32(edgeA.cost) + Int32(edgeB.cost)
              if cost > limit { continue }
              next.append(
                HeadPath(
                  first: Int(edgeA.target), second: Int(edgeB.target), cost: cost,
                  steps: path.steps + [Step(unit: edgeA.unit, first: edgeA.entry, second: edgeB.entry)]))
            }
          }
        }
        paths = next
      }
      return paths
    }
  }
}
