import Testing
import UnicodeText

@Suite struct VersionsTests {
  @Test func versionsAreNumbers() throws {
    for version in [UnicodeVersions.icu, UnicodeVersions.unicode, try #require(UnicodeVersions.cldr)] {
      let parts = version.split(separator: ".")
      #expect((2...4).contains(parts.count))
      #expect(parts.allSatisfy { Int($0) != nil })
    }
    #expect(try #require(Int(UnicodeVersions.icu.prefix { $0 != "." })) >= 60)
  }

  @Test func messagesSayWhatToDoOnOneLine() {
    let errors: [UnicodeTextError] = [
      .textTooLong(utf8Length: 9, limit: 8), .illFormedUTF8(utf8Offset: 3),
      .unknownTransform(id: "Foo\u{202E}\n" + String(repeating: "x", count: 5000), direction: .forward),
      .unknownTransform(id: "Foo", direction: .reverse), .unknownLocale("x\0x"),
      .icuFailure(operation: "open a thing", name: "U_FILE_ACCESS_ERROR", code: 4),
    ]
    for error in errors {
      let message = error.description
      #expect(message.hasSuffix("."))
      #expect(message.count < 400)
      #expect(!message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }
}
