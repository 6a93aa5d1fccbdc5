import NameIndex

/// What stands around a place in a piece of text.
struct Surroundings {
  let bytes: [UInt8]
  let session: ScanSession
  /// Places that are known to be mentions, in order, none inside another.
  private let mentions: [Range<Int>]

  init(bytes: [UInt8], session: ScanSession, mentions: [Range<Int>]) {
    self.bytes = bytes
    self.session = session
    var outer: [Range<Int>] = []
    for range in mentions.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) {
      if let last = outer.last, range.upperBound <= last.upperBound { continue }
      outer.append(range)
    }
    self.mentions = outer
  }

  /// Whether a place overlaps a mention.
  func isInMention(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && mentions[low].lowerBound < range.upperBound
  }

  /// Whether a surname stands by itself, and is no part of the name of somebody else.
  func standsAlone(_ range: Range<Int>, isFamilyFirst: Bool) -> Bool {
    if let (joint, word) = wordBefore(range.lowerBound), word.startsUpper, !word.isBeforeNames,
      !isInMention(word.range)
    {
      // A full stop behind a word ends a sentence; behind an initial it is part of a name.
      if joint != .period || word.length == 1 { return false }
    }
    guard isFamilyFirst, let (joint, word) = wordAfter(range.upperBound) else { return true }
    switch joint {
    case .hyphen: return false
    case .space: return !word.startsUpper || word.isBeforeNames || isInMention(word.range)
    case .dash, .period: return true
    }
  }

  /// Whether a surname is also a word that stands before names: In, Will.
  func isCommonWord(_ range: Range<Int>) -> Bool {
    guard let word = session.word(in: bytes, at: range.lowerBound) else { return false }
    return word.isBeforeNames && word.range == range
  }

  /// Whether a place is the second half of a name whose first half is no mention: Pohjois-Korea.
  func isBehindHyphen(_ range: Range<Int>) -> Bool {
    guard let (joint, word) = wordBefore(range.lowerBound), joint == .hyphen else { return false }
    return word.startsUpper && !isInMention(word.range)
  }

  /// Whether a given name in Han characters or kana stands before the place: 谢尔盖·绍伊古.
  func isBehindMiddleDot(_ range: Range<Int>) -> Bool {
    ["·", "・", "‧", "•"].contains { sign in
      let first = range.lowerBound - sign.utf8.count
      return first > 0 && bytes[first..<range.lowerBound].elementsEqual(sign.utf8)
    }
  }

  /// Whether the place may owe its capital to the beginning of a sentence: at the beginning of the text or of a line, or
  /// behind a full stop or the like, with quotation marks and brackets between them or not.
  func mayBeginSentence(_ range: Range<Int>) -> Bool {
    let before = String(decoding: bytes[max(0, range.lowerBound - 16)..<range.lowerBound], as: UTF8.self)
    for character in before.reversed() {
      if character.isNewline || Self.sentenceEnds.contains(character) { return true }
      if character.isLetter || character.isNumber || character == "," { return false }
    }
    return true
  }

  private static let sentenceEnds: Set<Character> = [".", "!", "?", "…", ":", "—", "–", "•", "*"]

  /// Whether an apostrophe follows a place: what stands behind it then is no part of the word.
  func hasApostropheBehind(_ range: Range<Int>) -> Bool {
    ["'", "’"].contains { bytes[range.upperBound...].starts(with: $0.utf8) }
  }

  /// Whether a capital begins the place.
  func startsUpper(_ range: Range<Int>) -> Bool { session.word(in: bytes, at: range.lowerBound)?.startsUpper == true }

  /// The word behind a place, and what joins it.
  func wordAfter(_ position: Int) -> (joint: NameJoint, word: TextWord)? {
    for length in 1...5 where position + length < bytes.count {
      guard let joint = session.joins(bytes, position..<position + length) else { continue }
      if let word = session.word(in: bytes, at: position + length) { return (joint, word) }
    }
    return nil
  }

  /// The word before a place, and what joins it.
  func wordBefore(_ position: Int) -> (joint: NameJoint, word: TextWord)? {
    for length in 1...5 where position - length > 0 {
      guard let joint = session.joins(bytes, position - length..<position), let word = word(endingAt: position - length)
      else { continue }
      return (joint, word)
    }
    return nil
  }

  /// The word that ends at a place.
  private func word(endingAt end: Int) -> TextWord? {
    var start = end
    while start > 0, end - start < 256, Self.isWordByte(bytes[start - 1]) { start -= 1 }
    // Signs beyond ASCII may stand before the word.
    for _ in 0..<4 where start < end {
      if let word = session.word(in: bytes, at: start), word.range.upperBound == end { return word }
      start += 1
      while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    }
    return nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
