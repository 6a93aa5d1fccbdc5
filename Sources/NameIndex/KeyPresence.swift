public import SectionedFile

extension NameIndex {
  /// Whether any form is filed under a key.
  public func holds(_ key: NameKey) throws(SectionedFileError) -> Bool { try !postings(for: key).isEmpty }
}
