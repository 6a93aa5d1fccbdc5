/// The bytes of a file or of standard input from front to back; gzip is undone on the way.
final class ByteStream {
  /// What messages call the input: its path, or `standard input`.
  var name: String { input.name }
  private let input: InputDescriptor
  private var raw = [UInt8](repeating: 0, count: 1 << 16)
  private var place = 0
  private var filled = 0
  private var isAtEnd = false
  /// Bytes read from the operating system.
  private var offset = 0
  private let inflater: GzipInflater?

  /// - Parameter path: `-` is standard input.
  init(path: String) throws {
    input = try InputDescriptor(path: path)
    // A pipe may give its first bytes one by one.
    while filled < 6 {
      var more = [UInt8](repeating: 0, count: raw.count - filled)
      let count = try input.read(into: &more)
      if count == 0 { break }
      raw.replaceSubrange(filled..<filled + count, with: more[..<count])
      filled += count
    }
    offset = filled
    let head = raw[..<filled]
    if head.starts(with: [0x1F, 0x8B]) {
      do { inflater = try GzipInflater() } catch { throw CommandFailure("\(input.name): \(error.reason)") }
      return
    }
    inflater = nil
    if let tool = Self.otherCompression(head) {
      throw CommandFailure(
        "\(input.name): compressed, but not by gzip; undo it first, as in `\(tool) FILE | allonym import FORMAT -`")
    }
  }

  private static func otherCompression(_ head: ArraySlice<UInt8>) -> String? {
    let marks: [(bytes: [UInt8], tool: String)] = [
      (Array("BZh".utf8), "bzcat"), (Array("PK\u{3}\u{4}".utf8), "unzip -p"), ([0x28, 0xB5, 0x2F, 0xFD], "zstdcat"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xzcat"),
    ]
    return marks.first { head.starts(with: $0.bytes) }?.tool
  }

  /// Fills `buffer` as far as there is something to read. Returns how many bytes there were; 0 at the end.
  func read(into buffer: inout [UInt8]) throws -> Int {
    guard let inflater else { return try readPlain(into: &buffer) }
    while true {
      if place == filled, !isAtEnd { try fill() }
      if !inflater.isInsideMember, offset > filled || place > 0 { skipPadding() }
      if place == filled, !inflater.isInsideMember {
        if isAtEnd { return 0 }
        continue
      }
      let count: Int
      do {
        count = try inflater.inflate(raw, from: &place, to: filled, into: &buffer)
      } catch {
        throw CommandFailure(
          "\(name): the compressed data is damaged near byte \(offset - filled + place) (\(error.reason)); fetch the file again"
        )
      }
      if count > 0 { return count }
      if place == filled, isAtEnd, inflater.isInsideMember {
        throw CommandFailure("\(name): the compressed data breaks off at byte \(offset); fetch the file again")
      }
    }
  }

  private func readPlain(into buffer: inout [UInt8]) throws -> Int {
    if place == filled { return try input.read(into: &buffer) }
    let count = min(filled - place, buffer.count)
    buffer.replaceSubrange(..<count, with: raw[place..<place + count])
    place += count
    return count
  }

  private func fill() throws {
    place = 0
    filled = try input.read(into: &raw)
    offset += filled
    isAtEnd = filled == 0
  }

  /// Behind a member may stand zeros, which tapes and some tools add.
  private func skipPadding() {
    while place < filled, raw[place] == 0 { place += 1 }
  }
}
