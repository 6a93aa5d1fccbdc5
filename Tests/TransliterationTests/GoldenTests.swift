import NameModel
import Testing
import UnicodeText

@testable import Transliteration

/// Examples of the authorities, run through the systems.
///
/// The rule of comparison: both sides in NFC, code point by code point. Sources without letter case (Hang, Hrkt, Hani)
/// come out as names with capitals, so where an authority gives its example in small letters, small letters are compared.
/// Korean inputs stand as the authority divides them, and nothing else is divided (style other). A Han example of two
/// words is a person, surname and given name (style person), and any other is not.
///
/// A row that fails must stand in `Goldens/known-failures.tsv` with the reason, and a row there must fail.
struct GoldenTests {
  /// The folder of goldens, beside this file.
  private static let folder: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast()
    return (parts + ["Goldens"]).joined(separator: "/")
  }()

  /// How many rows each file has at least: goldens must not vanish unnoticed.
  private static let leastRows = [
    "bgnpcgn-arm-Armn-Latn-1981": 17, "bgnpcgn-aze-Cyrl-Latn-1993": 13, "bgnpcgn-kat-Geor-Latn-2009": 9,
    "bgnpcgn-rus-Cyrl-Latn-1947": 48, "ggg-kat-Geor-Latn-2002": 12, "icao-rus-Cyrl-Latn-9303": 22,
    "iso-rus-Cyrl-Latn-9-1995": 15, "kp-kor-Hang-Latn-2002": 30, "masm-mon-Cyrl-Latn-5217-2012": 15,
    "moct-kor-Hang-Latn-2000": 72, "sac-zho-Hans-Latn-1979": 21, "ua-ukr-Cyrl-Latn-2010": 52,
    "var-jpn-Hrkt-Cyrl-polivanov": 40, "var-jpn-Hrkt-Latn-hepburn-1954": 51, "var-kor-Hang-Cyrl-kontsevich": 35,
    "var-kor-Hang-Cyrl-press": 28, "var-kor-Hang-Latn-mr-1939": 87, "var-zho-Hani-Cyrl-palladius": 15,
    "var-zho-Hani-Latn-wd-1979": 18, "var-zho-Latn-Cyrl-palladius": 33,
  ]

  private static let knownFailures = Result {
    try PlainTable.read("\(folder)/known-failures.tsv").rows.map { ($0["code"], $0["input"], $0["reason"]) }
  }

  @Test(arguments: leastRows.keys.sorted()) func examplesOfTheAuthority(code: String) throws {
    let system = try compiledTables().system(code)
    let rows = try PlainTable.read("\(Self.folder)/\(code).tsv").rows
    let knownFailures = try Set(Self.knownFailures.get().filter { $0.0 == code }.map(\.1))
    #expect(rows.count >= Self.leastRows[code] ?? .max, "\(code) lost examples")
    var failed: Set<String> = []
    for row in rows {
      let (written, expected) = try Self.compared(row["input"], row["expected"], system)
      if points(written) == points(expected) { continue }
      failed.insert(row["input"])
      if !knownFailures.contains(row["input"]) {
        Issue.record("\(code): \(row["input"]) gives \(written), but \(row["source"]) says \(expected)")
      }
    }
    let stale = knownFailures.subtracting(failed).sorted()
    #expect(stale.isEmpty, "these pass or are no rows: take them out of known-failures.tsv")
  }

  private static func compared(
    _ input: String, _ expected: String, _ system: TransliterationSystem
  ) throws -> (written: String, expected: String) {
    let script = system.description.sourceScript
    let style: NameStyle = script == "Hani" ? (expected.contains(" ") ? .person : .other) : .other
    var written = try system.apply(input, style: style).normalized(.nfc)
    let wanted = try expected.normalized(.nfc)
    if ["Hang", "Hrkt", "Hani"].contains(script), wanted == wanted.lowercased() { written = written.lowercased() }
    return (written, wanted)
  }

  /// Every system of the register has goldens, and every file of goldens has a system.
  @Test func everySystemHasExamples() throws {
    let systems = try Set(compiledTables().systems.map(\.code))
    #expect(systems.symmetricDifference(Self.leastRows.keys).sorted() == [])
  }

  @Test func knownFailuresHaveReasons() throws {
    for (code, input, reason) in try Self.knownFailures.get() {
      #expect(Self.leastRows[code] != nil, "\(code) is no file of goldens")
      #expect(!input.isEmpty && reason.count >= 10, "\(code) \(input): say why it fails")
    }
  }
}
