#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The logarithm that costs are made of, without Foundation.
enum NaturalLogarithm {
  /// −100 · ln(count / total), a whole number of at least 0.
  static func cost(_ count: Double, of total: Double) -> Int { max(0, Int((-100 * log(count / total)).rounded())) }

  /// The probability that a cost stands for.
  static func probability(cost: Int) -> Double { exp(-Double(cost) / 100) }

  /// By splitting off the exponent, and the series of the inverse hyperbolic tangent for the rest (error below 1e-9).
  static func log(_ value: Double) -> Double {
    precondition(value > 0 && value.isFinite)
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for divisor in stride(from: 1.0, through: 23, by: 2) {
      sum += term / divisor
      term *= square
    }
    return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
  }
}
