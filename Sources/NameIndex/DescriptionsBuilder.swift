import SectionedFile

/// Gathers descriptions, which many records share, each once: rows of text numbers, numbered in the order of first use.
struct DescriptionsBuilder {
  private var numbers: [[UInt32]: UInt32] = [:]
  private var writer = ByteWriter()
  var count: Int { numbers.count }
  var bytes: [UInt8] { writer.bytes }

  mutating func number(of row: [UInt32]) -> UInt32 {
    if let number = numbers[row] { return number }
    let number = UInt32(numbers.count)
    numbers[row] = number
    for text in row { writer.append(text) }
    return number
  }
}
