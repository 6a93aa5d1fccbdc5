import Testing

@testable import SectionedFile

@Suite("Reading within bounds")
struct ByteRegionTests {
  private static let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

  private static func region() throws -> ByteRegion {
    try ByteRegion(ByteStorage(copying: bytes, name: "test")).region(at: 1, count: 8)
  }

  @Test func numbersAreReadWhereTheyStand() throws {
    let region = try Self.region()
    #expect(try region.uint8(at: 0) == 2)
    #expect(try region.uint16(at: 1) == 0x0403)
    #expect(try region.uint32(at: 3) == 0x0807_0605)
    #expect(try region.uint64(at: 0) == 0x0908_0706_0504_0302)
    #expect(try region.uint8(at: 7) == 9)
    #expect(region.storageName == "test")
  }

  @Test(arguments: [8, 9, 10, 100, -1, -8, .max, .max - 1, .max - 7, .min, .min + 1])
  func noNumberIsReadOutside(offset: Int) throws {
    let region = try Self.region()
    func fails(_ read: () throws(SectionedFileError) -> Void) -> Bool {
      do throws(SectionedFileError) {
        try read()
        return false
      } catch .damaged(let path, let section, let place, _) {
        // Wherever the offset points, the error points into the region.
        return path == "test" && section == "file" && (1...9).contains(place)
      } catch {
        return false
      }
    }
    #expect(fails { () throws(SectionedFileError) in _ = try region.uint8(at: offset) })
    #expect(fails { () throws(SectionedFileError) in _ = try region.uint16(at: offset) })
    #expect(fails { () throws(SectionedFileError) in _ = try region.uint32(at: offset) })
    #expect(fails { () throws(SectionedFileError) in _ = try region.uint64(at: offset) })
    #expect(fails { () throws(SectionedFileError) in _ = try region.region(at: offset, count: 1) })
    #expect(fails { () throws(SectionedFileError) in _ = try region.string(at: offset, count: 1) })
  }

  @Test func numbersThatBeginInsideAndEndOutside() throws {
    let region = try Self.region()
    for offset in 1...7 { #expect(throws: SectionedFileError.self) { try region.uint64(at: offset) } }
    for offset in 5...7 { #expect(throws: SectionedFileError.self) { try region.uint32(at: offset) } }
    #expect(throws: SectionedFileError.self) { try region.uint16(at: 7) }
  }

  @Test(arguments: [-1, 9, .max, .min, .max - 1]) func lengthsOutside(length: Int) throws {
    let region = try Self.region()
    for offset in [0, 1, 8] {
      #expect(throws: SectionedFileError.self) { try region.region(at: offset, count: length) }
      #expect(throws: SectionedFileError.self) { try region.string(at: offset, count: length) }
    }
  }

  @Test func emptyPartsAreParts() throws {
    let region = try Self.region()
    for offset in 0...8 {
      #expect(try region.region(at: offset, count: 0).count == 0)
      #expect(try region.string(at: offset, count: 0) == "")
    }
    let empty = ByteRegion(ByteStorage(copying: [], name: "nothing"))
    #expect(empty.count == 0)
    #expect(throws: SectionedFileError.self) { try empty.uint8(at: 0) }
  }

  @Test func partsOfPartsKeepTheirPlaceInTheFile() throws {
    let part = try Self.region().region(at: 2, count: 4).region(at: 1, count: 2)
    #expect(try part.uint16(at: 0) == 0x0605)
    #expect(part.damaged(at: 1, "x") == .damaged(path: "test", section: "file", offset: 5, what: "x"))
    #expect(throws: SectionedFileError.self) { try part.uint8(at: 2) }
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x61, 0xCC], [0x80],
    ] as [[UInt8]])
  func textThatIsNotUTF8(bytes: [UInt8]) {
    let region = ByteRegion(ByteStorage(copying: [0x61] + bytes, name: "test"))
    #expect(
      throws: SectionedFileError.damaged(
        path: "test", section: "file", offset: 1, what: "the text is not valid UTF-8")
    ) { try region.string(at: 1, count: bytes.count) }
  }

  @Test func textKeepsItsBytes() throws {
    // Decomposed, with a NUL, with an emoji: nothing is normalized or cut.
    let text = "e\u{301}\0룡🙂"
    let region = ByteRegion(ByteStorage(copying: Array(text.utf8), name: "test"))
    #expect(try Array(region.string(at: 0, count: text.utf8.count).utf8) == Array(text.utf8))
  }
}
