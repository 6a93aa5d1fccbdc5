public import SectionedFile

/// Finds the forms that are worth comparing with a name: those that share keys with it.
public struct CandidateSearch: Sendable {
  /// Keys of single words that bring more forms than this tell nothing.
  private static let wordPostingLimit = 3_000
  /// A word that is all there is of a name may be as common as this.
  private static let onlyWordPostingLimit = 60_000

  private let index: NameIndex

  public init(_ index: NameIndex) { self.index = index }

  /// Forms that are worth comparing, by number.
  public struct Found: Sendable {
    /// Those first that share the likelier and the rarer keys.
    public var forms: [UInt32] = []
    /// How many of them, the first ones, share a key of the whole name.
    public var wholeCount = 0
  }

  /// The numbers of the forms that have one of the keys.
  public func forms(under keys: [NameKey]) throws(SectionedFileError) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for key in keys {
      for number in try index.postings(for: key) { found.insert(try index.posting(number)) }
    }
    return found
  }

  /// At most about `limit` forms, those first that share the likelier and the rarer keys.
  ///
  /// Keys of the whole name come first, then keys of two words by how likely the query's reading is, then those of
  /// single words, the rarer first: a form that shares none of them is not found.
  public func forms(for probes: NameKeyer.Probes, limit: Int) throws(SectionedFileError) -> Found {
    var seen: Set<UInt32> = []
    var found = Found()
    func collect(_ range: Range<Int>) throws(SectionedFileError) {
      for number in range {
        let form = try index.posting(number)
        if seen.insert(form).inserted { found.forms.append(form) }
      }
    }
    for key in probes.whole { try collect(try index.postings(for: key)) }
    found.wholeCount = found.forms.count
    for probe in probes.pairs where found.forms.count < limit { try collect(try index.postings(for: probe.key)) }
    let most = probes.words.count == 1 ? Self.onlyWordPostingLimit : Self.wordPostingLimit
    var lists: [(range: Range<Int>, order: Int)] = []
    for word in probes.words {
      for probe in word {
        let range = try index.postings(for: probe.key)
        if !range.isEmpty, range.count <= most { lists.append((range, range.count * (probe.cost + 100))) }
      }
    }
    for list in lists.sorted(by: { ($0.order, $0.range.lowerBound) < ($1.order, $1.range.lowerBound) })
    where found.forms.count < limit || most == Self.onlyWordPostingLimit {
      try collect(list.range)
    }
    return found
  }
}
