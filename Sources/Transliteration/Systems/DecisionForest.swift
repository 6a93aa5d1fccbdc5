import SectionedFile

/// Decision trees whose leaves are added up: each asks three questions, one after another, whether a number is above a
/// threshold. Read from `Tables/matching/trees.tsv`.
public struct DecisionForest: Sendable {
  /// How many questions lead to a leaf.
  public static let depth = 3
  /// How many questions a tree has, and how many nodes in all.
  public static let questionCount = 1 << depth - 1
  public static let nodeCount = 2 << depth - 1

  /// One tree: node 1 is the root; below node n are 2 n, where the number is not above the threshold, and 2 n + 1. Node n is
  /// the element n − 1 of the lists.
  public struct Tree: Sendable {
    /// The number that each question asks for; `nil` where nothing is asked, and the walk goes on to 2 n.
    public var features: [String?]
    public var thresholds: [Double]
    /// What each node adds on the average of the examples that come to it; what the leaves add.
    public var values: [Double]

    public init(features: [String?], thresholds: [Double], values: [Double]) {
      self.features = features
      self.thresholds = thresholds
      self.values = values
    }
  }

  public let trees: [Tree]

  /// - Returns: `nil` where a tree has not as many questions and nodes as each must have.
  public init?(_ trees: [Tree]) {
    let areComplete = trees.allSatisfy {
      $0.features.count == Self.questionCount && $0.thresholds.count == Self.questionCount
        && $0.values.count == Self.nodeCount && $0.values.allSatisfy(\.isFinite)
        && $0.thresholds.allSatisfy { !$0.isNaN }
    }
    guard areComplete else { return nil }
    self.trees = trees
  }

  private init() { trees = [] }

  static let empty = DecisionForest()

  func encode(to writer: inout ByteWriter) {
    let names = Set(trees.flatMap { $0.features.compactMap(\.self) }).sorted()
    writer.append(UInt32(names.count))
    for name in names { writer.append(name) }
    writer.append(UInt32(trees.count))
    for tree in trees {
      for feature in tree.features {
        writer.append(feature.flatMap { names.firstIndex(of: $0) }.map { UInt16($0) } ?? .max)
      }
      for threshold in tree.thresholds { writer.append(threshold.bitPattern) }
      for value in tree.values { writer.append(value.bitPattern) }
    }
  }

  init(decoding region: ByteRegion) throws(SectionedFileError) {
    var reader = ByteReader(region)
    var names: [String] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { names.append(try reader.string()) }
    var trees: [Tree] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: Self.questionCount * 10 + Self.nodeCount * 8)) {
      var tree = Tree(features: [], thresholds: [], values: [])
      for _ in 0..<Self.questionCount {
        let number = Int(try reader.uint16())
        guard number < names.count || number == UInt16.max else {
          throw region.damaged(at: 0, "a tree asks for feature \(number), of which there are \(names.count)")
        }
        tree.features.append(number < names.count ? names[number] : nil)
      }
      for _ in 0..<Self.questionCount { tree.thresholds.append(Double(bitPattern: try reader.uint64())) }
      for _ in 0..<Self.nodeCount { tree.values.append(Double(bitPattern: try reader.uint64())) }
      trees.append(tree)
    }
    guard let forest = DecisionForest(trees) else { throw region.damaged(at: 0, "a tree has a number that is none") }
    self = forest
  }
}
