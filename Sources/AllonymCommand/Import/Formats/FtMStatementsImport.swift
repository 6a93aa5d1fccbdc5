import ArgumentParser
import NameModel

/// `allonym import ftm-statements`: FollowTheMoney as statements, one property value a row.
struct FtMStatementsImport: ImportFormatCommand {
  static let format = "ftm"
  static let configuration = CommandConfiguration(
    commandName: "ftm-statements",
    abstract: "Import FollowTheMoney statements (CSV).",
    discussion: """
      Here names have their languages. Rows of one entity (canonical_id) have to stand together, as the export writes them.

      Example:
        allonym import ftm-statements statements.csv.gz -o entities.jsonl
      """)

  @OptionGroup var files: ImportFiles
  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    for path in files.paths {
      var records = try CSVRecords(path: path, delimiter: UInt8(ascii: ","), invalid: options.invalidText.invalid)
      let header = try records.header(
        where: { $0.find("canonical_id") != nil && $0.find("prop") != nil && $0.find("value") != nil },
        "statements.csv (canonical_id, prop, schema, value, …)")
      let columns = (id: header.find("canonical_id"), prop: header.find("prop"), value: header.find("value"))
      let (schema, language) = (header.find("schema"), header.find("lang"))
      var run = EntityRun()
      try records.forEach(into: sink) { record throws(RecordError) in
        guard let id = record.cell(columns.id) else { throw RecordError("the row has no canonical_id") }
        guard let prop = record.cell(columns.prop) else { throw RecordError("a statement on `\(id)` has no prop") }
        guard let word = record.cell(schema) else { throw RecordError("a statement on `\(id)` has no schema") }
        guard let type = FtMSchema.type(word) else { return .leftOut }
        return try run.add(id, first: EntityDraft(id: id, type: type)) { draft throws(RecordError) in
          if let value = record.cell(columns.value) {
            FtMSchema.add(value, prop, language: Self.language(record.cell(language)), to: &draft)
          }
        }
      }
      try run.finish(into: sink)
    }
  }

  /// Statements have the three letters of ISO 639-2; BCP 47 has two where there are two.
  private static func language(_ code: String?) -> LanguageTag? {
    code.flatMap { LanguageTag(short[$0] ?? $0) }
  }

  private static let short: [String: String] = {
    let list = """
      ara ar aze az bel be ben bn bos bs bul bg cat ca ces cs cym cy dan da deu de ell el eng en est et fas fa fin fi fra fr \
      gle ga heb he hin hi hrv hr hun hu hye hy ind id isl is ita it jpn ja kat ka kaz kk khm km kir ky kor ko lao lo lav lv \
      lit lt mkd mk mlt mt mon mn msa ms mya my nld nl nor no pol pl por pt pus ps ron ro rus ru slk sk slv sl spa es sqi sq \
      srp sr swe sv tam ta tgk tg tha th tuk tk tur tr ukr uk urd ur uzb uz vie vi zho zh
      """
    let codes = list.split(separator: " ").map(String.init)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: codes.count - 1, by: 2).map { (codes[$0], codes[$0 + 1]) })
  }()
}
