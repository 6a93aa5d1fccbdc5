/// How the rows of a file are written.
struct RowDialect: Sendable, Hashable {
  /// Stands between cells; one character of ASCII.
  var delimiter: UInt8
  /// Whether a cell may stand in quotation marks, by RFC 4180.
  var hasQuotes = true

  static let quote = UInt8(ascii: "\"")
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  /// What messages call the delimiter.
  var delimiterName: String {
    delimiter == 0x09 ? "tab" : "`\(Character(Unicode.Scalar(delimiter)))`"
  }
}

/// A row as it stands in a file, byte for byte.
struct Row: Sendable {
  /// Without the line end behind it.
  var bytes: [UInt8]
  /// Where the cells stand in `bytes`, with their quotation marks.
  var cells: [Range<Int>]
  /// A line feed, with or without a carriage return before it; nothing behind the last row of some files.
  var lineEnd: [UInt8]
  /// The line where the row begins, from 1.
  var line: Int
  /// Bytes from the start of the file.
  var offset: Int
  var defect: Defect?

  /// Why a row cannot be split into cells.
  struct Defect: Sendable {
    enum Kind { case unclosedQuote, textAfterQuote }
    var kind: Kind
    /// Where in the row.
    var place: Int
    /// Where the cell begins that goes wrong; it takes the rest of the row.
    var cellStart: Int
  }

  /// An empty line is no row.
  var isBlank: Bool { bytes.isEmpty }

  /// What a cell says: without its quotation marks, and with doubled ones taken for one.
  func value(of cell: Int, in dialect: RowDialect) -> [UInt8] {
    let range = cells[cell]
    guard dialect.hasQuotes, range.count >= 2, bytes[range.lowerBound] == RowDialect.quote else {
      return Array(bytes[range])
    }
    var value: [UInt8] = []
    value.reserveCapacity(range.count)
    var isSecond = false
    for byte in bytes[range.lowerBound + 1..<range.upperBound - 1] {
      isSecond = byte == RowDialect.quote && !isSecond
      if !isSecond { value.append(byte) }
    }
    return value
  }

  /// Where a byte of the row stands in the file: line and column, from 1. Columns count characters as far as there are
  /// any, not bytes.
  func position(of place: Int) -> (line: Int, column: Int) {
    var position = (line: line, column: 1)
    for byte in bytes[..<place] {
      if byte == RowDialect.lineFeed {
        position = (position.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    return position
  }
}

/// Cells that are written into rows.
enum RowCell {
  /// A text as a cell. Without quotation marks in the dialect, delimiters and line ends in it become spaces.
  static func append(_ text: some Collection<UInt8>, to row: inout [UInt8], _ dialect: RowDialect) {
    let special: (UInt8) -> Bool = {
      $0 == dialect.delimiter || $0 == RowDialect.lineFeed || $0 == RowDialect.carriageReturn
    }
    guard dialect.hasQuotes else {
      row += text.lazy.map { special($0) ? 0x20 : $0 }
      return
    }
    guard text.contains(where: { special($0) || $0 == RowDialect.quote }) else {
      row += text
      return
    }
    row.append(RowDialect.quote)
    for byte in text {
      if byte == RowDialect.quote { row.append(byte) }
      row.append(byte)
    }
    row.append(RowDialect.quote)
  }
}
