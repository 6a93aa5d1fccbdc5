import Foundation
import Testing

/// What each importer makes of a file in the layout of its list, and that the sums are right.
@Suite struct ImportTests {
  @Test func followTheMoney() throws {
    try expectImport(
      "ftm", [("e.ftm.json", ImportSample.ftm)], gives: ImportGolden.ftm,
      counts:
        "4 records = 2 entities + 0 joined + 1 left out + 1 without a name + 0 bad; 8 names = 7 written + 1 left out")
  }

  @Test func followTheMoneyStatements() throws {
    try expectImport(
      "ftm-statements", [("statements.csv", ImportSample.statements)], gives: ImportGolden.statements,
      counts:
        "7 records = 1 entities + 5 joined + 1 left out + 0 without a name + 0 bad; 4 names = 4 written + 0 left out")
  }

  @Test func openSanctions() throws {
    try expectImport(
      "opensanctions", [("targets.simple.csv", ImportSample.openSanctions)], gives: ImportGolden.openSanctions,
      counts: "2 records = 1 entities + 0 joined + 1 left out")
  }

  @Test func ofacTables() throws {
    let golden = ImportGolden.ofac
    let counts = "7 records = 3 entities + 3 joined + 1 left out + 0 without a name + 0 bad; 8 names = 8 written"
    let files = [("sdn.csv", ImportSample.sdn), ("alt.csv", ImportSample.alt)]
    try expectImport("ofac", files, gives: golden, counts: counts)
    try expectImport("ofac", files.reversed(), gives: golden, counts: counts)
  }

  @Test func ofacXML() throws {
    try expectImport(
      "ofac", [("sdn.xml", ImportSample.sdnXML)], gives: ImportGolden.ofacXML, counts: "2 records = 2 entities")
  }

  @Test func unitedNations() throws {
    try expectImport(
      "un", [("consolidated.xml", ImportSample.un)], gives: ImportGolden.un,
      counts: "2 records = 2 entities + 0 joined + 0 left out + 0 without a name + 0 bad; 7 names = 7 written")
  }

  @Test func europeanUnion() throws {
    try expectImport(
      "eu", [("list.xml", ImportSample.euXML)], gives: ImportGolden.euXML, counts: "2 records = 2 entities")
    try expectImport(
      "eu", [("list.csv", ImportSample.euCSV)], gives: ImportGolden.euCSV,
      counts: "4 records = 2 entities + 2 joined + 0 left out")
  }

  @Test func unitedKingdom() throws {
    try expectImport(
      "uk", [("UK-Sanctions-List.csv", ImportSample.uk)], gives: ImportGolden.uk,
      counts:
        "5 records = 2 entities + 3 joined + 0 left out + 0 without a name + 0 bad; 6 names = 5 written + 1 left out")
  }

  @Test func jrcNames() throws {
    try expectImport(
      "jrc-names", [("entities", ImportSample.jrc)], gives: ImportGolden.jrc,
      counts: "5 records = 2 entities + 2 joined + 1 left out")
  }

  @Test func geoNames() throws {
    let files = [("alternateNamesV2.txt", ImportSample.placeNames), ("allCountries.txt", ImportSample.places)]
    try expectImport(
      "geonames", files, gives: ImportGolden.geonames,
      counts: "12 records = 3 entities + 7 joined + 2 left out + 0 without a name + 0 bad")
    try expectImport(
      "geonames", files.reversed(), ["--feature", "P", "--feature", "H.LK", "--language", "ru"],
      gives: ImportGolden.geonamesRussian, counts: "12 records = 1 entities + 7 joined + 4 left out")
    try expectImport(
      "geonames", [("RU.txt", ImportSample.places)], ["--type", "facility"], gives: ImportGolden.geonamesAlone,
      counts: "3 records = 1 entities + 0 joined + 2 left out")
  }

  @Test func wikidata() throws {
    let files = [("wikidata.json", ImportSample.wikidata)]
    try expectImport(
      "wikidata", files, gives: ImportGolden.wikidata,
      counts:
        "4 records = 1 entities + 0 joined + 2 left out + 1 without a name + 0 bad; 8 names = 7 written + 1 left out")
    try expectImport(
      "wikidata", files, ["--type", "person", "--language", "ko"], gives: ImportGolden.wikidataKorean,
      counts: "4 records = 1 entities + 0 joined + 3 left out")
    try expectImport(
      "wikidata", files, ["--type", "person", "--language", "fi", "--language", "be"],
      gives: ImportGolden.wikidataBelarusian,
      counts: "4 records = 1 entities + 0 joined + 3 left out + 0 without a name")
    try expectImport(
      "wikidata", files, ["--type", "work", "--default-type", "work"], gives: ImportGolden.wikidataWork,
      counts: "4 records = 1 entities + 0 joined + 3 left out")
  }

  @Test func marc() throws {
    try expectImport(
      "marc", [("authorities.xml", ImportSample.marc)], gives: ImportGolden.marc,
      counts: "3 records = 2 entities + 0 joined + 1 left out")
  }

  @Test func tablesWithColumnsOfOnesOwn() throws {
    let wide = """
      id,typ,name,native,aka,cc
      1,person,"Zorvan, Ilya",Зорван Илья,Ilja Zorvan;Z.;123,RU
      1,person,Ilya Q. Zorvan,,,RU

      2,place,"Quell
      in",,"a ""b"" c",\n
      """
    try expectImport(
      "table", [("wide.csv", wide.replacingOccurrences(of: "\n", with: "\r\n"))],
      [
        "--id", "ID", "--type", "typ", "--name", "en=name", "--name", "ru=native", "--alt", "=aka", "--split", ";",
        "--country", "6",
      ],
      gives: ImportGolden.wideTable,
      counts:
        "3 records = 2 entities + 1 joined + 0 left out + 0 without a name + 0 bad; 8 names = 7 written + 1 left out")
    let long = "7\tvessel\tru\tЖаворонок\n7\tvessel\ten\tSea \"Lark\"\n8\tvessel\t\t—\n"
    try expectImport(
      "table", [("long.tsv", long)],
      ["--id", "1", "--type", "2", "--no-header", "--name", "@3=4", "--source", "fleet"], gives: ImportGolden.longTable,
      counts: "3 records = 1 entities + 1 joined + 0 left out + 1 without a name + 0 bad")
  }
}
