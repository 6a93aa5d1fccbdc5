import Allonym

/// Stand-off annotations as brat reads them: text-bound ones, and a reference to the entity for each.
struct BratMentions: MentionWriter {
  private var count = 0

  init(_ options: MentionOptions, document: String) {}

  mutating func piece(_ piece: TextPiece, _ write: (String) throws -> Void) throws {
    for mention in piece.mentions {
      count += 1
      let type = mention.entity?.type.rawValue ?? "unknown"
      let shown = mention.text.split(omittingEmptySubsequences: false) { $0.isNewline }.joined(separator: " ")
      try write("T\(count)\t\(type.prefix(1).uppercased() + type.dropFirst()) \(Self.fragments(mention))\t\(shown)\n")
      if let entity = mention.entity {
        let name = (mention.name ?? entity.id).replacing("\t", with: " ")
        try write("N\(count)\tReference T\(count) Allonym:\(entity.id)\t\(name)\n")
      }
    }
  }

  /// A span must not hold a line end: the parts of the lines stand apart by semicolons.
  private static func fragments(_ mention: Mention) -> String {
    var place = mention.place.codePoints.lowerBound
    var start = place
    var fragments: [String] = []
    for scalar in mention.text.unicodeScalars {
      if Character(scalar).isNewline {
        if place > start { fragments.append("\(start) \(place)") }
        start = place + 1
      }
      place += 1
    }
    if place > start { fragments.append("\(start) \(place)") }
    return fragments.joined(separator: ";")
  }
}
