import ArgumentParser
import NameModel

/// `allonym import geonames`: the daily dump of GeoNames.
struct GeoNamesImport: ImportFormatCommand {
  static let format = "geonames"
  static let configuration = CommandConfiguration(
    commandName: "geonames",
    abstract: "Import GeoNames: allCountries (or a country, or cities) with alternateNamesV2.",
    discussion: """
      The files are told by their columns: 19 of places, 10 of names. Without alternateNamesV2 the names of the places file are \
      taken, whose languages are not known. Historic names become former, colloquial ones weak; codes of airports, post and the \
      like are no names. Files are joined through temporary files (TMPDIR).

      Examples:
        allonym import geonames allCountries.txt alternateNamesV2.txt --feature P --feature A -o places.jsonl
        allonym import geonames cities15000.txt -o cities.jsonl
      """)

  @OptionGroup var files: ImportFiles

  @Option(
    name: .customLong("feature"),
    help: ArgumentHelp(
      "Only this class of features, or this one: P, A.ADM1; may be given several times.", valueName: "code"))
  var features: [String] = []

  @OptionGroup var filter: ImportFilter
  @OptionGroup var options: ImportOptions

  func read(into sink: ImportSink) throws {
    let places = PartitionedRows(count: GeoNamesRow.partCount)
    let names = PartitionedRows(count: GeoNamesRow.partCount)
    var hasNames = false
    for path in files.paths {
      var lines = try ByteLines(path: path)
      var line: [UInt8] = []
      while try lines.next(into: &line) {
        if line.isEmpty { continue }
        // What cannot be laid aside ends the import, and is no error of the record.
        var failure: (any Error)?
        try sink.record(RecordPlace(file: lines.name, line: lines.number)) { () throws(RecordError) in
          let row = try GeoNamesRow(line, options.invalidText.invalid)
          guard row.isName || wants(row, sink) else { return .leftOut }
          guard !row.isName || row.isNameOfLanguage else { return .leftOut }
          if row.isName { hasNames = true }
          do { try (row.isName ? names : places).append(row.bytes, to: row.part) } catch { failure = error }
          return .deferred
        }
        if let failure { throw failure }
      }
    }
    for part in 0..<GeoNamesRow.partCount {
      try GeoNamesJoin(names: hasNames ? names.rows(of: part) : nil).write(places.rows(of: part), to: sink)
    }
  }

  private func wants(_ row: GeoNamesRow, _ sink: ImportSink) -> Bool {
    guard sink.wants(row.type) else { return false }
    guard !features.isEmpty else { return true }
    return features.contains { $0 == row[6] || $0 == "\(row[6]).\(row[7])" }
  }
}

/// A row of either file.
private struct GeoNamesRow {
  static let partCount = 128

  let bytes: [UInt8]
  private let cells: [String]
  /// The number of the place.
  let id: Int

  /// Whether the row is of alternateNamesV2.
  var isName: Bool { cells.count == 10 }

  init(_ line: [UInt8], _ invalid: InvalidText) throws(RecordError) {
    var line = line
    var text = String(validating: line, as: UTF8.self)
    if text == nil, invalid == .replace {
      text = String(decoding: line, as: UTF8.self)
      line = Array((text ?? "").utf8)
    }
    guard let text else { throw RecordError("not valid UTF-8; mend it, or go on with --invalid replace") }
    bytes = line
    cells = Self.cells(text)
    guard cells.count == 10 || cells.count == 19 else {
      throw RecordError("\(cells.count) cells; a row of places has 19, one of alternateNamesV2 has 10, apart by tabs")
    }
    let number = cells.count == 10 ? cells[1] : cells[0]
    guard let id = Int(number), id >= 0 else { throw RecordError("`\(number)` is no number of a place") }
    self.id = id
  }

  /// A row that was laid aside.
  init(_ row: ArraySlice<UInt8>) {
    bytes = []
    cells = Self.cells(String(decoding: row, as: UTF8.self))
    id = Int(cells[cells.count == 10 ? 1 : 0]) ?? 0
  }

  private static func cells(_ text: String) -> [String] {
    text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  subscript(column: Int) -> String { cells[column] }

  /// Numbers near each other are in one part, so that places stay about in their order.
  var part: Int { min(id >> 17, Self.partCount - 1) }

  /// Buildings, farms and the like are facilities.
  var type: EntityType { cells[6] == "S" ? .facility : .place }

  /// Whether a row of alternateNamesV2 is a name, and not a link or a code; that of Wikidata is of use too.
  var isNameOfLanguage: Bool {
    let codes: Set = ["link", "post", "iata", "icao", "faac", "unlc", "tcid", "phon", "piny"]
    return !codes.contains(cells[2])
  }
}

/// Joins the names of one part to its places.
private struct GeoNamesJoin {
  private var names: [Int: [GeoNamesRow]]?
  private var nameCount = 0

  init(names rows: [ArraySlice<UInt8>]?) {
    guard let rows else { return }
    nameCount = rows.count
    names = Dictionary(grouping: rows.map { GeoNamesRow($0) }, by: \.id)
  }

  func write(_ places: [ArraySlice<UInt8>], to sink: ImportSink) throws {
    let nowhere = RecordPlace(file: "", line: 0)
    var joined = 0
    for row in places {
      let place = GeoNamesRow(row)
      let own = names?[place.id] ?? []
      try sink.settle(nowhere) { () throws(RecordError) in .entity(entity(place, own)) }
      for _ in own { try sink.settle(nowhere) { () throws(RecordError) in .joined } }
      joined += own.count
    }
    // Names of places that are not wanted, or not there.
    for _ in joined..<max(joined, nameCount) { try sink.settle(nowhere) { () throws(RecordError) in .leftOut } }
  }

  private func entity(_ place: GeoNamesRow, _ names: [GeoNamesRow]) -> EntityDraft {
    var draft = EntityDraft(id: "geonames-\(place.id)", type: place.type)
    draft.country = ImportFacts.country(place[8])
    draft.add(place[1], .pref)
    if self.names == nil {
      for name in place[3].split(separator: ",") { draft.add(String(name), .alt) }
    }
    // The preferred name of a language goes first, whatever the order of the file.
    for name in names.filter({ $0[4] == "1" }) + names.filter({ $0[4] != "1" }) {
      switch name[2] {
      case "wkdt": draft.wikidata = draft.wikidata ?? ImportFacts.wikidata(name[3])
      case "abbr": draft.add(name[3], .abbr)
      default: draft.add(name[3], kind(name), language: LanguageTag(Self.language(name[2])), note: Self.time(name))
      }
    }
    return draft
  }

  private func kind(_ name: GeoNamesRow) -> NameKind {
    if name[7] == "1" || name[2] == "fr_1793" { return .former }
    if name[6] == "1" { return .weak }
    return name[5] == "1" ? .alt : .pref
  }

  /// `fr_1793` is French of the Revolution; `zh_Hant` and the like have a low line.
  private static func language(_ code: String) -> String {
    code == "fr_1793" ? "fr" : String(code.map { $0 == "_" ? "-" : $0 })
  }

  /// When a name was in use; free text in the file.
  private static func time(_ name: GeoNamesRow) -> String? {
    let (start, end) = (name[8].trimmingSpace, name[9].trimmingSpace)
    if start.isEmpty, end.isEmpty { return nil }
    return ImportFacts.joined([start.isEmpty ? nil : "from \(start)", end.isEmpty ? nil : "until \(end)"])
  }
}
