import Foundation
import Testing

@testable import NameModel

@Suite struct AliasTablesTests {
  @Test func readsAFolder() throws {
    let tables = try TemporaryTables().read()
    #expect(tables.entities.map(\.id) == ["aleksandr-matsegora", "jo-chun-ryong", "pyongyang"])
    #expect(tables.entities[0].born == "1955-11-21")
    #expect(tables.entities[0].wikidata == nil)
    #expect(tables.entities[1].nativeName?.text == "조춘룡")
    #expect(tables.entities[0].nativeName?.text == "Мацегора")
    let relayed = try #require(tables.entities[1].names.last)
    #expect(relayed.text == "Cho Chun Rën")
    #expect(relayed.language.rawValue == "ru-Latn")
    #expect(relayed.kind == .alt)
    #expect(relayed.system == "bgnpcgn-rus-Cyrl-Latn-1947")
    #expect(relayed.from == "Чо Чун Рён")
    #expect(relayed.status == .proposed)
    #expect(
      tables.decisions == [
        Decision(
          "jo-chun-ryong", "aleksandr-matsegora", .different, reason: "two people", source: "s1", date: "2026-11-24")
      ])
    #expect(tables.sources.map(\.id) == ["s1", "s2"])
    #expect(tables.sources[1].url == nil)
  }

  @Test func readsSourcesBesideSources() throws {
    let tables = try TemporaryTables()
    try tables.write("sources.more.tsv", Array("source\ttitle\turl\tlicence\tretrieved\ns3\tMore\t\tfacts\t\n".utf8))
    #expect(try tables.read().sources.map(\.id) == ["s1", "s2", "s3"])
    #expect(tables.check().problems == [])
  }

  @Test func writesWhatItRead() throws {
    let tables = try TemporaryTables().read()
    #expect(try TableWriter.entities(tables.entities.reversed()) == SmallTables.entities)
    #expect(try TableWriter.names(tables.entities.shuffled()) == SmallTables.names)
    #expect(try TableWriter.decisions(tables.decisions) == SmallTables.decisions)
    #expect(try TableWriter.sources(tables.sources.reversed()) == SmallTables.sources)
  }

  @Test(arguments: ["a\tb", "a\nb", "a\rb"]) func refusesToWriteSeparators(_ text: String) {
    #expect(throws: TableError.self) {
      try TableWriter.sources([Source(id: "s", title: text, licence: "facts")])
    }
  }

  @Test func namesTheMissingFolder() {
    let path = NSTemporaryDirectory() + "no-such-folder-of-tables"
    #expect(throws: TableError.file(FileError(.list, path, code: 2))) { try AliasTables.read(directory: path) }
    #expect(
      TableChecker.check(directory: path).problems.map(\.description) == [
        "\(path):1:1: \(path): cannot list: No such file or directory (errno 2) (give the folder that holds the tables)"
      ])
  }

  @Test(arguments: [
    ("entities/small/names.tsv", "\tpref\tfull", "\tbest\tfull", "2:44", TableRule.unknownValue),
    ("entities/small/names.tsv", "\nale", "\nola", "2:1", .unknownEntity),
    ("entities/small/entities.tsv", "jo-chun-ryong", "aleksandr-matsegora", "3:1", .duplicateKey),
    ("entities/small/names.tsv", "\tru-Latn\t", "\trussian_latin\t", "8:28", .malformedLanguage),
    ("sources.tsv", "\tfacts", "", "3:1", .cellCount),
  ])
  func stopsAtTheFirstRowThatMakesNoSense(
    _ file: String, from: String, to: String, place: String, rule: TableRule
  ) throws {
    let tables = try TemporaryTables()
    let text = try tables.text(file)
    let range = try #require(text.range(of: from, options: .literal))
    try tables.write(file, Array(text.replacingCharacters(in: range, with: to).utf8))
    do throws(TableError) {
      _ = try tables.read()
      Issue.record("the tables were read")
    } catch {
      guard case .problem(let problem) = error else {
        Issue.record(error)
        return
      }
      #expect(problem.rule == rule)
      #expect(problem.description.hasPrefix("\(tables.path)/\(file):\(place): "), "\(problem)")
    }
  }
}
