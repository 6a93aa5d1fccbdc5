import ArgumentParser
import NameMatching
import NameModel
import SectionedFile

/// `allonym train weights`: how much each feature of a comparison tells.
struct TrainWeightsCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "weights",
    abstract: "Learn how much each feature of a comparison of two names tells.",
    discussion: """
      Fits a logistic regression over the features of word alignments (see Documentation/matching.md) to pairs that are \
      one name and pairs that are not, and writes feature, weight, source. Pairs in which nothing goes together teach \
      nothing and are left out. --share says which part of the pairs are to count as one name: the prior that the scores \
      state.

      Examples:
        allonym train weights --same variants.tsv:variant,canonical --different neighbours.tsv:name_a,name_b \
      -o Tables/matching/weights.tsv
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
    var examples: [String: [LogisticRegression.Example]] = [:]
    var listed: [String] = []
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
            let cells = [isPositive ? "1" : "0", row.cells[columns.0], row.cells[columns.1], features.kind]
            listed.append((cells + features.values.map { "\($0)" }).joined(separator: "\t"))
          }
          examples[features.kind, default: []].append(
            LogisticRegression.Example(features: features.values, isPositive: isPositive, weight: 1))
        }
        try standardOutput.write("\(file.path)\t\(isPositive ? "same" : "different")\t\(taken)\n")
      }
    }
    if let features {
      let header = ["same", "a", "b", "kind"] + PairJudge.featureNames
      do {
        try AtomicFile.replace(
          features, with: Array((([header.joined(separator: "\t")] + listed).joined(separator: "\n") + "\n").utf8))
      } catch {
        throw CommandFailure(error.description)
      }
    }
    var rows: [String] = []
    let balance = Self.balance(examples.values.joined(), share: share)
    for kind in PairJudge.featureKinds {
      let weights = LogisticRegression.fit(
        (examples[kind] ?? []).map { example in
          var example = example
          example.weight = example.isPositive ? balance.same : balance.different
          return example
        }, ranges: PairJudge.featureSenses.map(Self.range(of:)))
      rows += zip(PairJudge.featureNames, weights).map { name, weight in
        "\(kind) \(name)\t\((weight * 10_000).rounded() / 10_000)\t\(source)\n"
      }
    }
    do {
      let text = try TableFormatter.formatted(
        "feature\tweight\tsource\n" + rows.joined(), kind: .lexicon, file: output)
      try AtomicFile.replace(output, with: Array(text.utf8))
    } catch {
      throw CommandFailure("\(error)")
    }
    return .success
  }

  private static func range(of sense: MatchFeatures.Sense) -> ClosedRange<Double> {
    switch sense {
    case .forOne: 0 ... .infinity
    case .against: -.infinity...0
    case .either: -.infinity ... .infinity
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
