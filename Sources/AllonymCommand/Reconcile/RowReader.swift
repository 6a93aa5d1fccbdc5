/// Reads a file of delimited rows (RFC 4180) one by one, with memory for one row and one buffer, and keeps every byte.
///
/// It is our own because rows have to come out as they went in, and files may be longer than memory; the parser that the
/// evaluation uses loads the whole file and gives back texts.
///
/// Rows end with a line feed, with or without a carriage return before it, outside of quoted cells. A quotation mark
/// inside of a cell that does not begin with one is text. A quoted cell that is never closed, or has text behind its
/// closing mark, spoils one line only: the row is taken for its first line, and reading goes on behind it.
final class RowReader {
  enum Next {
    case row(Row)
    case endOfInput
    /// There is no whole row before the operating system is asked for more.
    case wouldWait
  }

  /// What messages call the input: its path, or `standard input`.
  var name: String { input.name }
  var dialect = RowDialect(delimiter: UInt8(ascii: ","))
  private(set) var hasByteOrderMark = false
  /// Bytes from the start of the input up to the next row.
  private(set) var offset = 0

  private let input: InputDescriptor
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var buffer: [UInt8] = []
  /// Where in `buffer` the next row begins.
  private var start = 0
  private var line = 1
  private var isAtEnd = false
  /// Up to this offset a quoted cell is known to run on too long, so that rows are searched twice at most.
  private var lineBoundUntil = 0
  private var putBackRow: Row?

  /// Longer rows hold no names, and would only fill the memory.
  static let defaultRowLimit = 16 << 20
  var rowLimit = RowReader.defaultRowLimit
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - Parameter path: `-` is standard input.
  init(path: String) throws {
    input = try InputDescriptor(path: path)
    while !isAtEnd, buffer.count < Self.byteOrderMark.count { try fill() }
    if buffer.starts(with: Self.byteOrderMark) {
      hasByteOrderMark = true
      start = Self.byteOrderMark.count
      offset = start
    } else if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
      throw CommandFailure("\(input.name):1:1: the file is UTF-16; save it as UTF-8")
    }
  }

  /// The next row; `nil` behind the last.
  func next() throws -> Row? {
    if case .row(let row) = try next(canWait: true) { return row }
    return nil
  }

  /// - Parameter canWait: whether more may be asked of the operating system, which may take any time.
  func next(canWait: Bool) throws -> Next {
    if let row = putBackRow {
      putBackRow = nil
      return .row(row)
    }
    var scanner = RowScanner(dialect, isLineBound: offset < lineBoundUntil)
    while true {
      switch advance(&scanner, from: start) {
      case .endOfInput: return .endOfInput
      case .row(let length, let endLength): return .row(take(scanner, length, endLength))
      case .retry(let place):
        // The line where it goes wrong is read afresh, and may have quoted cells of its own.
        let lines = buffer[start..<start + place].lastIndex(of: RowDialect.lineFeed).map { $0 + 1 - start } ?? 0
        lineBoundUntil = max(lineBoundUntil, offset + lines)
        scanner = RowScanner(dialect, isLineBound: true)
      case .needsMore:
        if scanner.place > rowLimit { throw tooLong() }
        if !canWait, !isAtEnd { return .wouldWait }
        try fill()
      }
    }
  }

  /// The next row is this one again.
  func putBack(_ row: Row) { putBackRow = row }

  /// The next `count` bytes, whatever rows they belong to; fewer at the end.
  func take(_ count: Int) throws -> [UInt8] {
    while buffer.count - start < count, !isAtEnd { try fill() }
    let bytes = Array(buffer[start...].prefix(count))
    line += bytes.count { $0 == RowDialect.lineFeed }
    start += bytes.count
    offset += bytes.count
    return bytes
  }

  /// The cells of the first row that is not blank, if `dialect` were the right one; the row stays where it is.
  func peek(_ dialect: RowDialect) throws -> [[UInt8]] {
    var skipped = 0
    while true {
      while start + skipped + 1 >= buffer.count, !isAtEnd { try fill() }
      let rest = buffer[(start + skipped)...]
      if rest.first == RowDialect.lineFeed {
        skipped += 1
      } else if rest.starts(with: [RowDialect.carriageReturn, RowDialect.lineFeed]) {
        skipped += 2
      } else {
        break
      }
    }
    var scanner = RowScanner(dialect, isLineBound: false)
    while true {
      switch advance(&scanner, from: start + skipped) {
      case .endOfInput: return []
      case .retry: scanner = RowScanner(dialect, isLineBound: true)
      case .needsMore:
        if scanner.place > rowLimit { throw tooLong() }
        try fill()
      case .row(let length, _):
        let row = Row(
          bytes: Array(buffer[(start + skipped)...].prefix(length)), cells: scanner.cells, lineEnd: [], line: line,
          offset: offset)
        return row.cells.indices.map { row.value(of: $0, in: dialect) }
      }
    }
  }

  private func advance(_ scanner: inout RowScanner, from start: Int) -> RowScanner.Result {
    buffer.withUnsafeBufferPointer { bytes in
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      let result = scanner.advance(rest, isAtEnd: isAtEnd)
      guard case .needsMore = result, scanner.place > rowLimit, scanner.spansLines else { return result }
      return scanner.giveUp(rest)
    }
  }

  private func take(_ scanner: RowScanner, _ length: Int, _ endLength: Int) -> Row {
    let end = start + length
    let row = Row(
      bytes: Array(buffer[start..<end]), cells: scanner.cells, lineEnd: Array(buffer[end..<end + endLength]),
      line: line,
      offset: offset, defect: scanner.defect)
    line += buffer[start..<end + endLength].count { $0 == RowDialect.lineFeed }
    start += length + endLength
    offset += length + endLength
    return row
  }

  private func tooLong() -> CommandFailure {
    CommandFailure(
      "\(name):\(line):1: the row is longer than \(rowLimit >> 20) MiB; see whether its line ends are line feeds")
  }

  private func fill() throws {
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    let count = try input.read(into: &chunk)
    isAtEnd = count == 0
    buffer += chunk[..<count]
  }
}
