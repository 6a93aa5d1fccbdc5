import Foundation
import Testing

/// `tables stats`, `diff` and `export`.
@Suite struct TablesStatsAndExportTests {
  private static let entities = """
    {"id":"ilya zorvan","type":"person","country":"RU","born":"1948","wikidata":"Q900004","names":[\
    {"text":"Илья Зорван","lang":"ru","kind":"pref"},{"text":"Ilya Zorvan","lang":"en","kind":"pref"},\
    {"text":"Elias \\"Fox\\" Zorvan, Jr.","lang":"en","kind":"alt"},{"text":"Fox","lang":"en","kind":"weak"},\
    {"text":"Ilya Zorwan","lang":"en","kind":"former"},{"text":"Ilya Zrovan","lang":"en","kind":"hidden"},\
    {"text":"Zorvan","lang":"en","kind":"pref","part":"family"},\
    {"text":"Nobody","lang":"en","kind":"alt","status":"rejected"}]}
    {"id":"kvellin","type":"place","names":[{"text":"Kvellin","kind":"pref"}]}

    """

  private func export(_ format: String, _ options: String...) throws -> Run {
    try Command.run(["tables", "export", "--format", format, "-"] + options, input: Data(Self.entities.utf8))
  }

  @Test func skos() throws {
    let run = try export("skos", "--base", "https://example.org/n/")
    #expect(run.status == 0)
    #expect(
      run.output == """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix schema: <https://schema.org/> .

        <https://example.org/n/> a skos:ConceptScheme .

        <https://example.org/n/ilya%20zorvan> a skos:Concept, schema:Person ;
          skos:inScheme <https://example.org/n/> ;
          skos:prefLabel "Ilya Zorvan"@en ;
          skos:altLabel "Zorvan"@en ;
          skos:prefLabel "Илья Зорван"@ru ;
          skos:altLabel "Elias \\"Fox\\" Zorvan, Jr."@en ;
          skos:altLabel "Ilya Zorwan"@en ;
          skos:hiddenLabel "Fox"@en ;
          skos:hiddenLabel "Ilya Zrovan"@en ;
          skos:exactMatch <http://www.wikidata.org/entity/Q900004> .

        <https://example.org/n/kvellin> a skos:Concept, schema:Place ;
          skos:inScheme <https://example.org/n/> ;
          skos:prefLabel "Kvellin" .

        """)
  }

  @Test func followTheMoneyComesBack() throws {
    let run = try export("ftm")
    #expect(
      run.output == """
        {"id":"ilya zorvan","caption":"Ilya Zorvan","schema":"Person","properties":{"name":["Илья Зорван","Ilya Zorvan"],\
        "alias":["Elias \\"Fox\\" Zorvan, Jr."],"weakAlias":["Fox"],"previousName":["Ilya Zorwan"],"nationality":["ru"],\
        "birthDate":["1948"],"wikidataId":["Q900004"]}}

        """)
    #expect(run.errors.contains("2 entities = 1 written + 1 left out"))
    let back = try Command.run("import", "ftm", "-", input: run.output)
    #expect(back.status == 0 && back.output.contains(#"{"text":"Fox","lang":"und-Latn","kind":"weak","source":"ftm"}"#))
  }

  @Test func tablesForOpenRefineAndTheirWayBack() throws {
    let run = try export("openrefine-csv", "--type", "person")
    #expect(run.lines.count == 8)
    #expect(run.lines[1] == "ilya zorvan,person,Илья Зорван,ru,pref,Ilya Zorvan,Илья Зорван,RU,Q900004")
    #expect(run.lines[3].hasPrefix(#"ilya zorvan,person,"Elias ""Fox"" Zorvan, Jr.",en,alt,"#))
    let arguments = ["import", "table", "-", "--id", "id", "--type", "type", "--alt", "@language=name"]
    let back = try Command.run(arguments, input: run.outputBytes)
    #expect(back.status == 0 && back.lines.count == 1)
  }

  @Test func synonymsAndPatternsLeaveOutWhatIdentifiesNobody() throws {
    let synonyms = try export("es-synonyms")
    #expect(synonyms.lines == [#"Илья Зорван, Ilya Zorvan, Elias "Fox" Zorvan\, Jr., Ilya Zorwan, Ilya Zrovan"#])
    let patterns = try export("spacy")
    #expect(patterns.lines.count == 6)
    #expect(patterns.lines[0] == #"{"label":"PERSON","pattern":"Илья Зорван","id":"ilya zorvan"}"#)
    #expect(patterns.lines[5] == #"{"label":"LOC","pattern":"Kvellin","id":"kvellin"}"#)
  }

  @Test func curatedTablesAreExportedAndCounted() throws {
    for format in ["skos", "ftm", "openrefine-csv", "es-synonyms", "spacy"] {
      let run = try Command.run("tables", "export", "--format", format, curatedTables)
      #expect(run.status == 0 && run.lines.count > 20)
    }
    let run = try Command.run("tables", "stats", "--format", "jsonl", curatedTables)
    #expect(run.status == 0)
    let rows = try run.objects()
    func sum(_ set: String, _ counted: String, _ by: String) -> (all: Int?, parts: Int) {
      let own = rows.filter {
        $0["set"] as? String == set && $0["counted"] as? String == counted && $0["by"] as? String == by
      }
      let parts = own.filter { $0["value"] as? String != "all" }.compactMap { $0["count"] as? Int }
      return (own.first { $0["value"] as? String == "all" }?["count"] as? Int, parts.reduce(0, +))
    }
    for (counted, by) in [("entities", "type"), ("names", "language"), ("names", "kind"), ("names", "status")] {
      let (all, parts) = sum("all", counted, by)
      #expect(all == parts && parts > 50)
    }
    #expect(rows.contains { $0["set"] as? String == "names" && $0["value"] as? String == "nicknames.tsv" })
  }

  @Test func differencesAreLines() throws {
    try withTemporaryFolder { folder in
      let (old, new) = (folder.appendingPathComponent("a.jsonl").path, folder.appendingPathComponent("b.jsonl").path)
      try Data(Self.entities.utf8).write(to: URL(fileURLWithPath: old))
      let changed = Self.entities.replacingOccurrences(of: "\"1948\"", with: "\"1949\"")
        .replacingOccurrences(
          of: "{\"text\":\"Fox\",\"lang\":\"en\",\"kind\":\"weak\"}", with: "{\"text\":\"Fox\",\"lang\":\"en\"}"
        )
        .replacingOccurrences(of: "Kvellin", with: "Quellin")
      try Data((changed + #"{"id":"z","type":"event","names":[]}"# + "\n").utf8).write(to: URL(fileURLWithPath: new))
      #expect(try Command.run("tables", "diff", old, old).status == 0)
      #expect(try Command.run("tables", "diff", curatedTables, curatedTables).output.isEmpty)
      let run = try Command.run("tables", "diff", old, new)
      #expect(run.status == 1)
      #expect(
        run.rows == [
          ["changed", "entity", "ilya zorvan", "", "", "born=1948", "born=1949"],
          ["changed", "name", "ilya zorvan", "Fox", "en", "kind=weak", "kind=alt"],
          ["removed", "name", "kvellin", "Kvellin", "und", "kind=pref part=full system=attested status=reviewed", ""],
          ["added", "name", "kvellin", "Quellin", "und", "", "kind=pref part=full system=attested status=reviewed"],
          ["added", "entity", "z", "", "", "", "type=event"],
        ])
      let text = try Command.run("tables", "diff", "--format", "text", old, new)
      #expect(text.lines[0] == "~ entity  ilya zorvan  born=1948 → born=1949")
    }
  }
}
