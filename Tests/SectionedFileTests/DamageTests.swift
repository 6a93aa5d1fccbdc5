import Testing

@testable import SectionedFile

@Suite("Damaged files")
struct DamageTests {
  @Test func everyTruncationIsATypedError() {
    let whole = SmallFile.bytes()
    for length in 0..<whole.count {
      let error = openingError(Array(whole[..<length]))
      switch error {
      case .notASectionedFile: #expect(length < 8, "\(length)")
      case .truncated(_, let expected, let found):
        #expect(found == UInt64(length))
        #expect(expected == (length < 32 ? 32 : UInt64(whole.count)))
      default: Issue.record("\(length) bytes: \(String(describing: error))")
      }
    }
  }

  @Test func bytesAfterTheEndAreATypedError() {
    for extra in 1...9 {
      let bytes = SmallFile.bytes() + [UInt8](repeating: 0, count: extra)
      guard case .truncated(_, let expected, let found) = openingError(bytes) else {
        Issue.record("\(extra) bytes more are taken")
        continue
      }
      #expect(expected + UInt64(extra) == found)
    }
  }

  /// Complete verification sees the change of any single bit: in the header, the table, the sections and between them.
  @Test func everyFlippedBitIsFoundByCompleteVerification() {
    let whole = SmallFile.bytes()
    for offset in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[offset] ^= 1 << UInt8(bit)
        switch openingError(bytes, .complete) {
        case .notASectionedFile: #expect(offset < 8)
        case .damaged(_, let section, let place, _):
          #expect(section == Self.section(ofByte: offset), "byte \(offset), bit \(bit)")
          #expect(place <= offset || offset < 32 + 24 * SmallFile.sections.count)
          #expect(place < whole.count)
        case let other: Issue.record("byte \(offset), bit \(bit): \(String(describing: other))")
        }
      }
    }
  }

  /// Opening without reading the sections finds what is wrong with the header and the table, and nothing else.
  @Test func structuralOpeningChecksHeaderAndTable() {
    let whole = SmallFile.bytes()
    let tableEnd = 32 + 24 * SmallFile.sections.count
    for offset in whole.indices {
      var bytes = whole
      bytes[offset] ^= 0x10
      #expect((openingError(bytes) != nil) == (offset < tableEnd), "byte \(offset)")
    }
  }

  @Test func errorsSayWhereAndWhatToDo() {
    var bytes = SmallFile.bytes()
    bytes[32 + 24 * SmallFile.sections.count] ^= 1
    let text = openingError(bytes, .complete)?.description ?? ""
    #expect(
      text
        == "test: section NUMB, offset 152: the checksum of the section does not hold; the file is damaged, build or copy it again"
    )
    #expect(openingError([1, 2, 3])?.description.contains("offset 0: not an .allonym file") == true)
    #expect(openingError(Array(SmallFile.bytes().dropLast()))?.description.contains("truncated") == true)
  }

  /// Where the writer puts each byte: the section that an error about it must name.
  private static func section(ofByte offset: Int) -> String {
    var end = 32 + 24 * SmallFile.sections.count
    if offset < end { return "header" }
    for (tag, bytes) in SmallFile.sections {
      end = (end + 7) / 8 * 8
      if offset < end { return "padding" }
      end += bytes.count
      if offset < end { return tag }
    }
    return "padding"
  }
}
