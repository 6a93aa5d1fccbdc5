import Allonym

/// Annotations by the W3C's Web Annotation Data Model, a page of them for each document: what is named, and where by
/// position and by quotation.
struct WebAnnotationMentions: MentionWriter {
  private let document: String
  private var isEmpty = true
  /// The end of the piece before, for quotations.
  private var before = ""

  private static let context = 32

  init(_ options: MentionOptions, document: String) { self.document = document }

  mutating func begin(_ write: (String) throws -> Void) throws {
    try write(#"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":["#)
  }

  mutating func piece(_ piece: TextPiece, _ write: (String) throws -> Void) throws {
    for mention in piece.mentions {
      let range = mention.place.utf8
      var prefix = String(
        piece.text(Self.back(range.lowerBound, in: piece)..<range.lowerBound).unicodeScalars.suffix(Self.context))
      if prefix.unicodeScalars.count < Self.context {
        prefix = String((before + prefix).unicodeScalars.suffix(Self.context))
      }
      let suffix = String(
        piece.text(range.upperBound..<Self.ahead(range.upperBound, in: piece)).unicodeScalars.prefix(Self.context))
      try write((isEmpty ? "\n" : ",\n") + annotation(mention, prefix, suffix))
      isEmpty = false
    }
    before = String(piece.text(Self.back(piece.end, in: piece)..<piece.end).unicodeScalars.suffix(Self.context))
  }

  mutating func end(_ write: (String) throws -> Void) throws { try write(isEmpty ? "]}\n" : "\n]}\n") }

  private func annotation(_ mention: Mention, _ prefix: String, _ suffix: String) -> String {
    var object = JSONObject()
    object.add("type", "Annotation")
    object.add("motivation", "identifying")
    object.add("body", mention) { mention, body in
      body.add("type", "SpecificResource")
      body.add("source", mention.entity.map { "urn:allonym:\($0.id)" })
      body.add("label", mention.name ?? mention.nativeName)
      body.add("native", mention.nativeName)
      body.add("entityType", mention.entity?.type.rawValue)
      body.add("score", mention.score)
      body.add("explanation", mention.explanation)
    }
    object.add("target", mention) { mention, target in
      target.add("source", document)
      target.add("selector", each: [true, false]) { isPosition, selector in
        if isPosition {
          selector.add("type", "TextPositionSelector")
          selector.add("start", mention.place.codePoints.lowerBound)
          selector.add("end", mention.place.codePoints.upperBound)
        } else {
          selector.add("type", "TextQuoteSelector")
          selector.add("exact", mention.text)
          selector.add("prefix", prefix)
          selector.add("suffix", suffix)
        }
      }
    }
    return object.text
  }

  /// A character boundary some way before a place.
  private static func back(_ place: Int, in piece: TextPiece) -> Int {
    var start = max(piece.start, place - 4 * context)
    while start < place, piece.byte(start) & 0xC0 == 0x80 { start += 1 }
    return start
  }

  private static func ahead(_ place: Int, in piece: TextPiece) -> Int {
    var end = min(piece.end, place + 4 * context)
    while end > place, end < piece.end, piece.byte(end) & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}

extension TextPiece {
  fileprivate func byte(_ place: Int) -> UInt8 { bytes[bytes.startIndex + place - start] }
}
