import ArgumentParser
import NameModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `allonym tables stats`: how much is in tables.
struct TablesStatsCommand: OutputCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what is in tables.",
    discussion: """
      Columns: set, what is counted, by what, value, count. Entities are counted by type, names by language, kind and status, \
      rows of word lists by file. `all` is all sets together, a value of `all` the sum. `icu` is what the tables are compiled \
      with beside their sets: names of territories, cities and languages in the system's locale data, with how many \
      places have names in 60 languages or more.

      Examples:
        allonym tables stats
        allonym tables stats --format json Tables
      """)

  @OptionGroup var tables: TablesDirectory
  @OptionGroup var options: OutputOptions

  func answer(to output: StandardOutput) throws -> ExitStatus {
    let directory = try tables.checked()
    let writer = try RecordWriter<TableCount>(options, to: output)
    var contents: AliasTables
    do { contents = try AliasTables.read(directory: directory) } catch { throw CommandFailure(error.description) }
    let sets = try TableFolder.sets(directory)
    let grouped = Dictionary(grouping: contents.entities) { sets[$0.id] ?? "" }
    for (set, entities) in grouped.sorted(by: { $0.key < $1.key }) {
      for count in Self.counts(set, entities) { try writer.write(count) }
    }
    let register: LocaleNameRegister?
    do {
      try contents.addLocaleNamesIfRegistered(directory: directory)
      register = try LocaleNameRegister.readIfThere(directory: directory)
    } catch {
      throw CommandFailure(error.description)
    }
    for count in Self.localeCounts(contents.entities, register) { try writer.write(count) }
    for count in Self.counts("all", contents.entities) { try writer.write(count) }
    let judgements = Dictionary(grouping: contents.decisions) { "\($0.judgement)" }.mapValues(\.count)
    for count in Self.counts("all", "decisions", "judgement", judgements) { try writer.write(count) }
    try writer.write(TableCount(set: "all", counted: "sources", by: "", value: "all", count: contents.sources.count))
    for (file, rows) in try TableFolder.wordLists(directory) {
      try writer.write(TableCount(set: "names", counted: "rows", by: "file", value: file, count: rows))
    }
    try writer.finish()
    return .success
  }

  private static func counts(_ set: String, _ entities: [Entity]) -> [TableCount] {
    func tally(_ values: some Sequence<String>) -> [String: Int] {
      values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let names = entities.flatMap(\.names)
    return counts(set, "entities", "type", tally(entities.lazy.map(\.type.rawValue)))
      + counts(set, "names", "language", tally(names.lazy.map(\.language.rawValue)))
      + counts(set, "names", "kind", tally(names.lazy.map(\.kind.rawValue)))
      + counts(set, "names", "status", tally(names.lazy.map(\.status.rawValue)))
  }

  /// What locale data adds: the entities that have a name from there, with those names alone.
  private static func localeCounts(_ entities: [Entity], _ register: LocaleNameRegister?) -> [TableCount] {
    let named = entities.compactMap { entity in
      var entity = entity
      entity.names.removeAll { !$0.isLocaleName }
      return entity.names.isEmpty ? nil : entity
    }
    guard !named.isEmpty, let register else { return [] }
    let wide = Set(named.filter { Set($0.names.map(\.language.language)).count >= manyLanguages }.map(\.id))
    let groups = [
      ("territories", Set(register.territories.filter { !$0.isGroup }.map(\.entity))),
      ("cities", Set(register.cities.map(\.entity))),
    ]
    return counts(LocaleNames.source, named)
      + groups.map { group, ids in
        TableCount(
          set: LocaleNames.source, counted: group, by: "languages", value: "\(manyLanguages) or more",
          count: ids.intersection(wide).count)
      }
  }

  private static let manyLanguages = 60

  /// The sum, then the values from the most frequent on.
  private static func counts(_ set: String, _ counted: String, _ by: String, _ values: [String: Int]) -> [TableCount] {
    let sum = TableCount(set: set, counted: counted, by: by, value: "all", count: values.values.reduce(0, +))
    let sorted = values.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return [sum] + sorted.map { TableCount(set: set, counted: counted, by: by, value: $0.key, count: $0.value) }
  }
}

/// A row of `tables stats`.
private struct TableCount: Record {
  var set: String
  var counted: String
  var by: String
  var value: String
  var count: Int

  static var columns: [String] { ["set", "counted", "by", "value", "count"] }

  var rows: [[String]] { [[set, counted, by, value, "\(count)"]] }

  func encode(to object: inout JSONObject) {
    object.add("set", set)
    object.add("counted", counted)
    object.add("by", by)
    object.add("value", value)
    object.add("count", count)
  }

  var textLines: [TextLine] {
    let look: TextStyle.Look? = value == "all" ? .strong : nil
    return [
      .columns([
        TextCell(set), TextCell(counted), TextCell(by), TextCell(value, look: look), TextCell("\(count)", look: look),
      ])
    ]
  }
}

/// What stands where in a folder of tables that could be read.
private enum TableFolder {
  /// The set of each entity.
  static func sets(_ directory: String) throws -> [String: String] {
    var sets: [String: String] = [:]
    for set in list("\(directory)/entities") {
      for line in try lines("\(directory)/entities/\(set)/entities.tsv").dropFirst() {
        sets[String(decoding: line.prefix { $0 != 0x09 }, as: UTF8.self)] = set
      }
    }
    return sets
  }

  /// The word lists and how many rows each has.
  static func wordLists(_ directory: String) throws -> [(file: String, rows: Int)] {
    try list("\(directory)/names").filter { $0.hasSuffix(".tsv") }.map { file in
      (file, max(0, try lines("\(directory)/names/\(file)").count - 1))
    }
  }

  private static func lines(_ path: String) throws -> [ArraySlice<UInt8>] {
    do { return try TableFile.read(path).split(separator: 0x0A) } catch { throw CommandFailure("\(error)") }
  }

  /// Sorted; none where there is no such folder.
  private static func list(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
