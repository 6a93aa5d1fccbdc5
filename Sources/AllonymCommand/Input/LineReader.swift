/// Reads a file or standard input line by line, with memory for one line and one buffer.
///
/// Lines end with a line feed; a carriage return before it goes with it, and a byte order mark at the start of the input
/// is no text. The last line needs no line feed.
struct LineReader: ~Copyable {
  struct Line {
    var bytes: [UInt8]
    /// From 1.
    var number: Int
    /// Bytes from the start of the input.
    var offset: Int
  }

  /// What messages call the input: its path, or `standard input`.
  var name: String { input.name }
  private let input: InputDescriptor
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var place = 0
  private var filled = 0
  private var isAtEnd = false
  private var lineNumber = 0
  private var offset = 0

  /// Longer lines hold no names, and would only fill the memory.
  static let lineLimit = 16 << 20

  /// - Parameter path: `-` is standard input.
  init(path: String) throws { input = try InputDescriptor(path: path) }

  /// The next line, without its end; `nil` after the last one.
  ///
  /// - Parameter beforeWaiting: called before the operating system is asked for more, which may take any time.
  mutating func next(beforeWaiting: () throws -> Void) throws -> Line? {
    var line: [UInt8] = []
    var isPartial = false
    while true {
      if place == filled {
        if !isAtEnd {
          try beforeWaiting()
          try fill()
        }
        if isAtEnd {
          guard isPartial else { return nil }
          return finish(line, endLength: 0)
        }
      }
      isPartial = true
      let rest = buffer[place..<filled]
      let end = rest.firstIndex(of: 0x0A) ?? filled
      guard line.count + end - place <= Self.lineLimit else {
        throw CommandFailure(
          "\(name):\(lineNumber + 1): the line is longer than \(Self.lineLimit >> 20) MiB; give one name a line")
      }
      line += buffer[place..<end]
      let isComplete = end < filled
      place = isComplete ? end + 1 : filled
      if isComplete { return finish(line, endLength: 1) }
    }
  }

  private mutating func finish(_ bytes: [UInt8], endLength: Int) -> Line {
    lineNumber += 1
    var line = Line(bytes: bytes, number: lineNumber, offset: offset)
    offset += bytes.count + endLength
    if endLength == 1, line.bytes.last == 0x0D { line.bytes.removeLast() }
    if lineNumber == 1, line.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      line.bytes.removeFirst(3)
      line.offset += 3
    }
    return line
  }

  private mutating func fill() throws {
    place = 0
    filled = try input.read(into: &buffer)
    isAtEnd = filled == 0
  }
}

extension LineReader.Line {
  /// The line as text.
  func text(in name: String, invalid: InvalidText) throws -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if invalid == .replace { return String(decoding: bytes, as: UTF8.self) }
    let place = UTF8Check.firstInvalidOffset(in: bytes) ?? 0
    throw CommandFailure(
      "\(name):\(number): not valid UTF-8 at byte \(place) of the line, offset \(offset + place) of the input; "
        + "mend it, or go on with --invalid replace")
  }
}
