/// Splits the bytes of a tab-separated file into rows and cells in one pass, and collects what is wrong with them.
struct TabTableReader {
  /// The most bytes a cell may have. A real name or note stays far below; a longer cell is a mistake or an attack.
  static let maximumCellLength = 16_384

  private let file: String
  private let kind: TableKind
  private let bytes: [UInt8]
  private var problems: [TableProblem] = []
  private var header: [String] = []
  private var bounds: [Int] = []
  private var lines: [Int] = []
  private var carriageReturns = 0
  private var hasReadableHeader = true

  /// The table in `bytes`, with all problems of form. `table` is `nil` where there is no header to go by.
  static func read(_ bytes: [UInt8], file: String, kind: TableKind) -> (table: TabTable?, problems: [TableProblem]) {
    var reader = TabTableReader(file: file, kind: kind, bytes: bytes)
    let table = reader.read()
    return (table, reader.problems)
  }

  private init(file: String, kind: TableKind, bytes: [UInt8]) {
    self.file = file
    self.kind = kind
    self.bytes = bytes
  }

  private mutating func read() -> TabTable? {
    var position = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report(at: 0, line: 1, column: 1, .byteOrderMark, "the file begins with a byte order mark", "remove it")
      position = 3
    }
    var line = 0
    while position < bytes.count {
      line += 1
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      readLine(position..<end, line: line)
      if end == bytes.count {
        report(
          at: end, line: line, column: nil, .finalNewline, "the last line does not end with a line feed",
          "end the file with one")
      }
      position = end + 1
    }
    if carriageReturns > 1, let first = problems.firstIndex(where: { $0.rule == .carriageReturn }) {
      problems[first].message += ", as \(carriageReturns) lines do"
    }
    guard hasReadableHeader else { return nil }
    guard !header.isEmpty else {
      report(at: 0, line: 1, column: 1, .missingHeader, "the file is empty", "begin it with a header of column names")
      return nil
    }
    let schema = TableSchema.schema(kind, header: header)
    let places = schema.columns.map { column in header.firstIndex(of: column.name) }
    return TabTable(
      file: file, schema: schema, bytes: bytes, header: header, places: places, bounds: bounds, lines: lines)
  }

  /// Reads one line; `range` is without its line feed.
  private mutating func readLine(_ range: Range<Int>, line: Int) {
    var range = range
    guard isUTF8(range, line: line) else {
      if line == 1 { hasReadableHeader = false }
      return
    }
    if let place = bytes[range].firstIndex(of: UInt8(ascii: "\r")) {
      carriageReturns += 1
      if carriageReturns == 1 {
        report(
          at: place, line: line, column: column(of: place, in: range), .carriageReturn,
          "the line holds a carriage return", "end lines with a line feed alone")
      }
      // A carriage return at the end of the line is not taken for a part of its last cell.
      if bytes[range.upperBound - 1] == UInt8(ascii: "\r") { range = range.lowerBound..<(range.upperBound - 1) }
    }
    if line == 1 { return readHeader(range) }
    guard hasReadableHeader else { return }
    if range.isEmpty {
      report(at: range.lowerBound, line: line, column: 1, .emptyLine, "the line is empty", "remove it")
      return
    }
    readRow(range, line: line)
  }

  private mutating func readRow(_ range: Range<Int>, line: Int) {
    let rowStart = bounds.count
    bounds.append(range.lowerBound)
    for place in range where bytes[place] == UInt8(ascii: "\t") { bounds.append(place + 1) }
    bounds.append(range.upperBound + 1)
    let cells = bounds.count - rowStart - 1
    guard cells == header.count else {
      report(
        at: range.lowerBound, line: line, column: 1, .cellCount,
        "the line has \(counted(cells, "cell")), the header \(counted(header.count, "column"))",
        cells < header.count ? "add the missing tabs" : "remove the surplus tabs")
      bounds.removeSubrange(rowStart...)
      return
    }
    for cell in rowStart..<(bounds.count - 1) where bounds[cell + 1] - 1 - bounds[cell] > Self.maximumCellLength {
      report(
        at: bounds[cell], line: line, column: column(of: bounds[cell], in: range), .cellTooLong,
        "the cell has \(bounds[cell + 1] - 1 - bounds[cell]) bytes", "keep cells under \(Self.maximumCellLength) bytes")
      bounds.removeSubrange(rowStart...)
      return
    }
    lines.append(line)
  }

  private mutating func readHeader(_ range: Range<Int>) {
    let cells = bytes[range].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    header = cells.map { String(decoding: $0, as: UTF8.self) }
    let expected = TableSchema.schema(kind, header: header).header
    var seen: Set<String> = []
    var isComplete = true
    for (name, cell) in zip(header, cells) {
      let column = column(of: cell.startIndex, in: range)
      if name.isEmpty {
        report(at: cell.startIndex, line: 1, column: column, .missingHeader, "a column has no name", "name it")
        isComplete = false
      } else if !seen.insert(name).inserted {
        report(
          at: cell.startIndex, line: 1, column: column, .duplicateColumn,
          "the column \(quoted(name)) occurs twice", "remove one of the two")
        isComplete = false
      } else if !expected.contains(name) {
        report(
          at: cell.startIndex, line: 1, column: column, .unknownColumn,
          "\(quoted(name)) is not a column of this table", "columns are: \(expected.joined(separator: ", "))")
        isComplete = false
      }
    }
    for name in expected where !name.isEmpty && !seen.contains(name) {
      report(
        at: range.upperBound, line: 1, column: column(of: range.upperBound, in: range), .missingColumn,
        "the column \(quoted(name)) is missing", "columns are: \(expected.joined(separator: ", "))")
      isComplete = false
    }
    if isComplete, header != expected, let wrong = header.indices.first(where: { header[$0] != expected[$0] }) {
      let place = cells[wrong].startIndex
      report(
        at: place, line: 1, column: column(of: place, in: range), .columnOrder,
        "the column \(quoted(header[wrong])) stands where \(quoted(expected[wrong])) belongs",
        "format the table, or put the columns in the order: \(expected.joined(separator: ", "))")
    }
  }

  /// Whether a line is UTF-8; reports where it is not.
  private mutating func isUTF8(_ range: Range<Int>, line: Int) -> Bool {
    guard let offset = firstInvalidByte(in: bytes[range]) else { return true }
    let byte = String(bytes[offset], radix: 16, uppercase: true)
    report(
      at: offset, line: line, column: column(of: offset, in: range), .invalidUTF8,
      "byte 0x\(byte) at offset \(offset) is not UTF-8", "save the file as UTF-8")
    return false
  }

  private func column(of place: Int, in range: Range<Int>) -> Int {
    codePoints(in: bytes[range.lowerBound..<place]) + 1
  }

  /// `column` is `nil` for the end of the last line.
  private mutating func report(
    at offset: Int, line: Int, column: Int?, _ rule: TableRule, _ message: String, _ advice: String
  ) {
    var place = column ?? 1
    if column == nil {
      let start = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      place = codePoints(in: bytes[start...]) + 1
    }
    problems.append(
      TableProblem(
        file: file, line: line, column: place, byteOffset: offset, rule: rule, message: message, advice: advice))
  }
}

/// The offset of the first byte that is not well-formed UTF-8, by table 3-7 of the Unicode Standard: no overlong forms,
/// no surrogates, nothing above U+10FFFF. `nil` where all is well.
func firstInvalidByte(in bytes: ArraySlice<UInt8>) -> Int? {
  bytes.withUnsafeBufferPointer { buffer in
    var position = 0
    while position < buffer.count {
      let lead = buffer[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      let (length, second): (Int, ClosedRange<UInt8>)
      switch lead {
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return bytes.startIndex + position
      }
      guard position + length <= buffer.count, second.contains(buffer[position + 1]),
        (2..<length).allSatisfy({ buffer[position + $0] & 0xC0 == 0x80 })
      else { return bytes.startIndex + position }
      position += length
    }
    return nil
  }
}

/// A cell's text as messages show it: in quotation marks, shortened, control characters written as U+XXXX.
func quoted(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars.prefix(60) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      shown += codePointName(scalar)
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return "“\(shown)\(text.unicodeScalars.count > 60 ? "…" : "")”"
}

/// Such as `U+200F`.
func codePointName(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
