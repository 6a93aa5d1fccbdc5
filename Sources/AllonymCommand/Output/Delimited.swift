/// Rows of text files.
enum Delimited {
  /// Cells apart by tabs. Inside a cell tab, line feed, carriage return and backslash are written `\t`, `\n`, `\r` and
  /// `\\`, as in the W3C's Linear TSV, so that a row is a line whatever a name holds.
  static func tsv(_ cells: [String]) -> String { cells.map(escaped).joined(separator: "\t") + "\n" }

  /// Cells apart by commas, by RFC 4180: a cell with a comma, a quotation mark or a line end in it stands in quotation
  /// marks, and quotation marks in it are doubled. A row of one empty cell is written as `""`, so that it is a row. Lines
  /// end with a line feed.
  static func csv(_ cells: [String]) -> String {
    if cells.count == 1, cells[0].isEmpty { return "\"\"\n" }
    return cells.map(quoted).joined(separator: ",") + "\n"
  }

  private static func escaped(_ cell: String) -> String {
    let special: (UInt8) -> Bool = { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }
    guard cell.utf8.contains(where: special) else { return cell }
    var result = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func quoted(_ cell: String) -> String {
    let special: (UInt8) -> Bool = { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard cell.utf8.contains(where: special) else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
