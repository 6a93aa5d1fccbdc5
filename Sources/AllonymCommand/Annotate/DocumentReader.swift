import Allonym

/// Reads one document, annotates it as it comes, and hands it to a writer piece by piece.
struct DocumentReader: ~Copyable {
  private let input: InputDescriptor
  private let invalid: InvalidText
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  /// Bytes of a character that is not yet complete.
  private var rest: [UInt8] = []
  private var offset = 0

  /// - Parameter path: `-` is standard input.
  init(path: String, invalid: InvalidText) throws {
    input = try InputDescriptor(path: path)
    self.invalid = invalid
  }

  /// Annotates the document. Returns how many mentions there are.
  mutating func annotate(
    _ annotator: Annotator, _ writer: inout any MentionWriter, _ write: (String) throws -> Void
  ) throws -> Int {
    let document = annotator.document()
    var pending: [UInt8] = []
    var start = 0
    var count = 0
    try writer.begin(write)
    func hand(_ mentions: [Mention], upTo end: Int, _ writer: inout any MentionWriter) throws {
      count += mentions.count
      guard end > start else { return }
      try writer.piece(TextPiece(bytes: pending[..<(end - start)], start: start, mentions: mentions), write)
      pending.removeFirst(end - start)
      start = end
    }
    while let chunk = try next() {
      pending += chunk
      let mentions: [Mention]
      do { mentions = try document.append(chunk) } catch { throw CommandFailure(error.description) }
      try hand(mentions, upTo: document.processed, &writer)
    }
    let mentions: [Mention]
    do { mentions = try document.finish() } catch { throw CommandFailure(error.description) }
    try hand(mentions, upTo: start + pending.count, &writer)
    try writer.end(write)
    return count
  }

  /// The next bytes, whole characters of UTF-8; `nil` behind the last.
  private mutating func next() throws -> [UInt8]? {
    while true {
      let count = try input.read(into: &buffer)
      var bytes = rest + buffer[..<count]
      if bytes.isEmpty { return nil }
      rest = []
      if count > 0 {
        let whole = Self.wholeLength(bytes)
        rest = Array(bytes[whole...])
        bytes.removeLast(bytes.count - whole)
        if bytes.isEmpty { continue }
      }
      return try validated(bytes)
    }
  }

  private mutating func validated(_ bytes: [UInt8]) throws -> [UInt8] {
    defer { offset += bytes.count }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    if invalid == .replace { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
    let place = UTF8Check.firstInvalidOffset(in: bytes) ?? 0
    throw CommandFailure(
      "\(input.name): not valid UTF-8 at offset \(offset + place); mend it, or go on with --invalid replace")
  }

  /// How many bytes there are before a character that is cut off at the end.
  private static func wholeLength(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }
}
