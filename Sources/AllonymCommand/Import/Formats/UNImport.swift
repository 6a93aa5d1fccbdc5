import ArgumentParser
import NameModel

/// `allonym import un`: the consolidated list of the Security Council.
struct UNImport: ImportFormatCommand {
  static let format = "un"
  static let configuration = CommandConfiguration(
    commandName: "un",
    abstract: "Import the consolidated list of the UN Security Council (XML).",
    discussion: """
      Aliases of quality Low become weak, f.k.a. former. An alias that holds several names, apart by semicolons, becomes several.

      Example:
        allonym import un consolidated.xml -o un.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    for path in files.paths {
      try XMLRecords.forEach(path, ["INDIVIDUAL", "ENTITY"], "the UN's consolidated list", into: sink) {
        record throws(RecordError) in .entity(try Self.entity(record))
      }
    }
  }

  private static func entity(_ record: XMLNode) throws(RecordError) -> EntityDraft {
    guard let number = record.text(of: "DATAID") else { throw RecordError("the entry has no DATAID") }
    let isPerson = record.name == "INDIVIDUAL"
    var draft = EntityDraft(id: "un-\(number)", type: isPerson ? .person : .organization)
    let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME", "SIXTH_NAME"]
    draft.add(ImportFacts.joined(parts.map { record.text(of: $0) }), .pref)
    for name in names(record.text(of: "NAME_ORIGINAL_SCRIPT")) { draft.add(name, .pref) }
    for alias in record.children where alias.name == "INDIVIDUAL_ALIAS" || alias.name == "ENTITY_ALIAS" {
      let quality = alias.text(of: "QUALITY")?.lowercased() ?? ""
      let kind: NameKind = quality == "low" ? .weak : quality.hasPrefix("f.k.a") ? .former : .alt
      for name in names(alias.text(of: "ALIAS_NAME")) { draft.add(name, kind) }
    }
    for birth in record.all("INDIVIDUAL_DATE_OF_BIRTH") where draft.born == nil {
      if let type = birth.text(of: "TYPE_OF_DATE"), type.uppercased() != "EXACT" { continue }
      draft.born = ImportFacts.date(birth.text(of: "DATE") ?? birth.text(of: "YEAR"))
    }
    return draft
  }

  private static func names(_ text: String?) -> [String] {
    text?.split(separator: ";").map { String($0).trimmingSpace } ?? []
  }
}
