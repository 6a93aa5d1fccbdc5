import Foundation
import Testing

@testable import NameModel

/// One change to sound tables, and the problem that it must lead to.
struct Breakage: CustomTestStringConvertible, Sendable {
  let rule: TableRule
  let file: String
  let line: Int
  let column: Int
  var severity = TableProblem.Severity.error
  /// Text to find in the file, and what to put in its place; the first occurrence is replaced.
  let change: (from: String, to: String)
  /// Other rules that the same change also breaks.
  var also: Set<TableRule> = []

  var testDescription: String { "\(rule.rawValue): \(change.to.prefix(40))" }
}

private let entities = "entities/small/entities.tsv"
private let names = "entities/small/names.tsv"
private let decisions = "entities/small/decisions.tsv"
private let sources = "sources.tsv"
private let systems = "systems/systems.tsv"
private let spellings = "systems/spellings/ko-Cyrl.tsv"

private let breakages: [Breakage] = [
  // Bytes and lines.
  Breakage(rule: .byteOrderMark, file: sources, line: 1, column: 1, change: ("source\t", "\u{FEFF}source\t")),
  Breakage(rule: .carriageReturn, file: sources, line: 2, column: 54, change: ("2026-11-24\n", "2026-11-24\r\n")),
  Breakage(
    rule: .finalNewline, file: sources, line: 3, column: 29, change: ("facts\t2026-11-24\n", "facts\t2026-11-24")),
  Breakage(rule: .emptyLine, file: sources, line: 2, column: 1, change: ("\ns1", "\n\ns1")),
  Breakage(rule: .cellCount, file: decisions, line: 2, column: 1, change: ("two people\t", "two people")),
  Breakage(
    rule: .cellCount, file: entities, line: 4, column: 1, change: ("Q18808\t", "Q18808\t\t"), also: [.unknownEntity]),
  Breakage(
    rule: .cellTooLong, file: decisions, line: 2, column: 45,
    change: ("two people", String(repeating: "x", count: 16_385))),

  // The header.
  Breakage(
    rule: .duplicateColumn, file: sources, line: 1, column: 14, change: ("url", "title"), also: [.missingColumn]),
  Breakage(
    rule: .missingColumn, file: sources, line: 1, column: 30, change: ("retrieved", "read"), also: [.unknownColumn]),
  Breakage(
    rule: .unknownColumn, file: sources, line: 1, column: 26, change: ("retrieved", "read"), also: [.missingColumn]),
  Breakage(
    rule: .columnOrder, file: sources, line: 1, column: 1, change: ("source\ttitle", "title\tsource"),
    also: [.malformedIdentifier, .unknownSource]),
  Breakage(
    rule: .missingHeader, file: "names/surnames.tsv", line: 1, column: 9, change: ("lang", "")),

  // Single cells.
  Breakage(rule: .emptyCell, file: names, line: 2, column: 54, change: ("\tattested\t\ts1", "\t\t\ts1")),
  Breakage(rule: .emptyCell, file: sources, line: 2, column: 4, change: ("A list", "")),
  Breakage(rule: .surroundingSpace, file: sources, line: 2, column: 10, change: ("A list", "A list ")),
  Breakage(rule: .surroundingSpace, file: sources, line: 2, column: 4, change: ("A list", " A list")),
  Breakage(
    rule: .doubledSpace, file: sources, line: 2, column: 6, severity: .warning, change: ("A list", "A  list")),
  Breakage(rule: .forbiddenCharacter, file: names, line: 10, column: 12, change: ("평양", "평\u{200F}양")),
  Breakage(rule: .forbiddenCharacter, file: sources, line: 2, column: 6, change: ("A list", "A \u{FFFD}list")),
  Breakage(rule: .forbiddenCharacter, file: sources, line: 2, column: 5, change: ("A list", "A\u{0}list")),
  Breakage(rule: .forbiddenCharacter, file: sources, line: 2, column: 5, change: ("A list", "A\u{E000}list")),
  Breakage(rule: .notNormalized, file: names, line: 8, column: 15, change: ("Rën", "Re\u{308}n")),
  Breakage(
    rule: .unknownValue, file: entities, line: 4, column: 11, change: ("place", "town")),
  Breakage(
    rule: .unknownValue, file: names, line: 10, column: 17, change: ("평양\tko\tpref", "평양\tko\tbest"), also: [.unsorted]),
  Breakage(rule: .unknownValue, file: names, line: 10, column: 22, change: ("평양\tko\tpref\tfull", "평양\tko\tpref\tall")),
  Breakage(
    rule: .unknownValue, file: names, line: 8, column: 86, change: ("proposed", "guessed")),
  Breakage(rule: .unknownValue, file: decisions, line: 2, column: 35, change: ("different", "other")),
  Breakage(
    rule: .malformedIdentifier, file: sources, line: 3, column: 1, change: ("s2\t", "S2\t"),
    also: [.unknownSource, .unsorted]),
  Breakage(rule: .malformedLanguage, file: names, line: 2, column: 41, change: ("\ten\t", "\tenglish-\t")),
  Breakage(
    rule: .malformedLanguage, file: names, line: 8, column: 28, change: ("ru-Latn", "ru-latn")),
  Breakage(
    rule: .malformedLanguage, file: names, line: 10, column: 14, severity: .warning,
    change: ("평양\tko\t", "평양\tko-Kore\t")),
  Breakage(
    rule: .malformedScript, file: systems, line: 2, column: 45, change: ("Cyrl\tLatn\tBGN", "cyrillic\tLatn\tBGN")),
  Breakage(rule: .malformedCountry, file: entities, line: 4, column: 17, change: ("place\tKP", "place\tNK1")),
  Breakage(rule: .malformedDate, file: entities, line: 2, column: 31, change: ("1955-11-21", "1955-02-30")),
  Breakage(rule: .malformedDate, file: systems, line: 2, column: 64, change: ("\t1947\t", "\tc. 1947\t")),
  Breakage(rule: .malformedWikidata, file: entities, line: 4, column: 22, change: ("Q18808", "18808")),
  Breakage(
    rule: .malformedURL, file: sources, line: 2, column: 11, change: ("https://example.org/list", "example.org")),
  Breakage(rule: .malformedLicence, file: sources, line: 2, column: 36, change: ("CC0-1.0", "©")),
  Breakage(
    rule: .malformedNumber, file: spellings, line: 3, column: 16, change: ("\t40\t", "\t4O\t")),
  Breakage(rule: .malformedNumber, file: spellings, line: 2, column: 16, change: ("\t0\t", "\t00\t")),

  // Rows and their order.
  Breakage(rule: .unsorted, file: sources, line: 3, column: 1, change: ("\ns1\t", "\ns3\t"), also: [.unknownSource]),
  Breakage(
    rule: .duplicateRow, file: sources, line: 4, column: 1,
    change: (
      "s2\tA paper\t\tfacts\t2026-11-24\n", "s2\tA paper\t\tfacts\t2026-11-24\ns2\tA paper\t\tfacts\t2026-11-24\n"
    )),
  Breakage(
    rule: .duplicateKey, file: sources, line: 4, column: 1,
    change: (
      "s2\tA paper\t\tfacts\t2026-11-24\n", "s2\tA paper\t\tfacts\t2026-11-24\ns2\tThe paper\t\tfacts\t2026-11-24\n"
    )),
  Breakage(
    rule: .duplicateKey, file: names, line: 11, column: 1,
    change: (
      "평양\tko\tpref\tfull\tattested\t\ts1\treviewed\t\n",
      "평양\tko\tpref\tfull\tattested\t\ts1\treviewed\t\npyongyang\t평양\tko\thidden\tfull\tattested\t\ts1\treviewed\t\n"
    )),
  Breakage(
    rule: .secondPreferred, file: names, line: 11, column: 18,
    change: (
      "평양\tko\tpref\tfull\tattested\t\ts1\treviewed\t\n",
      "평양\tko\tpref\tfull\tattested\t\ts1\treviewed\t\npyongyang\t평양시\tko\tpref\tfull\tattested\t\ts1\treviewed\t\n"
    )),
  Breakage(rule: .datesReversed, file: entities, line: 2, column: 42, change: ("2025-12-06", "1955-10")),

  // References.
  Breakage(
    rule: .unknownEntity, file: names, line: 9, column: 1, change: ("pyongyang\tPyong", "phyongyang\tPyong")),
  Breakage(rule: .unknownEntity, file: decisions, line: 2, column: 21, change: ("jo-chun-ryong", "jo-chun-ryon")),
  Breakage(rule: .unknownSource, file: names, line: 2, column: 64, change: ("\ts1\t", "\ts9\t")),
  Breakage(rule: .unknownSource, file: "names/surnames.tsv", line: 2, column: 6, change: ("zh\ts1", "zh\ts9")),
  Breakage(
    rule: .unknownSource, file: "systems/syllables/palladius.tsv", line: 2, column: 7, change: ("ма\ts2", "ма\ts9")),
  Breakage(rule: .unknownSystem, file: names, line: 8, column: 45, change: ("Latn-1947", "Latn-2019")),
  Breakage(
    rule: .unknownSystem, file: spellings, line: 2, column: 1, severity: .warning, change: ("customary", "casual")),
  Breakage(rule: .unknownOrigin, file: names, line: 7, column: 48, change: ("attested\t조춘룡\ts2", "attested\t조춘용\ts2")),
  Breakage(
    rule: .circularOrigin, file: names, line: 6, column: 41,
    change: ("조춘룡\tko\tpref\tfull\tattested\t\t", "조춘룡\tko\tpref\tfull\tattested\tCho Chun Rën\t")),
  Breakage(
    rule: .missingOrigin, file: names, line: 8, column: 72, severity: .warning, change: ("1947\tЧо Чун Рён", "1947\t")),
  Breakage(
    rule: .entityWithoutName, file: entities, line: 4, column: 1, change: ("pyongyang\tplace", "pyongyong\tplace"),
    also: [.unknownEntity]),
  Breakage(
    rule: .missingRules, file: systems, line: 3, column: 50, change: ("\tsyllables\t", "\trules\t")),
  Breakage(rule: .missingRules, file: systems, line: 3, column: 50, change: ("\tsyllables\t", "\ticu\t")),

  // Names as text.
  Breakage(rule: .nothingToRead, file: names, line: 10, column: 11, change: ("평양", "—")),
  Breakage(
    rule: .scriptMismatch, file: names, line: 7, column: 26, change: ("Рён\tru\t", "Рён\tko\t"),
    also: [.secondPreferred, .unsorted]),
  Breakage(rule: .scriptMismatch, file: names, line: 8, column: 28, change: ("Rën\tru-Latn", "Rën\tru")),
  Breakage(
    rule: .mixedScripts, file: names, line: 7, column: 16, severity: .warning,
    change: ("Чо Чун Рён\tru", "Чo Чун Рён\tru"),
    also: [.unknownOrigin]),

  // Facts against each other.
  Breakage(
    rule: .decisionOrder, file: decisions, line: 2, column: 1,
    change: ("aleksandr-matsegora\tjo-chun-ryong", "jo-chun-ryong\taleksandr-matsegora")),
  Breakage(
    rule: .decisionOrder, file: decisions, line: 2, column: 1,
    change: ("aleksandr-matsegora\tjo-chun-ryong", "jo-chun-ryong\tjo-chun-ryong")),
  Breakage(
    rule: .contradictoryDecisions, file: decisions, line: 2, column: 35,
    change: (
      "2026-11-24\n",
      """
      2026-11-24
      aleksandr-matsegora	pyongyang	same		s1	
      jo-chun-ryong	pyongyang	same		s1	

      """
    )),
]

