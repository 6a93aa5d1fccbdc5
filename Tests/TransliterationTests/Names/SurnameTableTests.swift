import SectionedFile
import Testing

@testable import Transliteration

/// Unspaced names in surname and given name.
struct SurnameTableTests {
  private func korean(_ name: String) throws -> [String] {
    try compiledTables().surnames.splitKorean(name).map { "\($0.surname) \($0.given)\($0.isListed ? "" : "?")" }
  }

  private func chinese(_ name: String) throws -> [String] {
    let tables = try compiledTables()
    return tables.surnames.splitChinese(name) { character in
      Character(tables.han.simplified(String(character)))
    }.map { "\($0.surname) \($0.given)\($0.isListed ? "" : "?")" }
  }

  @Test(arguments: [
    ("조춘룡", ["조 춘룡"]), ("김일성", ["김 일성"]), ("리설주", ["리 설주"]), ("이준", ["이 준"]), ("남궁민", ["남궁 민", "남 궁민"]),
    ("남궁민수", ["남궁 민수", "남 궁민수"]), ("황보라", ["황보 라", "황 보라"]), ("선우은숙", ["선우 은숙", "선 우은숙"]), ("뷁나라", ["뷁 나라?"]),
    ("김", []), ("", []), ("김대한민국", []),
  ])
  func koreanNames(name: String, splits: [String]) throws {
    #expect(try korean(name) == splits)
  }

  @Test(arguments: [
    ("李鸿忠", ["李 鸿忠"]), ("李鴻忠", ["李 鴻忠"]), ("毛泽东", ["毛 泽东"]), ("欧阳修", ["欧阳 修", "欧 阳修"]),
    ("歐陽修", ["歐陽 修", "歐 陽修"]), ("司马相如", ["司马 相如", "司 马相如"]), ("单雄信", ["单 雄信"]), ("王毅", ["王 毅"]), ("一二三", ["一 二三?"]),
    ("王", []), ("亚历山大一世", []),
  ])
  func chineseNames(name: String, splits: [String]) throws {
    #expect(try chinese(name) == splits)
  }

  @Test(arguments: [
    ("单", ["shan"]), ("查", ["zha"]), ("曾", ["zeng"]), ("解", ["xie"]), ("仇", ["qiu"]), ("欧阳", ["ou", "yang"]),
    ("万俟", ["mo", "qi"]), ("尉迟", ["yu", "chi"]),
  ])
  func surnameReadings(surname: String, reading: [String]) throws {
    #expect(try compiledTables().surnames.reading(ofChineseSurname: surname) == reading)
  }

  /// The special reading of a surname counts at the head of a name; the common one is possible, at a price.
  @Test func surnameReadingsInNames() throws {
    let tables = try compiledTables()
    let native = try #require(tables.nativeReading(of: "单雄信", language: .chinese))
    let model = try model(.chinese, "Latn")
    func cost(_ words: [String]) throws -> Int? {
      let route = try #require(model.routes.firstIndex { $0.legs == ["sac-zho-Hans-Latn-1979"] })
      let lattice = try #require(model.read(SpelledName(words: words)))
      return LatticeAlignment.align(native, lattice, secondBy: .one(route), limit: 900)?.cost
    }
    #expect(try cost(["shan", "xiongxin"]) == 0)
    #expect(try cost(["dan", "xiongxin"]) == 60)
    #expect(try cost(["li", "xiongxin"]) == nil)
  }

  @Test func tablesComeBack() throws {
    let table = SurnameTable(korean: ["김", "남궁"], chinese: ["欧阳": ["ou", "yang"], "单": ["shan"]])
    var writer = ByteWriter()
    table.encode(to: &writer)
    var reader = ByteReader(ByteRegion(ByteStorage(copying: writer.bytes, name: "test")))
    let back = try SurnameTable(decoding: &reader)
    #expect(back.splitKorean("남궁민").first?.surname == "남궁")
    #expect(back.splitKorean("박정희").first?.isListed == false)
    #expect(back.reading(ofChineseSurname: "欧阳") == ["ou", "yang"])
    #expect(back.reading(ofChineseSurname: "李") == nil)
    for length in 0..<writer.bytes.count {
      var reader = ByteReader(ByteRegion(ByteStorage(copying: Array(writer.bytes[..<length]), name: "test")))
      #expect(throws: SectionedFileError.self) { try SurnameTable(decoding: &reader) }
    }
  }
}
