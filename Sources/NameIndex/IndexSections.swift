import SectionedFile

/// The sections of an opened index.
final class IndexSections: Sendable {
  let file: SectionedFile
  let entityCount: Int
  let formCount: Int
  let keyCount: Int
  let wordCount: Int
  let decisionCount: Int
  let sourceCount: Int

  let texts: TextPool
  let entityTexts: PackedNumbers
  let descriptionsOfEntities: PackedNumbers
  /// By entity and the end.
  let firstForms: PackedNumbers
  /// By entity: how many forms stand before the one in which the name is at home.
  let nativeForms: PackedNumbers
  let entityDescriptions: ByteRegion
  let formTexts: PackedNumbers
  let descriptionsOfForms: PackedNumbers
  let entitiesOfForms: PackedNumbers
  let formDescriptions: ByteRegion
  let keys: KeyTable
  let wordLetters: TextPool
  let reducedWords: ByteRegion
  let formsOfWords: NumberLists
  let wordsOfForms: NumberLists
  let wordKeys: KeyTable
  let soundPairs: SoundPairFilter
  let decisions: ByteRegion
  let sources: ByteRegion

  init(_ file: SectionedFile) throws(SectionedFileError) {
    let meta = try file.section(IndexFormat.meta)
    let scheme = try meta.uint32(at: 0)
    guard scheme == NameKey.schemeVersion else {
      throw .unsupportedSection(
        path: file.name, section: IndexFormat.meta, offset: meta.offsetInFile, found: scheme,
        supported: NameKey.schemeVersion)
    }
    var counts: [Int] = []
    for number in 1...9 { counts.append(Int(try meta.uint32(at: number * 4))) }
    entityCount = counts[0]
    let entityDescriptionCount = counts[1]
    formCount = counts[2]
    let formDescriptionCount = counts[3]
    wordCount = counts[5]
    keyCount = counts[4] + counts[6]
    decisionCount = counts[7]
    sourceCount = counts[8]
    texts = try TextPool(file.section(IndexFormat.strings))
    let entities = try file.section(IndexFormat.entities)
    entityTexts = try PackedNumbers(entities, at: 0, count: entityCount)
    descriptionsOfEntities = try PackedNumbers(entities, at: entityTexts.end, count: entityCount)
    firstForms = try PackedNumbers(entities, at: descriptionsOfEntities.end, count: entityCount + 1)
    nativeForms = try PackedNumbers(entities, at: firstForms.end, count: entityCount)
    let forms = try file.section(IndexFormat.forms)
    formTexts = try PackedNumbers(forms, at: 0, count: formCount)
    descriptionsOfForms = try PackedNumbers(forms, at: formTexts.end, count: formCount)
    entitiesOfForms = try PackedNumbers(forms, at: descriptionsOfForms.end, count: formCount)
    let words = try file.section(IndexFormat.words)
    reducedWords = try words.region(at: 0, count: wordCount * IndexFormat.reducedWord)
    wordLetters = try TextPool(words.region(at: reducedWords.count, count: words.count - reducedWords.count))
    guard wordLetters.count == wordCount else {
      throw words.damaged(at: reducedWords.count, "\(wordCount) words are promised, \(wordLetters.count) are there")
    }
    for (region, end) in [(entities, nativeForms.end), (forms, entitiesOfForms.end)]
    where region.count != end {
      throw region.damaged(at: 0, "the columns take \(end) bytes, \(region.count) bytes are there")
    }
    entityDescriptions = try file.section(IndexFormat.entityDescriptions)
    formDescriptions = try file.section(IndexFormat.formDescriptions)
    decisions = try file.section(IndexFormat.decisions)
    sources = try file.section(IndexFormat.sources)
    self.file = file
    for (region, count, size) in [
      (entityDescriptions, entityDescriptionCount, IndexFormat.entityDescription),
      (formDescriptions, formDescriptionCount, IndexFormat.formDescription),
      (decisions, decisionCount, IndexFormat.decisionRecord), (sources, sourceCount, IndexFormat.sourceRecord),
    ] where region.count != count * size {
      throw region.damaged(at: 0, "\(count) records of \(size) bytes are promised, \(region.count) bytes are there")
    }
    keys = try KeyTable(file.section(IndexFormat.nameKeys), limit: formCount)
    formsOfWords = try NumberLists(file.section(IndexFormat.formsOfWords), count: wordCount, limit: formCount)
    wordsOfForms = try NumberLists(file.section(IndexFormat.wordsOfForms), count: formCount, limit: wordCount * 2)
    soundPairs = try SoundPairFilter(file.section(IndexFormat.soundPairs))
    wordKeys = try KeyTable(file.section(IndexFormat.wordKeys), limit: wordCount)
  }
}
