/// Prints records one by one in the chosen format.
final class RecordWriter<Content: Record> {
  private let output: StandardOutput
  private let format: OutputFormat
  private let style: TextStyle
  private let columns: [String]
  /// A command with one answer prints one object as json, not an array.
  private let isSingle: Bool
  private var count = 0
  private var pending: [TextLine] = []
  private var widths: [Int] = []

  /// Lines of text that are gathered before they are aligned with each other.
  private static var alignedLines: Int { 256 }

  init(_ options: OutputOptions, to output: StandardOutput, columns: [String] = Content.columns, isSingle: Bool = false)
    throws
  {
    self.output = output
    self.columns = columns
    self.isSingle = isSingle
    format = options.resolvedFormat
    style = options.style
    guard options.header else { return }
    switch format {
    case .tsv: try output.write(Delimited.tsv(columns))
    case .csv: try output.write(Delimited.csv(columns))
    case .text, .jsonl, .json: break
    }
  }

  func write(_ record: Content) throws {
    switch format {
    case .text:
      pending += record.textLines
      if pending.count >= Self.alignedLines { try writePending() }
    case .tsv:
      if let line = record.passedThrough {
        try output.write(line)
      } else {
        for row in record.rows { try output.write(Delimited.tsv(row)) }
      }
    case .csv: for row in record.rows { try output.write(Delimited.csv(row)) }
    case .jsonl: try output.write(object(record) + "\n")
    case .json:
      if isSingle {
        try output.write(object(record) + "\n")
      } else {
        try output.write((count == 0 ? "[\n" : ",\n") + object(record))
      }
    }
    count += 1
  }

  /// Lets go of everything that was written so far.
  func flush() throws {
    try writePending()
    try output.flush()
  }

  func finish() throws {
    if format == .json, !isSingle { try output.write(count == 0 ? "[]\n" : "\n]\n") }
    try flush()
  }

  private func object(_ record: Content) -> String {
    var object = JSONObject()
    record.encode(to: &object)
    return object.text
  }

  private func writePending() throws {
    for case .columns(let cells) in pending {
      for (index, cell) in cells.enumerated() {
        if index == widths.count { widths.append(0) }
        // One name of absurd length does not push all others to the right.
        widths[index] = max(widths[index], min(DisplayWidth.of(cell.text), 48))
      }
    }
    for line in pending {
      switch line {
      case .columns(let cells): try output.write(aligned(cells) + "\n")
      case .plain(let text, let look):
        let shown = Printable.text(text)
        try output.write((look.map { style.apply($0, shown) } ?? shown) + "\n")
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func aligned(_ cells: [TextCell]) -> String {
    let last = cells.lastIndex { !$0.text.isEmpty } ?? -1
    var line = ""
    for (index, cell) in cells.prefix(last + 1).enumerated() {
      let shown = cell.look.map { style.apply($0, cell.text) } ?? cell.text
      let padding = index == last ? 0 : max(0, widths[index] - DisplayWidth.of(cell.text)) + 2
      line += shown + String(repeating: " ", count: padding)
    }
    return line
  }
}
