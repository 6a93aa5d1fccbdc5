public import SectionedFile

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the entities that are worth judging for a name: those whose forms share keys with it.
public struct CandidateSearch: Sendable {
  /// The keys of one name.
  public struct Query: Sendable {
    /// Keys that stand for all of the name: its text, its readings.
    public var whole: [NameKey]
    /// For each word, the keys that stand for it.
    public var words: [[NameKey]]

    public init(whole: [NameKey], words: [[NameKey]]) {
      self.whole = whole
      self.words = words
    }
  }

  /// An entity, and the forms of it that share a key with the query.
  public struct Candidate: Hashable, Sendable {
    public var entity: UInt32
    public var forms: [UInt32]
  }

  /// Keys that bring more forms than this tell nothing.
  private static let postingLimit = 50_000

  private let index: NameIndex

  public init(_ index: NameIndex) { self.index = index }

  /// What is known of one form.
  private struct Share {
    /// One bit for each word of the query that the form has.
    var words: UInt64 = 0
    var weight = 0.0
  }

  /// At most `limit` entities: those whose forms have the most of the query's words come first, then those that share
  /// the rarer keys.
  public func candidates(for query: Query, limit: Int) throws(SectionedFileError) -> [Candidate] {
    let words = query.words.prefix(UInt64.bitWidth)
    let all = words.count == UInt64.bitWidth ? UInt64.max : (1 << UInt64(words.count)) - 1
    var shares: [UInt32: Share] = [:]
    try collect(query.whole, words: all, into: &shares)
    for (position, keys) in words.enumerated() { try collect(keys, words: 1 << UInt64(position), into: &shares) }

    var entities: [UInt32: (words: Int, weight: Double, forms: [UInt32])] = [:]
    for (form, share) in shares {
      let entity = try index.entityNumber(ofForm: form)
      var known = entities[entity] ?? (0, 0, [])
      known.words = max(known.words, share.words.nonzeroBitCount)
      known.weight = max(known.weight, share.weight)
      known.forms.append(form)
      entities[entity] = known
    }
    let ordered = entities.sorted {
      ($1.value.words, $1.value.weight, $0.key) < ($0.value.words, $0.value.weight, $1.key)
    }
    return ordered.prefix(limit).map { Candidate(entity: $0.key, forms: $0.value.forms.sorted()) }
  }

  private func collect(
    _ keys: [NameKey], words: UInt64, into shares: inout [UInt32: Share]
  ) throws(SectionedFileError) {
    for key in Set(keys) {
      let forms = try index.forms(for: key)
      if forms.isEmpty || forms.count > Self.postingLimit { continue }
      // The rarer the key, the more it tells: its information in nats.
      let weight = log(Double(index.formCount + 1) / Double(forms.count))
      for form in forms {
        shares[form, default: Share()].words |= words
        shares[form, default: Share()].weight += weight
      }
    }
  }
}
