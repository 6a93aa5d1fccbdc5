/// Finds the end of one row and of its cells, as its bytes come in.
struct RowScanner {
  enum Result {
    /// The row ends; behind `length` bytes come `endLength` bytes of line end.
    case row(length: Int, endLength: Int)
    /// A quoted cell that spans lines goes wrong at `place`: the row is to be taken for its first line.
    case retry(place: Int)
    case endOfInput
    /// More bytes are needed.
    case needsMore
  }

  private enum State { case cellStart, plain, quoted, afterQuote, spoiled }

  private let dialect: RowDialect
  /// Whether a quoted cell must end on the line where it begins.
  private let isLineBound: Bool
  private var state = State.cellStart
  private var cellStart = 0
  private(set) var place = 0
  private(set) var cells: [Range<Int>] = []
  private(set) var defect: Row.Defect?
  /// Whether the row is more than one line so far.
  private(set) var spansLines = false

  init(_ dialect: RowDialect, isLineBound: Bool) {
    self.dialect = dialect
    self.isLineBound = isLineBound
  }

  /// - Parameter bytes: all bytes that are there from the start of the row on.
  mutating func advance(_ bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool) -> Result {
    while place < bytes.count {
      let byte = bytes[place]
      switch state {
      case .cellStart where byte == RowDialect.quote && dialect.hasQuotes: state = .quoted
      case .cellStart, .plain:
        if byte == RowDialect.lineFeed { return end(bytes) }
        state = .plain
        if byte == dialect.delimiter { closeCell() }
      case .quoted:
        if byte == RowDialect.quote {
          state = .afterQuote
        } else if byte == RowDialect.lineFeed {
          if isLineBound { return spoil(.unclosedQuote, at: cellStart) ?? end(bytes) }
          spansLines = true
        }
      case .afterQuote:
        if byte == RowDialect.quote {
          state = .quoted
        } else if byte == dialect.delimiter {
          closeCell()
        } else if byte == RowDialect.lineFeed {
          return end(bytes)
        } else if byte == RowDialect.carriageReturn, place + 1 == bytes.count, !isAtEnd {
          return .needsMore
        } else if byte != RowDialect.carriageReturn || place + 1 == bytes.count
          || bytes[place + 1] != RowDialect.lineFeed
        {
          if let retry = spoil(.textAfterQuote, at: place) { return retry }
        }
      case .spoiled: if byte == RowDialect.lineFeed { return end(bytes) }
      }
      place += 1
    }
    guard isAtEnd else { return .needsMore }
    if bytes.isEmpty { return .endOfInput }
    if state == .quoted { return giveUp(bytes) }
    cells.append(cellStart..<place)
    return .row(length: place, endLength: 0)
  }

  /// Where a quoted cell does not end within reason.
  mutating func giveUp(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    if let retry = spoil(.unclosedQuote, at: cellStart) { return retry }
    cells.append(cellStart..<place)
    return .row(length: place, endLength: 0)
  }

  private mutating func closeCell() {
    cells.append(cellStart..<place)
    cellStart = place + 1
    state = .cellStart
  }

  private mutating func spoil(_ kind: Row.Defect.Kind, at place: Int) -> Result? {
    if spansLines { return .retry(place: self.place) }
    defect = Row.Defect(kind: kind, place: place, cellStart: cellStart)
    state = .spoiled
    return nil
  }

  /// At a line feed that ends the row.
  private mutating func end(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
    let length = place > 0 && bytes[place - 1] == RowDialect.carriageReturn ? place - 1 : place
    cells.append(cellStart..<length)
    return .row(length: length, endLength: place + 1 - length)
  }
}
