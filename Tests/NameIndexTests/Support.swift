import Allonym
import Foundation
import NameModel
import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

/// Entities of several types and languages, with every optional column filled somewhere and empty somewhere.
enum SmallIndex {
  static let entities: [Entity] = [
    Entity(
      id: "jo-chun-ryong", type: .person, country: "KP",
      names: [
        form("Jo Chun Ryong", "en", .pref, from: "조춘룡"), form("조춘룡", "ko", .pref, note: "the name at home"),
        form("Jo Ch'un-ryong", "ko-Latn", .alt, system: "var-kor-Hang-Latn-mr-1939", status: .proposed),
      ]),
    Entity(
      id: "li-hongzhong", type: .person, country: "CN", born: "1956-08-13", wikidata: "Q845432",
      names: [form("Li Hongzhong", "en", .pref), form("李鸿忠", "zh-Hans", .pref), form("李鴻忠", "zh-Hant", .pref)]),
    Entity(
      id: "li-hongzhang", type: .person, country: "CN", born: "1823-02-15", died: "1901-11-07", note: "of the Qing",
      names: [form("Li Hongzhang", "en", .pref), form("李鸿章", "zh-Hans", .pref)]),
    Entity(
      id: "pyongyang", type: .place, country: "KP",
      names: [
        form("Pyongyang", "en", .pref), form("평양", "ko", .pref), form("Пхеньян", "ru", .pref),
        form("Heijō", "ja-Latn", .former),
        form("Pyong Yang", "en", .hidden),
      ]),
    Entity(
      id: "sergei-shoigu", type: .person, country: "RU",
      names: [
        form("Sergei Shoigu", "en", .pref), form("Сергей Шойгу", "ru", .pref), form("Шойгу", "ru", .alt, part: .family),
        form("Сергей Кужугетович Шойгу", "ru", .alt),
      ]),
    Entity(
      id: "ras", type: .organization,
      names: [
        form("Российская академия наук", "ru", .pref), form("РАН", "ru", .abbr), form("the academy", "en", .weak),
      ]),
    Entity(id: "un-plaque", type: .work, names: [form("e\u{301}t\u{E9}", "fr", .pref), form("é", "fr", .alt)]),
  ]

  static let decisions: [Decision] = [
    Decision(
      "li-hongzhong", "li-hongzhang", .different, reason: "a century apart", source: "s1", date: "2026-11-24"),
    Decision("jo-chun-ryong", "sergei-shoigu", .unsure, source: "s2"),
    Decision("ras", "un-plaque", .same, reason: "for the test", source: "s2"),
  ]

  static let sources: [Source] = [
    Source(id: "s2", title: "A paper", licence: "facts"),
    Source(
      id: "s1", title: "A list", url: "https://example.org/list", licence: "CC0-1.0", retrieved: "2026-11-24"),
  ]

  static func form(
    _ text: String, _ language: String, _ kind: NameKind, part: NamePart = .full, system: String = "attested",
    from: String? = nil, status: RowStatus = .reviewed, note: String? = nil
  ) -> NameForm {
    NameForm(
      text: text, language: LanguageTag(language) ?? .undetermined, kind: kind, part: part, system: system, from: from,
      source: "s1", status: status, note: note)
  }

  static func tables() throws -> TransliterationTables { try CuratedTables.shared.get().transliteration }

  static func bytes(
    _ entities: [Entity] = SmallIndex.entities, _ decisions: [Decision] = SmallIndex.decisions,
    _ sources: [Source] = SmallIndex.sources
  ) throws -> [UInt8] {
    var builder = NameIndexBuilder(tables: try tables())
    for source in sources { builder.add(source) }
    for decision in decisions { builder.add(decision) }
    for entity in entities { try builder.add(entity) }
    var file = SectionedFileWriter()
    try builder.add(to: &file)
    return file.bytes()
  }
}

extension NameIndex {
  init(bytes: [UInt8], verification: SectionedFile.Verification = .structure) throws(SectionedFileError) {
    try self.init(SectionedFile(storage: ByteStorage(copying: bytes, name: "test"), verification: verification))
  }

  /// Every entity, in the order of the index.
  func allEntities() throws -> [Entity] {
    try (0..<UInt32(entityCount)).map { number throws(SectionedFileError) in try entity(number) }
  }
}

/// The layout of a sectioned file, for tests that damage one on purpose.
struct Sections {
  var bytes: [UInt8]

  /// The bytes of each section, by tag.
  var ranges: [(tag: String, range: Range<Int>)] {
    (0..<Int(number(at: 12, 4))).map { index in
      let entry = 32 + index * 24
      let offset = Int(number(at: entry + 8, 8))
      let tag = String(decoding: bytes[entry..<entry + 4], as: UTF8.self)
      return (tag, offset..<offset + Int(number(at: entry + 16, 8)))
    }
  }

  func number(at offset: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }

  mutating func set(_ value: UInt32, at offset: Int) {
    for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(8 * index)) }
  }

  /// Makes all checksums hold again.
  mutating func reseal() {
    let sections = ranges
    for (index, section) in sections.enumerated() {
      set(Checksum.crc32(Array(bytes[section.range])), at: 32 + index * 24 + 4)
    }
    set(Checksum.crc32(Array(bytes[32..<32 + sections.count * 24])), at: 24)
    set(Checksum.crc32(Array(bytes[0..<28])), at: 28)
  }
}

/// A file that exists while a test runs.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8] = []) throws {
    path = NSTemporaryDirectory() + "index-" + UUID().uuidString + ".allonym"
    try write(bytes)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
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
