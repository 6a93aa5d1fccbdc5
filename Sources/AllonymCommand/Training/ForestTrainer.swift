import NameMatching
import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gradient boosting of small trees for the logarithm of the likelihood (J. Friedman, Greedy Function Approximation: A
/// Gradient Boosting Machine, Annals of Statistics 29, 2001), with second derivatives and a quadratic penalty on leaves
/// (T. Chen, C. Guestrin, XGBoost, KDD 2016). What a tree says more of one feature must be of the sense of the feature: a
/// question whose answers would say otherwise is not asked, and the values below either answer are kept apart by the middle
/// of both.
///
/// Nothing is drawn by lot, so the same examples make the same trees.
struct ForestTrainer {
  private static let rounds = 240
  private static let rate = 0.1
  private static let penalty = 1.0
  /// A leaf of fewer examples is none.
  private static let leastExamples = 40
  private static let binLimit = 64

  private let examples: [LogisticRegression.Example]
  private let senses: [MatchFeatures.Sense]
  private let names: [String]
  /// By feature, the thresholds; and by feature and example, how many of them the value is above.
  private let thresholds: [[Double]]
  private let bins: [[UInt8]]

  init(_ examples: [LogisticRegression.Example], names: [String], senses: [MatchFeatures.Sense]) {
    self.examples = examples
    self.names = names
    self.senses = senses
    thresholds = names.indices.map { feature in Self.thresholds(of: examples.map { $0.features[feature] }) }
    bins = thresholds.enumerated().map { feature, thresholds in
      examples.map { example -> UInt8 in
        var (low, high) = (0, thresholds.count)
        while low < high {
          let middle = (low + high) / 2
          if example.features[feature] > thresholds[middle] { low = middle + 1 } else { high = middle }
        }
        return UInt8(low)
      }
    }
  }

  /// The middles between values that stand at even distances in the sorted list of all.
  private static func thresholds(of values: [Double]) -> [Double] {
    let sorted = values.sorted()
    let distinct = Array(Set(sorted)).sorted()
    if distinct.count <= binLimit { return zip(distinct, distinct.dropFirst()).map { rounded(($0 + $1) / 2) } }
    let chosen = Set((1..<binLimit).map { rounded(sorted[$0 * sorted.count / binLimit]) })
    return chosen.filter { $0 < sorted[sorted.count - 1] }.sorted()
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// - Parameter start: what the first tree adds to each of its leaves.
  func trained(start: Double) -> [DecisionForest.Tree] {
    var evidence = [Double](repeating: start, count: examples.count)
    return (0..<Self.rounds).map { round in
      var slopes = [Double](repeating: 0, count: examples.count)
      var curvatures = slopes
      for (index, example) in examples.enumerated() {
        let probability = 1 / (1 + exp(-evidence[index]))
        slopes[index] = example.weight * (probability - (example.isPositive ? 1 : 0))
        curvatures[index] = example.weight * probability * (1 - probability)
      }
      var (tree, leaves) = grow(slopes, curvatures)
      for index in examples.indices { evidence[index] += tree.values[leaves[index]] }
      if round == 0 { for node in tree.values.indices { tree.values[node] += start } }
      return tree
    }
  }

  /// What the examples of a node add up to in one bin of a feature.
  private struct Sums {
    var slope = 0.0
    var curvature = 0.0
    var count = 0

    static func + (one: Sums, other: Sums) -> Sums {
      Sums(
        slope: one.slope + other.slope, curvature: one.curvature + other.curvature, count: one.count + other.count)
    }

    static func - (one: Sums, other: Sums) -> Sums {
      Sums(
        slope: one.slope - other.slope, curvature: one.curvature - other.curvature, count: one.count - other.count)
    }

    func value(in range: ClosedRange<Double>) -> Double {
      min(max(-slope / (curvature + ForestTrainer.penalty), range.lowerBound), range.upperBound)
    }

    /// How much less the loss is with that value.
    func gain(_ value: Double) -> Double {
      -(slope * value + (curvature + ForestTrainer.penalty) * value * value / 2)
    }
  }

  private struct Question {
    var feature: Int
    /// Examples of this bin and those below it go to the first side.
    var bin: Int
    var gain: Double
    var below: Double
    var above: Double
  }

  /// One tree, and the leaf that each example comes to.
  private func grow(_ slopes: [Double], _ curvatures: [Double]) -> (tree: DecisionForest.Tree, leaves: [Int]) {
    var tree = DecisionForest.Tree(
      features: [String?](repeating: nil, count: DecisionForest.questionCount),
      thresholds: [Double](repeating: 0, count: DecisionForest.questionCount),
      values: [Double](repeating: 0, count: DecisionForest.nodeCount))
    var nodes = [Int](repeating: 0, count: examples.count)
    var ranges = [ClosedRange<Double>](repeating: -.infinity ... .infinity, count: DecisionForest.nodeCount)
    var all = Sums()
    for index in slopes.indices { all = all + Sums(slope: slopes[index], curvature: curvatures[index], count: 1) }
    tree.values[0] = all.value(in: ranges[0])
    var level = 0..<1
    for _ in 0..<DecisionForest.depth {
      var questions: [Int: Question] = [:]
      let sums = self.sums(nodes, level, slopes, curvatures)
      for node in level { questions[node] = best(sums, node - level.lowerBound, ranges[node]) }
      for node in level {
        let (low, high) = (2 * node + 1, 2 * node + 2)
        (ranges[low], ranges[high]) = (ranges[node], ranges[node])
        (tree.values[low], tree.values[high]) = (tree.values[node], tree.values[node])
        guard let question = questions[node] else { continue }
        tree.features[node] = names[question.feature]
        tree.thresholds[node] = thresholds[question.feature][question.bin]
        (tree.values[low], tree.values[high]) = (question.below, question.above)
        let middle = (question.below + question.above) / 2
        switch senses[question.feature] {
        case .forOne:
          ranges[low] = ranges[node].lowerBound...middle
          ranges[high] = middle...ranges[node].upperBound
        case .against:
          ranges[low] = middle...ranges[node].upperBound
          ranges[high] = ranges[node].lowerBound...middle
        case .either: break
        }
      }
      for index in nodes.indices {
        let node = nodes[index]
        let isAbove = questions[node].map { Int(bins[$0.feature][index]) > $0.bin } ?? false
        nodes[index] = 2 * node + (isAbove ? 2 : 1)
      }
      level = level.upperBound..<(2 * level.upperBound + 1)
    }
    for node in tree.values.indices {
      tree.values[node] = (tree.values[node] * Self.rate * 100_000).rounded() / 100_000
    }
    return (tree, nodes)
  }

  /// By feature, node of the level and bin.
  private func sums(
    _ nodes: [Int], _ level: Range<Int>, _ slopes: [Double], _ curvatures: [Double]
  ) -> [[Sums]] {
    bins.map { bins in
      var sums = [Sums](repeating: Sums(), count: level.count * Self.binLimit)
      sums.withUnsafeMutableBufferPointer { sums in
        bins.withUnsafeBufferPointer { bins in
          for index in 0..<bins.count {
            let place = (nodes[index] - level.lowerBound) * Self.binLimit + Int(bins[index])
            sums[place].slope += slopes[index]
            sums[place].curvature += curvatures[index]
            sums[place].count += 1
          }
        }
      }
      return sums
    }
  }

  /// The question that makes the loss least; of two that do as well, the first.
  private func best(_ sums: [[Sums]], _ node: Int, _ range: ClosedRange<Double>) -> Question? {
    var best: Question?
    for feature in sums.indices where !thresholds[feature].isEmpty {
      let bins = sums[feature][node * Self.binLimit..<(node + 1) * Self.binLimit]
      let all = bins.reduce(Sums(), +)
      let least = all.gain(all.value(in: range))
      var below = Sums()
      for bin in thresholds[feature].indices {
        below = below + bins[bins.startIndex + bin]
        let above = all - below
        guard below.count >= Self.leastExamples else { continue }
        guard above.count >= Self.leastExamples else { break }
        let (low, high) = (below.value(in: range), above.value(in: range))
        switch senses[feature] {
        case .forOne: if low > high { continue }
        case .against: if low < high { continue }
        case .either: break
        }
        let gain = below.gain(low) + above.gain(high) - least
        if gain > best?.gain ?? Self.leastGain {
          best = Question(feature: feature, bin: bin, gain: gain, below: low, above: high)
        }
      }
    }
    return best
  }

  private static let leastGain = 1e-6
}
