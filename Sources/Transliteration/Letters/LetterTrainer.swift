#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Learns how the letters of a script correspond to Latin letters, from pairs of words that spell one name part.
///
/// A word pair is taken for a walk through correspondences of at most two symbols and a few Latin letters, drawn one
/// after another independently; expectation maximization finds their probabilities (many-to-many alignment: S.
/// Jiampojamarn, G. Kondrak, T. Sherif, Applying Many-to-Many Alignments and Hidden Markov Models to Letter-to-Phoneme
/// Conversion, NAACL-HLT 2007, section 3). Pairs that the model of the round before finds far-fetched are left out: lists
/// that were aligned by machine hold strangers.
public struct LetterTrainer {
  /// Two spellings of one name part, and how often they were seen together.
  public struct Pair: Hashable, Sendable {
    public var native: [Unicode.Scalar]
    /// The Latin spelling; several where it is not known in which order its words are to be read.
    public var latin: [[UInt8]]
    public var weight: Double

    /// - Parameters:
    ///   - native: the folded word in its script.
    ///   - latin: small letters a–z.
    public init(native: String, script: String, latin: [String], weight: Double) {
      self.native = LetterSymbols.symbols(of: native, script: script)
      self.latin = latin.map { Array($0.utf8) }
      self.weight = weight
    }
  }

  /// The longest Latin side of a correspondence of one symbol.
  private let latinLimit: Int
  private let pairs: [Pair]
  private static let rounds = 12
  /// A pair whose walk costs more than this for each letter of its longer side is taken for a pair of strangers.
  private static let strangerCost = 5.2
  /// Correspondences that the training data show less often than this are left out.
  private static let leastCount = 1.2

  public init(_ pairs: [Pair], script: String) {
    latinLimit = script == "Hani" ? 5 : script.hasPrefix("Latn") ? 2 : 3
    self.pairs = pairs.filter {
      (1...24).contains($0.native.count) && $0.latin.allSatisfy { (1...32).contains($0.count) }
    }
  }

  private struct Walk: Hashable {
    var native: UInt64
    var latin: UInt64
  }

  public func train() -> [LetterCorrespondence] {
    var probability: [Walk: Double] = [:]
    for round in 0..<Self.rounds {
      var counts: [Walk: Double] = [:]
      for pair in pairs { expect(pair, probability, isFirst: round == 0, into: &counts) }
      // Rare walks are noise of the alignment; a little is taken off each count.
      let discount = round < 2 ? 0 : 0.3
      counts = counts.compactMapValues { $0 > discount ? $0 - discount : nil }
      let total = counts.values.sorted().reduce(0, +)
      probability = counts.mapValues { $0 / total }
      if round == Self.rounds - 1 { return correspondences(counts, total: total) }
    }
    return []
  }

  private func correspondences(_ counts: [Walk: Double], total: Double) -> [LetterCorrespondence] {
    counts.compactMap { walk, count -> LetterCorrespondence? in
      guard count >= Self.leastCount else { return nil }
      let native = stride(from: 42, through: 0, by: -21).compactMap { shift in
        let value = UInt32(truncatingIfNeeded: walk.native >> UInt64(shift)) & 0x1F_FFFF
        return value == 0 ? nil : Unicode.Scalar(value)
      }
      let latin = stride(from: 56, through: 0, by: -8).compactMap { shift in
        let byte = UInt8(truncatingIfNeeded: walk.latin >> UInt64(shift))
        return byte == 0 ? nil : byte
      }
      return LetterCorrespondence(native: native, latin: latin, cost: Int((-100 * log(count / total)).rounded()))
    }
    .sorted { $0.order < $1.order }
  }

  /// The lengths of correspondences: symbols and Latin letters.
  private var shapes: [(native: Int, latin: Int)] {
    [(0, 1)] + (0...latinLimit).map { (1, $0) } + (1...max(2, latinLimit - 1)).map { (2, $0) }
  }

  /// Adds the expected number of each correspondence in one pair: in the likeliest of its spellings, once anything is
  /// known of the letters.
  private func expect(
    _ pair: Pair, _ probability: [Walk: Double], isFirst: Bool, into counts: inout [Walk: Double]
  ) {
    if isFirst, pair.latin.count > 1 { return }
    let walks = pair.latin.map { Walks(pair.native, $0, shapes, isFirst ? nil : probability) }
    guard let best = walks.max(by: { $0.whole < $1.whole }), best.whole > 0 else { return }
    let length = max(pair.native.count, best.columns)
    if !isFirst, -log(best.whole) > Self.strangerCost * Double(length) { return }
    best.count(min(pair.weight, Self.weightLimit), into: &counts)
  }

  /// However often a pair was seen, it tells no more than so many.
  private static let weightLimit = 8.0

  /// All walks through two words, as a graph of steps in the order of their beginnings.
  private struct Walks {
    private var steps: [(from: Int, to: Int, walk: Walk, probability: Double)] = []
    private var forward: [Double]
    let columns: Int
    /// The probability of all walks together.
    var whole: Double { forward[forward.count - 1] }

    /// - Parameter probability: `nil` before anything is known.
    init(
      _ native: [Unicode.Scalar], _ latin: [UInt8], _ shapes: [(native: Int, latin: Int)],
      _ probability: [Walk: Double]?
    ) {
      let rows = native.count
      columns = latin.count
      let width = columns + 1
      forward = [Double](repeating: 0, count: (rows + 1) * width)
      forward[0] = 1
      for row in 0...rows {
        for column in 0...columns where forward[row * width + column] > 0 {
          for shape in shapes where row + shape.native <= rows && column + shape.latin <= columns {
            var walk = Walk(native: 0, latin: 0)
            for symbol in native[row..<row + shape.native] { walk.native = walk.native << 21 | UInt64(symbol.value) }
            for letter in latin[column..<column + shape.latin] { walk.latin = walk.latin << 8 | UInt64(letter) }
            let chance = probability.map { $0[walk] ?? 0 } ?? LetterTrainer.firstGuess(shape, rows, columns)
            guard chance > 0 else { continue }
            let from = row * width + column
            let to = (row + shape.native) * width + column + shape.latin
            steps.append((from, to, walk, chance))
            forward[to] += forward[from] * chance
          }
        }
      }
    }

    func count(_ weight: Double, into counts: inout [Walk: Double]) {
      var backward = [Double](repeating: 0, count: forward.count)
      backward[backward.count - 1] = 1
      for step in steps.reversed() { backward[step.from] += backward[step.to] * step.probability }
      for step in steps {
        let expected = forward[step.from] * step.probability * backward[step.to] * weight / whole
        if expected > 1e-6 { counts[step.walk, default: 0] += expected }
      }
    }
  }

  /// Before anything is known: letters keep step, and gaps are rare.
  private static func firstGuess(_ shape: (native: Int, latin: Int), _ rows: Int, _ columns: Int) -> Double {
    let expected = Double(columns) / Double(rows) * Double(shape.native)
    let off = abs(Double(shape.latin) - expected)
    return exp(-1.5 * off) * (shape.native == 2 ? 0.05 : 1) * (shape.native == 0 ? 0.05 : 1)
  }
}

extension LetterCorrespondence {
  /// By native letters, the usual ones first.
  fileprivate var order: (String, Int, String) {
    (String(String.UnicodeScalarView(native)), cost, String(decoding: latin, as: UTF8.self))
  }
}
