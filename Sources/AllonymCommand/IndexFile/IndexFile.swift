import NameIndex
import SectionedFile

/// Index files as a whole.
enum IndexFile {
  static func open(
    _ path: String, _ verification: SectionedFile.Verification
  ) throws(SectionedFileError) -> NameIndex {
    try NameIndex(SectionedFile(path: path, verification: verification))
  }
}
