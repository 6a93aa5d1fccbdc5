import SectionedFile

/// Keys, sorted, and the numbers that are filed under each.
struct KeyTable: Sendable {
  /// The tags of the sections in which a table lies.
  struct Sections: Sendable {
    var keys: String
    var directory: String
    var numbers: String
  }

  let count: Int
  private let keys: ByteRegion
  private let directory: ByteRegion
  private let directoryBits: Int
  private let lists: NumberLists

  /// - Parameter limit: what the numbers are below.
  init(_ file: SectionedFile, _ sections: Sections, count: Int, limit: Int) throws(SectionedFileError) {
    self.count = count
    keys = try file.section(sections.keys)
    directory = try file.section(sections.directory)
    guard keys.count == count * 8 else {
      throw keys.damaged(at: 0, "\(count) keys of 8 bytes are promised, \(keys.count) bytes are there")
    }
    // 2ⁿ buckets and the end.
    directoryBits = max(0, directory.count / 4 - 1).trailingZeroBitCount
    guard directory.count % 4 == 0, directoryBits <= 32, directory.count / 4 == 1 << directoryBits + 1 else {
      throw directory.damaged(at: 0, "\(directory.count) bytes are no directory of keys")
    }
    guard try directory.uint32(at: directory.count - 4) == count else {
      throw directory.damaged(at: directory.count - 4, "the directory does not end with the last of \(count) keys")
    }
    lists = try NumberLists(file.section(sections.numbers), count: count, limit: limit)
  }

  /// Where the numbers that are filed under a key stand; empty where there are none.
  private func places(under key: NameKey) throws(SectionedFileError) -> Range<Int> {
    // The directory says where keys with the same highest bits stand.
    let bucket = directoryBits == 0 ? 0 : Int(key.rawValue >> UInt64(64 - directoryBits))
    var low = try Int(directory.uint32(at: bucket * 4))
    var high = try Int(directory.uint32(at: bucket * 4 + 4))
    let bucketEnd = high
    guard low <= high, high <= count else {
      throw directory.damaged(at: bucket * 4, "a bucket of keys runs backwards or out of the section")
    }
    while low < high {
      let middle = (low + high) / 2
      if try keys.uint64(at: middle * 8) < key.rawValue { low = middle + 1 } else { high = middle }
    }
    guard low < bucketEnd, try keys.uint64(at: low * 8) == key.rawValue else { return 0..<0 }
    return try lists.places(ofList: low)
  }

  /// The number at a place that ``places(under:)`` gave.
  @inline(__always)
  private func number(at place: Int) throws(SectionedFileError) -> UInt32 { try lists.number(at: place) }

  /// The numbers that are filed under a key.
  func numbers(under key: NameKey) throws(SectionedFileError) -> [UInt32] {
    var numbers: [UInt32] = []
    for place in try places(under: key) { numbers.append(try number(at: place)) }
    return numbers
  }

  /// Looks every key up: a key out of order is not found, or finds the list of another.
  func readAll() throws(SectionedFileError) {
    for number in 0..<count {
      let key = NameKey(rawValue: try keys.uint64(at: number * 8))
      if try numbers(under: key).isEmpty { throw keys.damaged(at: number * 8, "nothing is found under a key") }
    }
  }

  /// Lays a table down.
  ///
  /// - Parameter entries: keys and numbers, in whatever order.
  /// - Returns: how many keys there are.
  static func add(
    _ entries: inout [(key: NameKey, number: UInt32)], to file: inout SectionedFileWriter, _ sections: Sections
  ) -> Int {
    entries.sort { ($0.key, $0.number) < ($1.key, $1.number) }
    var keys: [NameKey] = []
    var keyWriter = ByteWriter()
    var starts = ByteWriter()
    var numbers = ByteWriter()
    var count: UInt32 = 0
    var last: (key: NameKey, number: UInt32)?
    for entry in entries {
      if let last, last == entry { continue }
      if last?.key != entry.key {
        keys.append(entry.key)
        keyWriter.append(entry.key.rawValue)
        starts.append(count)
      }
      numbers.append(entry.number)
      count += 1
      last = entry
    }
    starts.append(count)
    file.add(sections.keys, keyWriter.bytes)
    file.add(sections.directory, directory(of: keys))
    file.add(sections.numbers, starts.bytes + numbers.bytes)
    return keys.count
  }

  private static func directory(of keys: [NameKey]) -> [UInt8] {
    var bits: UInt64 = 0
    while 1 << bits < keys.count / 8 { bits += 1 }
    var writer = ByteWriter()
    var number = 0
    for bucket in 0..<UInt64(1) << bits {
      while number < keys.count, bits > 0, keys[number].rawValue >> (64 - bits) < bucket { number += 1 }
      writer.append(UInt32(number))
    }
    writer.append(UInt32(keys.count))
    return writer.bytes
  }
}
