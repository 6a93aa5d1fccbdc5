import NameIndex
import SectionedFile
import Transliteration

/// Finds names in spellings that no table has in scripts without capitals, where any word may be a name: only words
/// beside each other that sound like two words of one form are looked at.
struct CaselessNames {
  private let spellings: SpellingSearch
  /// By the text of a word.
  private var sounds: [String: [WordSkeleton]] = [:]

  private static let cacheLimit = 50_000
  private static let spanLimit = 4

  init(_ spellings: SpellingSearch) { self.spellings = spellings }

  /// The places where names may be, the longest first for each beginning; with katakana, whole runs.
  mutating func spans(
    _ words: [CaselessWord], _ surroundings: Surroundings
  ) throws(SectionedFileError) -> [[NameSpan]] {
    if sounds.count > Self.cacheLimit { sounds.removeAll(keepingCapacity: true) }
    var result: [[NameSpan]] = []
    var run: [TextWord] = []
    for word in words where !surroundings.isInMention(word.range) {
      if word.isKatakana {
        if word.hasParts { result.append([NameSpan([Self.textWord(word.range)], isSingle: false)]) }
        continue
      }
      let gap = run.last.map { $0.range.upperBound..<word.range.lowerBound }
      if let gap, Self.joins(surroundings, gap) {
        run.append(Self.textWord(word.range))
      } else {
        result += try spans(ofRun: run, surroundings)
        run = [Self.textWord(word.range)]
      }
    }
    return try result + spans(ofRun: run, surroundings)
  }

  private static func textWord(_ range: Range<Int>) -> TextWord {
    TextWord(range: range, startsUpper: false, length: range.count, isBeforeNames: false)
  }

  private static func joins(_ surroundings: Surroundings, _ gap: Range<Int>) -> Bool {
    let joint = surroundings.session.joins(surroundings.bytes, gap)
    return joint == .space || joint == .hyphen
  }

  private mutating func spans(
    ofRun run: [TextWord], _ surroundings: Surroundings
  ) throws(SectionedFileError) -> [[NameSpan]] {
    guard run.count > 1 else { return [] }
    var result: [[NameSpan]] = []
    for first in 0..<run.count - 1 {
      // A proclitic may be written on to the first word.
      let whole = run[first].range
      let begins = [whole.lowerBound] + surroundings.session.beginnings(of: surroundings.bytes, in: whole)
      var heads: [TextWord] = []
      for begin in begins {
        let head = Self.textWord(begin..<whole.upperBound)
        if try mayBeTwo(head, run[first + 1], surroundings) { heads.append(head) }
      }
      guard !heads.isEmpty else { continue }
      result.append(
        stride(from: min(first + Self.spanLimit, run.count), to: first + 1, by: -1).flatMap { end in
          heads.map { NameSpan([$0] + run[first + 1..<end]) }
        })
    }
    return result
  }

  /// Whether some form has two words that sound so.
  private mutating func mayBeTwo(
    _ first: TextWord, _ second: TextWord, _ surroundings: Surroundings
  ) throws(SectionedFileError) -> Bool {
    let a = sound(of: first, surroundings)
    guard !a.isEmpty else { return false }
    for one in a {
      for other in sound(of: second, surroundings) where try spellings.index.mayHold(one, other) { return true }
    }
    return false
  }

  private mutating func sound(of word: TextWord, _ surroundings: Surroundings) -> [WordSkeleton] {
    let text = String(decoding: surroundings.bytes[word.range], as: UTF8.self)
    if let known = sounds[text] { return known }
    let found = spellings.sounds(of: text)
    sounds[text] = found
    return found
  }
}
