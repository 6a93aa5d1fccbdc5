import Foundation
import Testing

/// What a run of the command left behind.
struct Run {
  var status: Int32
  /// Whether the process ended by itself, and not by a signal.
  var hasExited: Bool
  var outputBytes: Data
  var output: String
  var errors: String

  var lines: [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The cells of each line of tsv.
  var rows: [[String]] {
    lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The object of each line of jsonl.
  func objects() throws -> [[String: Any]] {
    try lines.map { try JSONValue.object(Data($0.utf8)) }
  }
}

enum JSONValue {
  static func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}

enum Command {
  /// The command that was built together with these tests.
  static let path: String = {
    let bundles = ["--test-bundle-path"].compactMap { flag in
      CommandLine.arguments.firstIndex(of: flag).map { CommandLine.arguments[$0 + 1] }
    }
    for bundle in bundles + [CommandLine.arguments[0]] {
      var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
      while folder.path != "/" {
        let candidate = folder.appendingPathComponent("allonym").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return "allonym"
  }()

  /// Runs the command with input from a string.
  static func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Run {
    try run(arguments, input: Data(input.utf8), environment: environment)
  }

  static func run(_ arguments: [String], input: Data, environment: [String: String] = [:]) throws -> Run {
    try run(executable: path, arguments, input: input, environment: environment)
  }

  /// Runs a line of the shell, in which `$allonym` is the command.
  static func shell(_ line: String) throws -> Run {
    try run(executable: "/bin/sh", ["-c", line], input: Data(), environment: ["allonym": path])
  }

  private static func run(
    executable: String, _ arguments: [String], input: Data, environment: [String: String]
  ) throws -> Run {
    // Files, not pipes: nothing can block, however much is written.
    try withTemporaryFolder { folder in
      let inputFile = folder.appendingPathComponent("input")
      let outputFile = folder.appendingPathComponent("output")
      let errorFile = folder.appendingPathComponent("errors")
      try input.write(to: inputFile)
      try Data().write(to: outputFile)
      try Data().write(to: errorFile)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: executable)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      process.standardOutput = try FileHandle(forWritingTo: outputFile)
      process.standardError = try FileHandle(forWritingTo: errorFile)
      try process.run()
      process.waitUntilExit()
      let output = try Data(contentsOf: outputFile)
      return Run(
        status: process.terminationStatus, hasExited: process.terminationReason == .exit, outputBytes: output,
        output: String(decoding: output, as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }
  }
}

/// Calls `body` with a folder that is removed afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("allonym-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// The folder of curated tables of this package.
let curatedTables = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Tables").path

/// Every message is one line that begins with the name of the command.
func expectMessages(_ errors: String, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(!errors.isEmpty, sourceLocation: sourceLocation)
  for line in errors.split(separator: "\n") {
    #expect(line.hasPrefix("allonym: "), "\(line)", sourceLocation: sourceLocation)
  }
}
