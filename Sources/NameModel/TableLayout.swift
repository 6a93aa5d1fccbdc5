/// The files of a folder of tables, found by where they stand.
struct TableLayout {
  struct File: Hashable {
    /// The path to open, which is also the path that problems name.
    let path: String
    let kind: TableKind
    /// The entity set that the file belongs to, which is the name of its folder; empty for other tables.
    var set = ""
    /// The name of the file without its extension.
    let stem: String
  }

  private(set) var files: [File] = []
  /// The rule files of transliteration systems, `systems/rules/<code>.txt`.
  private(set) var rules: [File] = []
  /// Entity sets, as (name of the folder, path).
  private(set) var sets: [(name: String, path: String)] = []
  private(set) var problems: [TableProblem] = []

  /// Looks through a folder of tables. A folder that is not there or cannot be listed is an error; files that do not
  /// belong and files that are missing are problems.
  init(directory: String) throws(FileError) {
    let root = directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    for item in try FileSystem.list(root) {
      let path = root + "/" + item.name
      switch (item.name, item.kind) {
      case ("entities", .folder): try findSets(path)
      case ("systems", .folder): try findSystems(path)
      case ("names", .folder), ("matching", .folder): try findLexicons(path)
      case ("letters", .folder): try findTables(path, .letters)
      case ("locales", .folder): try findTables(path, .lexicon)
      case (let name, .file) where name == "sources.tsv" || (name.hasPrefix("sources.") && name.hasSuffix(".tsv")):
        add(path, item.name, .sources)
      default: noteUnknown(path, item)
      }
    }
    if !sets.isEmpty, !files.contains(where: { $0.kind == .sources }) {
      noteMissing(root + "/sources.tsv", "list in it the sources that the rows name")
    }
  }

  private mutating func findSets(_ path: String) throws(FileError) {
    for item in try FileSystem.list(path) {
      guard item.kind == .folder else {
        noteUnknown(path + "/" + item.name, item)
        continue
      }
      let folder = path + "/" + item.name
      sets.append((item.name, folder))
      var found: Set<String> = []
      for file in try FileSystem.list(folder) {
        found.insert(file.name)
        switch file.name {
        case "entities.tsv": add(folder + "/" + file.name, file.name, .entities, set: item.name)
        case "names.tsv": add(folder + "/" + file.name, file.name, .names, set: item.name)
        case "decisions.tsv": add(folder + "/" + file.name, file.name, .decisions, set: item.name)
        default: noteUnknown(folder + "/" + file.name, file)
        }
      }
      for name in ["entities.tsv", "names.tsv"] where !found.contains(name) {
        noteMissing(folder + "/" + name, "add it; a set has entities.tsv and names.tsv")
      }
      if !found.contains("datapackage.json") {
        problems.append(
          TableProblem(
            file: folder + "/datapackage.json", rule: .missingDescriptor, message: "the set has no descriptor",
            advice: "describe its schema, licence and sources there"))
      }
    }
  }

  private mutating func findSystems(_ path: String) throws(FileError) {
    for item in try FileSystem.list(path) {
      let child = path + "/" + item.name
      switch (item.name, item.kind) {
      case ("systems.tsv", .file): add(child, item.name, .systems)
      case ("syllables", .folder): try findTables(child, .syllables)
      case ("spellings", .folder): try findTables(child, .spellings)
      case ("examples", .folder): try findTables(child, .examples)
      case ("readings", .folder), ("characters", .folder): try findTables(child, .lexicon)
      case ("rules", .folder):
        for file in try FileSystem.list(child) where file.kind == .file && file.name.hasSuffix(".txt") {
          rules.append(File(path: child + "/" + file.name, kind: .systems, stem: String(file.name.dropLast(4))))
        }
      // Small tables such as styles.tsv, which nothing else refers to.
      case (let name, .file) where name.hasSuffix(".tsv"): add(child, name, .lexicon)
      default: break
      }
    }
  }

  private mutating func findTables(_ path: String, _ kind: TableKind) throws(FileError) {
    for item in try FileSystem.list(path) where item.kind == .file && item.name.hasSuffix(".tsv") {
      add(path + "/" + item.name, item.name, kind)
    }
  }

  private mutating func findLexicons(_ path: String) throws(FileError) {
    try findTables(path, .lexicon)
    for item in try FileSystem.list(path) where item.kind == .folder { try findLexicons(path + "/" + item.name) }
  }

  private mutating func add(_ path: String, _ name: String, _ kind: TableKind, set: String = "") {
    files.append(File(path: path, kind: kind, set: set, stem: String(name.dropLast(4))))
  }

  private mutating func noteUnknown(_ path: String, _ item: (name: String, kind: FileSystem.ItemKind)) {
    guard item.kind == .file, item.name.hasSuffix(".tsv") else { return }
    problems.append(
      TableProblem(
        file: path, rule: .unknownFile, severity: .warning, message: "no table is known by this name at this place",
        advice: "move it to where its kind of table belongs"))
  }

  private mutating func noteMissing(_ path: String, _ advice: String) {
    problems.append(
      TableProblem(file: path, rule: .missingFile, message: "the file is missing", advice: advice))
  }
}
