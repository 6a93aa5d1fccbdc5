import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much the features of a match weigh together: trees that were boosted over pairs of names, read from
/// `Tables/matching/trees.tsv`.
struct MatchForest: Sendable {
  /// By tree and question: the place of the feature that is asked for.
  private let features: [Int]
  private let thresholds: [Double]
  /// By tree and node, the root first.
  private let values: [Double]
  private let treeCount: Int

  init(tables: TransliterationTables) { self.init(tables.matchForest) }

  init(_ forest: DecisionForest) {
    let places = Dictionary(uniqueKeysWithValues: MatchFeatures.names.enumerated().map { ($1, $0) })
    var (features, thresholds): ([Int], [Double]) = ([], [])
    for tree in forest.trees {
      for (name, threshold) in zip(tree.features, tree.thresholds) {
        let place = name.flatMap { places[$0] }
        features.append(place ?? 0)
        thresholds.append(place == nil ? .infinity : threshold)
      }
    }
    self.features = features
    self.thresholds = thresholds
    values = forest.trees.flatMap(\.values)
    treeCount = forest.trees.count
  }

  /// The probability that two names with these features are one.
  ///
  /// - Parameter prior: what is known besides, in nats.
  func probability(_ features: MatchFeatures, prior: Double = 0) -> Double {
    1 / (1 + exp(-evidence(features.values) - prior))
  }

  /// In nats, above 0 where the names are rather one than two.
  ///
  /// - Parameter numbers: one for each feature; so no question reads beyond them.
  func evidence(_ numbers: [Double]) -> Double {
    precondition(numbers.count == MatchFeatures.names.count, "one number for each feature")
    var sum = 0.0
    numbers.withUnsafeBufferPointer { numbers in
      features.withUnsafeBufferPointer { features in
        thresholds.withUnsafeBufferPointer { thresholds in
          values.withUnsafeBufferPointer { values in
            for tree in 0..<treeCount {
              let (question, root) = (tree * DecisionForest.questionCount, tree * DecisionForest.nodeCount)
              var node = 0
              for _ in 0..<DecisionForest.depth {
                node = 2 * node + (numbers[features[question + node]] > thresholds[question + node] ? 2 : 1)
              }
              sum += values[root + node]
            }
          }
        }
      }
    }
    return sum
  }

  /// What each feature adds to the evidence, by its place: on the way through each tree a question adds what the node below
  /// it says more than its own (A. Saabas, Interpreting random forests, 2014). Together with `start` it is the evidence.
  func contributions(_ numbers: [Double]) -> (start: Double, features: [Double]) {
    var start = 0.0
    var sums = [Double](repeating: 0, count: numbers.count)
    for tree in 0..<treeCount {
      let (question, root) = (tree * DecisionForest.questionCount, tree * DecisionForest.nodeCount)
      start += values[root]
      var node = 0
      for _ in 0..<DecisionForest.depth {
        let feature = features[question + node]
        let next = 2 * node + (numbers[feature] > thresholds[question + node] ? 2 : 1)
        sums[feature] += values[root + next] - values[root + node]
        node = next
      }
    }
    return (start, sums)
  }
}
