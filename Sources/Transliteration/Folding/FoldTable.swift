public import SectionedFile

/// How every character folds, opened: one flat array for the first two planes.
///
/// `@unchecked Sendable`: the memory is written in `init` only and freed in `deinit`, when no reader can hold the object.
public final class FoldTable: @unchecked Sendable {
  /// The section of the compiled tables.
  public static let section = "FOLD"

  /// `FoldTableBuilder.limit` entries.
  public let entries: UnsafePointer<UInt32>
  private let expansions: [[UInt32]]

  public init(_ file: SectionedFile) throws(SectionedFileError) {
    let region = try file.section(Self.section)
    let count = Int(FoldTableBuilder.limit)
    let pageCount = Int(try region.uint16(at: 0))
    let base = (2 + count / 256 * 2 + 3) / 4 * 4
    guard base <= region.count, pageCount <= (region.count - base) / 1024 else {
      throw region.damaged(at: 0, "\(pageCount) pages do not fit the section")
    }
    var reader = ByteReader(
      try region.region(at: base + pageCount * 1024, count: region.count - base - pageCount * 1024))
    var expansions: [[UInt32]] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { expansions.append(try reader.array()) }
    self.expansions = expansions

    var pages: [Int] = []
    for page in 0..<count / 256 {
      let number = Int(try region.uint16(at: 2 + page * 2))
      guard number < pageCount else { throw region.damaged(at: 2 + page * 2, "page \(number) does not exist") }
      pages.append(number)
    }
    let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    region.withUnsafeBytes { bytes in
      // Within the region: each page number is below `pageCount`, whose pages the guard above found to fit.
      for (page, number) in pages.enumerated() {
        let source = base + number * 1024
        for low in 0..<256 {
          let entry = bytes.loadUnaligned(fromByteOffset: source + low * 4, as: UInt32.self)
          memory[page << 8 | low] = UInt32(littleEndian: entry)
        }
      }
    }
    entries = UnsafePointer(memory)
  }

  deinit { UnsafeMutablePointer(mutating: entries).deallocate() }

  /// How a character folds; any number will do.
  @inlinable
  public func entry(of scalar: UInt32) -> FoldEntry {
    // Within bounds: `entries` has as many elements.
    if scalar < FoldTableBuilder.limit { return FoldEntry(rawValue: entries[Int(scalar)]) }
    // Planes 2 and 3 hold Han characters and nothing else.
    return scalar < 0x40000 ? FoldEntry(.han, scalar) : FoldEntry(.other, 0)
  }

  /// The characters that an expansion stands for; none for a number that does not exist.
  public func expansion(_ number: UInt32) -> [UInt32] { number < expansions.count ? expansions[Int(number)] : [] }

  /// `text` folded, letters only: what rules are compared with.
  public func letters(of text: some StringProtocol) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in text.unicodeScalars {
      let entry = entry(of: scalar.value)
      let kind = entry.kind
      guard kind == .letter || kind.isUnspaced else { continue }
      if entry.isExpansion { result += expansion(entry.value) } else { result.append(entry.value) }
    }
    return result
  }
}
