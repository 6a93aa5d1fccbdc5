import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command `allonym`: parses, calls the library, prints.
@main
struct AllonymCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allonym",
    abstract: "Tells whose name a spelling is, in any script, after any chain of transliterations.",
    discussion: """
      Names are arguments, lines of a file (-f FILE), or lines of standard input. Answers go to standard output, one \
      line a name in the order of the names; messages go to standard error.

      Examples:
        allonym normalize "Pkhenyan" "Hassan-Rajin"
        allonym normalize --explain "Pkhenyan"
        allonym resolve --format jsonl -f names.txt
        allonym match "Khasan" "Hasan"
        allonym reconcile people.csv --column name > people-with-ids.csv
        echo 평양 | allonym transliterate -s moct-kor-Hang-Latn-2000
        allonym restore "Khirosima"

      Exit status: 0 answered; 1 ran and found nothing; 2 wrong usage, or a file that cannot be read, written or \
      trusted; 3 some rows failed, each with a message.
      """,
    subcommands: [
      NormalizeCommand.self, ResolveCommand.self, MatchCommand.self, ReconcileCommand.self, AnnotateCommand.self,
      TransliterateCommand.self, RestoreCommand.self, VariantsCommand.self, SystemsCommand.self, TablesCommand.self,
      IndexCommand.self, ImportCommand.self,
      EvaluateCommand.self, TrainCommand.self,
    ])

  @Flag(name: .long, help: "Print the version of the command, of Unicode's data, and of the index format.")
  var version = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    let output = StandardOutput()
    try output.write(Versions.description)
    try output.flush()
  }

  static func main() {
    // Writing to a closed pipe is an error like any other, so that the command can end quietly by itself.
    signal(SIGPIPE, SIG_IGN)
    leave(Program.run())
  }
}

// `exit` of the C library, which inside a command would be the parser's.
private func leave(_ status: ExitStatus) -> Never { exit(status.rawValue) }
