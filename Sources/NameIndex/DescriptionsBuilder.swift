import SectionedFile

/// Gathers descriptions, which many records share, each once: rows of text numbers, numbered in the order of first use.
struct DescriptionsBuilder {
  private var numbers: [[UInt32]: UInt32] = [:]
  private var writer = ByteWriter()
  private var last: (texts: [String], number: UInt32)?

  var count: Int { numbers.count }
  var bytes: [UInt8] { writer.bytes }

  /// - Parameters:
  ///   - row: the texts of a description; mostly those of the one before.
  ///   - texts: where texts are numbered.
  mutating func number(of row: [String], _ texts: inout TextPoolBuilder) -> UInt32 {
    if let last, last.texts.elementsEqual(row, by: { $0.utf8.elementsEqual($1.utf8) }) { return last.number }
    let number = number(of: row.map { texts.number(of: $0) })
    last = (row, number)
    return number
  }

  private mutating func number(of row: [UInt32]) -> UInt32 {
    if let number = numbers[row] { return number }
    let number = UInt32(numbers.count)
    numbers[row] = number
    for text in row { writer.append(text) }
    return number
  }
}
