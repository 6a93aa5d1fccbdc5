#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Logistic regression with a quadratic penalty and weights that must stay in given ranges, fitted by Newton's method: each
/// round minimizes the quadratic model of the loss within the ranges, one weight after another (J. Friedman, T. Hastie,
/// R. Tibshirani, Regularization Paths for Generalized Linear Models via Coordinate Descent, Journal of Statistical
/// Software 33, 2010), and goes so far toward that as the loss falls.
struct LogisticRegression {
  struct Example {
    var features: [Double]
    var isPositive: Bool
    var weight: Double
  }

  private static let rounds = 50
  /// Keeps weights of features that hardly vary near 0; not the constant, which is feature 0.
  private static let penalty = 1.0
  private static let leastStep = 1e-6

  private let examples: [Example]
  /// What each weight may be.
  private let ranges: [ClosedRange<Double>]

  /// - Parameter ranges: for each feature, what its weight may be.
  static func fit(_ examples: [Example], ranges: [ClosedRange<Double>]) -> [Double] {
    LogisticRegression(examples: examples, ranges: ranges).fitted()
  }

  private func fitted() -> [Double] {
    var weights = [Double](repeating: 0, count: ranges.count)
    var loss = loss(weights)
    for _ in 0..<Self.rounds {
      let (gradient, hessian) = derivatives(weights)
      let target = minimum(of: hessian, gradient, from: weights)
      var size = 1.0
      var next = weights
      var nextLoss = loss
      repeat {
        for index in weights.indices { next[index] = weights[index] + size * (target[index] - weights[index]) }
        nextLoss = self.loss(next)
        size /= 2
      } while nextLoss > loss && size > Self.leastStep
      let change = zip(weights, next).map { abs($0 - $1) }.max() ?? 0
      guard nextLoss <= loss else { break }
      (weights, loss) = (next, nextLoss)
      if change < Self.leastStep { break }
    }
    return weights
  }

  private static func sum(_ features: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for index in weights.indices { sum += features[index] * weights[index] }
    return sum
  }

  /// The negative logarithm of the likelihood, and the penalty.
  private func loss(_ weights: [Double]) -> Double {
    var loss = weights.dropFirst().reduce(0) { $0 + $1 * $1 * Self.penalty / 2 }
    for example in examples {
      let sum = Self.sum(example.features, weights) * (example.isPositive ? -1 : 1)
      // ln(1 + e^sum), without overflow.
      loss += example.weight * (max(sum, 0) + log1p(exp(-abs(sum))))
    }
    return loss
  }

  /// The gradient of the likelihood upward, and its curvature.
  private func derivatives(_ weights: [Double]) -> (gradient: [Double], hessian: [[Double]]) {
    var gradient = [Double](repeating: 0, count: weights.count)
    var hessian = [[Double]](repeating: gradient, count: weights.count)
    for example in examples {
      let probability = 1 / (1 + exp(-Self.sum(example.features, weights)))
      let error = (example.isPositive ? 1 : 0) - probability
      let curvature = max(probability * (1 - probability), 1e-9) * example.weight
      for row in weights.indices where example.features[row] != 0 {
        gradient[row] += error * example.weight * example.features[row]
        for column in 0...row {
          hessian[row][column] += curvature * example.features[row] * example.features[column]
        }
      }
    }
    for row in weights.indices {
      for column in 0..<row { hessian[column][row] = hessian[row][column] }
      let strength = row == 0 ? 1e-6 : Self.penalty
      hessian[row][row] += strength
      gradient[row] -= strength * weights[row]
    }
    return (gradient, hessian)
  }

  /// Where the quadratic model around `weights` is least within the ranges.
  private func minimum(of hessian: [[Double]], _ gradient: [Double], from weights: [Double]) -> [Double] {
    var target = weights
    for _ in 0..<Self.sweeps {
      var change = 0.0
      for index in weights.indices {
        var slope = gradient[index]
        for column in weights.indices { slope -= hessian[index][column] * (target[column] - weights[column]) }
        let range = ranges[index]
        let next = min(max(target[index] + slope / hessian[index][index], range.lowerBound), range.upperBound)
        change = max(change, abs(next - target[index]))
        target[index] = next
      }
      if change < Self.leastStep { break }
    }
    return target
  }

  private static let sweeps = 10_000
}
