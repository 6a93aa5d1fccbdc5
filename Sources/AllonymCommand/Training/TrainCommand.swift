import ArgumentParser

/// `allonym train`: learn from data what the tables cannot be told.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn letter costs, the rarity of words, and weights from names.",
    discussion: """
      Examples:
        allonym train letters --names pairs.tsv:native,latin -o Tables/letters
      """,
    subcommands: [TrainLettersCommand.self, TrainWordsCommand.self, TrainWeightsCommand.self])
}
