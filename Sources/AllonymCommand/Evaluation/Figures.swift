/// Figures of an evaluation in print.
enum Figures {
  /// With three decimals, rounded.
  static func number(_ value: Double) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let digits = String(thousandths % 1000)
    let padding = String(repeating: "0", count: 3 - digits.count)
    return "\(value < 0 ? "-" : "")\(thousandths / 1000).\(padding)\(digits)"
  }

  static func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "" : number(Double(part) / Double(whole))
  }
}

/// How scores and truth agree, in ten bins of equal width.
struct Reliability {
  private(set) var counts = [Int](repeating: 0, count: 10)
  private(set) var right = [Int](repeating: 0, count: 10)
  private(set) var sums = [Double](repeating: 0, count: 10)

  mutating func add(_ score: Double, isRight: Bool) {
    let bin = min(9, max(0, Int(score * 10)))
    counts[bin] += 1
    sums[bin] += score
    if isRight { right[bin] += 1 }
  }

  /// The expected calibration error: by bin, how far the mean score is from the share of right ones, weighted by count.
  var error: Double {
    let total = counts.reduce(0, +)
    guard total > 0 else { return 0 }
    return counts.indices.reduce(0.0) { sum, bin in
      counts[bin] == 0 ? sum : sum + abs(sums[bin] - Double(right[bin]))
    } / Double(total)
  }
}

/// Scores of pairs that are, and are not, one name.
struct ScoredPairs {
  private(set) var same: [Double] = []
  private(set) var different: [Double] = []

  mutating func add(_ score: Double, isSame: Bool) {
    if isSame { same.append(score) } else { different.append(score) }
  }

  /// The probability that a pair that is one name scores higher than one that is not; ties count half.
  var areaUnderCurve: Double? {
    guard !same.isEmpty, !different.isEmpty else { return nil }
    var all = same.map { (score: $0, isSame: true) } + different.map { (score: $0, isSame: false) }
    all.sort { $0.score < $1.score }
    var below = 0.0
    var area = 0.0
    var index = 0
    while index < all.count {
      var end = index
      var (tiedSame, tiedDifferent) = (0.0, 0.0)
      while end < all.count, all[end].score == all[index].score {
        if all[end].isSame { tiedSame += 1 } else { tiedDifferent += 1 }
        end += 1
      }
      area += tiedSame * (below + tiedDifferent / 2)
      below += tiedDifferent
      index = end
    }
    return area / (Double(same.count) * Double(different.count))
  }

  /// Points of the receiver operating characteristic: shares of different and of same pairs that score at least so much.
  var curve: [(falsePositive: Double, truePositive: Double)] {
    stride(from: 1.0, through: 0, by: -0.02).map { threshold in
      (
        Double(different.count { $0 >= threshold }) / Double(max(1, different.count)),
        Double(same.count { $0 >= threshold }) / Double(max(1, same.count))
      )
    }
  }
}
