import ArgumentParser

/// `allonym import`: lists that people have, as entities that `index build` reads.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn lists of names into entities for `index build`.",
    discussion: """
      Writes an entity a line, as JSON. A file is there when it is complete, and not before. At the end a line on standard \
      error says what became of every record and every name.

      Examples:
        allonym import ofac sdn.csv alt.csv -o ofac.jsonl
        allonym import wikidata latest-all.json.gz --type person --language en --language ko -o people.jsonl
        allonym index build ofac.jsonl people.jsonl -o names.allonym

      Exit status: 0 done; 1 nothing was there to write; 2 wrong usage, or a bad file; 3 some records were bad, with \
      --on-error skip.
      """,
    subcommands: [
      TableImport.self, FtMImport.self, FtMStatementsImport.self, OpenSanctionsImport.self, OFACImport.self,
      UNImport.self, EUImport.self,
      UKImport.self,
      JRCNamesImport.self, GeoNamesImport.self, WikidataImport.self, MARCImport.self,
    ])
}
