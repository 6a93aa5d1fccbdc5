/// What comes before the first row with a name: byte order mark, empty lines, header.
struct RowHead {
  /// As they are written.
  private(set) var bytes: [UInt8]
  /// `nil` where there is no row at all.
  private(set) var layout: RowLayout?

  /// Reads from `reader` up to the first row with a name.
  init(_ reader: RowReader, column: String, prefix: String, hasHeader: Bool) throws {
    bytes = reader.hasByteOrderMark ? RowReader.byteOrderMark : []
    var first = try reader.next()
    while let blank = first, blank.isBlank {
      bytes += blank.lineEnd
      first = try reader.next()
    }
    guard let first else {
      guard hasHeader else { return }
      throw CommandFailure("\(reader.name):1:1: there is no header; the file is empty")
    }
    let added = ReconciledName.columns.map { prefix + $0 }
    let layout = try RowLayout(
      first, of: reader.name, reader.dialect, column: column, hasHeader: hasHeader, added: added)
    self.layout = layout
    if hasHeader {
      layout.append(first, to: &bytes)
      bytes += ReconciledName.bytes(added, reader.dialect) + first.lineEnd
    } else {
      reader.putBack(first)
    }
  }
}
