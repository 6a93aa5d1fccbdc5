import Foundation

@testable import NameModel

/// A folder of tables that exists while a test runs.
final class TemporaryTables {
  let path: String

  init(_ files: [String: String] = SmallTables.files) throws {
    path = NSTemporaryDirectory() + "tables-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  // The folder lives as long as its object, so what works on it is a method.

  func check() -> TableReport { TableChecker.check(directory: path) }

  func read() throws(TableError) -> AliasTables { try AliasTables.read(directory: path) }

  func format(write: Bool) throws(TableError) -> [String] {
    try TableFormatter.format(directory: path, write: write).map { String($0.dropFirst(path.count + 1)) }
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

  func files() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
}

/// Tables in which there is nothing to complain about.
enum SmallTables {
  static let entities = """
    id	type	country	born	died	wikidata	note
    aleksandr-matsegora	person	RU	1955-11-21	2025-12-06		
    jo-chun-ryong	person	KP				
    pyongyang	place	KP			Q18808	

    """

  static let names = """
    entity	name	lang	kind	part	system	from	source	status	note
    aleksandr-matsegora	Alexander Matsegora	en	pref	full	attested		s1	reviewed	
    aleksandr-matsegora	마체고라	ko	pref	family	attested	Мацегора	s1	reviewed	
    aleksandr-matsegora	Мацегора	ru	pref	family	attested		s1	reviewed	
    jo-chun-ryong	Jo Chun Ryong	en	pref	full	attested	조춘룡	s1	reviewed	
    jo-chun-ryong	조춘룡	ko	pref	full	attested		s1	reviewed	
    jo-chun-ryong	Чо Чун Рён	ru	pref	full	attested	조춘룡	s2	reviewed	
    jo-chun-ryong	Cho Chun Rën	ru-Latn	alt	full	bgnpcgn-rus-Cyrl-Latn-1947	Чо Чун Рён	s2	proposed	
    pyongyang	Pyongyang	en	pref	full	attested		s1	reviewed	
    pyongyang	평양	ko	pref	full	attested		s1	reviewed	

    """

  static let decisions = """
    a	b	judgement	reason	source	date
    aleksandr-matsegora	jo-chun-ryong	different	two people	s1	2026-11-24

    """

  static let sources = """
    source	title	url	licence	retrieved
    s1	A list	https://example.org/list	CC0-1.0	2026-11-24
    s2	A paper		facts	2026-11-24

    """

  static let systems = """
    code	label	language	source-script	target-script	authority	year	status	reversible	icu	bcp47t	backing	table	default	registered	source	note
    bgnpcgn-rus-Cyrl-Latn-1947	BGN/PCGN 1947	ru	Cyrl	Latn	BGN/PCGN	1947	current	no			rules			yes	s1	
    palladius	Palladius	zh	Hani	Cyrl			practice	no			syllables			formed	s1	

    """

  static let files: [String: String] = [
    "entities/small/datapackage.json": "{}\n",
    "entities/small/entities.tsv": entities,
    "entities/small/names.tsv": names,
    "entities/small/decisions.tsv": decisions,
    "sources.tsv": sources,
    "systems/systems.tsv": systems,
    "systems/rules/bgnpcgn-rus-Cyrl-Latn-1947.txt": "а → a;\n",
    "systems/syllables/palladius.tsv": "syllable\tspelling\tsource\nma\tма\ts2\nzhao\tчжао\ts2\n",
    "systems/spellings/ko-Cyrl.tsv":
      "route\tunit\tspelling\tcost\thabit\tsource\ncustomary\tᄌ\tдж\t0\t\ts2\ncustomary\tᄌ\tчж\t40\tㅈ written чж\ts2\n",
    "names/surnames.tsv": "surname\tlang\tsource\n李\tzh\ts1\n김\tko\ts1\n",
    "README.md": "# Tables\n",
  ]
}
