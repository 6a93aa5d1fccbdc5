import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a run of the command ended.
enum ExitStatus: Int32 {
  case success = 0
  /// It ran, and found nothing.
  case nothingFound = 1
  /// Wrong usage, or a file that cannot be read, written or trusted.
  case failure = 2
  /// It ran to the end; some rows failed, each with a message.
  case someRowsFailed = 3
}

/// Why the command cannot go on: what is wrong, where, and what to do, in one line.
struct CommandFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// From the arguments of the process to its exit status.
enum Program {
  static func run() -> ExitStatus {
    do {
      let arguments = try ArgumentBytes.validated()
      var command = try AllonymCommand.parseAsRoot(arguments)
      try command.run()
      return .success
    } catch {
      return end(with: error)
    }
  }

  private static func end(with error: any Error) -> ExitStatus {
    switch error {
    case is ClosedPipe: return .success
    case let status as ExitCode: return ExitStatus(rawValue: status.rawValue) ?? .failure
    case let failure as CommandFailure:
      StandardError.report(failure.description)
      return .failure
    default: break
    }
    let text = AllonymCommand.fullMessage(for: error)
    if AllonymCommand.exitCode(for: error) == .success {
      // Help and completion scripts were asked for: a reader that has seen enough of them is no failure.
      let output = StandardOutput()
      try? output.write(text + "\n")
      try? output.flush()
      return .success
    }
    // The parser's text is the message, the usage, and a line that says where to read on.
    let message = AllonymCommand.message(for: error).split(whereSeparator: \.isNewline).joined(separator: "; ")
    let advice = text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.last { $0.hasPrefix("See '") }
    StandardError.report(advice.map { "\(message) \($0)" } ?? message)
    return .failure
  }
}

/// Arguments as the operating system gave them; Swift's own list repairs bad UTF-8 without a word.
private enum ArgumentBytes {
  static func validated() throws -> [String] {
    let repaired = CommandLine.arguments
    if isReplacing(repaired) { return Array(repaired.dropFirst()) }
    for number in 1..<max(1, Int(CommandLine.argc)) {
      guard let pointer = CommandLine.unsafeArgv[number] else { break }
      let bytes = UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))
      if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
        throw CommandFailure(
          "argument \(number): not valid UTF-8 at byte \(offset); mend it, or go on with --invalid replace")
      }
    }
    return Array(repaired.dropFirst())
  }

  private static func isReplacing(_ arguments: [String]) -> Bool {
    arguments.contains("--invalid=replace")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--invalid" && $1 == "replace" }
  }
}
