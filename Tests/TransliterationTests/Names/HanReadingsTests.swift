import SectionedFile
import Testing

@testable import Transliteration

/// Readings and simplified forms of Han characters.
struct HanReadingsTests {
  private func han() throws -> HanReadings { try compiledTables().han }

  @Test(arguments: [
    ("鴻", "鸿"), ("習", "习"), ("鄧", "邓"), ("龍", "龙"), ("國", "国"), ("鸿", "鸿"), ("李", "李"), ("a", "a"), ("김", "김"),
    ("🙂", "🙂"),
  ])
  func simplifiedCharacters(traditional: String, simplified: String) throws {
    #expect(try han().simplified(traditional) == simplified)
  }

  @Test func simplifiedTexts() throws {
    #expect(try han().simplified("李鴻忠與習近平 (2024)") == "李鸿忠与习近平 (2024)")
    #expect(try han().simplified("") == "")
    #expect(try points(han().simplified("e\u{0301}")) == points("e\u{0301}"), "other text is not touched")
  }

  @Test(arguments: [("李", "li"), ("鸿", "hong"), ("鴻", "hong"), ("忠", "zhong"), ("吕", "lü"), ("单", "dan"), ("安", "an")])
  func readings(character: String, reading: String) throws {
    #expect(try han().reading(of: #require(character.unicodeScalars.first)) == reading)
  }

  @Test(arguments: ["a", "김", "あ", "🙂", "\0", "。", "\u{10FFFF}"]) func noReading(text: String) throws {
    #expect(try han().reading(of: #require(text.unicodeScalars.first)) == nil)
  }

  /// Folding twice is folding once, and both forms sound alike.
  @Test func simplifyingIsIdempotent() throws {
    let han = try han()
    let pinyin = try pinyinSyllables()
    var count = 0
    var unstable: [String] = []
    var unspelled: Set<String> = []
    for value in (UInt32(0x3400)...0x9FFF) {
      guard let scalar = Unicode.Scalar(value), let reading = han.reading(of: scalar) else { continue }
      count += 1
      let simplified = han.simplified(scalar)
      if han.simplified(simplified) != simplified { unstable.append(String(scalar)) }
      if !pinyin.contains(reading) { unspelled.insert(reading) }
    }
    #expect(count > 20_000)
    #expect(unstable.isEmpty, "\(unstable.count)")
    #expect(unspelled.count <= 12, "\(unspelled.sorted()): readings that no table spells")
  }

  @Test func recordsComeBack() throws {
    var writer = ByteWriter()
    HanReadings([
      .init(scalar: 0x9D3B, reading: "hong", simplified: 0x9E3F),
      .init(scalar: 0x5442, reading: "lü", simplified: 0x5415),
    ]).encode(to: &writer)
    let region = ByteRegion(ByteStorage(copying: writer.bytes, name: "test"))
    var reader = ByteReader(region)
    let han = try HanReadings(decoding: &reader, in: region)
    #expect(han.reading(of: "鴻") == "hong")
    #expect(han.simplified("鴻" as Unicode.Scalar) == "鸿")
    #expect(han.reading(of: "呂") == "lü")
    #expect(han.reading(of: "李") == nil)
    for length in 0..<writer.bytes.count {
      let part = ByteRegion(ByteStorage(copying: Array(writer.bytes[..<length]), name: "test"))
      #expect(throws: SectionedFileError.self) {
        var reader = ByteReader(part)
        _ = try HanReadings(decoding: &reader, in: part)
      }
    }
  }

  /// Numbers that point nowhere give no reading, and no crash.
  @Test func damagedRecordsGiveNothing() throws {
    var writer = ByteWriter()
    HanReadings([.init(scalar: 0x9D3B, reading: "hong", simplified: 0x9E3F)]).encode(to: &writer)
    for place in writer.bytes.indices {
      var damaged = writer.bytes
      damaged[place] = 0xFF
      let region = ByteRegion(ByteStorage(copying: damaged, name: "test"))
      var reader = ByteReader(region)
      guard let han = try? HanReadings(decoding: &reader, in: region) else { continue }
      _ = han.reading(of: "鴻")
      _ = han.simplified("鴻" as Unicode.Scalar)
    }
  }
}
