import NameModel
import Transliteration

/// The inner loop of the scanner: every word of a text is hashed and asked of the filter.
///
/// Text is read through `ScanText`, which checks every position. The flat table of the folding is read with numbers
/// below its size: one- and two-byte characters are below 0x800, others are compared.
struct ScanLoop {
  let text: ScanText
  let table: ScanTable
  let folding: FoldTable
  let rules: ActiveRules
  let options: NameScanner.Options
  let words: ScanWordPool
  let inflections: InflectionTables
  private(set) var hits: [ScanHit] = []
  private(set) var capitals: [ScanCapital] = []
  /// Behind the last hit.
  private(set) var end = 0

  init(
    text: ScanText, table: ScanTable, folding: FoldTable, rules: ActiveRules, options: NameScanner.Options,
    words: ScanWordPool, inflections: InflectionTables
  ) {
    self.text = text
    self.table = table
    self.folding = folding
    self.rules = rules
    self.options = options
    self.words = words
    self.inflections = inflections
  }

  private static let letter = FoldClass.letter.rawValue
  private static let hangul = FoldClass.hangul.rawValue
  private static let katakana = FoldClass.katakana.rawValue

  @inline(__always)
  private func entry(at place: inout Int) -> UInt32 {
    // Within bounds: a byte is below 0x80 here, and the table has more entries.
    let byte = text.base[place]
    if byte < 0x80 {
      place += 1
      return folding.entries[Int(byte)]
    }
    return folding.entry(of: text.scalar(at: &place)).rawValue
  }

  @inline(__always)
  private func step(_ hash: UInt64, _ entry: UInt32) -> UInt64 {
    if entry & FoldEntry.expansionBit == 0 { return ScanHash.step(hash, entry & 0x1F_FFFF) }
    return folding.expansion(entry & 0x1F_FFFF).reduce(hash, ScanHash.step)
  }

  mutating func run(_ range: Range<Int>) {
    var place = range.lowerBound
    let limit = range.upperBound
    let count = text.count
    let triedLatin = rules.triedLatin
    let triedOther = rules.triedOther
    var previous: UInt32 = 0
    while place < limit {
      let start = place
      let first = entry(at: &place)
      let kind = first >> 24 & 0xF
      guard kind == Self.letter else {
        // Classes 2 to 6 are the scripts without spaces.
        if kind &- 2 < 5, let next = unspaced(at: start, first, behind: previous) { place = next }
        previous = kind
        continue
      }
      var hash = step(ScanHash.seed, first)
      var before = first
      var capitalInside: UInt32 = 0
      var hasApostrophe = false
      while place < count {
        var next = place
        let entry = entry(at: &next)
        let kind = entry >> 24 & 0xF
        if kind == Self.letter {
          hash = step(hash, entry)
          capitalInside |= entry & (before & FoldEntry.lowerBit) >> 2
          before = entry
        } else if kind == FoldClass.apostrophe.rawValue {
          guard next < count else { break }
          var behind = next
          guard self.entry(at: &behind) >> 24 & 0xF == Self.letter else { break }
          hasApostrophe = true
        } else if kind != FoldClass.ignorable.rawValue {
          break
        }
        place = next
      }
      previous = kind
      let isTried =
        first & FoldEntry.lowerBit == 0 && place - start >= (first & 0x1F_FFFF < 0x250 ? triedLatin : triedOther)
      if table.mayStart(ScanHash.sequence(ScanHash.start, hash)) || hasApostrophe || capitalInside != 0 || isTried {
        if let next = word(at: start, isReducible: first & FoldEntry.lowerBit == 0) {
          place = next
          continue
        }
      }
      if first & FoldEntry.upperBit != 0, options.collectsCapitals {
        capitals.append(ScanCapital(range: start..<place))
      }
    }
  }

  // MARK: Beginnings

