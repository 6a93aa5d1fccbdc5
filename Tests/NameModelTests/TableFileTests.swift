import Foundation
import Testing

@testable import NameModel

@Suite struct TableFileTests {
  private func check(
    removing removed: [String] = [], adding added: [String: String] = [:]
  ) throws -> [String] {
    var files = SmallTables.files
    for name in removed { files[name] = nil }
    files.merge(added) { $1 }
    let tables = try TemporaryTables(files)
    return tables.check().problems.map {
      "\($0.file.dropFirst(tables.path.count + 1)):\($0.line):\($0.column) \($0.rule.rawValue) \($0.severity)"
    }
  }

  @Test func missingFiles() throws {
    #expect(
      try check(removing: ["entities/small/datapackage.json"])
        == ["entities/small/datapackage.json:1:1 missing-descriptor error"])
    #expect(
      try check(removing: ["entities/small/names.tsv"]).first
        == "entities/small/entities.tsv:2:1 entity-without-name error")
    #expect(
      try check(removing: ["entities/small/names.tsv"]).contains("entities/small/names.tsv:1:1 missing-file error"))
    #expect(try check(removing: ["sources.tsv"]).contains("sources.tsv:1:1 missing-file error"))
    #expect(try check(removing: ["entities/small/decisions.tsv"]) == [])
  }

  @Test func filesOutOfPlace() throws {
    #expect(try check(adding: ["surnames.tsv": "x\n"]) == ["surnames.tsv:1:1 unknown-file warning"])
    #expect(
      try check(adding: ["entities/small/extra.tsv": "x\n"]) == ["entities/small/extra.tsv:1:1 unknown-file warning"])
    #expect(
      try check(adding: ["systems/rules/iso.txt": "а → a;\n"]) == ["systems/rules/iso.txt:1:1 orphan-rules warning"])
    #expect(
      try check(adding: ["systems/syllables/wade.tsv": "syllable\tspelling\tsource\n"])
        == ["systems/syllables/wade.tsv:1:1 orphan-rules warning"])
    #expect(try check(adding: ["README.txt": "x", "entities/small/README.md": "x", ".hidden.tsv": "x"]) == [])
  }

  @Test func unreadableFiles() throws {
    let tables = try TemporaryTables()
    try FileManager.default.removeItem(atPath: tables.path + "/sources.tsv")
    try FileManager.default.createSymbolicLink(
      atPath: tables.path + "/sources.tsv", withDestinationPath: tables.path + "/nowhere")
    #expect(tables.check().problems.contains { $0.rule == .missingFile })

    // A link into itself is a file that cannot be opened, whoever asks.
    let names = tables.path + "/entities/small/decisions.tsv"
    try FileManager.default.removeItem(atPath: names)
    try FileManager.default.createSymbolicLink(atPath: names, withDestinationPath: names)
    let report = tables.check()
    #expect(
      report.problems.first?.description
        == "\(names):1:1: \(names): cannot open: Too many levels of symbolic links (errno 40) (mend its permissions)")
  }

  @Test func sharedNames() throws {
    let shared = SmallTables.names.replacing("\tPyongyang\t", with: "\tJO CHUN-RYONG\t")
    let file = "entities/small/names.tsv"
    #expect(try check(adding: [file: shared]) == [file + ":9:11 shared-name warning"])
    for judgement in ["same", "different", "unsure"] {
      let decided = SmallTables.decisions + "jo-chun-ryong\tpyongyang\t\(judgement)\t\ts1\t\n"
      let found = try check(adding: [file: shared, "entities/small/decisions.tsv": decided])
      #expect(found.isEmpty == (judgement != "unsure"))
    }
    let tables = try TemporaryTables([file: shared].merging(SmallTables.files) { first, _ in first })
    #expect(
      tables.check().problems.map(\.message) == [
        "“JO CHUN-RYONG” names “pyongyang” and “jo-chun-ryong” (\(tables.path)/\(file):5)"
      ])
  }

  @Test func entitiesWithoutPreferredName() throws {
    let names = SmallTables.names.replacing("평양\tko\tpref", with: "평양\tko\talt")
      .replacing("Pyongyang\ten\tpref", with: "Pyongyang\ten\talt")
    #expect(
      try check(adding: ["entities/small/names.tsv": names])
        == ["entities/small/entities.tsv:4:1 entity-without-preferred warning"])
  }

  @Test func unknownValuesAreReportedOnce() throws {
    let tables = try TemporaryTables()
    try tables.write("entities/small/names.tsv", Array(SmallTables.names.replacing("\ts1\t", with: "\ts9\t").utf8))
    #expect(
      tables.check().problems.map { $0.description.dropFirst(tables.path.count) } == [
        "/entities/small/names.tsv:2:64: “s9” is not a source, and 6 more rows of the table have it "
          + "(add it to sources.tsv, or mend the identifier)"
      ])
  }

  @Test func practicesAreRoutes() throws {
    let spellings = try #require(SmallTables.files["systems/spellings/ko-Cyrl.tsv"])
    let file = "systems/spellings/ko-Cyrl.tsv"
    let changed = spellings.replacing("customary", with: "press-habit")
    #expect(try check(adding: [file: changed]) == [file + ":2:1 unknown-system warning"])
    let practices = "name\tlabel\tsource\npress-habit\tpress habit\ts1\n"
    #expect(try check(adding: [file: changed, "systems/practices.tsv": practices]) == [])
  }

  @Test func wordListsAreCheckedByTheNamesOfTheirColumns() throws {
    let file = "names/titles.tsv"
    #expect(
      try check(adding: [file: "title\tweight\tcount\tsource\nMr\t9.5\t7\ts1\nMr\t10\t7\ts1\nMs\t1\t\ts1\n"]) == [])
    #expect(
      try check(adding: [file: "title\tweight\tcount\tsource\nMr\t10\t7\ts1\nMr\t9.\t7.5\ts1\n\t1\t\ts1\n"])
        == [
          file + ":3:4 malformed-number error", file + ":3:7 malformed-number error", file + ":4:1 empty-cell error",
          file + ":4:1 unsorted error",
        ])
  }

  @Test func identifiersOfSourcesMayHoldFullStops() throws {
    #expect(
      try check(adding: ["sources.more.tsv": "source\ttitle\turl\tlicence\tretrieved\niso-7.79\tx\t\tfacts\t\n"]) == [])
    #expect(
      try check(adding: ["sources.more.tsv": "source\ttitle\turl\tlicence\tretrieved\niso-.79\tx\t\tfacts\t\n"])
        == ["sources.more.tsv:2:1 malformed-identifier error"])
  }

  @Test func keysAcrossFiles() throws {
    let other = [
      "entities/other/datapackage.json": "{}", "entities/other/names.tsv": SmallTables.names,
      "entities/other/entities.tsv": SmallTables.entities,
    ]
    let found = try check(adding: other).filter { $0.contains("duplicate-key") }
    #expect(found == (2...4).map { "entities/small/entities.tsv:\($0):1 duplicate-key error" })
    #expect(
      try check(adding: ["sources.more.tsv": SmallTables.sources])
        == ["sources.tsv:2:1 duplicate-key warning", "sources.tsv:3:1 duplicate-key warning"])
  }
}

