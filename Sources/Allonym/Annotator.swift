import NameIndex
public import NameModel
import SectionedFile
import Transliteration

/// Finds names in running text and says whose they are.
///
/// ```swift
/// let annotator = try Annotator()
/// for mention in try annotator.annotate("Peskov flew to Pkhenyan.") {
///   print(mention.text, mention.entity?.id ?? "", mention.explanation)
/// }
/// ```
///
/// An annotator is opened once and used from any number of threads; each document has a ``DocumentAnnotator`` of its own.
public struct Annotator: Sendable {
  public struct Options: Hashable, Sendable {
    /// Mentions below this score are left out.
    public var minimumScore = 0.5
    /// Whether names of nobody in the tables are told, where a rule can restore them.
    public var includesUnknown = false
    /// Whether names inside of longer names are told too.
    public var includesNested = false
    /// Whether spellings that no table has are derived from those that it has.
    public var findsDerived = true
    /// Languages of the text (BCP 47); `nil` to go by its words.
    public var languages: [String]?
    /// Entities of these types only; `nil` for all.
    public var types: Set<EntityType>?

    public init() {}
  }

  public let resolver: Resolver
  public let options: Options
  let scanner: NameScanner
  let spellings: SpellingSearch

  /// - Throws: ``AllonymError/index(_:)`` where the index was built without the section that texts are scanned by.
  public init(_ resolver: Resolver, options: Options = Options()) throws(AllonymError) {
    self.resolver = resolver
    self.options = options
    let curated = try CuratedTables.open()
    do {
      spellings = try SpellingSearch(resolver.index, tables: curated.transliteration)
      scanner = try NameScanner(
        resolver.index, tables: curated.transliteration,
        inflections: InflectionTables(curated.index.file))
    } catch {
      throw .index(error)
    }
  }

  /// Finds the names of the curated tables.
  public init(options: Options = Options()) throws(AllonymError) { try self.init(Resolver(), options: options) }

  /// The mentions in one document, in the order of the text.
  public func annotate(_ text: String) throws(AllonymError) -> [Mention] {
    let document = document()
    return try document.append(Array(text.utf8)) + document.finish()
  }

  /// A document that comes piece by piece.
  public func document() -> DocumentAnnotator { DocumentAnnotator(self) }
}
