import Foundation
import Testing

/// Imports one or more files, written to a folder of their own.
func withImport<Result>(
  _ format: String, _ files: [(name: String, text: String)], _ options: [String] = [],
  _ body: (Run, URL) throws -> Result
) throws -> Result {
  try withTemporaryFolder { folder in
    var paths: [String] = []
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      paths.append(file.path)
    }
    return try body(try Command.run(["import", format] + paths + options, input: Data()), folder)
  }
}

/// Imports files, and expects these lines and this sum.
func expectImport(
  _ format: String, _ files: [(name: String, text: String)], _ options: [String] = [], gives golden: String,
  counts: String, status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try withImport(format, files, options) { run, _ in
    #expect(run.output == golden, sourceLocation: sourceLocation)
    #expect(run.errors.contains(counts), "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.status == status, sourceLocation: sourceLocation)
    try expectSums(run.errors, sourceLocation: sourceLocation)
  }
}

/// What came in is what went out.
func expectSums(_ errors: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let line = try #require(errors.split(separator: "\n").last { $0.contains(" records = ") })
  for sum in line.dropFirst("allonym: ".count).split(separator: ";") {
    let sides = sum.split(separator: "=").map { side in side.split(separator: " ").compactMap { Int($0) } }
    #expect(sides.count == 2 && sides[0] == [sides[1].reduce(0, +)], "\(sum)", sourceLocation: sourceLocation)
  }
}

/// Imports files, builds an index of them, and expects that names resolve to ids.
func expectResolved(
  _ format: String, _ files: [(name: String, text: String)], _ options: [String] = [], names: [(String, String)],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try withTemporaryFolder { out in
    let (lines, index) = (out.appendingPathComponent("o.jsonl").path, out.appendingPathComponent("o.allonym").path)
    try withImport(format, files, options + ["-o", lines]) { run, _ in
      #expect(run.status == 0, "\(run.errors)", sourceLocation: sourceLocation)
    }
    let build = try Command.run("index", "build", lines, "-o", index)
    #expect(build.status == 0, "\(build.errors)", sourceLocation: sourceLocation)
    let answers = try Command.run(
      ["resolve", "--index", index, "--limit", "1", "--format", "tsv"] + names.map(\.0), input: Data())
    #expect(answers.rows.map { $0[3] } == names.map(\.1), "\(answers.output)", sourceLocation: sourceLocation)
  }
}
