import Foundation
import Testing

@testable import SectionedFile

@Suite("Files that are written whole or not at all")
struct AtomicFileTests {
  @Test func aNewFileAndAnOldOne() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("a"), with: [1, 2, 3])
    #expect(try folder.bytes(of: "a") == [1, 2, 3])
    try AtomicFile.replace(folder.file("a"), with: [])
    #expect(try folder.bytes(of: "a") == [])
    let large = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    try AtomicFile.replace(folder.file("a"), with: large)
    #expect(try folder.bytes(of: "a") == large)
    #expect(try folder.names() == ["a"])
  }

  @Test func aFolderInTheWay() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("taken"), withIntermediateDirectories: true)
    for path in ["taken", "taken/"] {
      let error = #expect(throws: SectionedFileError.self) {
        try AtomicFile.replace(folder.file(path), with: [1])
      }
      guard case .cannotWrite(folder.file(path), let reason) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(!reason.isEmpty)
    }
    #expect(try folder.names() == ["taken"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("taken")).isEmpty)
  }

  @Test func aFolderThatIsNotThere() throws {
    let folder = try TemporaryFolder()
    for path in ["gone/a", "gone/deeper/a"] {
      #expect(throws: SectionedFileError.cannotWrite(path: folder.file(path), reason: "No such file or directory")) {
        try AtomicFile.replace(folder.file(path), with: [1])
      }
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func aFileWhereAFolderShouldBe() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write([9], to: "file")
    #expect(throws: SectionedFileError.cannotWrite(path: folder.file("file/a"), reason: "Not a directory")) {
      try AtomicFile.replace(folder.file("file/a"), with: [1])
    }
    #expect(try folder.names() == ["file"])
    #expect(try folder.bytes(of: "file") == [9])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write anywhere"))
  func aFolderThatMayNotBeWrittenTo() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write([9], to: "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    #expect(throws: SectionedFileError.self) { try AtomicFile.replace(folder.file("old"), with: [1]) }
    #expect(try folder.bytes(of: "old") == [9])
    #expect(try folder.names() == ["old"])
  }

  #if os(Linux)
    @Test func aFileSystemThatTakesNoFiles() {
      let error = #expect(throws: SectionedFileError.self) {
        try AtomicFile.replace("/proc/names.allonym", with: [1])
      }
      guard case .cannotWrite("/proc/names.allonym", _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  #endif

  @Test func aNameThatIsTooLong() throws {
    let folder = try TemporaryFolder()
    // The final name would fit, the temporary one does not: nothing may be left either way.
    for length in [250, 300, 5_000] {
      let path = folder.file(String(repeating: "n", count: length))
      #expect(throws: SectionedFileError.self, "\(length)") { try AtomicFile.replace(path, with: [1]) }
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func whatACrashLeftBehindIsNoObstacle() throws {
    let folder = try TemporaryFolder()
    for number in 0..<2_000 { _ = try folder.write([9], to: "a.\(getpid()).\(number).partial") }
    try AtomicFile.replace(folder.file("a"), with: [1])
    #expect(try folder.bytes(of: "a") == [1])
    // Files that this call did not make are not its to remove.
    #expect(try folder.names().count == 2_001)
  }

  /// Eight threads replace one file with files of different lengths, and one reads: it sees a whole one each time.
  @Test func manyWritersAtOnce() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("shared.allonym")
    @Sendable func content(_ number: Int) -> [UInt8] {
      var writer = SectionedFileWriter()
      writer.add("DATA", [UInt8](repeating: UInt8(number), count: 1_000 + number * 20_000))
      return writer.bytes()
    }
    try AtomicFile.replace(path, with: content(0))
    _ = try onThreads(9) { thread in
      if thread == 8 {
        for _ in 0..<200 { _ = try SectionedFile(path: path, verification: .complete) }
      } else {
        let bytes = content(thread)
        for _ in 0..<20 { try AtomicFile.replace(path, with: bytes) }
      }
    }
    #expect(try folder.names() == ["shared.allonym"])
  }
}
