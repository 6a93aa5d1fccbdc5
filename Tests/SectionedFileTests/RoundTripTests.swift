import Testing

@testable import SectionedFile

@Suite("What is written is read back")
struct RoundTripTests {
  @Test func sectionsComeBackFromMemoryAndFromAFile() throws {
    let folder = try TemporaryFolder()
    var writer = SectionedFileWriter()
    for (tag, bytes) in SmallFile.sections { writer.add(tag, bytes) }
    try writer.write(to: folder.file("small.allonym"))
    let mapped = try SectionedFile(path: folder.file("small.allonym"), verification: .complete)
    let copied = try open(writer.bytes(), .complete).get()
    for file in [mapped, copied] {
      #expect(file.tags == SmallFile.sections.map(\.tag))
      for (tag, bytes) in SmallFile.sections { #expect(try file.bytes(of: tag) == bytes) }
      #expect(file.byteCount == writer.bytes().count)
    }
    #expect(mapped.name == folder.file("small.allonym"))
    #expect(try folder.bytes(of: "small.allonym") == writer.bytes())
  }

  @Test func sameSectionsGiveTheSameBytes() {
    #expect(SmallFile.bytes() == SmallFile.bytes())
  }

  @Test func everySectionStartsAtAMultipleOfEight() throws {
    let file = try open(SmallFile.bytes()).get()
    for tag in file.tags { #expect(try file.section(tag).offsetInFile % 8 == 0) }
    #expect(file.byteCount % 8 == 0)
  }

  @Test func fileOfNoSectionIsSound() throws {
    let file = try open(SectionedFileWriter().bytes(), .complete).get()
    #expect(file.tags.isEmpty)
    #expect(file.byteCount == 32)
  }

  @Test func aFileHoldsTwoHundredAndFiftySixSections() throws {
    var writer = SectionedFileWriter()
    for number in 0..<256 { writer.add(String(1000 + number), [UInt8(number)]) }
    let file = try open(writer.bytes(), .complete).get()
    #expect(file.tags.count == 256)
    for number in 0..<256 { #expect(try file.bytes(of: String(1000 + number)) == [UInt8(number)]) }
  }

  @Test(arguments: 0..<20) func sectionsOfAnyLengthComeBack(length: Int) throws {
    var writer = SectionedFileWriter()
    let first = (0..<length).map { UInt8($0 + 100) }
    writer.add("ONE_", first)
    writer.add("TWO_", [1, 2, 3])
    let file = try open(writer.bytes(), .complete).get()
    #expect(try file.bytes(of: "ONE_") == first)
    #expect(try file.bytes(of: "TWO_") == [1, 2, 3])
  }

  @Test func missingSectionIsNamed() throws {
    let file = try open(SmallFile.bytes()).get()
    #expect(throws: SectionedFileError.missingSection(path: "test", section: "GONE")) { try file.section("GONE") }
  }

  @Test func integersAreLittleEndian() {
    var writer = ByteWriter()
    writer.append(UInt8(1))
    writer.append(UInt16(0x0203))
    writer.append(UInt32(0x0405_0607))
    writer.append(UInt64(0x0809_0A0B_0C0D_0E0F))
    writer.append("é")
    #expect(
      writer.bytes == [1, 3, 2, 7, 6, 5, 4, 0xF, 0xE, 0xD, 0xC, 0xB, 0xA, 9, 8, 2, 0, 0, 0, 0xC3, 0xA9])
    writer.pad(toMultipleOf: 8)
    #expect(writer.bytes.count == 24)
    writer.pad(toMultipleOf: 8)
    #expect(writer.bytes.count == 24)
  }
}
