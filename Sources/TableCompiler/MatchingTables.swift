import NameModel
import Transliteration

/// Reads what was learned of how names are compared, `Tables/matching`.
enum MatchingTables {
  /// How rare words are.
  static func rarity(_ path: String) throws -> WordRarity {
    var costs: [String: Int] = [:]
    for row in try PlainTable.read(path).rows {
      guard let cost = Int(row["cost"]), cost >= 0 else {
        throw row.error("cost", "`\(row["cost"])` is no cost", "write a whole number")
      }
      costs[row["word"]] = cost
    }
    return WordRarity(costs)
  }

  /// Trees, one node a row.
  static func forest(_ path: String) throws -> DecisionForest {
    var trees: [DecisionForest.Tree] = []
    for row in try PlainTable.read(path).rows {
      guard let tree = Int(row["tree"]), tree == trees.count || tree == trees.count - 1 else {
        throw row.error("tree", "`\(row["tree"])` does not follow the tree before", "number the trees from 0")
      }
      if tree == trees.count { trees.append(DecisionForest.Tree(features: [], thresholds: [], values: [])) }
      guard let node = Int(row["node"]), node == trees[tree].values.count + 1, node <= DecisionForest.nodeCount else {
        throw row.error(
          "node", "`\(row["node"])` does not follow the node before",
          "number the nodes of each tree from 1 to \(DecisionForest.nodeCount)")
      }
      trees[tree].values.append(try number(row, "value"))
      guard node <= DecisionForest.questionCount else { continue }
      let feature = row["feature"]
      trees[tree].features.append(feature.isEmpty ? nil : feature)
      trees[tree].thresholds.append(feature.isEmpty ? 0 : try number(row, "threshold"))
    }
    guard let forest = DecisionForest(trees) else { throw TableError.incompleteTree(path) }
    return forest
  }

  private static func number(_ row: PlainTable.Row, _ column: String) throws -> Double {
    guard let number = Double(row[column]), number.isFinite else {
      throw row.error(column, "`\(row[column])` is no number", "write a decimal number")
    }
    return number
  }

  enum TableError: Error, CustomStringConvertible {
    case incompleteTree(String)

    var description: String {
      switch self {
      case .incompleteTree(let path): "\(path): a tree has not all \(DecisionForest.nodeCount) nodes"
      }
    }
  }
}
