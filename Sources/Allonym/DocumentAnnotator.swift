import NameIndex
import NameModel
import SectionedFile

/// Annotates one document that comes piece by piece, in memory that does not grow with it.
///
/// What it knows of a document (whom it names in full, what language it is in) ends with the document.
public final class DocumentAnnotator {
  private let annotator: Annotator
  private let session: ScanSession
  private var reader: MentionReader
  private var pending: [UInt8] = []
  private var position = TextPosition()

  /// How much text is looked at at once: a surname that comes before the full name is understood within this distance.
  private static let pieceLength = 1 << 20
  /// No name is longer; text is cut so far before its end for now.
  private static let overlap = 8 << 10

  init(_ annotator: Annotator) {
    self.annotator = annotator
    var options = NameScanner.Options()
    options.findsNested = annotator.options.includesNested
    options.collectsCapitals = annotator.options.findsDerived || annotator.options.includesUnknown
    options.languages = annotator.options.languages
    session = ScanSession(annotator.scanner, options: options)
    reader = MentionReader(annotator)
  }

  /// Up to which byte of the document all mentions have been told.
  public var processed: Int { position.utf8 }

  /// Takes the next bytes of the document. Returns mentions that are complete, in the order of the text.
  ///
  /// - Parameter bytes: UTF-8; what is no UTF-8 is no part of a name.
  public func append(_ bytes: [UInt8]) throws(AllonymError) -> [Mention] {
    pending += bytes
    var mentions: [Mention] = []
    while pending.count >= Self.pieceLength + Self.overlap {
      mentions += try process(upTo: cut(before: Self.pieceLength))
    }
    return mentions
  }

  /// The rest of the mentions. Nothing may be appended afterwards.
  public func finish() throws(AllonymError) -> [Mention] {
    var mentions: [Mention] = []
    while !pending.isEmpty {
      let length = pending.count <= Self.pieceLength + Self.overlap ? pending.count : cut(before: Self.pieceLength)
      mentions += try process(upTo: length)
    }
    return mentions
  }

  /// A place near `limit` where no word is cut: behind a line, else behind a space, else between characters.
  private func cut(before limit: Int) -> Int {
    for sign in [UInt8(ascii: "\n"), UInt8(ascii: " ")] {
      if let place = pending[(limit - Self.overlap)..<limit].lastIndex(of: sign) { return place + 1 }
    }
    var place = limit
    while place > limit - 4, pending[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  private func process(upTo limit: Int) throws(AllonymError) -> [Mention] {
    let findings = session.scan(pending, in: 0..<limit)
    let drafts = try reader.read(findings, in: pending, session, base: position.utf8)
    var mentions: [Mention] = []
    for draft in drafts where draft.score >= annotator.options.minimumScore {
      if let types = annotator.options.types, let type = draft.type, !types.contains(type) { continue }
      mentions.append(try mention(draft))
    }
    let end = min(max(findings.end, reader.end), pending.count)
    position.advance(over: pending, to: end)
    pending.removeFirst(end)
    position.piece = 0
    return mentions
  }

  private func mention(_ draft: MentionDraft) throws(AllonymError) -> Mention {
    position.advance(over: pending, to: draft.range.lowerBound)
    let start = position
    var end = position
    end.advance(over: pending, to: draft.range.upperBound)
    return Mention(
      place: Mention.Place(
        utf8: start.utf8..<end.utf8, codePoints: start.codePoints..<end.codePoints, utf16: start.utf16..<end.utf16),
      text: String(decoding: pending[draft.range], as: UTF8.self),
      entity: try draft.entity.map { number throws(AllonymError) in try reader.entity(number) },
      form: try draft.form.map { number throws(AllonymError) in try reader.form(number) }, inflection: draft.inflection,
      score: draft.score, basis: draft.basis, isNested: draft.isNested)
  }
}

/// A position in a document, counted in three units.
private struct TextPosition {
  var utf8 = 0
  var codePoints = 0
  var utf16 = 0
  /// How far into the pending bytes the position is.
  var piece = 0

  /// Moves on to `end` of the pending bytes.
  mutating func advance(over bytes: [UInt8], to end: Int) {
    guard end > piece else { return }
    let (continuations, long) = Self.count(bytes, piece..<end)
    let scalars = end - piece - continuations
    utf8 += end - piece
    codePoints += scalars
    utf16 += scalars + long
    piece = end
  }

  /// How many bytes of a range go on with a character, and how many begin one of four bytes; eight bytes at a time.
  private static func count(_ bytes: [UInt8], _ range: Range<Int>) -> (continuations: Int, long: Int) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var continuations = 0
    var long = 0
    bytes.withUnsafeBytes { buffer in
      precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
      var place = range.lowerBound
      // Within bounds: eight bytes are left before the end of the range.
      while place + 8 <= range.upperBound {
        let word = buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let high = word >> 7 & ones
        if high != 0 {
          let next = word >> 6 & ones
          continuations &+= (high & ~next).nonzeroBitCount
          long &+= (high & next & word >> 5 & word >> 4).nonzeroBitCount
        }
        place += 8
      }
      for byte in buffer[place..<range.upperBound] {
        continuations &+= byte & 0xC0 == 0x80 ? 1 : 0
        long &+= byte >= 0xF0 ? 1 : 0
      }
    }
    return (continuations, long)
  }
}
