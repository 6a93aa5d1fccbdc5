import NameMatching
import NameModel
import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

@Suite("Keys")
struct KeyTests {
  @Test func everyFormIsFoundByItsOwnKeys() throws {
    let tables = try SmallIndex.tables()
    let index = try NameIndex(bytes: SmallIndex.bytes())
    let keyer = NameKeyer(tables: tables)
    for number in 0..<UInt32(index.formCount) {
      let form = try index.form(number).form
      let folded = try FoldedName(form.text, han: tables.han)
      #expect(try index.forms(for: .whole(folded)).contains(number), "\(form.text)")
      #expect(try index.forms(for: .sorted(folded)).contains(number), "\(form.text)")
      for key in keyer.keys(ofForm: folded, language: form.language, readsSpellings: false) {
        #expect(try index.forms(for: key).contains(number), "\(form.text)")
      }
    }
  }

  /// What is found under a key are the forms that have it, and no others, ascending.
  @Test func everyPostingIsAFormWithTheKey() throws {
    let tables = try SmallIndex.tables()
    let index = try NameIndex(bytes: SmallIndex.bytes())
    let keyer = NameKeyer(tables: tables)
    var expected: [NameKey: [UInt32]] = [:]
    for number in 0..<UInt32(index.formCount) {
      let indexed = try index.form(number)
      let folded = try FoldedName(indexed.form.text, han: tables.han)
      let languages = try index.entity(indexed.entity).names.map(\.language.language)
      let keys = keyer.keys(
        ofForm: folded, language: indexed.form.language,
        readsSpellings: !languages.contains("ko") && !languages.contains("zh"))
      for key in keys { expected[key, default: []].append(number) }
    }
    for (key, forms) in expected { #expect(try index.forms(for: key) == forms) }
    var random = SplitMix(seed: 4)
    for _ in 0..<1_000 { #expect(try index.forms(for: NameKey(rawValue: random.next())).isEmpty) }
  }

  @Test(arguments: [
    ("Cho Chun Ren", "조춘룡"), ("Чо Чун Рён", "조춘룡"), ("Cho Ch'un-nyong", "조춘룡"), ("Chun Ren Cho", "조춘룡"),
    ("Lee Hongzhong", "李鸿忠"), ("Ли Хунчжун", "李鸿忠"), ("Li Khunchzhun", "李鸿忠"), ("李鴻忠", "李鸿忠"),
    ("Li Hung-chung", "李鸿忠"), ("Li Hung-chang", "李鸿章"), ("Pkhenyan", "평양"), ("Phyongyang", "평양"),
  ])
  func nativeFormsAreFoundFromRelayedSpellings(spelling: String, native: String) throws {
    let tables = try SmallIndex.tables()
    let index = try NameIndex(bytes: SmallIndex.bytes())
    let keyer = NameKeyer(tables: tables)
    let name = try PreparedName(spelling, tables: tables)
    var found: Set<String> = []
    for reading in name.readings {
      for key in keyer.readingKeys(reading.lattice) {
        for form in try index.forms(for: key) { found.insert(try index.form(form).form.text) }
      }
    }
    if name.readings.isEmpty { Issue.record("\(spelling) has no reading") }
    #expect(found.contains(native), "\(spelling) leads to \(found)")
  }

  @Test(arguments: [
    ("Сергей Шойгу", "Sergey Shoygu"), ("Сергей Шойгу", "Sergueï Choïgou"), ("Сергей Шойгу", "Siergiej Szojgu"),
    ("Сергей Шойгу", "Sergej Schoigu"),
  ])
  func wordsMeetByTheirConsonants(form: String, spelling: String) throws {
    let tables = try SmallIndex.tables()
    let keyer = NameKeyer(tables: tables)
    func words(_ text: String) throws -> [ComparableWord] {
      InterpretedName(try FoldedName(text, han: tables.han), tables: tables).interpretations[0].words
    }
    for (native, spelled) in zip(try words(form), try words(spelling)) {
      let keys = Set(keyer.keys(of: native, .building))
      #expect(keyer.keys(of: spelled, .asking).contains { keys.contains($0) }, "\(spelled.letters)")
    }
  }

  /// Nicknames and names of other languages share no consonants, but a meaning.
  @Test func wordsMeetByWhatTheyMean() throws {
    let tables = try SmallIndex.tables()
    let keyer = NameKeyer(tables: tables)
    func keys(_ text: String) throws -> Set<NameKey> {
      let name = InterpretedName(try FoldedName(text, han: tables.han), tables: tables)
      return Set(keyer.keys(of: name.interpretations[0].words[0], .building))
    }
    #expect(try !keys("William").isDisjoint(with: keys("Bill")))
    #expect(try keys("Putin").isDisjoint(with: keys("Bill")))
  }

  @Test(arguments: [
    ("Kim Jong-un", "KIM JONG UN"), ("Kim Jong-un", "Kim  Jong–Un"), ("Kim Jong-un", "kimjongun"), ("李鴻忠", "李鸿忠"),
    ("Pyŏngyang", "pyongyang"), ("Ким Чен Ын", "ким чен-ын"), ("Ｋｉｍ", "Kim"), ("Jo Ch'un-ryong", "Jo Chun ryong"),
  ])
  func tasteDoesNotChangeTheWholeKey(first: String, second: String) throws {
    let han = try SmallIndex.tables().han
    #expect(try NameKey.whole(FoldedName(first, han: han)) == .whole(FoldedName(second, han: han)))
  }

  @Test func sortedKeysForgetTheOrderAndWholeKeysDoNot() throws {
    let han = try SmallIndex.tables().han
    let first = try FoldedName("Jong Un Kim", han: han)
    let second = try FoldedName("Kim Jong Un", han: han)
    #expect(NameKey.sorted(first) == .sorted(second))
    #expect(NameKey.whole(first) != .whole(second))
  }

  /// Keys of different kinds never stand for each other, even where their texts are equal.
  @Test func kindsAreApart() throws {
    let name = try FoldedName("kim", han: SmallIndex.tables().han)
    let keys: Set<NameKey> = [
      .whole(name), .sorted(name), .word("kim"), .reading(1, language: .korean),
      .reading(1, language: .chinese), .skeleton(WordSkeleton(rawValue: 1, cost: 0)),
      .meaning(NameLexicon.Meaning(role: .given, number: 1, weight: 9)),
    ]
    #expect(keys.count == 7)
  }

  /// The scheme is written into every index: these values may change only together with `NameKey.schemeVersion`.
  @Test func keysOfTheSchemeAreWhatTheyWere() throws {
    #expect(NameKey.schemeVersion == 5)
    let name = try FoldedName("Kim Jong-un", han: SmallIndex.tables().han)
    #expect(NameKey.whole(name).rawValue == Self.key(1, "kimjongun"))
    #expect(NameKey.sorted(name).rawValue == Self.key(2, "jong kim un"))
    #expect(NameKey.word("kim").rawValue == Self.key(3, "kim"))
    #expect(NameKey.reading(0x1234, language: .korean).rawValue == Self.key(4, "ko", 0x1234))
    #expect(NameKey.skeleton(WordSkeleton(rawValue: 0x1356, cost: 9)).rawValue == Self.key(5, "", 0x1356))
    #expect(
      NameKey.meaning(NameLexicon.Meaning(role: .given, number: 7, weight: 9)).rawValue == Self.key(6, "", 0x6_0007))
  }

  /// FNV-1a closed by MurmurHash3's finalizer, written a second time.
  private static func key(_ kind: UInt8, _ text: String, _ numbers: UInt64...) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    let numberBytes = numbers.flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }
    for byte in [kind] + Array(text.utf8) + numberBytes {
      hash ^= UInt64(byte)
      hash = hash &* 1_099_511_628_211
    }
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
