import NameModel
import Transliteration

/// The inner loop of the scanner: every word of a text is hashed and asked of the filter.
///
/// Text is read through `ScanText`, which checks every position. The flat table of the folding is read with numbers
/// below its size: one- and two-byte characters are below 0x800, others are compared. Eight bytes at a time are read
/// only where eight are left.
struct ScanLoop {
  let text: ScanText
  let table: ScanTable
  private let filter: ScanFilterView
  private let starts: ScanBitsView
  private let small: ScanBitsView
  let folding: FoldTable
  private let entries: UnsafePointer<UInt32>
  let rules: ActiveRules
  let options: NameScanner.Options
  let words: ScanWordPool
  let inflections: InflectionTables
  private let korean: KoreanHan?
  private let firstWord: ScanWord
  private var walk: ScanWalk
  private(set) var hits: [ScanHit] = []
  private(set) var capitals: [ScanCapital] = []
  /// Behind the last hit.
  private(set) var end = 0

  init(
    text: ScanText, table: ScanTable, folding: FoldTable, rules: ActiveRules, options: NameScanner.Options,
    words: ScanWordPool, inflections: InflectionTables, korean: KoreanHan?
  ) {
    self.korean = korean
    firstWord = words[0]
    walk = ScanWalk(text: text, table: table, folding: folding, rules: rules, words: words)
    self.text = text
    self.table = table
    filter = table.filter
    starts = table.starts
    small = table.small
    self.folding = folding
    entries = folding.entries
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
    // Within bounds: callers compare `place` with the length of the text; the table has more entries than 0x800, and
    // two bytes make no greater number.
    let byte = UInt32(text.base[place])
    if byte < 0x80 {
      place += 1
      return entries[Int(byte)]
    }
    if byte & 0xE0 == 0xC0, byte >= 0xC2, place + 1 < text.count {
      let second = UInt32(text.base[place + 1])
      if second & 0xC0 == 0x80 {
        place += 2
        return entries[Int((byte & 0x1F) << 6 | second & 0x3F)]
      }
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
    let filter = filter
    let triedLatin = rules.triedLatin
    let triedOther = rules.triedOther
    var previous: UInt32 = 0
    while place < limit {
      let start = place
      let first = entry(at: &place)
      let kind = first >> 24 & 0xF
      guard kind == Self.letter else {
        // Classes 2 to 6 are the scripts without spaces.
        if kind &- 2 < 5, let next = unspaced(at: start, first, place, behind: previous) { place = next }
        previous = kind
        continue
      }
      if first & FoldEntry.lowerBit != 0, let end = smallWord(at: start, first, place) {
        place = end
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
      let sequence = ScanHash.sequence(ScanHash.start, hash)
      let isKnown = filter.mayStart(sequence) && table.entry(sequence) != nil
      if isKnown || hasApostrophe || capitalInside != 0 || isTried {
        if let next = word(at: start, isReducible: first & FoldEntry.lowerBit == 0) {
          place = next
          continue
        }
      }
      guard options.collectsCapitals else { continue }
      if first & FoldEntry.upperBit != 0 {
        capitals.append(ScanCapital(range: start..<place))
      } else if hasApostrophe, let sign = firstWord.apostrophes.first, firstWord.start == start, isUpper(at: sign.end) {
        // A name behind a shortened article: l’Aquila.
        capitals.append(ScanCapital(range: sign.end..<place))
      }
    }
  }

  /// The end of a word that begins with a small letter, as no form does: most words of a text. `nil` where a form may
  /// begin so, or the word has an apostrophe.
  @inline(__always)
  private func smallWord(at start: Int, _ first: UInt32, _ position: Int) -> Int? {
    var place = position
    var second: UInt32 = 0
    if place < text.count {
      var next = place
      let entry = entry(at: &next)
      let kind = entry >> 24 & 0xF
      if kind == FoldClass.ignorable.rawValue || kind == FoldClass.apostrophe.rawValue { return nil }
      if kind == Self.letter {
        if entry & FoldEntry.expansionBit != 0 { return nil }
        second = entry & 0x1F_FFFF
        place = next
      }
    }
    if first & FoldEntry.expansionBit != 0 || small.mayHold(ScanBitsView.pair(first & 0x1F_FFFF, second)) { return nil }
    guard second != 0 else { return place }
    skipLetters(from: &place)
    while place < text.count {
      var next = place
      let kind = entry(at: &next) >> 24 & 0xF
      if kind == FoldClass.apostrophe.rawValue { return nil }
      if kind != Self.letter, kind != FoldClass.ignorable.rawValue { return place }
      place = next
    }
    return place
  }

  /// Goes on over small letters of ASCII and over letters of Cyrillic, eight bytes at a time: nearly all of nearly all
  /// words.
  @inline(__always)
  private func skipLetters(from place: inout Int) {
    // Within bounds: eight bytes are left before the end of the text.
    while place &+ 8 <= text.count {
      let bytes = UInt64(
        littleEndian: UnsafeRawPointer(text.base).loadUnaligned(fromByteOffset: place, as: UInt64.self))
      // The highest bit of each byte that is no letter from a to z.
      let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
      let isSmall = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~bytes & 0x8080_8080_8080_8080
      let small = (isSmall ^ 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
      if small > 0 {
        place = place &+ small
        if small < 8 { return }
        continue
      }
      // Pairs of bytes from D0 80 to D1 BF: U+0400 to U+047F, all of them letters.
      let other = (bytes & 0xC0FE_C0FE_C0FE_C0FE) ^ 0x80D0_80D0_80D0_80D0
      let cyrillic = other.trailingZeroBitCount >> 4
      place = place &+ 2 &* cyrillic
      if cyrillic < 4 { return }
    }
  }

  // MARK: Beginnings

  /// A name that begins with the two characters at `start`, the second of them at `next`; where to go on behind it.
  @inline(__always)
  private mutating func unspaced(
    at start: Int, _ first: UInt32, _ next: Int, behind previous: UInt32
  ) -> Int? {
    let kind = first >> 24 & 0xF
    // Words of Korean, and foreign names in katakana, begin where such a run begins.
    if kind == previous, kind == Self.hangul || kind == Self.katakana { return nil }
    guard starts.mayHold(first & 0x1F_FFFF) || korean != nil else { return nil }
    var place = next
    guard place < text.count else { return nil }
    let second = entry(at: &place)
    guard second >> 24 & 0xF &- 2 < 5 else { return nil }
    let sequence = ScanHash.sequence(
      ScanHash.sequence(ScanHash.start, ScanHash.step(ScanHash.seed, first & 0x1F_FFFF)),
      ScanHash.step(ScanHash.seed, second & 0x1F_FFFF))
    if filter.mayStart(sequence), table.entry(sequence) != nil,
      let end = walkUnspaced(sequence, from: start, end: place)
    {
      return end
    }
    return korean != nil && kind == FoldClass.han.rawValue ? hanja(at: start) : nil
  }

  @inline(never)
  private mutating func walkUnspaced(_ sequence: UInt64, from start: Int, end: Int) -> Int? {
    var state = ScanWalk.State(start: start)
    state.isWord = false
    state.length = 1
    walk.restart()
    walk.follow(sequence, end: end, units: 2, state)
    return take(walk.best)
  }

  /// A Korean name of three syllables or more, written in Han characters at `start`; where to go on behind it.
  @inline(never)
  private mutating func hanja(at start: Int) -> Int? {
    guard let korean else { return nil }
    var found: (end: Int, entry: ScanTable.Entry)?
    for isHead in [false, true] {
      var place = start
      var sequence = ScanHash.start
      for length in 1...4 {
        guard place < text.count, let syllable = korean.syllable(of: text.scalar(at: &place)) else { break }
        let written = isHead && length == 1 ? syllable.head : syllable.inside
        if isHead, length == 1, syllable.head == syllable.inside { break }
        if length == 1, !starts.mayHold(written) { break }
        sequence = ScanHash.sequence(sequence, ScanHash.step(ScanHash.seed, written))
        if length == 2, !filter.mayStart(sequence) { break }
        guard length >= 3, let entry = table.entry(sequence), entry.count > 0 else { continue }
        if place > found?.end ?? 0 { found = (place, entry) }
      }
    }
    guard let found else { return nil }
    let forms = (found.entry.first..<found.entry.first + min(found.entry.count, UInt32(ScanHit.formLimit)))
      .compactMap { table.posting($0) }
      .filter { $0.flags.contains(.person) && $0.flags.isDisjoint(with: [.surname, .written]) }
    guard !forms.isEmpty, start >= end else { return nil }
    var hit = ScanHit(
      range: start..<found.end, forms: forms,
      postings: found.entry.first..<found.entry.first + found.entry.count, inflection: nil)
    hit.isHanja = true
    hits.append(hit)
    end = found.end
    return found.end
  }

  /// A name that begins with the word at `start`; where to go on behind it.
  @inline(never)
  private mutating func word(at start: Int, isReducible: Bool) -> Int? {
    let word = firstWord
    guard word.read(text, at: start, folding: folding) else { return nil }
    walk.restart()
    var state = ScanWalk.State(start: start)
    state.startsUpper = word.startsUpper
    state.hasLower = word.hasLower
    state.smallWords = word.startsUpper ? 0 : 1
    state.length = word.count
    begin(word.hash, end: word.end, state)
    if isReducible || word.hasApostrophe {
      rules.reductions(of: word) { reduction in
        guard filter.mayStart(ScanHash.sequence(ScanHash.start, reduction.hash)),
          var reduced = state.reduced(reduction.language, reduction.cases)
        else { return }
        reduced.isFinal = reduction.length < word.count
        begin(reduction.hash, end: word.offset(reduction.length), reduced)
        // Walking has read other words into other memory; this one is as it was.
      }
      rules.beginnings(of: word) { hash, first, language, cases in
        guard filter.mayStart(ScanHash.sequence(ScanHash.start, hash)),
          var reduced = state.reduced(language, cases)
        else { return }
        reduced.start = word.offset(first)
        if let apostrophe = word.apostrophes.first, apostrophe.before == first { reduced.start = apostrophe.end }
        reduced.startsUpper = isUpper(at: reduced.start)
        reduced.smallWords = reduced.startsUpper ? 0 : 1
        // What follows has cases of its own.
        reduced.language = nil
        reduced.cases = .any
        reduced.proclitic = (language, cases)
        begin(hash, end: word.end, reduced)
      }
    }
    if let inside = word.capitalInside { begin(word.hash(upTo: inside), end: word.offset(inside), state) }
    return take(walk.best)
  }

  private func isUpper(at position: Int) -> Bool {
    var place = position
    return place < text.count && FoldEntry(rawValue: entry(at: &place)).isUpper
  }

  private mutating func begin(_ hash: UInt64, end: Int, _ state: ScanWalk.State) {
    let sequence = ScanHash.sequence(ScanHash.start, hash)
    guard filter.mayStart(sequence), table.entry(sequence) != nil else { return }
    walk.follow(sequence, end: end, units: 1, state)
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
    if kind == .letter, firstWord.read(text, at: range.lowerBound, folding: folding) { place = firstWord.end }
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
