public import NameModel
public import Transliteration

/// Makes the keys of names: of forms when an index is built, of spellings when it is asked. Both must agree, so both
/// are made here.
public struct NameKeyer: Sendable {
  private let tables: TransliterationTables
  private let romanizer: TransliterationSystem?

  /// Readings of a query that cost more than this are not looked up.
  private static let queryCostLimit = 700

  public init(tables: TransliterationTables) {
    self.tables = tables
    romanizer = try? tables.system("bgnpcgn-rus-Cyrl-Latn-1947")
  }

  /// The keys under which a form is filed.
  public func keys(ofForm name: FoldedName, language: LanguageTag) -> [NameKey] {
    var keys = textKeys(name) + name.tokens.flatMap(keys(ofWord:))
    for source in [SourceLanguage.korean, .chinese] where language.language == source.rawValue {
      if let reading = tables.nativeReading(of: name.joinedLetters, language: source) {
        keys += readingKeys(reading)
      }
    }
    return Array(Set(keys)).sorted()
  }

  /// Keys of the text itself: forms that share one differ in taste alone.
  public func textKeys(_ name: FoldedName) -> [NameKey] { [.whole(name), .sorted(name)] }

  /// Keys of one word, as it is and by its consonants.
  public func keys(ofWord token: FoldedName.Token) -> [NameKey] {
    [.word(token)] + skeletons(of: token).map(NameKey.skeleton)
  }

  /// The keys of the likeliest readings of a lattice.
  public func readingKeys(_ reading: ReadingLattice) -> [NameKey] {
    guard let model = tables.model(reading.language, script: "Latn") else { return [] }
    return model.keys(of: reading, costLimit: Self.queryCostLimit).map { .reading($0, language: reading.language) }
  }

  private func skeletons(of token: FoldedName.Token) -> [UInt64] {
    switch token.script {
    case "Latn": return SoundSkeleton.skeletons(of: token.letters)
    case "Cyrl":
      guard let latin = try? romanizer?.apply(token.letters) else { return [] }
      return SoundSkeleton.skeletons(
        of: String(latin.unicodeScalars.filter { ("a"..."z").contains($0) }.map(Character.init)))
    default: return []
    }
  }
}
