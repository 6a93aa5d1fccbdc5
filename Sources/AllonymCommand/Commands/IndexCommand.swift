import ArgumentParser

/// `allonym index`: compiled tables.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Build, describe and verify index files.",
    discussion: """
      Examples:
        allonym index build people.jsonl -o people.allonym
        allonym index info people.allonym
        allonym index verify people.allonym
      """,
    subcommands: [IndexBuildCommand.self, IndexInfoCommand.self, IndexVerifyCommand.self])
}
