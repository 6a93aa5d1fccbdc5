import ArgumentParser

/// `--delimiter`: one character, or what it is called.
struct DelimiterOption: ExpressibleByArgument {
  var byte: UInt8

  init?(argument: String) {
    let names: [String: Character] = ["tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"]
    let character = names[argument] ?? (argument.count == 1 ? argument.first : nil)
    guard let byte = character?.asciiValue, byte >= 0x20 || byte == 0x09, byte < 0x7F, byte != RowDialect.quote else {
      return nil
    }
    self.byte = byte
  }

  /// What the end of a path or the first row says. Semicolons are common in files called `.csv`, so the first row counts
  /// for more there.
  ///
  /// - Parameter column: the name of a column that the first row has, where there is one.
  static func sniffed(_ reader: RowReader, path: String, column: String?, hasQuotes: Bool) throws -> UInt8 {
    let lowercased = path.lowercased()
    if lowercased.hasSuffix(".tsv") || lowercased.hasSuffix(".tab") { return 0x09 }
    var best = (delimiter: UInt8(ascii: ","), hasColumn: false, count: 1)
    for delimiter in [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")] {
      let cells = try reader.peek(RowDialect(delimiter: delimiter, hasQuotes: hasQuotes))
      let hasColumn = column.map { cells.contains(Array($0.utf8)) } ?? false
      // A name with a comma in it is a column of its own only if another delimiter says so.
      if (hasColumn ? 1 : 0, cells.count) > (best.hasColumn ? 1 : 0, best.count) {
        best = (delimiter, hasColumn, cells.count)
      }
    }
    return best.delimiter
  }
}
