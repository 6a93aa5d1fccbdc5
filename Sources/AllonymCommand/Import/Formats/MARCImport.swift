import ArgumentParser
import NameModel

/// `allonym import marc`: authority records of libraries.
struct MARCImport: ImportFormatCommand {
  static let format = "marc"
  static let configuration = CommandConfiguration(
    commandName: "marc",
    abstract: "Import library authority records (MARCXML).",
    discussion: """
      Headings (1XX) and their forms in other scripts (880) are preferred names, see-from tracings (4XX) and headings of other \
      files (7XX) are others. Topics, genres and the like have no place here.

      Example:
        allonym import marc authorities-gnd.mrc.xml.gz -o gnd.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    for path in files.paths {
      try XMLRecords.forEach(path, ["record"], "MARCXML", into: sink) { record throws(RecordError) in
        try Self.outcome(record)
      }
    }
  }

  private static func outcome(_ record: XMLNode) throws(RecordError) -> RecordOutcome {
    let controls = record.all("controlfield")
    guard let number = controls.first(where: { $0.attribute("tag") == "001" })?.text.nonEmpty else {
      throw RecordError("the record has no control number (001)")
    }
    let fields = record.all("datafield").map(MARCField.init)
    guard let heading = fields.first(where: { $0.tag.hasPrefix("1") }), let type = heading.type else { return .leftOut }
    var draft = EntityDraft(id: "marc-\(compact(number))", type: type)
    draft.add(heading.name, .pref)
    for field in fields where field.tag == "880" && field.isLinked(to: "1") { draft.add(field.name, .pref) }
    for field in fields where field.tag.hasPrefix("4") || field.isLinked(to: "4") {
      draft.add(field.name, field.isFormer ? .former : .alt)
    }
    for field in fields where field.tag.hasPrefix("7") && field.type == type { draft.add(field.name, .alt) }
    for field in fields where field.tag == "024" && field["2"]?.lowercased() == "wikidata" {
      draft.wikidata = draft.wikidata ?? ImportFacts.wikidata(field["a"])
    }
    // GND writes XA-DE: a continent, a country, and at times a region.
    let area = fields.first { $0.tag == "043" }?["c"]?.split(separator: "-")
    draft.country = ImportFacts.country(area.flatMap { $0.count > 1 ? String($0[1]) : $0.first.map(String.init) })
    if type == .person, let dates = heading["d"] {
      let ends = dates.split(separator: "-", omittingEmptySubsequences: false).map { String($0).trimmingSpace }
      draft.born = ImportFacts.date(ends.first)
      if ends.count == 2 { draft.died = ImportFacts.date(ends[1].trimming(".").trimming(",")) }
    }
    return .entity(draft)
  }

  private static func compact(_ number: String) -> String { String(number.filter { !$0.isWhitespace }) }
}

/// A data field of a record.
private struct MARCField {
  /// The tag; of a field in another script the tag of the field that it belongs to stands in ``linked``.
  let tag: String
  private let linked: String?
  private let isInverted: Bool
  private let subfields: [(code: String, text: String)]

  init(_ node: XMLNode) {
    tag = node.attribute("tag") ?? ""
    isInverted = node.attribute("ind1") == "1"
    subfields = node.all("subfield").map { ($0.attribute("code") ?? "", $0.text) }
    let link = subfields.first { $0.code == "6" }?.text
    linked = tag == "880" ? link.map { String($0.prefix(3)) } : nil
  }

  /// The first subfield of this code.
  subscript(code: String) -> String? { subfields.first { $0.code == code }?.text.nonEmpty }

  func isLinked(to start: String) -> Bool { linked?.hasPrefix(start) == true }

  /// What a heading in this field names; `nil` for topics and others.
  var type: EntityType? {
    switch (linked ?? tag).dropFirst() {
    case "00": self["t"] == nil ? .person : .work
    case "10": self["t"] == nil ? .organization : .work
    case "11": self["t"] == nil ? .event : .work
    case "30": .work
    case "51": .place
    default: nil
    }
  }

  /// GND marks former names by $4 nafr; MARC by the fourth place of $w.
  var isFormer: Bool { subfields.contains { $0.code == "4" && $0.text.hasSuffix("nafr") } }

  /// The name in the order in which it is spoken, without what catalogs add.
  var name: String? {
    if type == .work, let title = self["t"] ?? self["a"] { return Self.trimmed(title) }
    guard let main = self["a"] else { return nil }
    switch (linked ?? tag).dropFirst() {
    case "00":
      let name = isInverted ? ImportFacts.uninverted(Self.trimmed(main)) : Self.trimmed(main)
      return ImportFacts.joined([name, self["b"].map(Self.trimmed)])
    case "10":
      return ImportFacts.joined(
        [Self.trimmed(main)] + subfields.filter { $0.code == "b" }.map { Self.trimmed($0.text) })
    default: return Self.trimmed(main)
    }
  }

  /// Without the punctuation that leads over to the next subfield; a full stop stays behind an initial.
  private static func trimmed(_ text: String) -> String {
    var text = text.trimmingSpace
    while let last = text.last, ",;:/ ".contains(last) { text.removeLast() }
    if text.last == ".", text.dropLast().reversed().prefix(while: { $0.isLetter }).count > 2 { text.removeLast() }
    return text
  }
}
