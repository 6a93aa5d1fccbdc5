import NameIndex
import SectionedFile

/// Index files as a whole.
enum IndexFile {
  static func open(
    _ path: String, _ verification: SectionedFile.Verification
  ) throws(SectionedFileError) -> NameIndex {
    try NameIndex(SectionedFile(path: path, verification: verification))
  }

  /// Reads every entity, every form, every text that they name, and every list of postings.
  static func readAll(_ index: NameIndex) throws(SectionedFileError) {
    for number in 0..<UInt32(index.entityCount) { _ = try index.entity(number) }
    for number in 0..<UInt32(index.formCount) { _ = try index.form(number) }
    let keys = try index.file.section("KEYS")
    for number in 0..<index.keyCount {
      let key = NameKey(rawValue: try keys.uint64(at: number * 8))
      // A key out of order is not found, or finds the list of another.
      if try index.forms(for: key).isEmpty { throw keys.damaged(at: number * 8, "a key finds no form") }
    }
  }
}
