import Allonym
import NameModel
import SectionedFile
import Testing
import Transliteration

@testable import NameIndex

@Suite("Folding and rules of running text")
struct FoldingTests {
  /// What the scanner makes of a form are the letters that keys are made of.
  @Test func textFoldsAsNamesDo() throws {
    let curated = try CuratedTables.shared.get()
    let folding = try curated.transliteration.folding()
    // Written alike by different keyboards.
    let respelled: [UInt32: UInt32] = [
      0x06A9: 0x0643, 0x06CC: 0x064A, 0x0649: 0x064A, 0x06C1: 0x0647, 0x044A: 0x044C,
    ]
    var count = 0
    for number in 0..<UInt32(curated.index.formCount) {
      let text = try curated.index.form(number).form.text
      let key = try FoldedName(text, han: curated.transliteration.han).joinedKey
      // Vowel signs of two parts are taken apart here, and composed there; both do so with every text.
      let isComposed = key.unicodeScalars.contains {
        (0x0900...0x0DFF).contains($0.value) || (0x11100...0x1114F).contains($0.value)
      }
      // Words that mix alphabets are read in one of them as names (Latin a in a Cyrillic word), not in running text.
      if isComposed || Self.mixesAlphabets(text) { continue }
      #expect(folding.letters(of: text) == key.unicodeScalars.map { respelled[$0.value] ?? $0.value }, "\(text)")
      count += 1
    }
    #expect(count > 500)
  }

  private static func mixesAlphabets(_ text: String) -> Bool {
    let alphabets: [ClosedRange<UInt32>] = [0x41...0x24F, 0x370...0x3FF, 0x400...0x52F]
    let used = alphabets.count { alphabet in
      text.unicodeScalars.contains { $0.properties.isAlphabetic && alphabet.contains($0.value) }
    }
    return used > 1
  }

  @Test func everyNumberFolds() throws {
    let folding = try CuratedTables.shared.get().transliteration.folding()
    for scalar in [0, 0x41, 0xD800, 0xFFFF, 0x1FFFF, 0x20000, 0x3FFFF, 0x40000, 0x10FFFF, UInt32.max] {
      let entry = folding.entry(of: scalar)
      if entry.isExpansion { #expect(!folding.expansion(entry.value).isEmpty) }
    }
    #expect(folding.expansion(.max).isEmpty)
    #expect(folding.entry(of: 0x416).isUpper && !folding.entry(of: 0x436).isUpper)
  }

  @Test func rulesAreReadAsTheyWereWritten() throws {
    let file = try CuratedTables.shared.get().index.file
    let tables = try InflectionTables(file)
    #expect(tables.languages.count > 30)
    #expect(tables.languages.reduce(0) { $0 + $1.rules.count } > 900)
    var writer = ByteWriter()
    tables.encode(to: &writer)
    let region = try file.section(InflectionTables.section)
    #expect(region.withUnsafeBytes { Array($0) } == writer.bytes)
  }

  /// Every suffix rule undoes what it describes, on a made-up stem.
  @Test func everySuffixLeadsBackToItsBase() throws {
    let tables = try InflectionTables(CuratedTables.shared.get().index.file)
    let folding = try CuratedTables.shared.get().transliteration.folding()
    for (number, language) in tables.languages.enumerated() {
      let rules = ActiveRules(tables, languages: [number])
      for rule in language.rules where rule.kind == .suffix {
        guard let letter = rule.form.first.flatMap({ Unicode.Scalar($0) }) else { continue }
        let stem = String(repeating: Character(letter), count: max(3, rule.stem))
        let text = Array((stem + String(String.UnicodeScalarView(rule.form.compactMap(Unicode.Scalar.init)))).utf8)
        let expected = (folding.letters(of: stem) + rule.base).reduce(ScanHash.seed, ScanHash.step)
        var found: [UInt64] = []
        text.withUnsafeBufferPointer { buffer in
          let word = ScanWord()
          guard let text = ScanText(buffer), word.read(text, at: 0, folding: folding) else { return }
          rules.reductions(of: word) { found.append($0.hash) }
        }
        #expect(found.contains(expected), "\(language.code): \(rule.baseText)")
      }
    }
  }
}
