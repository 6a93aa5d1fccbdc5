import Foundation
import NameModel
import Testing

@testable import Allonym

/// Russian and Ukrainian names in case forms that printed texts attest: `Tests/Data/inflected-names.tsv`, with the source
/// of each.
@Suite("Inflected names that texts attest")
struct InflectedNamesTests {
  private struct Row {
    var text: String
    var name: String
    var type: EntityType
  }

  private static func rows(_ language: String) throws -> [Row] {
    let file = Package.directory.appendingPathComponent("Tests/Data/inflected-names.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 6, cells[3] == language, let type = EntityType(rawValue: cells[4]) else { return nil }
      return Row(text: cells[0], name: cells[1], type: type)
    }
  }

  /// At least 95 of 100 are found at the right place, in an index that has the nominative alone.
  @Test(arguments: [("ru", "это как и на", 600), ("uk", "це як та на", 250)])
  func nearlyAllAreFound(language: String, before: String, least: Int) throws {
    let rows = try Self.rows(language)
    #expect(rows.count >= least)
    let names = Dictionary(rows.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    let index = try OwnIndex(names.map { Entity(id: $0.key, type: $0.value, names: [form($0.key, language)]) })
    var options = Annotator.Options()
    options.languages = [language]
    options.findsDerived = false
    let annotator = try Annotator(index.resolver, options: options)
    let missed = try rows.filter { row in
      let mentions = try annotator.annotate("\(before) \(row.text), и")
      return !mentions.contains { $0.text == row.text && $0.entity?.id == row.name }
    }
    #expect(missed.count * 20 <= rows.count, "\(missed.map(\.text))")
  }
}