@Suite struct TableRuleTests {
  @Test func soundTablesHaveNoProblems() throws {
    let report = try TemporaryTables().check()
    #expect(report.problems.map(\.description) == [])
    #expect(report.isSound)
    #expect(report.summary.entities == 3)
    #expect(report.summary.names == 9)
    #expect(report.summary.namesByLanguage[.init(wellFormed: "ko", script: nil)] == 3)
    #expect(
      report.summary.description
        == "8 files, 23 rows: 3 entities, 9 names, 1 decision, 2 sources, 2 systems; no errors, no warnings")
  }

  @Test(arguments: breakages) func everyRuleFindsItsPlace(_ breakage: Breakage) throws {
    let tables = try TemporaryTables()
    let text = try tables.text(breakage.file)
    let range = try #require(text.range(of: breakage.change.from, options: .literal))
    try tables.write(breakage.file, Array(text.replacingCharacters(in: range, with: breakage.change.to).utf8))

    let report = tables.check()
    let found = report.problems.filter { $0.rule == breakage.rule }
    let places = found.map { "\($0.file.dropFirst(tables.path.count + 1)):\($0.line):\($0.column)" }
    let expected = "\(breakage.file):\(breakage.line):\(breakage.column)"
    #expect(places.contains(expected), "\(report)")
    #expect(found.allSatisfy { $0.severity == breakage.severity })
    let others = Set(report.problems.filter { $0.severity == .error }.map(\.rule)).subtracting([breakage.rule])
    #expect(others.isSubset(of: breakage.also), "\(report)")
  }

  /// Words of another script that are no slip of the keyboard: the number of a king, a word of another name.
  @Test(arguments: [("Чо Чун Рён IV", true), ("Jo Чун Рён", true), ("Ho Чун Рён", false), ("Чo Чун Рён", false)])
  func wordsOfOtherScriptsMayBeMeant(name: String, isMeant: Bool) throws {
    let tables = try TemporaryTables()
    try tables.write(names, Array(tables.text(names).replacing("Чо Чун Рён\tru", with: "\(name)\tru").utf8))
    #expect(tables.check().problems.contains { $0.rule == .mixedScripts } == !isMeant)
  }

  @Test func problemsPrintAsFileLineColumn() throws {
    let tables = try TemporaryTables()
    try tables.write("sources.tsv", Array(SmallTables.sources.replacing("facts", with: "©").utf8))
    let report = tables.check()
    #expect(
      report.problems.map(\.description) == [
        "\(tables.path)/sources.tsv:3:13: “©” is not an SPDX licence expression "
          + "(use one, or facts where only facts were taken)"
      ])
    #expect(report.problems[0].byteOffset == 101)
  }

  @Test func everyRuleHasATest() {
    let elsewhere: Set<TableRule> = [
      .missingFile, .unreadableFile, .unknownFile, .missingDescriptor, .invalidUTF8, .orphanRules, .sharedName,
      .entityWithoutPreferred,
    ]
    let tested = elsewhere.union(breakages.map(\.rule))
    #expect(Set(TableRule.allCases).subtracting(tested).map(\.rawValue).sorted() == [])
  }
}
