import Foundation
import NameIndex
import NameModel
import SectionedFile
import Testing

@testable import Allonym

/// The tables of the package, and indexes built from parts of them.
enum Package {
  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func tables() throws -> AliasTables { try AliasTables.read(directory: directory.path + "/Tables") }

  /// The tables with the names that they are compiled with.
  static func tablesWithLocaleNames() throws -> AliasTables {
    var tables = try tables()
    try tables.addLocaleNames(directory: directory.path + "/Tables")
    return tables
  }

  /// All Swift files of the sources, with their text.
  static func sources() throws -> [(path: String, text: String)] {
    let root = directory.appendingPathComponent("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    return try paths.sorted().map {
      ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8))
    }
  }
}

/// A resolver over an index file of its own, which exists while the object does.
final class OwnIndex {
  let path: String
  let resolver: Resolver

  init(_ entities: [Entity], _ decisions: [Decision] = []) throws {
    path = NSTemporaryDirectory() + "own-" + UUID().uuidString + ".allonym"
    var builder = NameIndexBuilder(tables: try CuratedTables.shared.get().transliteration)
    for entity in entities { try builder.add(entity) }
    for decision in decisions { builder.add(decision) }
    var file = SectionedFileWriter()
    try builder.add(to: &file)
    try file.write(to: path)
    resolver = try Resolver(.file(path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

func form(_ text: String, _ language: String, _ kind: NameKind = .pref) -> NameForm {
  NameForm(text: text, language: LanguageTag(language) ?? .undetermined, kind: kind, source: "test")
}

/// A small generator with a seed, so that a failure can be had again (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Splits work over the processors and gathers the results in order.
func concurrently<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ body: @escaping @Sendable (Item) throws -> Result
) async throws -> [Result] {
  let workers = 8
  return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
    for worker in 0..<workers {
      group.addTask {
        try stride(from: worker, to: items.count, by: workers).map { ($0, try body(items[$0])) }
      }
    }
    return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// About so many elements, evenly spread: where each takes long, and there are thousands.
func everyNth<Element>(_ elements: [Element], count: Int) -> [Element] {
  stride(from: 0, to: elements.count, by: max(1, elements.count / count)).map { elements[$0] }
}
