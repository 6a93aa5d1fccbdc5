import Testing

@testable import SectionedFile

/// Files whose checksums hold and whose numbers lie.
@Suite("Hostile layouts")
struct HostileLayoutTests {
  private static let body = [UInt8](repeating: 7, count: 32)

  /// One section over the whole body.
  private static func whole() -> ForgedFile {
    ForgedFile(entries: [.init("DATA", offset: 56, count: 32)], body: body)
  }

  @Test func theForgeryItselfOpens() throws {
    #expect(try open(Self.whole().bytes(), .complete).get().bytes(of: "DATA") == Self.body)
  }

  @Test func wrongMagic() {
    for index in 0..<8 {
      var file = Self.whole()
      file.magic[index] ^= 0x20
      #expect(openingError(file.bytes()) == .notASectionedFile(path: "test"))
    }
  }

  @Test(arguments: [0, 2, 3, 1 << 24, .max] as [UInt32]) func wrongVersion(version: UInt32) {
    var file = Self.whole()
    file.version = version
    #expect(openingError(file.bytes()) == .unsupportedVersion(path: "test", found: version, supported: 1))
  }

  @Test(arguments: [0, 1, 87, 89, 1 << 32, 1 << 63, .max] as [UInt64]) func wrongLength(length: UInt64) {
    var file = Self.whole()
    file.length = length
    #expect(openingError(file.bytes()) == .truncated(path: "test", expected: length, found: 88))
  }

  @Test(arguments: [3, 4, 256, 257, 1 << 16, 1 << 31, .max] as [UInt32]) func moreSectionsThanFit(count: UInt32) {
    var file = Self.whole()
    file.sectionCount = count
    guard case .damaged(_, "header", 12, _) = openingError(file.bytes()) else {
      Issue.record("\(count) sections: \(String(describing: openingError(file.bytes())))")
      return
    }
  }

  @Test func fewerOrMoreSectionsThanTheTableHas() {
    for count: UInt32 in [0, 2] {
      var file = Self.whole()
      file.sectionCount = count
      guard case .damaged(_, "header", 24, _) = openingError(file.bytes()) else {
        Issue.record("\(count) sections: \(String(describing: openingError(file.bytes())))")
        continue
      }
    }
  }

  @Test func twoHundredAndFiftySevenSectionsAreTooMany() {
    var file = ForgedFile()
    let end = UInt64(32 + 257 * 24)
    file.entries = (0..<257).map { .init(String(1000 + $0), offset: end, count: 0) }
    guard case .damaged(_, "header", 12, let what) = openingError(file.bytes()) else {
      Issue.record("257 sections are taken")
      return
    }
    #expect(what.contains("257"))
    file.entries.removeLast()
    for index in file.entries.indices { file.entries[index].offset = end - 24 }
    #expect(openingError(file.bytes()) == nil)
  }

  @Test(
    arguments: [
      (56, 33), (57, 32), (88, 1), (89, 0), (1 << 32, 0), (1 << 63, 1 << 63), (.max, 1), (.max, .max), (56, .max),
      (0, 89), (1 << 62, 1 << 62),
    ] as [(UInt64, UInt64)])
  func sectionsOutsideTheFile(offset: UInt64, count: UInt64) {
    let file = ForgedFile(entries: [.init("DATA", offset: offset, count: count)], body: Self.body)
    guard case .damaged(_, "DATA", _, _) = openingError(file.bytes()) else {
      Issue.record("\(offset) + \(count): \(String(describing: openingError(file.bytes())))")
      return
    }
  }

  /// Sections that share bytes with each other, the header or the table, that leave gaps, or that come in another order.
  @Test(
    arguments: [
      [(80, 32), (80, 32)], [(80, 16), (88, 16)], [(0, 32), (80, 32)], [(32, 48), (80, 32)], [(80, 8), (96, 16)],
      [(96, 16), (80, 16)], [(81, 8), (96, 16)], [(80, 8), (88, 8)],
    ] as [[(UInt64, UInt64)]])
  func sectionsThatDoNotFollowEachOther(places: [(UInt64, UInt64)]) {
    let entries = zip(["ONE_", "TWO_"], places).map { ForgedFile.Entry($0, offset: $1.0, count: $1.1) }
    let error = openingError(ForgedFile(entries: entries, body: Self.body).bytes())
    guard case .damaged = error else {
      Issue.record("\(places): \(String(describing: error))")
      return
    }
  }

  @Test func aTagThatComesTwice() {
    let file = ForgedFile(
      entries: [.init("SAME", offset: 80, count: 16), .init("SAME", offset: 96, count: 16)], body: Self.body)
    guard case .damaged(_, "SAME", 56, _) = openingError(file.bytes()) else {
      Issue.record("\(String(describing: openingError(file.bytes())))")
      return
    }
  }

  @Test func aTagThatIsNoText() {
    var file = Self.whole()
    file.entries[0].tag = [0xFF, 0xFE, 0x80, 0xC0]
    guard case .damaged(_, _, 32, _) = openingError(file.bytes()) else {
      Issue.record("\(String(describing: openingError(file.bytes())))")
      return
    }
  }

  @Test func bytesHiddenInThePadding() {
    var body = Self.body
    let file = ForgedFile(entries: [.init("DATA", offset: 56, count: 27)], body: body)
    #expect(openingError(file.bytes()) == nil)
    guard case .damaged(_, "padding", 83, _) = openingError(file.bytes(), .complete) else {
      Issue.record("\(String(describing: openingError(file.bytes(), .complete)))")
      return
    }
    for index in 27..<32 { body[index] = 0 }
    #expect(openingError(ForgedFile(entries: file.entries, body: body).bytes(), .complete) == nil)
  }

  /// Bytes that nobody wrote: none of them opens, none of them crashes.
  @Test func randomBytes() {
    var random = SplitMix(seed: 20_261_124)
    for _ in 0..<2_000 {
      let count = Int(random.next() % 200)
      let noise = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      #expect(openingError(noise, .complete) != nil)
      #expect(openingError(SectionedFile.magic + noise, .complete) != nil)
    }
  }

  /// Sound files of which any number of bytes is overwritten and the checksums made to hold again.
  @Test func randomNumbersUnderChecksumsThatHold() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<5_000 {
      var file = ForgedFile(body: Self.body)
      let values: [UInt64] = [0, 1, 8, 32, 56, 80, 88, 104, 112, 1 << 31, 1 << 32, 1 << 63, .max - 7, .max]
      for number in 0..<Int(random.next() % 4) {
        let offset = values[Int(random.next() % UInt64(values.count))]
        let count = values[Int(random.next() % UInt64(values.count))]
        file.entries.append(.init("SEC\(number)", offset: offset, count: count))
      }
      guard let opened = try? open(file.bytes(), .complete).get() else { continue }
      for tag in opened.tags { _ = try opened.bytes(of: tag) }
    }
  }
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
