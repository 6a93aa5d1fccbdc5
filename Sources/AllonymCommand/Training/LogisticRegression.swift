#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Logistic regression with a quadratic penalty, fitted by Newton's method (iteratively reweighted least squares).
struct LogisticRegression {
  struct Example {
    var features: [Double]
    var isPositive: Bool
    var weight: Double
  }

  private static let rounds = 30
  /// Keeps weights of features that hardly vary near 0; not the constant, which is feature 0.
  private static let penalty = 1.0

  static func fit(_ examples: [Example], featureCount: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: featureCount)
    for _ in 0..<rounds {
      var gradient = [Double](repeating: 0, count: featureCount)
      var hessian = [[Double]](repeating: gradient, count: featureCount)
      for example in examples {
        let sum = zip(example.features, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let probability = 1 / (1 + exp(-sum))
        let error = (example.isPositive ? 1 : 0) - probability
        let curvature = max(probability * (1 - probability), 1e-9) * example.weight
        for row in 0..<featureCount where example.features[row] != 0 {
          gradient[row] += error * example.weight * example.features[row]
          for column in 0...row {
            hessian[row][column] += curvature * example.features[row] * example.features[column]
          }
        }
      }
      for row in 0..<featureCount {
        for column in 0..<row { hessian[column][row] = hessian[row][column] }
        let strength = row == 0 ? 1e-6 : penalty
        hessian[row][row] += strength
        gradient[row] -= strength * weights[row]
      }
      let step = solve(hessian, gradient)
      for row in 0..<featureCount { weights[row] += step[row] }
      if step.allSatisfy({ abs($0) < 1e-7 }) { break }
    }
    return weights
  }

  /// Solves a system of linear equations with a positive definite matrix by elimination.
  private static func solve(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    var matrix = matrix
    var vector = vector
    let count = vector.count
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(matrix[$0][pivot]) < abs(matrix[$1][pivot]) } ?? pivot
      matrix.swapAt(pivot, best)
      vector.swapAt(pivot, best)
      guard abs(matrix[pivot][pivot]) > 1e-12 else { continue }
      for row in pivot + 1..<count {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        if factor == 0 { continue }
        for column in pivot..<count { matrix[row][column] -= factor * matrix[pivot][column] }
        vector[row] -= factor * vector[pivot]
      }
    }
    var solution = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() where abs(matrix[row][row]) > 1e-12 {
      let known = (row + 1..<count).reduce(0.0) { $0 + matrix[row][$1] * solution[$1] }
      solution[row] = (vector[row] - known) / matrix[row][row]
    }
    return solution
  }
}
