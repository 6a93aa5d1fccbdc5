public import NameModel
public import SectionedFile
public import Transliteration

/// Finds the forms of an index in running text, in one pass over its bytes.
///
/// Words are hashed as they are folded; a filter of a few bits a word says for nearly all of them that no form begins so.
/// The rest are followed in a table of all beginnings, the longest form from the left wins. Words that may be inflected
/// are also reduced by the rules of the languages that the text is in.
public struct NameScanner: Sendable {
  public let inflections: InflectionTables
  let table: ScanTable
  let folding: FoldTable
  let guess: LanguageGuess
  /// `nil` where there are so many Korean names that chance would find them everywhere.
  let korean: KoreanHan?

  private static let hangulLimit = 20_000

  public init(
    _ index: NameIndex, tables: TransliterationTables, inflections: InflectionTables
  ) throws(SectionedFileError) {
    table = try ScanTable(index.file.section(IndexFormat.scan), formCount: index.formCount)
    folding = try tables.folding()
    korean = (1...Self.hangulLimit).contains(table.hangulNames) ? tables.koreanHan() : nil
    self.inflections = inflections
    guess = LanguageGuess(inflections)
  }

  /// The posting of one of `forms` at the place of a hit, however many postings it has.
  public func posting(of hit: ScanHit, among forms: Range<UInt32>) -> ScanPosting? {
    var low = hit.postings.lowerBound
    var high = hit.postings.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      guard let posting = table.posting(middle) else { return nil }
      if posting.form < forms.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < hit.postings.upperBound, let posting = table.posting(low), forms.contains(posting.form) else {
      return nil
    }
    return posting
  }

  /// What a scan found, in the order of the text.
  public struct Findings: Sendable {
    public var hits: [ScanHit] = []
    /// Capitalized words outside of hits, where they were asked for.
    public var capitals: [ScanCapital] = []
    /// Languages of the text (BCP 47), by its function words.
    public var languages: [String] = []
    /// Where the scan ended: at the limit, or behind a hit that begins before it.
    public var end = 0

    public init() {}
  }

  public struct Options: Hashable, Sendable {
    /// Whether names inside of longer names are found too.
    public var findsNested = false
    public var collectsCapitals = false
    /// BCP 47; `nil` to go by the text.
    public var languages: [String]?

    public init() {}
  }
}

/// A scan of one document, piece by piece: remembers its languages.
public final class ScanSession {
  let scanner: NameScanner
  let options: NameScanner.Options
  let words = ScanWordPool()
  private var counts = LanguageGuess.Counts()
  private var rules: (languages: [Int], rules: ActiveRules)

  public init(_ scanner: NameScanner, options: NameScanner.Options = .init()) {
    self.scanner = scanner
    self.options = options
    rules = ([], ActiveRules(scanner.inflections, languages: []))
  }

  /// Scans `bytes` for names that begin in `range`. What is no UTF-8 is no part of a name.
  public func scan(_ bytes: [UInt8], in range: Range<Int>) -> NameScanner.Findings {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var findings = NameScanner.Findings()
    findings.end = range.upperBound
    bytes.withUnsafeBufferPointer { buffer in
      guard let text = ScanText(buffer), !range.isEmpty else { return }
      let languages = activate(text)
      findings.languages = languages.sorted().map { scanner.inflections.languages[$0].code }
      var loop = ScanLoop(
        text: text, table: scanner.table, folding: scanner.folding, rules: rules.rules, options: options, words: words,
        inflections: scanner.inflections, korean: scanner.korean)
      loop.run(range)
      findings.hits = loop.hits
      findings.capitals = loop.capitals
      findings.end = max(range.upperBound, loop.end)
    }
    return findings
  }

  /// The rules of the languages of the latest piece.
  var activeRules: ActiveRules { rules.rules }
  private(set) var activeLanguages: Set<Int> = []

  private func activate(_ text: ScanText) -> Set<Int> {
    let all = scanner.inflections.languages
    if let wanted = options.languages {
      activeLanguages = Set(all.indices.filter { wanted.contains(all[$0].code) })
    } else {
      scanner.guess.count(text, folding: scanner.folding, into: &counts)
      activeLanguages = scanner.guess.languages(counts)
    }
    let ordered = scanner.guess.ordered(activeLanguages, by: counts)
    if rules.languages != ordered { rules = (ordered, ActiveRules(scanner.inflections, languages: ordered)) }
    return activeLanguages
  }
}
