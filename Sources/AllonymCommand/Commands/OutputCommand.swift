import ArgumentParser

/// A command that prints answers on standard output and ends with a status.
protocol OutputCommand: ParsableCommand {
  func answer(to output: StandardOutput) throws -> ExitStatus
}

extension OutputCommand {
  func run() throws {
    let output = StandardOutput()
    let status: ExitStatus
    do {
      status = try answer(to: output)
    } catch {
      // What was answered before the failure was right, and comes before its message.
      if !(error is ClosedPipe) { try output.flush() }
      throw error
    }
    try output.flush()
    if status != .success { throw ExitCode(status.rawValue) }
  }
}
