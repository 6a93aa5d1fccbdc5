import SectionedFile

/// The sections of an index. All integers are little-endian; text numbers point into `STRS`, and 0 is the empty text.
///
/// - `META`: key scheme (4), number of entities (4), forms (4), keys (4), decisions (4), sources (4).
/// - `STRS`: number of texts n (4), n + 1 offsets into the bytes (4 each), the bytes (UTF-8).
/// - `ENTS`: a record an entity, sorted by id: id, type, country, born, died, wikidata, note (text numbers), first form,
///   number of forms, number of the form in which the name is at home; 4 bytes each.
/// - `FORM`: a record a form, in the order of the entities: text, language, kind, part, system, from, source, status, note
///   (text numbers), entity, folded words with a space between them (text number); 4 bytes each.
/// - `KEYS`: the keys, 8 bytes each, sorted.
/// - `KDIR`: for each value of the highest n bits of a key, and the end, the number of the first key with them (4 each);
///   2ⁿ is the number of keys divided by 8, rounded up to a power of two.
/// - `POST`: for each key and the end, the number of its first posting (4 each); then the postings, form numbers (4 each).
/// - `DECI`: a record a decision, sorted by both entities: a, b, judgement, reason, source, date (text numbers); 4 bytes.
/// - `SRCS`: a record a source, sorted by id: id, title, url, licence, retrieved (text numbers); 4 bytes each.
/// - `SCAN`: the sequences of words that forms begin with, see `ScanSectionBuilder`.
enum IndexFormat {
  static let meta = "META"
  static let strings = "STRS"
  static let entities = "ENTS"
  static let forms = "FORM"
  static let keys = "KEYS"
  static let directory = "KDIR"
  static let postings = "POST"
  static let decisions = "DECI"
  static let sources = "SRCS"
  static let scan = "SCAN"

  static let entityRecord = 40
  static let formRecord = 44
  static let decisionRecord = 24
  static let sourceRecord = 20
}
