public import SectionedFile
import Transliteration

/// How one ending, particle or proclitic is written on to a name: a row of `Tables/inflections/<language>.tsv`.
public struct InflectionRule: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// `form` at the end of a word stands for `base` at the end of the name.
    case suffix
    /// `form` at the beginning of a word stands for `base` at the beginning of the name.
    case prefix
    /// `form` follows the name in the same word, and is no part of it.
    case particle
    /// `form` follows the name behind an apostrophe, and is no part of it.
    case apostrophe
    /// `form` and an apostrophe stand before the name in the same word.
    case elision
    /// `form` is the next word, run together with the name.
    case joined
  }

  public var kind: Kind
  /// Folded letters, as `FoldTable.letters(of:)` gives them.
  public var form: [UInt32]
  public var base: [UInt32]
  /// `base` as it is written.
  public var baseText: String
  public var cases: CaseSet
  /// The least number of letters of the name that must be left beside `form`.
  public var stem: Int

  public init(kind: Kind, form: [UInt32], base: [UInt32], baseText: String, cases: CaseSet, stem: Int) {
    self.kind = kind
    self.form = form
    self.base = base
    self.baseText = baseText
    self.cases = cases
    self.stem = stem
  }
}

/// All rules and function words, by language: `Tables/inflections` compiled.
public struct InflectionTables: Sendable {
  public struct Language: Sendable {
    /// BCP 47.
    public var code: String
    public var rules: [InflectionRule]
    /// Folded words by which texts in the language are told from others.
    public var functionWords: [[UInt32]]
    /// Folded words that may stand, with a capital, right before a name and are no part of it.
    public var wordsBeforeNames: [[UInt32]]

    public init(
      code: String, rules: [InflectionRule], functionWords: [[UInt32]], wordsBeforeNames: [[UInt32]]
    ) {
      self.code = code
      self.rules = rules
      self.functionWords = functionWords
      self.wordsBeforeNames = wordsBeforeNames
    }
  }

  /// The section of the compiled tables.
  public static let section = "INFL"

  /// Sorted by code.
  public var languages: [Language]

  public init(languages: [Language]) { self.languages = languages.sorted { $0.code < $1.code } }

  public init(_ file: SectionedFile) throws(SectionedFileError) {
    let region = try file.section(Self.section)
    var reader = ByteReader(region)
    var languages: [Language] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 16)) {
      let code = try reader.string()
      var rules: [InflectionRule] = []
      for _ in 0..<(try reader.count(elementsOfAtLeast: 21)) {
        let number = Int(try reader.uint8())
        guard number < InflectionRule.Kind.allCases.count else { throw region.damaged(at: 0, "a kind is not known") }
        let cases = CaseSet(rawValue: try reader.uint32())
        let stem = Int(try reader.uint32())
        rules.append(
          InflectionRule(
            kind: InflectionRule.Kind.allCases[number], form: try reader.array(), base: try reader.array(),
            baseText: try reader.string(), cases: cases, stem: stem))
      }
      languages.append(
        Language(
          code: code, rules: rules, functionWords: try Self.words(&reader), wordsBeforeNames: try Self.words(&reader)))
    }
    self.languages = languages
  }

  public func encode(to writer: inout ByteWriter) {
    writer.append(UInt32(languages.count))
    for language in languages {
      writer.append(language.code)
      writer.append(UInt32(language.rules.count))
      for rule in language.rules {
        writer.append(UInt8(InflectionRule.Kind.allCases.firstIndex(of: rule.kind) ?? 0))
        writer.append(rule.cases.rawValue)
        writer.append(UInt32(rule.stem))
        writer.append(array: rule.form)
        writer.append(array: rule.base)
        writer.append(rule.baseText)
      }
      for words in [language.functionWords, language.wordsBeforeNames] {
        writer.append(UInt32(words.count))
        for word in words { writer.append(array: word) }
      }
    }
  }

  private static func words(_ reader: inout ByteReader) throws(SectionedFileError) -> [[UInt32]] {
    var words: [[UInt32]] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { words.append(try reader.array()) }
    return words
  }
}
