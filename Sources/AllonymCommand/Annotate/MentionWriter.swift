import Allonym
import ArgumentParser
import NameModel

/// In what mentions are counted.
enum OffsetUnit: String, CaseIterable, ExpressibleByArgument {
  case codepoint, utf8, utf16

  func range(of place: Mention.Place) -> Range<Int> {
    switch self {
    case .codepoint: place.codePoints
    case .utf8: place.utf8
    case .utf16: place.utf16
    }
  }
}

/// How mentions are printed.
enum AnnotateFormat: String, CaseIterable, ExpressibleByArgument {
  case text, jsonl, html, brat, webanno, conll

  /// What stands before the first document and behind the last.
  func frame(isFirst: Bool) -> String {
    guard self == .html else { return "" }
    return isFirst ? HTMLPage.head : HTMLPage.foot
  }

  func writer(_ options: MentionOptions, document: String) -> any MentionWriter {
    switch self {
    case .text: TextMentions(options, document: document)
    case .jsonl: JSONLMentions(options, document: document)
    case .html: HTMLMentions(options, document: document)
    case .brat: BratMentions(options, document: document)
    case .webanno: WebAnnotationMentions(options, document: document)
    case .conll: ConllMentions(options, document: document)
    }
  }
}

/// What writers heed.
struct MentionOptions {
  var unit = OffsetUnit.codepoint
  var isExplained = false
  var style = TextStyle(isColored: false)
  /// Whether the name of the document is told.
  var isNamed = true
  var canonical = CanonicalSpelling.standard
}

/// A part of a document with its mentions, all of them inside it.
struct TextPiece {
  var bytes: ArraySlice<UInt8>
  /// Where the piece begins in the document, in bytes.
  var start: Int
  var mentions: [Mention]

  func text(_ range: Range<Int>) -> String {
    let base = bytes.startIndex - start
    return String(decoding: bytes[base + range.lowerBound..<base + range.upperBound], as: UTF8.self)
  }

  var end: Int { start + bytes.count }

  /// The pieces between and inside mentions that are not nested, in order.
  func forEachPart(_ body: (_ text: String, _ mention: Mention?) throws -> Void) rethrows {
    var place = start
    for mention in mentions where !mention.isNested && mention.place.utf8.lowerBound >= place {
      let range = mention.place.utf8
      if range.lowerBound > place { try body(text(place..<range.lowerBound), nil) }
      try body(text(range), mention)
      place = range.upperBound
    }
    if place < end { try body(text(place..<end), nil) }
  }
}

/// Writes the mentions of one document.
protocol MentionWriter {
  mutating func begin(_ write: (String) throws -> Void) throws
  mutating func piece(_ piece: TextPiece, _ write: (String) throws -> Void) throws
  mutating func end(_ write: (String) throws -> Void) throws
}

extension MentionWriter {
  mutating func begin(_ write: (String) throws -> Void) throws {}
  mutating func end(_ write: (String) throws -> Void) throws {}
}

/// The names by which entities are told, found once for each.
struct EntityLabels {
  private var known: [String: (name: String, native: String?)] = [:]
  private static let limit = 4096

  mutating func labels(of entity: Entity) -> (name: String, native: String?) {
    if let labels = known[entity.id] { return labels }
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    let native = entity.nativeName?.text
    let labels = (entity.preferredName(for: "en")?.text ?? native ?? entity.id, native)
    known[entity.id] = labels
    return labels
  }
}

extension Mention {
  /// The name of the entity for readers.
  var name: String? { (entity?.preferredName(for: "en") ?? entity?.nativeName)?.text ?? entity?.id }

  var basisName: String {
    switch basis {
    case .form: inflection == nil ? "form" : "inflected"
    case .short: "short"
    case .onlyOwner: "surname"
    case .derived, .written: "derived"
    case .unknown: "unknown"
    }
  }

  var nativeName: String? {
    if case .unknown(let native, _) = basis { return native }
    return entity?.nativeName?.text
  }
}
