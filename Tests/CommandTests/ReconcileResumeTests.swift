import Foundation
import Testing

@Suite struct ReconcileResumeTests {
  /// Rows of all kinds: quoted line ends, empty lines, rows that fail, no line end behind the last.
  private static let input = "\u{FEFF}n,name\r\n\"a\nb\",...\n\n1\n\"2,...\r\n3,...\n\"\"\"\",..."

  private struct Files {
    var input: String
    var output: String
    var partial: String { output + ".partial" }

    init(_ folder: URL, _ text: String = ReconcileResumeTests.input) throws {
      input = folder.appendingPathComponent("in.csv").path
      output = folder.appendingPathComponent("out.csv").path
      try Data(text.utf8).write(to: URL(fileURLWithPath: input))
    }

    func run(_ more: String...) throws -> Run {
      try Command.run(["reconcile", input, "-c", "name", "--prefix", "_", "-o", output] + more, input: Data())
    }

    func read(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
  }

  @Test func writesTheFileAsItWouldStandardOutput() throws {
    try withTemporaryFolder { folder in
      let files = try Files(folder)
      let run = try files.run()
      #expect(run.status == 3 && run.output.isEmpty)
      let printed = try Command.run("reconcile", files.input, "-c", "name", "--prefix", "_")
      #expect(try files.read(files.output) == printed.outputBytes)
      #expect(printed.errors == run.errors)
      #expect(!files.exists(files.partial))
    }
  }

  @Test func goesOnFromEveryByte() throws {
    try withTemporaryFolder { folder in
      let files = try Files(folder)
      let first = try files.run()
      let summary = try #require(first.errors.split(separator: "\n").last)
      let whole = try files.read(files.output)
      for count in 0...whole.count {
        try FileManager.default.removeItem(atPath: files.output)
        try whole.prefix(count).write(to: URL(fileURLWithPath: files.partial))
        let run = try files.run("--resume")
        #expect(run.status == 3, "cut at \(count)")
        #expect(run.errors.split(separator: "\n").last == summary, "cut at \(count): all rows count")
        try #require(try files.read(files.output) == whole, "cut at \(count)")
        #expect(!files.exists(files.partial))
      }
    }
  }

  @Test func aRunThatIsKilledLeavesItsRows() throws {
    try withTemporaryFolder { folder in
      let files = try Files(folder, "name\n...\n\"...\n\"\n...\n")
      let run = try Command.shell(
        """
        cd '\(folder.path)' && mkfifo pipe && { "$allonym" reconcile pipe -c name --prefix _ -o out.csv & } && pid=$!
        exec 3>pipe
        printf 'name\\n...\\n"...\\n' >&3
        tries=0
        until [ "$(wc -l < out.csv.partial 2>/dev/null || echo 0)" -ge 2 ] || [ $tries -ge 300 ]; do
          sleep 0.1; tries=$((tries + 1))
        done
        kill -9 $pid; wait $pid; exec 3>&-; ls
        """)
      #expect(run.lines == ["in.csv", "out.csv.partial", "pipe"], "\(run.errors)")
      let resumed = try files.run("--resume")
      #expect(resumed.errors.contains("out.csv.partial: going on behind 1 row"))
      #expect(resumed.errors.contains("3 rows: ") && resumed.status == 1)
      #expect(
        try files.read(files.output) == Command.run("reconcile", files.input, "-c", "1", "--prefix", "_").outputBytes)
    }
  }

  @Test func aRunThatFailsLeavesItsRowsToo() throws {
    try withTemporaryFolder { folder in
      let files = try Files(folder, "name\n...\n" + String(repeating: "x", count: 17 << 20) + "\n")
      #expect(try files.run().status == 2)
      #expect(!files.exists(files.output))
      #expect(try files.read(files.partial).count { $0 == 0x0A } == 2)
      try Data("name\n...\nx...\n".utf8).write(to: URL(fileURLWithPath: files.input))
      #expect(try files.run("--resume").errors.contains("2 rows"))
      #expect(try files.read(files.output).count { $0 == 0x0A } == 3)
    }
  }

  @Test func whatWasLeftIsNotLost() throws {
    try withTemporaryFolder { folder in
      let files = try Files(folder)
      try Data("something".utf8).write(to: URL(fileURLWithPath: files.partial))
      let run = try files.run()
      #expect(run.status == 2 && run.errors.contains("go on with --resume, or remove it"))
      #expect(try files.read(files.partial) == Data("something".utf8))
      #expect(!files.exists(files.output))
    }
  }

  @Test(arguments: [
    ("n,name,_outcome,_id\n", ":1: it begins in another way"), ("x", ":1: it begins in another way"),
    ("3,...,same,x,x,x,x,1,1,,x\n", ":2: the row is not that of"), ("1,...\n", ":2: the row is not that of"),
    ("1,...,nonsense,x,x,x,x,1,1,,x\n", ":2: the row is not that of"), ("1,\"a\"b\n", ":2: the row is not that of"),
    ("1,...,same,x,x,x,x,1,1,,x\n2,...,same,x,x,x,x,1,1,,x\n", ":3: "),
  ])
  func rowsOfOtherFilesAreAnError(_ left: String, _ message: String) throws {
    try withTemporaryFolder { folder in
      let files = try Files(folder, "n,name\n1,...\n")
      let head = "n,name,_outcome,_id,_name,_native,_type,_score,_candidates,_others,_reason\n"
      let bytes = Data((message.hasPrefix(":1:") ? "" : head).utf8) + Data(left.utf8)
      try bytes.write(to: URL(fileURLWithPath: files.partial))
      let run = try files.run("--resume")
      #expect(run.status == 2 && run.errors.contains("out.csv.partial" + message), "\(run.errors)")
      #expect(run.errors.contains("remove it, and begin again"))
      #expect(try files.read(files.partial) == bytes, "nothing is changed")
      expectMessages(run.errors)
    }
  }

  @Test func wrongUsage() throws {
    try withTemporaryFolder { folder in
      let files = try Files(folder)
      #expect(try Command.run("reconcile", files.input, "-c", "name", "--resume").status == 2)
      let run = try Command.run("reconcile", files.input, "-c", "name", "-o", folder.path)
      #expect(run.status == 2 && run.errors.contains("is no plain file"))
      #expect(try files.run("--jobs", "0").status == 2)
      #expect(try Command.run("reconcile", files.input).status == 2, "no column")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["in.csv"])
    }
  }
}
