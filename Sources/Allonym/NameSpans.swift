import NameIndex

/// Words of a text that may be one name.
struct NameSpan {
  var range: Range<Int>
  var words: ArraySlice<TextWord>
  /// Whether there is one word only, which says less than two.
  var isSingle: Bool

  init(_ words: ArraySlice<TextWord>, isSingle: Bool? = nil) {
    self.words = words
    self.isSingle = isSingle ?? (words.count == 1)
    range = words.first!.range.lowerBound..<words.last!.range.upperBound
  }
}

extension Surroundings {
  private static let wordLimit = 4
  private static let runLimit = 6
  /// How many words a run may have with those behind hyphens.
  private static let hyphenatedLimit = 8
  /// Single words say less.
  private static let shortestWord = 5

  /// Runs of capitalized words that may be one name, with small words behind a hyphen.
  func runs(of ranges: [Range<Int>]) -> [[TextWord]] {
    var runs: [[TextWord]] = []
    var run: [TextWord] = []
    var end = -1
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= end {
      guard let word = session.word(in: bytes, at: range.lowerBound),
        !isInMention(word.range)
      else { continue }
      let gap = end >= 0 ? session.joins(bytes, end..<range.lowerBound) : nil
      if run.isEmpty || gap == nil || gap == .period {
        if !run.isEmpty { runs.append(run) }
        run = []
      }
      run.append(word)
      end = word.range.upperBound
      while let (joint, next) = wordAfter(end), joint == .hyphen, !next.startsUpper,
        !isInMention(next.range), run.count < Self.hyphenatedLimit
      {
        run.append(next)
        end = next.range.upperBound
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  /// The parts of a run that may be names, the longest first: all of it, and without words at either end. Longer runs are
  /// headlines and lists.
  func spans(of run: [TextWord]) -> [NameSpan] {
    guard run.count <= Self.runLimit else { return [] }
    var spans: [NameSpan] = []
    for length in stride(from: min(Self.wordLimit, run.count), through: min(2, run.count), by: -1) {
      for first in 0...run.count - length where !run[first].isBeforeNames {
        guard length > 1 || saysEnough(run[first]) else { continue }
        spans.append(NameSpan(run[first..<first + length]))
      }
    }
    return spans + withSmallWords(run)
  }

  /// A capital word and the small ones behind it, which together may name a place or an institution, where a script's
  /// languages write them so: Мариинский театр.
  private func withSmallWords(_ run: [TextWord]) -> [NameSpan] {
    guard let last = run.last, last.length >= Self.shortestWord, Self.writesSmallWords(bytes[last.range.lowerBound])
    else { return [] }
    var words = [last]
    var spans: [NameSpan] = []
    while words.count < 3, let (joint, next) = wordAfter(words.last!.range.upperBound), joint == .space,
      !next.startsUpper, !next.isBeforeNames, !isInMention(next.range)
    {
      words.append(next)
      spans.insert(NameSpan(words[...]), at: 0)
    }
    return spans
  }

  /// Whether the byte begins a Greek or Cyrillic letter.
  private static func writesSmallWords(_ byte: UInt8) -> Bool { (0xCD...0xD3).contains(byte) }

  /// Whether a single word may be a name by itself: long, and with a capital that no beginning of a sentence gave it.
  private func saysEnough(_ word: TextWord) -> Bool {
    guard word.length >= Self.shortestWord else { return false }
    let start = word.range.lowerBound
    if start > 0, [0x27, 0x99].contains(bytes[start - 1]) { return true }
    return wordBefore(start)?.joint == .space
  }
}
