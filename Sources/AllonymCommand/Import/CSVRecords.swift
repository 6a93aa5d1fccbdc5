/// Reads records of delimited text one by one: RFC 4180, with any delimiter of one byte.
///
/// A quotation mark opens a quoted cell only at the start of the cell; elsewhere it is text, as lists in use have it.
/// Lines end with a line feed, a carriage return or both. Empty lines are no records.
struct CSVRecords: ~Copyable {
  struct Record {
    var cells: [String]
    var place: RecordPlace
  }

  /// What messages call the input.
  var name: String { stream.name }
  private let stream: ByteStream
  private let delimiter: UInt8
  /// `nil` where quotation marks are text.
  private let quote: UInt8?
  private let invalid: InvalidText
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var index = 0
  private var filled = 0
  private var isAtEnd = false
  private var line = 1
  private var isAtStart = true

  private static let recordLimit = 16 << 20

  init(path: String, delimiter: UInt8, isQuoted: Bool = true, invalid: InvalidText) throws {
    try self.init(ByteStream(path: path), delimiter: delimiter, isQuoted: isQuoted, invalid: invalid)
  }

  init(_ stream: ByteStream, delimiter: UInt8, isQuoted: Bool = true, invalid: InvalidText) {
    self.stream = stream
    self.delimiter = delimiter
    quote = isQuoted ? UInt8(ascii: "\"") : nil
    self.invalid = invalid
  }

  /// Where the next record begins, for messages about one that cannot be read.
  var place: RecordPlace { RecordPlace(file: name, line: line) }

  /// The next record; `nil` after the last one.
  ///
  /// - Throws: ``RecordError`` where the record is malformed; reading can go on behind it. ``CommandFailure`` where the
  ///   input cannot be read at all.
  mutating func next() throws -> Record? {
    if isAtStart { try skipByteOrderMark() }
    while true {
      let start = line
      guard let cells = try cells() else { return nil }
      if cells.count == 1, cells[0].isEmpty { continue }
      return Record(cells: try cells.map { try text($0) }, place: RecordPlace(file: name, line: start))
    }
  }

  private func text(_ bytes: [UInt8]) throws -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if invalid == .replace { return String(decoding: bytes, as: UTF8.self) }
    throw RecordError("not valid UTF-8; write the file as UTF-8, or go on with --invalid replace")
  }

  private mutating func cells() throws -> [[UInt8]]? {
    guard try peek() != nil else { return nil }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var size = 0
    while true {
      if cell.isEmpty, let quote, try peek() == quote {
        index += 1
        try readQuoted(into: &cell, &size)
      }
      let byte = try peek()
      index += 1
      switch byte {
      case delimiter?:
        cells.append(cell)
        cell = []
      case nil, 0x0A?, 0x0D?:
        if byte == nil { index = filled } else { line += 1 }
        if byte == 0x0D, try peek() == 0x0A { index += 1 }
        return cells + [cell]
      case let byte?:
        cell.append(byte)
        try grow(&size)
      }
    }
  }

  /// Reads behind an opening quotation mark up to what follows the closing one.
  private mutating func readQuoted(into cell: inout [UInt8], _ size: inout Int) throws {
    let start = line
    while let byte = try peek() {
      index += 1
      if byte == quote {
        guard try peek() == quote else {
          let next = try peek()
          if next == nil || next == delimiter || next == 0x0A || next == 0x0D { return }
          try skipLine()
          throw RecordError("text stands behind a closing quotation mark; double the marks inside a quoted cell")
        }
        index += 1
      } else if byte == 0x0A {
        line += 1
      }
      cell.append(byte)
      try grow(&size)
    }
    throw RecordError("the quoted cell that begins in line \(start) does not end; close it")
  }

  private mutating func grow(_ size: inout Int) throws {
    size += 1
    guard size <= Self.recordLimit else {
      throw CommandFailure(
        "\(name):\(line): the record is longer than \(Self.recordLimit >> 20) MiB; a quotation mark may be missing")
    }
  }

  private mutating func skipLine() throws {
    while let byte = try peek() {
      index += 1
      if byte == 0x0A {
        line += 1
        return
      }
    }
  }

  private mutating func peek() throws -> UInt8? {
    if index >= filled {
      if isAtEnd { return nil }
      index = 0
      filled = try stream.read(into: &buffer)
      isAtEnd = filled == 0
      if isAtEnd { return nil }
    }
    return buffer[index]
  }

  private mutating func skipByteOrderMark() throws {
    isAtStart = false
    for byte in [0xEF, 0xBB, 0xBF] as [UInt8] {
      guard try peek() == byte else { return }
      index += 1
    }
  }
}