  /// A name that begins with the two characters at `start`; where to go on behind it.
  @inline(__always)
  private mutating func unspaced(at start: Int, _ first: UInt32, behind previous: UInt32) -> Int? {
    let kind = first >> 24 & 0xF
    // Words of Korean, and foreign names in katakana, begin where such a run begins.
    if kind == previous, kind == Self.hangul || kind == Self.katakana { return nil }
    var place = start
    _ = entry(at: &place)
    guard place < text.count else { return nil }
    let second = entry(at: &place)
    guard second >> 24 & 0xF &- 2 < 5 else { return nil }
    let sequence = ScanHash.sequence(
      ScanHash.sequence(ScanHash.start, ScanHash.step(ScanHash.seed, first & 0x1F_FFFF)),
      ScanHash.step(ScanHash.seed, second & 0x1F_FFFF))
    guard table.mayStart(sequence) else { return nil }
    var state = ScanWalk.State(start: start)
    state.isWord = false
    state.length = 1
    var walk = makeWalk()
    walk.follow(sequence, end: place, units: 2, state)
    return take(walk.best)
  }

  /// A name that begins with the word at `start`; where to go on behind it.
  @inline(never)
  private mutating func word(at start: Int, isReducible: Bool) -> Int? {
    let word = words[0]
    guard word.read(text, at: start, folding: folding) else { return nil }
    var walk = makeWalk()
    var state = ScanWalk.State(start: start)
    state.startsUpper = word.startsUpper
    state.hasLower = word.hasLower
    state.smallWords = word.startsUpper ? 0 : 1
    state.length = word.count
    begin(&walk, word.hash, end: word.end, state)
    if isReducible || !word.apostrophes.isEmpty {
      rules.reductions(of: word) { reduction in
        guard var reduced = state.reduced(reduction.language, reduction.cases) else { return }
        reduced.isFinal = reduction.length < word.count
        begin(&walk, reduction.hash, end: word.offsets[reduction.length], reduced)
      }
      rules.beginnings(of: word) { hash, first, language, cases in
        guard var reduced = state.reduced(language, cases) else { return }
        reduced.start = word.offsets[first]
        if let apostrophe = word.apostrophes.first, apostrophe.before == first { reduced.start = apostrophe.end }
        reduced.startsUpper = isUpper(at: reduced.start)
        reduced.smallWords = reduced.startsUpper ? 0 : 1
        // What follows has cases of its own.
        reduced.language = nil
        reduced.cases = .any
        reduced.proclitic = (language, cases)
        begin(&walk, hash, end: word.end, reduced)
      }
    }
    if let inside = word.capitalInside {
      begin(&walk, word.hashes[inside], end: word.offsets[inside], state)
    }
    return take(walk.best)
  }

  private func isUpper(at position: Int) -> Bool {
    var place = position
    return place < text.count && FoldEntry(rawValue: entry(at: &place)).isUpper
  }

  private func makeWalk() -> ScanWalk {
    ScanWalk(text: text, table: table, folding: folding, rules: rules, words: words)
  }

  private func begin(_ walk: inout ScanWalk, _ hash: UInt64, end: Int, _ state: ScanWalk.State) {
    let sequence = ScanHash.sequence(ScanHash.start, hash)
    if table.mayStart(sequence) { walk.follow(sequence, end: end, units: 1, state) }
  }

  // MARK: Hits

  private mutating func take(_ best: ScanWalk.Best?) -> Int? {
    guard let best else { return nil }
    let range = best.state.start..<best.end
    var hit = ScanHit(
      range: range, forms: best.forms, postings: best.postings, inflection: inflection(best.state))
    if range.upperBound <= end { hit.isNested = true } else if range.lowerBound < end { return nil }
    hits.append(hit)
    end = max(end, range.upperBound)
    guard options.findsNested, best.units > 1, !hit.isNested else { return range.upperBound }
    // On with the second unit of this name.
    var place = range.lowerBound
    let kind = FoldEntry(rawValue: entry(at: &place)).kind
    if kind == .letter, words[0].read(text, at: range.lowerBound, folding: folding) { place = words[0].end }
    return place
  }

  private func inflection(_ state: ScanWalk.State) -> ScanHit.Inflection? {
    if let language = state.language, state.cases != .any {
      return ScanHit.Inflection(language: inflections.languages[language].code, cases: state.cases)
    }
    guard let (language, cases) = state.proclitic else { return nil }
    return ScanHit.Inflection(language: inflections.languages[language].code, cases: cases)
  }
}
