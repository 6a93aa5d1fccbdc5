import SectionedFile

/// The sections of an index. All integers are little-endian; text numbers point into `STRS`, and 0 is the empty text. Columns
/// are `PackedNumbers`, one behind the other, where nothing else is said.
///
/// - `META`: key scheme, number of entities, of their descriptions, of forms, of their descriptions, of keys, of words, of
///   keys of words, of decisions, of sources; 4 bytes each.
/// - `STRS`: see `TextPool`.
/// - `ENTS`: columns of the entities, sorted by id: id (text number); description; first form, and the end of the last; how
///   many forms stand between the first and the one in which the name is at home.
/// - `EDES`: the descriptions of entities, each once: type, country, born, died, wikidata, note (text numbers); 4 bytes each.
/// - `FORM`: columns of the forms, in the order of the entities: text (text number); description; entity.
/// - `FDES`: the descriptions of forms, each once: language, kind, part, system, from, source, status, note (text numbers);
///   4 bytes each.
/// - `KEYS`: the keys of whole names with the forms that have them (`KeyTable`).
/// - `WORD`: of the words, sorted by their bytes: their likeliest Latin spellings, reduced and packed (`ReducedSpelling`), 8
///   bytes each; their letters (`TextPool`).
/// - `WFRM`: for each word its forms (`NumberLists`).
/// - `FWRD`: for each form its words (`NumberLists`): the words of a Latin form in their order, as twice their number and one;
///   and the words of the other ways in which a form may be divided and read, as twice their number.
/// - `WKEY`: the keys of words with the words that have them (`KeyTable`).
/// - `NFRM`, `NWRD`: the reduced spellings of Latin forms, joined, and of words, by their segments (`SegmentTable`).
/// - `FBEG`: for each form the letters with which its words begin (`FormBeginnings`).
/// - `PAIR`: which consonants two words of a form have (`SoundPairFilter`): n (8), n numbers (8 each).
/// - `DECI`: a record a decision, sorted by both entities: a, b, judgement, reason, source, date (text numbers); 4 bytes.
/// - `SRCS`: a record a source, sorted by id: id, title, url, licence, retrieved (text numbers); 4 bytes each.
/// - `SCAN`: the sequences of words that forms begin with, see `ScanSectionBuilder`.
enum IndexFormat {
  static let meta = "META"
  static let strings = "STRS"
  static let entities = "ENTS"
  static let entityDescriptions = "EDES"
  static let forms = "FORM"
  static let formDescriptions = "FDES"
  static let nameKeys = "KEYS"
  static let words = "WORD"
  static let formsOfWords = "WFRM"
  static let wordsOfForms = "FWRD"
  static let wordKeys = "WKEY"
  static let nearForms = "NFRM"
  static let nearWords = "NWRD"
  static let formBeginnings = "FBEG"
  static let soundPairs = "PAIR"
  static let decisions = "DECI"
  static let sources = "SRCS"
  static let scan = "SCAN"

  static let entityDescription = 24
  static let formDescription = 32
  static let reducedWord = 8
  static let decisionRecord = 24
  static let sourceRecord = 20
}
