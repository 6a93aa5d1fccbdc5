import Foundation
import Testing

/// From each format to an answer: import, index build, resolve.
@Suite struct ImportResolveTests {
  @Test func tables() throws {
    try expectResolved(
      "table", [("f.csv", "id,name\nx-1,Ilya Zorvan\nx-2,Mia Fox\n")],
      ["--id", "id", "--name", "en=name", "--default-type", "person"], names: [("Iliya Zorvan", "x-1")])
    try expectResolved(
      "table", [("f.tsv", "id\tname\nx-1\tIlya Zorvan\nx-2\tMia Fox\n")],
      ["--id", "id", "--name", "en=name", "--default-type", "person"], names: [("Mia Fox", "x-2")])
  }

  @Test func followTheMoney() throws {
    try expectResolved("ftm", [("f", ImportSample.ftm)], names: [("Илья Зорван", "x-1")])
    try expectResolved("ftm-statements", [("f.csv", ImportSample.statements)], names: [("Elias Zorvan", "x-1")])
  }

  @Test func openSanctions() throws {
    try expectResolved("opensanctions", [("f", ImportSample.openSanctions)], names: [("Elias Zorvan", "x-1")])
  }

  @Test func ofac() throws {
    try expectResolved(
      "ofac", [("a", ImportSample.sdn), ("b", ImportSample.alt)], names: [("Elias Zorwan", "ofac-40")])
    try expectResolved("ofac", [("a", ImportSample.sdnXML)], names: [("Ilya Petrovich Zorvan", "ofac-40")])
  }

  @Test func unitedNations() throws {
    try expectResolved("un", [("f", ImportSample.un)], names: [("Ilyas Zorfan", "un-100")])
  }

  @Test func europeanUnion() throws {
    try expectResolved("eu", [("f", ImportSample.euXML)], names: [("Ilia Zorvan", "eu-13")])
    try expectResolved("eu", [("f", ImportSample.euCSV)], names: [("Илья Зорван", "eu-13")])
  }

  @Test func unitedKingdom() throws {
    try expectResolved("uk", [("f", ImportSample.uk)], names: [("Elias Zorwan", "uk-RUS0001")])
  }

  @Test func jrcNames() throws {
    try expectResolved("jrc-names", [("f", ImportSample.jrc)], names: [("Ilya Zorvan", "jrc-1")])
  }

  @Test func geoNames() throws {
    try expectResolved(
      "geonames", [("a", ImportSample.places), ("b", ImportSample.placeNames)],
      names: [("Квеллингорск", "geonames-7000001")])
  }

  @Test func wikidata() throws {
    try expectResolved("wikidata", [("f", ImportSample.wikidata)], names: [("김철별", "Q900001")])
    // The dump is gzipped.
    try withTemporaryFolder { folder in
      let (dump, lines) = (folder.appendingPathComponent("d.json").path, folder.appendingPathComponent("d.jsonl").path)
      try Data(ImportSample.wikidata.utf8).write(to: URL(fileURLWithPath: dump))
      let packing = try Command.shell("gzip \(dump) && \"$allonym\" import wikidata \(dump).gz -o \(lines)")
      #expect(packing.status == 0, "\(packing.errors)")
      let index = folder.appendingPathComponent("d.allonym").path
      #expect(try Command.run("index", "build", lines, "-o", index).status == 0)
      let answer = try Command.run("resolve", "--index", index, "--limit", "1", "--format", "tsv", "Kim Cheol-byeol")
      #expect(answer.rows.map { $0[3] } == ["Q900001"])
    }
  }

  @Test func marc() throws {
    try expectResolved("marc", [("f", ImportSample.marc)], names: [("Илья Зорван", "marc-n99001")])
  }
}
