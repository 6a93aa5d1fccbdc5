import Foundation
import Testing

/// From each format to an answer: import, index build, resolve.
@Suite struct ImportResolveTests {
  @Test func tables() throws {
    try expectResolved(
      "table", [("f.csv", "id,name\nx-1,Ilya Zorvan\nx-2,Mia Fox\n")],
      ["--id", "id", "--name", "en=name", "--default-type", "person"], names: [("Iliya Zorvan", "x-1")])
  }

  @Test func followTheMoney() throws {
    try expectResolved("ftm", [("f", ImportSample.ftm)], names: [("Илья Зорван", "x-1")])
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
  }

  @Test func marc() throws {
    try expectResolved("marc", [("f", ImportSample.marc)], names: [("Илья Зорван", "marc-n99001")])
  }
}
