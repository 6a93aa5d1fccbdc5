import ArgumentParser
import NameModel
import UnicodeText

/// `allonym import eu`: the consolidated list of financial sanctions of the European Union.
struct EUImport: ImportFormatCommand {
  static let format = "eu"
  static let configuration = CommandConfiguration(
    commandName: "eu",
    abstract: "Import the EU's consolidated list of financial sanctions (XML or CSV).",
    discussion: """
      The XML marks weak names (strong="false"); in the CSV only remarks of low quality tell them.

      Examples:
        allonym import eu xmlFullSanctionsList_1_1.xml -o eu.jsonl
        allonym import eu csvFullSanctionsList_1_1.csv -o eu.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    for path in files.paths {
      if try XMLRecords.isXML(path) {
        try XMLRecords.forEach(path, ["sanctionEntity"], "the EU's list", into: sink) { record throws(RecordError) in
          .entity(try Self.entity(record))
        }
      } else {
        try readCSV(path, into: sink)
      }
    }
  }

  private static func entity(_ record: XMLNode) throws(RecordError) -> EntityDraft {
    guard let number = record.attribute("logicalId") ?? record.attribute("euReferenceNumber") else {
      throw RecordError("the sanctionEntity has no logicalId")
    }
    let subject = record.first("subjectType")
    let type = try EUName.type(subject?.attribute("code") ?? subject?.attribute("classificationCode"), number)
    var draft = EntityDraft(id: "eu-\(number)", type: type)
    for alias in record.all("nameAlias") {
      let name = EUName(
        whole: alias.attribute("wholeName"),
        parts: ["firstName", "middleName", "lastName"].map { alias.attribute($0) },
        language: alias.attribute("nameLanguage"),
        isWeak: alias.attribute("strong") == "false" || alias.all("remark").contains { EUName.isLowQuality($0.text) })
      name.add(to: &draft)
    }
    draft.country =
      record.all("citizenship").lazy.compactMap { ImportFacts.country($0.attribute("countryIso2Code")) }.first
    for birth in record.all("birthdate") where draft.born == nil && birth.attribute("circa") != "true" {
      draft.born = ImportFacts.date(birth.attribute("birthdate") ?? birth.attribute("year"))
    }
    return draft
  }

  /// One row for each name, address, birth and document, each with the columns of the entity. The list has some
  /// megabytes.
  private func readCSV(_ path: String, into sink: ImportSink) throws {
    var records = try CSVRecords(path: path, delimiter: UInt8(ascii: ";"), invalid: options.invalidText.invalid)
    let header = try records.header(
      where: { $0.find("NameAlias_WholeName", "Naal_wholename") != nil },
      "the EU's CSV (Entity_LogicalId, NameAlias_WholeName, …)")
    let id = header.find("Entity_LogicalId", "Entity_logical_id")
    let subject = header.find("Entity_SubjectType", "Subject_type", "Entity_SubjectType_ClassificationCode")
    let whole = header.find("NameAlias_WholeName", "Naal_wholename")
    let parts = [
      header.find("NameAlias_FirstName", "Naal_firstname"), header.find("NameAlias_MiddleName", "Naal_middlename"),
      header.find("NameAlias_LastName", "Naal_lastname"),
    ]
    let language = header.find("NameAlias_NameLanguage", "Naal_language")
    let remark = header.find("NameAlias_Remark", "Naal_remark")
    let born = (header.find("BirthDate_BirthDate", "Birt_date"), header.find("BirthDate_Year", "Birt_year"))
    let country = header.find("Citizenship_CountryIso2Code", "Citi_country_iso2")
    var groups = EntityGroups()
    try records.forEach(into: sink) { record throws(RecordError) in
      guard let number = record.cell(id) else { throw RecordError("the row has no Entity_LogicalId") }
      let type = try EUName.type(record.cell(subject), number)
      let name = EUName(
        whole: record.cell(whole), parts: parts.map { record.cell($0) }, language: record.cell(language),
        isWeak: EUName.isLowQuality(record.cell(remark) ?? ""))
      return groups.add("eu-\(number)", first: EntityDraft(id: "eu-\(number)", type: type)) { draft in
        name.add(to: &draft)
        draft.country = draft.country ?? ImportFacts.country(record.cell(country))
        draft.born = draft.born ?? ImportFacts.date(record.cell(born.0) ?? record.cell(born.1))
      }
    }
    try groups.write(to: sink)
  }
}

/// A name of the list, as both of its formats have it.
private struct EUName {
  var whole: String?
  var parts: [String?]
  var language: String?
  var isWeak: Bool

  static func type(_ word: String?, _ number: String) throws(RecordError) -> EntityType {
    switch word?.lowercased() {
    case "person", "p": return .person
    case "enterprise", "entity", "e": return .organization
    case let word: throw RecordError("entity \(number) is neither a person nor an enterprise, but `\(word ?? "")`")
    }
  }

  static func isLowQuality(_ remark: String) -> Bool { remark.lowercased().contains("low quality") }

  func add(to draft: inout EntityDraft) {
    let text = whole ?? ImportFacts.joined(parts)
    // The first strong name in a script is the name of the entity, the others are aliases.
    let hasPreferred = draft.names.contains { $0.kind == .pref && $0.text.dominantScript == text.dominantScript }
    let kind: NameKind = isWeak ? .weak : hasPreferred ? .alt : .pref
    draft.add(text, kind, language: language.flatMap { LanguageTag($0) })
  }
}
