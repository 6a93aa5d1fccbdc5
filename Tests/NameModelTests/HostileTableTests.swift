import Testing

@testable import NameModel

private let header = "syllable\tspelling\tsource\n"

private func problems(_ bytes: [UInt8]) -> [TableProblem] {
  TabTableReader.read(bytes, file: "t.tsv", kind: .syllables).problems
}

@Suite struct HostileTableTests {
  @Test(
    arguments: [
      ([0x80], 0), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0), ([0xE4, 0xB8], 0), ([0xE4, 0xB8, 0xAD, 0xFF], 3), ([0xFF, 0xFE], 0),
      ([0xF0, 0x9F, 0x98], 0),
    ] as [([UInt8], Int)])
  func invalidUTF8IsPlaced(_ bytes: [UInt8], invalidAt offset: Int) {
    let line = Array("мa\t".utf8) + bytes + Array("\ts1\n".utf8)
    let found = problems(Array(header.utf8) + line + Array("zhao\tx\ts1\n".utf8))
    #expect(found.map(\.rule) == [.invalidUTF8])
    #expect(found.first?.line == 2)
    #expect(found.first?.column == (offset == 0 ? 4 : 5))
    #expect(found.first?.byteOffset == header.utf8.count + 4 + offset)
    #expect(found.first?.message.contains("at offset \(header.utf8.count + 4 + offset)") == true)
  }

  /// The library's own validation agrees with the standard library's on every short sequence of interesting bytes.
  @Test func validationAgreesWithTheStandardLibrary() {
    let bytes: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF3, 0xF4,
      0xF5, 0xFF,
    ]
    var disagreements: [[UInt8]] = []
    for a in bytes {
      for b in bytes {
        for c in bytes {
          for d in bytes {
            let text = [a, b, c, d]
            let isValid = String(validating: text, as: UTF8.self) != nil
            if (firstInvalidByte(in: text[...]) == nil) != isValid { disagreements.append(text) }
          }
        }
      }
    }
    #expect(disagreements.isEmpty)
  }

  @Test func invalidUTF8InTheHeaderIsTheOnlyProblem() {
    #expect(problems([0xFF] + Array("syllable\nma\tма\ts1\n".utf8)).map(\.rule) == [.invalidUTF8])
  }

  @Test func hugeCellsAreRefusedQuickly() {
    let cell = [UInt8](repeating: UInt8(ascii: "x"), count: 5_000_000)
    let found = problems(Array(header.utf8) + cell + Array("\tx\ts1\n".utf8))
    #expect(found.map(\.rule) == [.cellTooLong])
    #expect(found.first?.description.utf8.count ?? 0 < 200)
  }

  @Test func nothingButZeros() {
    #expect(!problems([UInt8](repeating: 0, count: 1000)).isEmpty)
    #expect(problems([UInt8](repeating: 0x0A, count: 1000)).filter { $0.rule == .emptyLine }.count == 999)
    #expect(problems([]).map(\.rule) == [.missingHeader])
    #expect(!problems([UInt8](repeating: 0x09, count: 1000)).isEmpty)
    #expect(problems([0xEF, 0xBB, 0xBF]).map(\.rule) == [.byteOrderMark, .missingHeader])
  }

  @Test func carriageReturnsAreCountedOnce() {
    let found = problems(Array("syllable\tspelling\tsource\r\nma\tма\ts1\r\nna\tна\ts1\r\n".utf8))
    #expect(
      found.map(\.description) == [
        "t.tsv:1:25: the line holds a carriage return, as 3 lines do (end lines with a line feed alone)"
      ])
  }

  @Test func missingFinalNewlineKeepsTheRow() {
    let (table, found) = TabTableReader.read(Array((header + "ma\tма\ts1").utf8), file: "t.tsv", kind: .syllables)
    #expect(
      found.map(\.description) == ["t.tsv:2:9: the last line does not end with a line feed (end the file with one)"])
    #expect(table?.rowCount == 1)
    #expect(table?.cells(row: 0) == ["ma", "ма", "s1"])
  }

  /// Bytes of every sort neither crash the reader, the checks of cells nor the formatter.
  @Test(arguments: 0..<200) func randomBytes(_ seed: Int) {
    var generator = SplitMix(seed: UInt64(seed))
    let alphabet: [UInt8] = Array("ab\t\t\n\n\r \u{301}\u{0}é中\u{FEFF}".utf8) + [0xFF, 0xC0, 0xED]
    let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    for kind in TableKind.allCases {
      for prefix in [
        [], Array((TableSchema.schema(kind, header: ["a", "b"]).header.joined(separator: "\t") + "\n").utf8),
      ] {
        let (table, found) = TabTableReader.read(prefix + bytes, file: "t.tsv", kind: kind)
        for problem in found { #expect(problem.byteOffset <= prefix.count + bytes.count) }
        for row in 0..<(table?.rowCount ?? 0) {
          for (column, text) in zip(table?.schema.columns ?? [], table?.cells(row: row) ?? []) {
            _ = findings(in: text, of: column)
          }
        }
        _ = try? TableFormatter.formatted(prefix + bytes, kind: kind)
      }
    }
  }
}

/// A small deterministic generator (SplitMix64), so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
