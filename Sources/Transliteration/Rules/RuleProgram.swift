import SectionedFile
import UnicodeText

/// A rule file compiled: what is done before, the passes, what is done after. No rule text is needed to run it.
struct RuleProgram: Hashable, Sendable {
  var before: NormalizationForm
  var passes: [RulePass]
  var after: NormalizationForm
}

/// One pass over the source, left to right: at each place the first rule in file order that matches wins, and text that
/// no rule matches is copied.
///
/// Scalars that no rule can tell apart are one *symbol*. A rule is a row of symbol sets (*matchers*), each a row of bits;
/// the rules that may begin at a symbol are listed by symbol, in file order.
struct RulePass: Hashable, Sendable {
  /// Scalar → symbol in the low 16 bits, `SymbolFlags` in the next 8.
  var symbols: ScalarTable
  /// Scalars outside the pages of `symbols`: from each start on (sorted, the first 0) the symbol beside it.
  var rangeStarts: [UInt32]
  var rangeSymbols: [UInt16]
  var symbolCount: Int
  /// Where the rules of each symbol begin in `ruleOrder`; one more for the end.
  var ruleStarts: [UInt16]
  var ruleOrder: [UInt16]
  var rules: [CompiledRule]
  /// The matchers of all rules: the key without its first element, the right context, the left one from the key outwards.
  var elements: [UInt16]
  /// `matcherWords` words for each matcher: bit n is symbol n.
  var matcherBits: [UInt64]
  var matcherWords: Int
  var results: [CompiledResult]
  /// UTF-8 of all results.
  var letters: [UInt8]
  /// Results with segments: kind-and-number pairs, see `CompiledResult`.
  var pieces: [UInt32]
  /// Scalars that stand for several: where the parts of each begin in `expansionParts`.
  var expansionStarts: [UInt16]
  /// Parts of expansions: symbol and flags as in `symbols`, then the scalar.
  var expansionParts: [UInt32]

  /// The symbol of the edge of the text: the last.
  var edgeSymbol: Int { symbolCount - 1 }
}

/// What a scalar is, for case, words and normalization.
struct SymbolFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  var rawValue: UInt8

  /// A capital: it has another small form.
  static let capital = SymbolFlags(rawValue: 1 << 0)
  static let cased = SymbolFlags(rawValue: 1 << 1)
  /// A letter or mark: it does not end a word.
  static let word = SymbolFlags(rawValue: 1 << 2)
  static let space = SymbolFlags(rawValue: 1 << 3)
  /// Not known to be in the form that is wanted before the first pass.
  static let unsettledBefore = SymbolFlags(rawValue: 1 << 4)
  /// Not known to be in NFC where it is copied.
  static let unsettledAfter = SymbolFlags(rawValue: 1 << 5)
  /// The symbol is the number of an expansion.
  static let expands = SymbolFlags(rawValue: 1 << 6)
  /// A joiner that is taken out again where it would be copied.
  static let hidden = SymbolFlags(rawValue: 1 << 7)
}

struct CompiledRule: Hashable, Sendable, BitwiseCopyable {
  var keyCount: UInt8
  var rightCount: UInt8
  var leftCount: UInt8
  var firstElement: UInt32
  var result: UInt16
}

/// What a rule writes: letters in three cases, laid one behind the other (as written, with a capital, all capitals), each
/// with its place in `letters`; or, where `pieceCount` is not 0, pieces: twice a number of another result, or a segment
/// as 1 + 2 · (first + 256 · count).
struct CompiledResult: Hashable, Sendable, BitwiseCopyable {
  var first: UInt32
  /// Bytes as written.
  var count: UInt16
  var capitalCount: UInt16
  var capitalsCount: UInt16
  var pieceCount: UInt8
  var flags: ResultFlags
}

struct ResultFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  var rawValue: UInt8

  /// Has a letter that a capital would change.
  static let cased = ResultFlags(rawValue: 1)
  /// The text after it may have to be normalized.
  static let unsettled = ResultFlags(rawValue: 2)
  /// Holds a space, behind which another word begins.
  static let space = ResultFlags(rawValue: 4)
}
