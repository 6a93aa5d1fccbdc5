import SectionedFile

/// A map from Unicode scalars to numbers, for the blocks of 64 scalars that a table speaks of.
struct ScalarTable: Hashable, Sendable {
  /// For each block the number of its page; `noPage` for blocks that the table does not speak of. Later blocks have none.
  let pageByBlock: [UInt16]
  /// The values, page by page.
  let values: [UInt32]

  static let blockBits: UInt32 = 6
  static let blockLength = 1 << 6
  static let noPage = UInt16.max
  /// What a scalar has that stands in no page. No value is this.
  static let unlisted = UInt32.max

  /// - Parameter value: for every scalar of `blocks` (numbers `scalar >> 6`).
  init(blocks: Set<UInt32>, value: (UInt32) -> UInt32) {
    var pageByBlock = [UInt16](repeating: Self.noPage, count: Int((blocks.max() ?? 0) + 1))
    var values: [UInt32] = []
    var pages: [[UInt32]: UInt16] = [:]
    for block in blocks.sorted() {
      let page = (block << Self.blockBits..<(block + 1) << Self.blockBits).map(value)
      if let known = pages[page] {
        pageByBlock[Int(block)] = known
      } else {
        let number = UInt16(values.count / Self.blockLength)
        pages[page] = number
        pageByBlock[Int(block)] = number
        values += page
      }
    }
    self.pageByBlock = pageByBlock
    self.values = values
  }

  subscript(scalar: UInt32) -> UInt32 {
    let block = Int(scalar >> Self.blockBits)
    guard block < pageByBlock.count, pageByBlock[block] != Self.noPage else { return Self.unlisted }
    return values[Int(pageByBlock[block]) * Self.blockLength + Int(scalar & 0x3F)]
  }

  func encode(to writer: inout ByteWriter) {
    writer.append(array: pageByBlock)
    writer.append(array: values)
  }

  init(decoding reader: inout ByteReader, in region: ByteRegion) throws(SectionedFileError) {
    pageByBlock = try reader.array()
    values = try reader.array()
    guard isSound else { throw region.damaged(at: 0, "a page of a scalar table does not exist") }
  }

  /// Whether every page exists.
  var isSound: Bool {
    let pageCount = values.count / Self.blockLength
    return values.count % Self.blockLength == 0 && pageByBlock.allSatisfy { $0 == Self.noPage || Int($0) < pageCount }
  }
}
