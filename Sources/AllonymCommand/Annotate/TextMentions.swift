import Allonym
import NameMatching

/// For people: the lines that name somebody, with the names in colour, and below them whose they are.
struct TextMentions: MentionWriter {
  private let options: MentionOptions
  private let document: String
  private var line: [UInt8] = []
  private var lineStart = 0
  private var lineNumber = 1
  private var mentions: [Mention] = []
  private var isHeadingDue = true

  /// Longer lines are shown around their names only.
  private static let shownLength = 2_000
  private static let keptLength = 1 << 20
  private static let context = 60

  init(_ options: MentionOptions, document: String) {
    self.options = options
    self.document = document
  }

  mutating func piece(_ piece: TextPiece, _ write: (String) throws -> Void) throws {
    mentions += piece.mentions.filter { !$0.isNested }
    var place = piece.bytes.startIndex
    while place < piece.bytes.endIndex {
      let end = piece.bytes[place...].firstIndex(of: UInt8(ascii: "\n"))
      line += piece.bytes[place..<(end ?? piece.bytes.endIndex)]
      place = end.map { $0 + 1 } ?? piece.bytes.endIndex
      // A name over a line end belongs to the line where it begins; the next line is shown with it.
      if end != nil, let last = mentions.last(where: { $0.place.utf8.lowerBound < lineStart + line.count + 1 }),
        last.place.utf8.upperBound > lineStart + line.count
      {
        line.append(UInt8(ascii: "\n"))
        continue
      }
      if end != nil || line.count > Self.keptLength { try show(isComplete: end != nil, write) }
    }
  }

  mutating func end(_ write: (String) throws -> Void) throws { try show(isComplete: true, write) }

  private mutating func show(isComplete: Bool, _ write: (String) throws -> Void) throws {
    let end = lineStart + line.count
    let own = mentions.prefix { $0.place.utf8.upperBound <= end }
    if !own.isEmpty {
      if isHeadingDue, options.isNamed {
        try write(options.style.apply(.path, Printable.text(document)) + "\n")
      }
      isHeadingDue = false
      if line.count <= Self.shownLength {
        try write(numbered(highlighted(own, lineStart..<end)))
      } else {
        for mention in own {
          try write(numbered("… \(highlighted([mention], around(mention, end))) …"))
        }
      }
      var told: Set<String> = []
      for mention in own where told.insert("\(mention.text) \(mention.entity?.id ?? "")").inserted {
        try write(gloss(mention))
      }
      mentions.removeFirst(own.count)
    }
    lineNumber += line.count { $0 == UInt8(ascii: "\n") } + (isComplete ? 1 : 0)
    lineStart = end + (isComplete ? 1 : 0)
    line.removeAll(keepingCapacity: true)
  }

  private func numbered(_ text: String) -> String {
    options.style.apply(.line, "\(lineNumber)") + ":" + text + "\n"
  }

  private func around(_ mention: Mention, _ end: Int) -> Range<Int> {
    var first = max(lineStart, mention.place.utf8.lowerBound - Self.context)
    while first < mention.place.utf8.lowerBound, line[first - lineStart] & 0xC0 == 0x80 { first += 1 }
    var last = min(end, mention.place.utf8.upperBound + Self.context)
    while last < end, last > first, line[last - lineStart] & 0xC0 == 0x80 { last -= 1 }
    return first..<last
  }

  private func highlighted(_ mentions: some Sequence<Mention>, _ range: Range<Int>) -> String {
    func text(_ range: Range<Int>) -> String {
      Printable.text(
        String(decoding: line[range.lowerBound - lineStart..<range.upperBound - lineStart], as: UTF8.self)
          .replacing("\r", with: "").replacing("\n", with: " ").replacing("\t", with: " "))
    }
    var place = range.lowerBound
    var shown = ""
    for mention in mentions where mention.place.utf8.lowerBound >= place {
      shown += text(place..<mention.place.utf8.lowerBound)
      shown += options.style.apply(.match, text(mention.place.utf8))
      place = mention.place.utf8.upperBound
    }
    return shown + text(place..<range.upperBound)
  }

  private func gloss(_ mention: Mention) -> String {
    let text = Printable.text(mention.text.replacing("\n", with: " "))
    guard let entity = mention.entity else {
      let native = Printable.text(mention.nativeName ?? "")
      return "    \(text) → \(options.style.apply(.warning, native))?  unknown  \(Score.text(mention.score))\n"
    }
    let name = mention.name ?? entity.id
    let native = mention.nativeName.flatMap { $0 == name ? nil : " (\($0))" } ?? ""
    let shown = options.style.apply(.strong, Printable.text(name)) + Printable.text(native)
    var line = "    \(text) → \(shown)  \(entity.type.rawValue)  \(Score.text(mention.score))"
    if options.isExplained {
      var reason = mention.explanation
      if case .derived(let evidence) = mention.basis, case .derivation(let way) = evidence.basis { reason = way.path }
      line += "\n" + options.style.apply(.faint, "      \(Printable.text(reason))")
    }
    return line + "\n"
  }
}
