import ArgumentParser
import NameModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `allonym tables`: work on alias tables.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Check, format, count, compare and export alias tables.",
    discussion: """
      Examples:
        allonym tables check
        allonym tables fmt --check Tables
        allonym tables stats
        allonym tables diff Tables.old Tables
        allonym tables export --format skos > names.ttl
      """,
    subcommands: [
      TablesCheckCommand.self, TablesFormatCommand.self, TablesStatsCommand.self, TablesDiffCommand.self,
      TablesExportCommand.self,
    ])
}

/// The folder that a command of tables works on.
struct TablesDirectory: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of tables.", valueName: "folder"))
  var directory = "Tables"

  /// The path, once it is known to be a folder.
  func checked() throws -> String {
    var status = stat()
    guard stat(directory, &status) == 0 else {
      throw CommandFailure(
        "\(directory): cannot be read: \(String(cString: strerror(errno))); give the folder that holds the tables")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure("\(directory): not a folder; give the folder that holds the tables")
    }
    return directory
  }
}

/// `allonym tables fmt`: tables in their canonical form.
struct TablesFormatCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Bring tables into their canonical form.",
    discussion: """
      Sorts rows and columns, trims cells, normalizes text; no fact is changed or lost. Prints the path of each file that \
      is changed, or with --check would be: then the status is 1 and nothing is written.

      Examples:
        allonym tables fmt
        allonym tables fmt --check Tables
      """)

  @OptionGroup var tables: TablesDirectory

  @Flag(help: "Write nothing; fail where a file is not in canonical form.")
  var check = false

  func answer(to output: StandardOutput) throws -> ExitStatus {
    do {
      let changed = try TableFormatter.format(directory: try tables.checked(), write: !check)
      for path in changed { try output.write("\(Printable.text(path))\n") }
      return check && !changed.isEmpty ? .nothingFound : .success
    } catch let error as TableError {
      throw CommandFailure(error.description)
    }
  }
}
