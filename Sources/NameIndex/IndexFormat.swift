import SectionedFile

/// The sections of an index. All integers are little-endian; text numbers point into `STRS`, and 0 is the empty text.
///
/// - `META`: key scheme, number of entities, of their descriptions, of forms, of their descriptions, of keys, of words, of
///   keys of words, of decisions, of sources; 4 bytes each.
/// - `STRS`: number of texts n (4), n + 1 offsets into the bytes (4 each), the bytes (UTF-8).
/// - `ENTS`: a record an entity, sorted by id: id (text number), description, first form, form in which the name is at home;
///   4 bytes each.
/// - `EDES`: the descriptions of entities, each once: type, country, born, died, wikidata, note (text numbers); 4 bytes each.
/// - `FORM`: a record a form, in the order of the entities: text (text number), description, entity; 4 bytes each.
/// - `FDES`: the descriptions of forms, each once: language, kind, part, system, from, source, status, note (text numbers);
///   4 bytes each.
/// - `KEYS`: the keys of whole names, 8 bytes each, sorted.
/// - `KDIR`: for each value of the highest n bits of a key, and the end, the number of the first key with them (4 each);
///   2ⁿ is the number of keys divided by 8, rounded up to a power of two.
/// - `POST`: for each key and the end where its forms begin (4 each); then numbers of forms (4 each).
/// - `WORD`: a record a word, sorted by its bytes: letters (text number, 4), its likeliest Latin spelling, reduced and
///   packed (`ReducedSpelling`, 8).
/// - `WFRM`: for each word and the end where its forms begin (4 each); then numbers of forms (4 each).
/// - `FWRD`: for each form and the end where its words begin (4 each); then words (4 each): the words of a Latin form in their
///   order, as twice their number and one; and the words of the other ways in which a form may be divided and read, as twice
///   their number.
/// - `WKEY`, `WDIR`, `WPST`: keys of words, as `KEYS`, `KDIR` and `POST`, with numbers of words.
/// - `NFRM`, `NWRD`: the reduced spellings of Latin forms, joined, and of words, by their segments (`SegmentTable`).
/// - `FBEG`: for each form the letters with which its words begin (`FormBeginnings`).
/// - `PAIR`: which consonants two words of a form have (`SoundPairFilter`): n (8), 2ⁿ numbers (8 each).
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
  static let nameKeys = KeyTable.Sections(keys: "KEYS", directory: "KDIR", numbers: "POST")
  static let words = "WORD"
  static let formsOfWords = "WFRM"
  static let wordsOfForms = "FWRD"
  static let wordKeys = KeyTable.Sections(keys: "WKEY", directory: "WDIR", numbers: "WPST")
  static let nearForms = "NFRM"
  static let nearWords = "NWRD"
  static let formBeginnings = "FBEG"
  static let soundPairs = "PAIR"
  static let decisions = "DECI"
  static let sources = "SRCS"
  static let scan = "SCAN"

  static let entityRecord = 16
  static let entityDescription = 24
  static let formRecord = 12
  static let formDescription = 32
  static let wordRecord = 12
  static let decisionRecord = 24
  static let sourceRecord = 20
}
