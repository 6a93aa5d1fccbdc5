import Allonym
import NameModel
import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

/// Indexes that lie under checksums that hold. Every call ends, in time, with a typed error or an answer that could be
/// right.
@Suite("Hostile indexes")
struct HostileIndexTests {
  static let tags = [
    "META", "STRS", "ENTS", "EDES", "FORM", "FDES", "KEYS", "WORD", "WFRM", "FWRD", "WKEY", "PAIR", "DECI", "SRCS",
  ]

  /// Every call of the interface, with numbers inside and outside.
  ///
  /// - Returns: how many calls ended in an error.
  @discardableResult
  private func exercise(_ index: NameIndex, _ keys: [NameKey]) -> Int {
    var failures = 0
    func attempt(_ call: () throws(SectionedFileError) -> Void) {
      do throws(SectionedFileError) {
        try call()
      } catch {
        failures += 1
        if case .damaged(_, let section, let offset, _) = error {
          #expect(!section.isEmpty && offset >= 0)
          #expect(offset <= index.file.byteCount)
        } else {
          Issue.record("\(error)")
        }
      }
    }
    #expect(index.formCount < 1_000 && index.entityCount < 1_000 && index.wordCount < 1_000)
    let entities = Array(0...UInt32(index.entityCount)) + [.max, .max - 1]
    let forms = Array(0...UInt32(index.formCount)) + [.max, .max - 1]
    for key in keys {
      attempt { () throws(SectionedFileError) in
        for form in try index.forms(for: key) { #expect(form < index.formCount) }
      }
    }
    for number in forms {
      attempt { () throws(SectionedFileError) in
        let form = try index.form(number)
        #expect(form.number == number && form.entity < index.entityCount)
      }
      attempt { () throws(SectionedFileError) in #expect(try index.entityNumber(ofForm: number) < index.entityCount) }
      attempt { () throws(SectionedFileError) in
        for word in try index.words(ofForm: number) { #expect(word < index.wordCount) }
      }
    }
    for number in Array(0...UInt32(index.wordCount)) + [.max, .max - 1] {
      attempt { () throws(SectionedFileError) in
        for form in try index.forms(ofWord: number) { #expect(form < index.formCount) }
      }
      attempt { () throws(SectionedFileError) in
        let letters = try index.letters(ofWord: number)
        _ = LetterPattern(Array("sergei".utf8))?.distance(to: try index.reducedSpelling(ofWord: number))
        for key in [NameKey.word(letters)]
          + SoundSkeleton.skeletons(of: letters).map({
            .skeleton(WordSkeleton(rawValue: $0, cost: 0))
          })
        {
          for word in try index.words(for: key) { #expect(word < index.wordCount) }
        }
      }
    }
    for number in entities {
      attempt { () throws(SectionedFileError) in #expect(try index.entity(number).names.count <= index.formCount) }
      attempt { () throws(SectionedFileError) in _ = try index.entityID(number) }
      attempt { () throws(SectionedFileError) in _ = try index.entityType(number) }
      attempt { () throws(SectionedFileError) in #expect(try index.nativeForm(ofEntity: number) < index.formCount) }
      attempt { () throws(SectionedFileError) in
        #expect(try index.formNumbers(ofEntity: number).upperBound <= index.formCount)
      }
    }
    for first in SmallIndex.entities {
      attempt { () throws(SectionedFileError) in
        if let decision = try index.decision(first.id, "li-hongzhong") { #expect(decision.b == "li-hongzhong") }
      }
    }
    for id in ["s1", "s2", "s3", ""] {
      attempt { () throws(SectionedFileError) in _ = try index.source(id) }
    }
    return failures
  }

  /// The keys of the forms as wholes, and two that no form has.
  private static func keys() throws -> [NameKey] {
    let tables = try SmallIndex.tables()
    let keyer = NameKeyer(tables: tables)
    let forms = SmallIndex.entities.flatMap(\.names)
    return try forms.flatMap {
      keyer.keys(ofForm: try FoldedName($0.text, han: tables.han), language: $0.language)
    } + [NameKey(rawValue: 0), NameKey(rawValue: .max)]
  }

  private static let callsOutside = 3 * 3 + 3 * 2 + 3 * 5

  /// Calls with a number outside fail in an index that is sound, and nothing else does.
  @Test func aSoundIndexFailsOnlyOutside() throws {
    let sections = Sections(bytes: try SmallIndex.bytes())
    // Three numbers outside for forms (three calls), for words (two) and for entities (five).
    #expect(exercise(try NameIndex(bytes: sections.bytes), try Self.keys()) == Self.callsOutside)
  }

  @Test(
    arguments: HostileIndexTests.tags,
    [0xFFFF_FFFF, 0x8000_0000, 0] as [UInt32])
  func everyNumberReplaced(tag: String, value: UInt32) throws {
    let sound = Sections(bytes: try SmallIndex.bytes())
    let keys = try Self.keys()
    let range = try #require(sound.ranges.first { $0.tag == tag }).range
    var opened = 0
    for offset in stride(from: range.lowerBound, through: range.upperBound - 4, by: 4) {
      var sections = sound
      sections.set(value, at: offset)
      sections.reseal()
      let start = ContinuousClock.now
      do throws(SectionedFileError) {
        exercise(try NameIndex(bytes: sections.bytes, verification: .complete), keys)
        opened += 1
      } catch {
        switch error {
        case .damaged, .unsupportedSection: break
        default: Issue.record("\(tag), offset \(offset): \(error)")
        }
      }
      #expect(ContinuousClock.now - start < .seconds(20), "\(tag), offset \(offset)")
    }
    // Numbers of META are checked when the index is opened; those of the other sections where they are used.
    if tag != "META" { #expect(opened > 0) }
  }

  /// Every bit of the index turned over, checksums made to hold: what is read is an error or could be right.
  @Test func everyByteChanged() throws {
    let sound = Sections(bytes: try SmallIndex.bytes())
    let keys = try Self.keys()
    var random = SplitMix(seed: 11)
    for (_, range) in sound.ranges {
      for offset in range {
        var sections = sound
        sections.bytes[offset] ^= 1 << UInt8(random.next() % 8)
        sections.reseal()
        guard let index = try? NameIndex(bytes: sections.bytes, verification: .complete) else { continue }
        exercise(index, Array(keys.prefix(8)))
      }
    }
  }

  /// The same through the resolver, as a user meets it.
  @Test func everyNumberReplacedUnderAResolver() throws {
    let sound = Sections(bytes: try SmallIndex.bytes())
    let file = try TemporaryFile()
    let ids = Set(SmallIndex.entities.map(\.id))
    for (tag, range) in sound.ranges {
      for offset in stride(from: range.lowerBound, through: range.upperBound - 4, by: 4) {
        var sections = sound
        sections.set(.max, at: offset)
        sections.reseal()
        try file.write(sections.bytes)
        do throws(AllonymError) {
          let resolver = try Resolver(.file(file.path))
          let answer = try resolver.resolve("Cho Chun Ren")
          // A record of an entity may name any text as its id.
          for candidate in answer.candidates { #expect(tag == "ENTS" || ids.contains(candidate.entity.id)) }
          for near in try resolver.nearestForms(to: "Sergei Shoigo") { #expect(near.form < resolver.index.formCount) }
        } catch {
          guard case .index = error else {
            Issue.record("offset \(offset): \(error)")
            continue
          }
        }
      }
    }
  }

  /// Every byte changed, checksums made to hold: names are looked up and texts are read to the end, with an error or an answer
  /// that could be right.
  @Test func everyByteChangedUnderAnAnnotator() throws {
    let sound = Sections(bytes: try SmallIndex.bytes())
    let file = try TemporaryFile()
    let text = "Sergei Shoigu, Шойгу и 조춘룡이 met Li Hongzhong (李鸿忠) in Pyong Yang."
    var random = SplitMix(seed: 12)
    var answers = 0
    for (_, range) in sound.ranges {
      for offset in range {
        var sections = sound
        sections.bytes[offset] ^= 1 << UInt8(random.next() % 8)
        sections.reseal()
        try file.write(sections.bytes)
        do throws(AllonymError) {
          let resolver = try Resolver(.file(file.path))
          for candidate in try resolver.resolve("Li Hung-chung").candidates {
            #expect(candidate.entity.names.count <= 1_000)
          }
          for near in try resolver.nearestForms(to: "Li Honzhong") { #expect(near.form < resolver.index.formCount) }
          for mention in try Annotator(resolver).annotate(text) {
            #expect(mention.place.utf8.upperBound <= text.utf8.count)
          }
          answers += 1
        } catch {
          guard case .index = error else {
            Issue.record("offset \(offset): \(error)")
            continue
          }
        }
      }
    }
    #expect(answers > 0)
  }

  /// A resolver checks small files whole: the change of any byte is an error before anything is answered.
  @Test func everyByteChangedUnderAResolver() throws {
    let sound = try SmallIndex.bytes()
    let file = try TemporaryFile(sound)
    #expect(try Resolver(.file(file.path)).resolve("Cho Chun Ren").best?.entity.id == "jo-chun-ryong")
    for offset in sound.indices {
      var bytes = sound
      bytes[offset] ^= 1 << UInt8(offset % 8)
      try file.write(bytes)
      do throws(AllonymError) {
        _ = try Resolver(.file(file.path))
        Issue.record("byte \(offset) may be changed unseen")
      } catch {
        switch error {
        case .index(.damaged(file.path, _, _, _)): break
        case .index(.notASectionedFile(file.path)): #expect(offset < 8)
        default: Issue.record("byte \(offset): \(error)")
        }
      }
    }
  }

  @Test func everyTruncationUnderAResolver() throws {
    let sound = try SmallIndex.bytes()
    let file = try TemporaryFile()
    for length in stride(from: 0, to: sound.count, by: 7) {
      try file.write(Array(sound[..<length]))
      let error = #expect(throws: AllonymError.self) { try Resolver(.file(file.path)) }
      switch error {
      case .index(.truncated), .index(.notASectionedFile): break
      default: Issue.record("\(length) bytes: \(String(describing: error))")
      }
    }
  }

  @Test(arguments: [0, 1, 2, .max] as [UInt32]) func keysOfAnotherScheme(version: UInt32) throws {
    var sections = Sections(bytes: try SmallIndex.bytes())
    let meta = try #require(sections.ranges.first { $0.tag == "META" }).range
    sections.set(version, at: meta.lowerBound)
    sections.reseal()
    let error = #expect(throws: SectionedFileError.self) { try NameIndex(bytes: sections.bytes) }
    #expect(
      error
        == .unsupportedSection(
          path: "test", section: "META", offset: meta.lowerBound, found: version, supported: NameKey.schemeVersion))
    #expect(error?.description.contains("build the file again") == true)
  }

  @Test(arguments: HostileIndexTests.tags)
  func aSectionThatIsMissing(tag: String) throws {
    let sound = Sections(bytes: try SmallIndex.bytes())
    var writer = SectionedFileWriter()
    for (other, range) in sound.ranges where other != tag { writer.add(other, Array(sound.bytes[range])) }
    #expect(throws: SectionedFileError.missingSection(path: "test", section: tag)) {
      try NameIndex(bytes: writer.bytes(), verification: .complete)
    }
  }

  @Test(arguments: HostileIndexTests.tags)
  func aSectionThatIsEmptyOrCut(tag: String) throws {
    let sound = Sections(bytes: try SmallIndex.bytes())
    let keys = try Self.keys()
    let whole = try #require(sound.ranges.first { $0.tag == tag }).range.count
    for length in 0..<whole {
      var writer = SectionedFileWriter()
      for (other, range) in sound.ranges {
        writer.add(other, Array(sound.bytes[range].prefix(other == tag ? length : .max)))
      }
      guard let index = try? NameIndex(bytes: writer.bytes(), verification: .complete) else { continue }
      // Texts are checked where they are used.
      #expect(["STRS", "WORD"].contains(tag))
      #expect(exercise(index, keys) > Self.callsOutside, "\(tag) cut to \(length) bytes reads as if it were whole")
    }
  }

  /// Compiled tables are sectioned files too, but no index.
  @Test func aSectionedFileOfAnotherKind() throws {
    let bytes = SectionedFileWriter().bytes()
    #expect(throws: SectionedFileError.missingSection(path: "test", section: "META")) { try NameIndex(bytes: bytes) }
  }
}
