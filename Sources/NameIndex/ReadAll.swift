public import SectionedFile

extension NameIndex {
  /// Reads every entity, form and word, every text that they name, every list, and what near names are found by: a damaged
  /// record ends in an error. The checksums are those of `file`.
  public func readAll() throws(SectionedFileError) {
    for number in 0..<UInt32(entityCount) {
      _ = try entity(number)
      _ = try nativeForm(ofEntity: number)
    }
    for number in 0..<UInt32(formCount) {
      _ = try form(number)
      _ = try words(ofForm: number)
    }
    for number in 0..<UInt32(wordCount) {
      _ = try letters(ofWord: number)
      if try forms(ofWord: number).isEmpty { throw damagedWord(number, "no form has the word") }
    }
    try readKeys()
    _ = try FormBeginnings(file.section(IndexFormat.formBeginnings), count: formCount)
    try SegmentTable(file.section(IndexFormat.nearForms), of: .wholeForms, limit: formCount).readAll()
    try SegmentTable(file.section(IndexFormat.nearWords), of: .words, limit: wordCount).readAll()
  }
}
