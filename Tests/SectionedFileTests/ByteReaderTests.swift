import Testing

@testable import SectionedFile

@Suite("Reading from front to back")
struct ByteReaderTests {
  private static func reader(_ build: (inout ByteWriter) -> Void) -> ByteReader {
    var writer = ByteWriter()
    build(&writer)
    return ByteReader(ByteRegion(ByteStorage(copying: writer.bytes, name: "test")))
  }

  @Test func everythingComesBackInOrder() throws {
    var reader = Self.reader {
      $0.append(UInt8(7))
      $0.pad(toMultipleOf: 4)
      $0.append(UInt32(1))
      $0.append(UInt64.max)
      $0.append("춘")
      $0.append(UInt16(9))
      $0.append([1, 2, 3])
    }
    #expect(try reader.uint8() == 7)
    reader.skipPadding(toMultipleOf: 4)
    #expect(try reader.count(elementsOfAtLeast: 8) == 1)
    #expect(try reader.uint64() == .max)
    #expect(try reader.string() == "춘")
    #expect(try reader.uint16() == 9)
    #expect(!reader.isAtEnd)
    #expect(try reader.region(count: 3).withUnsafeBytes { Array($0) } == [1, 2, 3])
    #expect(reader.isAtEnd)
  }

  /// A damaged number never reserves more than the section holds.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 0x7FFF_FFFF, 0x8000_0000, .max] as [UInt32])
  func countsAreHeldAgainstWhatIsLeft(count: UInt32) {
    for size in [1, 2, 4, 8, 100] {
      var reader = Self.reader {
        $0.append(count)
        $0.append([UInt8](repeating: 0, count: 4))
      }
      let found = try? reader.count(elementsOfAtLeast: size)
      #expect(found == (Int(count) * size <= 4 ? Int(count) : nil), "\(count) elements of \(size)")
    }
  }

  @Test func elementsOfNoSizeCountAsOneByte() {
    var reader = Self.reader { $0.append(UInt32.max) }
    #expect(throws: SectionedFileError.self) { try reader.count(elementsOfAtLeast: 0) }
    reader = Self.reader { $0.append(UInt32.max) }
    #expect(throws: SectionedFileError.self) { try reader.count(elementsOfAtLeast: .min) }
  }

  @Test func textsLongerThanTheSection() {
    for length in [4, 5, UInt32.max] {
      var reader = Self.reader {
        $0.append(length)
        $0.append([0x61, 0x62, 0x63])
      }
      #expect(throws: SectionedFileError.self, "\(length)") { try reader.string() }
    }
  }

  /// Reading on after an error gives errors, whatever was asked for.
  @Test func afterTheEndThereAreOnlyErrors() {
    var reader = Self.reader { $0.append(UInt8(1)) }
    #expect(throws: SectionedFileError.self) { try reader.region(count: .max) }
    #expect(throws: SectionedFileError.self) { try reader.region(count: .min) }
    #expect(throws: SectionedFileError.self) { try reader.region(count: .max) }
    for _ in 0..<3 {
      #expect(throws: SectionedFileError.self) { try reader.uint64() }
      #expect(throws: SectionedFileError.self) { try reader.uint32() }
      #expect(throws: SectionedFileError.self) { try reader.uint16() }
      #expect(throws: SectionedFileError.self) { try reader.string() }
      #expect(throws: SectionedFileError.self) { try reader.count(elementsOfAtLeast: 1) }
      #expect(throws: SectionedFileError.self) { try reader.region(count: 1) }
    }
    #expect(reader.isAtEnd)
  }

  @Test func paddingPastTheEndIsTheEnd() {
    var reader = Self.reader { $0.append([1, 2, 3]) }
    _ = try? reader.uint8()
    reader.skipPadding(toMultipleOf: 8)
    #expect(reader.isAtEnd)
    #expect(throws: SectionedFileError.self) { try reader.uint8() }
    #expect(throws: SectionedFileError.self) { try reader.count(elementsOfAtLeast: 1) }
  }
}
