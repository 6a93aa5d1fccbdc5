import CICU

/// A stretch of text between two boundaries.
public struct TextSegment: Hashable, Sendable {
  /// What a segment between word boundaries is made of.
  public enum Kind: Sendable, Hashable {
    /// Spaces, punctuation, symbols.
    case other
    case number
    /// Letters of any script but the next two.
    case letters
    /// Kana that ICU's dictionary of Chinese and Japanese did not cut.
    case kana
    /// Han, and whatever that dictionary cut, kana included.
    case ideographs
  }

  /// Where it is in the text.
  public var range: Range<String.Index>

  /// Where it is in the text's UTF-8, in bytes.
  public var utf8Range: Range<Int>

  /// For words, what it is; for sentences always `.other`.
  public var kind: Kind

  /// Whether it is a word rather than what is between words.
  public var isWordLike: Bool { kind != .other }
}

/// Finds the boundaries of words (Unicode Standard Annex #29, with ICU's dictionaries for Chinese, Japanese, Thai, Lao,
/// Khmer and Burmese). May be used from any number of threads at once.
public struct WordBoundaries: Sendable {
  private let segmenter: Segmenter

  /// - Parameter locale: A BCP 47 language tag, for the few languages with rules of their own; nil for the general
  ///   rules. A locale without data of its own gets the general rules too.
  /// - Throws: `UnicodeTextError.unknownLocale` if it isn't well-formed.
  public init(locale: String? = nil) throws(UnicodeTextError) {
    segmenter = try Segmenter(kind: Int32(CICU_WORDS), locale: locale)
  }

  /// All segments in order: words and what is between them. They cover the text without gaps.
  public func segments(in text: String) throws(UnicodeTextError) -> [TextSegment] {
    try segmenter.segments(in: text)
  }

  /// The words alone.
  public func words(in text: String) throws(UnicodeTextError) -> [TextSegment] {
    try segmenter.segments(in: text).filter(\.isWordLike)
  }
}

/// Finds the boundaries of sentences (Unicode Standard Annex #29). May be used from any number of threads at once.
public struct SentenceBoundaries: Sendable {
  private let segmenter: Segmenter

  /// - Parameter locale: A BCP 47 language tag; nil for the general rules.
  /// - Throws: `UnicodeTextError.unknownLocale` if it isn't well-formed.
  public init(locale: String? = nil) throws(UnicodeTextError) {
    segmenter = try Segmenter(kind: Int32(CICU_SENTENCES), locale: locale)
  }

  /// The sentences in order, each with the space after it. They cover the text without gaps.
  public func sentences(in text: String) throws(UnicodeTextError) -> [TextSegment] {
    try segmenter.segments(in: text)
  }
}

/// A pool of ICU's boundary finders of one kind.
private struct Segmenter: Sendable {
  private let pool: HandlePool

  init(kind: Int32, locale: String?) throws(UnicodeTextError) {
    var error = cicu_error()
    let tag = locale ?? ""
    let handle = try tag.withTextPointer { cicu_boundaries_open(kind, $0, $1, &error) }
    if let handle {
      pool = HandlePool(prototype: handle, kind: .boundaries)
    } else if error.code == cicu_error_illegal_argument {
      throw .unknownLocale(tag)
    } else {
      let failure = ICUFailure(error)
      throw .icuFailure(operation: "open boundaries", name: failure?.name ?? "no object", code: error.code)
    }
  }

  func segments(in text: String) throws(UnicodeTextError) -> [TextSegment] {
    if text.isEmpty { return [] }
    let ends = try pool.withHandle { (handle) throws(UnicodeTextError) in
      let outcome = try text.withTextPointer { pointer, length in
        Result { () throws(ICUFailure) in try Self.ends(handle: handle, text: pointer, length: length) }
      }
      do throws(ICUFailure) {
        return try outcome.get()
      } catch {
        throw error.asTextError(operation: "find boundaries", utf8Length: text.utf8.count)
      }
    }
    var segments: [TextSegment] = []
    segments.reserveCapacity(ends.count)
    var offset = 0
    var index = text.startIndex
    for end in ends {
      let next = text.utf8.index(index, offsetBy: end.offset - offset)
      segments.append(TextSegment(range: index..<next, utf8Range: offset..<end.offset, kind: end.kind))
      index = next
      offset = end.offset
    }
    return segments
  }

  /// Runs inside `withTextPointer`: the finder is told to forget the text before the pointer's life ends.
  private static func ends(
    handle: OpaquePointer, text: TextPointer, length: Int64
  ) throws(ICUFailure) -> [(offset: Int, kind: TextSegment.Kind)] {
    var error = cicu_error()
    guard cicu_boundaries_begin(handle, text, length, &error) else {
      if let failure = ICUFailure(error) { throw failure }
      return []
    }
    defer { cicu_boundaries_finish(handle) }
    var ends: [(offset: Int, kind: TextSegment.Kind)] = []
    var number: Int32 = 0
    while true {
      let end = cicu_boundaries_next(handle, &number)
      if end < 0 { return ends }
      ends.append((Int(end), TextSegment.Kind(number: number)))
    }
  }
}

extension TextSegment.Kind {
  fileprivate init(number: Int32) {
    switch Int(number) {
    case Int(CICU_WORD_NUMBER): self = .number
    case Int(CICU_WORD_LETTERS): self = .letters
    case Int(CICU_WORD_KANA): self = .kana
    case Int(CICU_WORD_IDEOGRAPHS): self = .ideographs
    default: self = .other
    }
  }
}

extension HandleKind {
  fileprivate static let boundaries = HandleKind(
    clone: { cicu_boundaries_clone($0, &$1) },
    close: { cicu_boundaries_close($0) },
    operation: "clone a boundary finder")
}
