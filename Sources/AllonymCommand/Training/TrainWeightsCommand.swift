import ArgumentParser
import NameMatching
import NameModel
import SectionedFile
import Transliteration

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `allonym train weights`: how much each feature of a comparison tells.
struct TrainWeightsCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "weights",
    abstract: "Learn how much the features of a comparison of two names tell.",
    discussion: """
      Boosts small trees over the features of word alignments (see Documentation/matching.md) with pairs that are one \
      name and pairs that are not, and writes tree, node, feature, threshold, value, source. Pairs in which nothing goes \
      together teach nothing and are left out. --share says which part of the pairs are to count as one name: the prior \
      that the scores state. One pair in four is set aside at first, to see how much too sure the trees are; with all \
      pairs they are then grown anew. The same pairs make the same table.

      Examples:
        allonym train weights --same variants.tsv:variant,canonical --different neighbours.tsv:name_a,name_b \
      -o Tables/matching/trees.tsv
      """)

  @Option(help: ArgumentHelp("Pairs that are one name; may be given again.", valueName: "file:column,column"))
  var same: [PairFile]

  @Option(help: ArgumentHelp("Pairs that are two names; may be given again.", valueName: "file:column,column"))
  var different: [PairFile]

  @Option(help: ArgumentHelp("Which share of pairs is one name.", valueName: "share"))
  var share = 0.5

  @Option(name: .shortAndLong, help: ArgumentHelp("The table to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("What the column source of the table says.", valueName: "source"))
  var source = "weight-training"

  @Option(help: ArgumentHelp("Also write the features of every pair.", valueName: "file"))
  var features: String?

  @OptionGroup var gold: GoldOptions

  func validate() throws {
    guard share > 0, share < 1 else { throw ValidationError("the share \(share) is none; give one between 0 and 1.") }
  }

  func answer(to standardOutput: StandardOutput) throws -> ExitStatus {
    let tables = try CuratedSystems.tables()
    let judge = PairJudge(tables: tables)
    var listed: [String] = []
    var examples: [LogisticRegression.Example] = []
    var isSetAside: [Bool] = []
    for (files, isPositive) in [(same, true), (different, false)] {
      for file in files {
        let table = try GoldTable(path: file.path)
        let columns = (try table.column(file.first), try table.column(file.second))
        var taken = 0
        for row in try gold.rows(of: table, part: .training) {
          guard let a = try? PreparedName(row.cells[columns.0], tables: tables, withReadings: false),
            let b = try? PreparedName(row.cells[columns.1], tables: tables, withReadings: false)
          else { continue }
          guard let features = judge.features(a, b) else { continue }
          taken += 1
          if self.features != nil {
            let cells = [isPositive ? "1" : "0", row.cells[columns.0], row.cells[columns.1]]
            listed.append((cells + features.map { "\($0)" }).joined(separator: "\t"))
          }
          examples.append(LogisticRegression.Example(features: features, isPositive: isPositive, weight: 1))
          isSetAside.append(StableHash.of(row.cells[columns.0]) % Self.setAside == 0)
        }
        try standardOutput.write("\(file.path)\t\(isPositive ? "same" : "different")\t\(taken)\n")
      }
    }
    if let features {
      let header = ["same", "a", "b"] + PairJudge.featureNames
      do {
        try AtomicFile.replace(
          features, with: Array((([header.joined(separator: "\t")] + listed).joined(separator: "\n") + "\n").utf8))
      } catch {
        throw CommandFailure(error.description)
      }
    }
    let isPositive = zip(examples, isSetAside).filter(\.1).map(\.0.isPositive)
    guard isPositive.contains(true), isPositive.contains(false), examples.count > isPositive.count else {
      throw CommandFailure("too few pairs of one name and of two have words that go together; nothing was written")
    }
    let balance = Self.balance(examples, share: share)
    for index in examples.indices {
      examples[index].weight = examples[index].isPositive ? balance.same : balance.different
    }
    try write(calibratedTrees(examples, isSetAside))
    return .success
  }

  /// One pair in so many is set aside to calibrate.
  private static let setAside: UInt64 = 4

  /// Trees of all examples, with what they say stretched and moved as suits best the examples that were set aside when
  /// trees were grown from the others (J. Platt, Probabilistic Outputs for Support Vector Machines, 1999).
  private func calibratedTrees(
    _ examples: [LogisticRegression.Example], _ isSetAside: [Bool]
  ) throws -> [DecisionForest.Tree] {
    func trees(_ examples: [LogisticRegression.Example]) -> [DecisionForest.Tree] {
      ForestTrainer(examples, names: PairJudge.featureNames, senses: PairJudge.featureSenses).trained(
        start: log(share / (1 - share)))
    }
    guard let part = DecisionForest(trees(zip(examples, isSetAside).filter { !$0.1 }.map(\.0))) else {
      throw CommandFailure("the trees have numbers that are none; look for features that are none in the pairs")
    }
    let others = zip(examples, isSetAside).filter(\.1).map(\.0)
    let evidence = PairJudge.evidence(of: others.map(\.features), by: part)
    let scale = LogisticRegression.fit(
      zip(others, evidence).map { example, evidence in
        LogisticRegression.Example(
          features: [1, evidence], isPositive: example.isPositive, weight: example.weight)
      }, ranges: [-.infinity ... .infinity, 0 ... .infinity])
    var result = trees(examples)
    for tree in result.indices {
      for node in result[tree].values.indices {
        let moved = result[tree].values[node] * scale[1] + (tree == 0 ? scale[0] : 0)
        result[tree].values[node] = (moved * 100_000).rounded() / 100_000
      }
    }
    return result
  }

  private func write(_ trees: [DecisionForest.Tree]) throws {
    func digits(_ number: Int, _ count: Int) -> String {
      String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)"
    }
    var rows: [String] = []
    for (number, tree) in trees.enumerated() {
      for node in tree.values.indices {
        let feature = node < tree.features.count ? tree.features[node] : nil
        let threshold = feature == nil ? "" : "\(tree.thresholds[node])"
        rows.append(
          "\(digits(number, 3))\t\(digits(node + 1, 2))\t\(feature ?? "")\t\(threshold)\t\(tree.values[node])\t\(source)\n"
        )
      }
    }
    do {
      let text = try TableFormatter.formatted(
        "tree\tnode\tfeature\tthreshold\tvalue\tsource\n" + rows.joined(), kind: .lexicon, file: output)
      try AtomicFile.replace(output, with: Array(text.utf8))
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  /// What an example weighs so that `share` of all count as one name.
  private static func balance(
    _ examples: some Sequence<LogisticRegression.Example>, share: Double
  ) -> (same: Double, different: Double) {
    var (same, different) = (0.0, 0.0)
    for example in examples {
      if example.isPositive { same += 1 } else { different += 1 }
    }
    return (share * (same + different) / max(1, same), (1 - share) * (same + different) / max(1, different))
  }
}
