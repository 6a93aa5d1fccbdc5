/// Checks tables against their schema, against each other and against what Unicode knows of their text.
public enum TableChecker {
  /// Checks all tables under a folder and collects everything that is wrong, as far as it can be told: a file that
  /// cannot be read is a problem like any other.
  public static func check(directory: String) -> TableReport {
    let layout: TableLayout
    do throws(FileError) {
      layout = try TableLayout(directory: directory)
    } catch {
      let problem = TableProblem(
        file: error.path, rule: error.isMissing ? .missingFile : .unreadableFile, message: error.description,
        advice: "give the folder that holds the tables")
      return TableCheck(problems: [problem]).report()
    }
    var check = TableCheck(problems: layout.problems)
    check.load(layout)
    check.checkCells()
    check.checkOrder()
    check.checkKeys()
    check.checkReferences()
    check.checkEntities()
    check.checkNames()
    check.checkOrigins()
    check.checkDecisions()
    check.checkSharedNames()
    check.checkSystems(rules: layout.rules)
    return check.report()
  }
}

/// One run of the checks: the tables as they were read, and the problems found so far.
struct TableCheck {
  struct Loaded {
    let file: TableLayout.File
    let table: TabTable
  }

  /// Where a row stands: the number of its table in ``tables``, and its number in there.
  struct Place: Hashable {
    let table: Int
    let row: Int
  }

  private(set) var tables: [Loaded] = []
  private var problems: [TableProblem]
  private var fileCount = 0

  init(problems: [TableProblem]) {
    self.problems = problems
  }

  mutating func load(_ layout: TableLayout) {
    for file in layout.files {
      fileCount += 1
      do throws(FileError) {
        let bytes = try FileSystem.read(file.path)
        let (table, found) = TabTableReader.read(bytes, file: file.path, kind: file.kind)
        problems += found
        if let table { tables.append(Loaded(file: file, table: table)) }
      } catch {
        report(
          TableProblem(
            file: file.path, rule: .unreadableFile, message: error.description, advice: "mend its permissions"))
      }
    }
  }

  mutating func report(_ problem: TableProblem) { problems.append(problem) }

  /// The tables of a kind, as numbers in ``tables``.
  func tables(of kind: TableKind) -> [Int] {
    tables.indices.filter { tables[$0].file.kind == kind }
  }

  /// The places of all rows of a kind of table, in the order of their files.
  func places(of kind: TableKind) -> [Place] {
    tables(of: kind).flatMap { table in
      (0..<tables[table].table.rowCount).map { Place(table: table, row: $0) }
    }
  }

  func text(_ place: Place, _ column: String) -> String? {
    tables[place.table].table.text(place.row, column)
  }

  /// Such as `names.tsv:12`, to point from one problem to another row.
  func pointer(_ place: Place) -> String {
    let table = tables[place.table].table
    return "\(table.file):\(table.lines[place.row])"
  }

  /// A problem at a cell, by the name of its column.
  func problem(
    _ place: Place, _ column: String, byte: Int = 0, _ rule: TableRule, severity: TableProblem.Severity = .error,
    _ message: String, advice: String
  ) -> TableProblem {
    let table = tables[place.table].table
    return table.problem(
      row: place.row, column: table.schema.index(of: column) ?? 0, byte: byte, rule, severity: severity, message,
      advice: advice)
  }

  func report() -> TableReport {
    var summary = TableReport.Summary()
    summary.files = fileCount
    summary.rows = tables.reduce(0) { $0 + $1.table.rowCount }
    func count(_ kind: TableKind) -> Int { tables(of: kind).reduce(0) { $0 + tables[$1].table.rowCount } }
    summary.entities = count(.entities)
    summary.names = count(.names)
    summary.decisions = count(.decisions)
    summary.sources = count(.sources)
    summary.systems = count(.systems)
    for place in places(of: .names) {
      if text(place, "status") == RowStatus.rejected.rawValue { summary.rejectedNames += 1 }
      if let tag = text(place, "lang").flatMap({ LanguageTag($0) }) { summary.namesByLanguage[tag, default: 0] += 1 }
    }
    summary.errors = problems.count { $0.severity == .error }
    summary.warnings = problems.count - summary.errors
    return TableReport(problems: problems.sorted(), summary: summary)
  }
}
