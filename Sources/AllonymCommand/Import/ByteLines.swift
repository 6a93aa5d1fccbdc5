#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines from a stream, with memory for one line and one buffer.
///
/// Lines end with a line feed; a carriage return before it goes with it, and a byte order mark at the start of the input
/// is no text. The last line needs no line feed.
struct ByteLines: ~Copyable {
  /// What messages call the input.
  var name: String { stream.name }
  private let stream: ByteStream
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var place = 0
  private var filled = 0
  /// The number of the line that was read last, from 1.
  private(set) var number = 0

  /// The longest entities of Wikidata have some millions of bytes.
  static let lineLimit = 64 << 20

  init(path: String) throws { stream = try ByteStream(path: path) }

  /// Reads the next line, without its end, into `line`, whose memory is used again. Returns whether there was one.
  mutating func next(into line: inout [UInt8]) throws -> Bool {
    line.removeAll(keepingCapacity: true)
    var isPartial = false
    while true {
      if place == filled {
        place = 0
        filled = try stream.read(into: &buffer)
        if filled == 0 {
          if isPartial { finish(&line, isEnded: false) }
          return isPartial
        }
      }
      isPartial = true
      let end = endOfLine()
      guard line.count + (end ?? filled) - place <= Self.lineLimit else {
        throw CommandFailure("\(name):\(number + 1): the line is longer than \(Self.lineLimit >> 20) MiB; split it")
      }
      line.append(contentsOf: buffer[place..<(end ?? filled)])
      place = end.map { $0 + 1 } ?? filled
      if end != nil {
        finish(&line, isEnded: true)
        return true
      }
    }
  }

  private mutating func finish(_ line: inout [UInt8], isEnded: Bool) {
    number += 1
    if isEnded, line.last == 0x0D { line.removeLast() }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
  }

  private func endOfLine() -> Int? {
    buffer.withUnsafeBytes { bytes in
      // place ..< filled lies in the buffer: `filled` is what a read into it returned, and `place` stops at it.
      guard let base = bytes.baseAddress, let found = memchr(base + place, 0x0A, filled - place) else { return nil }
      return base.distance(to: found)
    }
  }
}