@Suite struct FileSystemTests {
  @Test func replacesWholeFilesAndKeepsPermissions() throws {
    let tables = try TemporaryTables(["a.tsv": "old"])
    let path = tables.path + "/a.tsv"
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try FileSystem.replace(path, with: Array("new".utf8))
    #expect(try FileSystem.read(path) == Array("new".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(try FileSystem.list(tables.path).map(\.name) == ["a.tsv"])
  }

  @Test func saysWhatTheSystemRefused() throws {
    let tables = try TemporaryTables(["a.tsv": "old"])
    #expect(throws: FileError(.open, tables.path + "/b.tsv", code: 2)) { try FileSystem.read(tables.path + "/b.tsv") }
    #expect(throws: FileError(.read, tables.path, code: 21)) { try FileSystem.read(tables.path) }
    #expect(throws: FileError(.open, tables.path + "/a.tsv/b", code: 20)) {
      try FileSystem.read(tables.path + "/a.tsv/b")
    }
    #expect(throws: FileError.self) { try FileSystem.replace(tables.path + "/none/a.tsv", with: []) }
    #expect(FileError(.open, "a.tsv", code: 13).description == "a.tsv: cannot open: Permission denied (errno 13)")
  }

  @Test func readsLargeFiles() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let tables = try TemporaryTables([:])
    try FileSystem.replace(tables.path + "/large", with: bytes)
    #expect(try FileSystem.read(tables.path + "/large") == bytes)
    try FileSystem.replace(tables.path + "/empty", with: [])
    #expect(try FileSystem.read(tables.path + "/empty") == [])
  }
}
