import Foundation
import Testing

@testable import SectionedFile

@Suite("Mapping files")
struct ByteStorageTests {
  @Test func anEmptyFileIsNoSectionedFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "empty")
    #expect(throws: SectionedFileError.notASectionedFile(path: path)) { try ByteStorage(mapping: path) }
  }

  @Test func aFolder() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SectionedFileError.cannotRead(path: folder.path, reason: "not a regular file")) {
      try ByteStorage(mapping: folder.path)
    }
  }

  @Test func aDevice() {
    for path in ["/dev/null", "/dev/zero"] {
      #expect(throws: SectionedFileError.cannotRead(path: path, reason: "not a regular file")) {
        try ByteStorage(mapping: path)
      }
    }
  }

  /// Nobody writes to the pipe: opening it must not wait for that.
  @Test func aNamedPipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    #expect(throws: SectionedFileError.cannotRead(path: path, reason: "not a regular file")) {
      try ByteStorage(mapping: path)
    }
  }

  @Test func aFileThatIsNotThere() throws {
    let folder = try TemporaryFolder()
    for path in [folder.file("gone"), ""] {
      #expect(throws: SectionedFileError.cannotRead(path: path, reason: "No such file or directory")) {
        try SectionedFile(path: path, verification: .structure)
      }
    }
  }

  @Test func aMappingOutlivesItsName() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(SmallFile.bytes(), to: "small")
    let file = try SectionedFile(path: path, verification: .structure)
    try FileManager.default.removeItem(atPath: path)
    try file.verify()
  }

  @Test func aRegionKeepsItsMapping() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(SmallFile.bytes(), to: "small")
    var region: ByteRegion? = try SectionedFile(path: path, verification: .structure).section("NUMB")
    #expect(try region?.uint32(at: 0) == 0x0403_0201)
    region = nil
    // A thousand mappings that were not undone would be seen by the system's limit sooner or later.
    for _ in 0..<70_000 { _ = try ByteStorage(mapping: path) }
  }

  @Test func memoryIsCopied() throws {
    var bytes = SmallFile.bytes()
    let file = try open(bytes).get()
    for index in bytes.indices { bytes[index] = 0xFF }
    try file.verify()
  }

  @Test func eightThreadsReadOneMapping() throws {
    let folder = try TemporaryFolder()
    var writer = SectionedFileWriter()
    var numbers = ByteWriter()
    for number in UInt32(0)..<50_000 { numbers.append(number &* 2_654_435_761) }
    writer.add("NUMB", numbers.bytes)
    writer.add("TEXT", Array(String(repeating: "조춘룡", count: 1_000).utf8))
    try writer.write(to: folder.file("shared"))
    let file = try SectionedFile(path: folder.file("shared"), verification: .structure)
    let sums = try onThreads(8) { _ in
      try file.verify()
      let region = try file.section("NUMB")
      var sum: UInt64 = 0
      for index in 0..<50_000 { sum &+= try UInt64(region.uint32(at: index * 4)) }
      let text = try file.section("TEXT")
      for index in 0..<1_000 { sum &+= try UInt64(text.string(at: index * 9, count: 9).unicodeScalars.count) }
      return sum
    }
    let expected = (UInt32(0)..<50_000).reduce(UInt64(3_000)) { $0 &+ UInt64($1 &* 2_654_435_761) }
    #expect(sums == [UInt64](repeating: expected, count: 8))
  }
}
