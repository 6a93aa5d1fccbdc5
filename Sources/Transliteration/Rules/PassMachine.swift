/// A pass made ready to run: its tables in memory that is read without bounds checks, and a dispatch table beside them.
///
/// The dispatch table names, for a symbol and the symbol after it, the rules that can match there, in file order and no
/// further than the first that surely does.
///
/// `@unchecked Sendable`: the memory is written in `init` and never after; it is freed in `deinit`, when nobody can hold
/// the machine any more. The proof that all reads stay inside is `RulePass.isSound`, which `init` demands: symbols lie below
/// `symbolCount`, and every number that one table holds about another lies below the count of that other.
final class PassMachine: @unchecked Sendable {
  let symbolCount: Int
  let matcherWords: Int
  let hasExpansions: Bool
  private let blockCount: Int
  private let pageByBlock: UnsafeMutablePointer<UInt16>
  private let values: UnsafeMutablePointer<UInt32>
  private let rules: UnsafeMutablePointer<CompiledRule>
  private let elements: UnsafeMutablePointer<UInt16>
  private let matcherBits: UnsafeMutablePointer<UInt64>
  private let results: UnsafeMutablePointer<CompiledResult>
  private let letters: UnsafeMutablePointer<UInt8>
  private let dispatch: UnsafeMutablePointer<DispatchCell>
  private let dispatchList: UnsafeMutablePointer<UInt16>
  /// For one symbol there are so many cells: one for each next symbol, or a single one where that would be too many.
  private let dispatchStride: Int
  private let pass: RulePass

  private struct DispatchCell {
    var first: UInt32
    /// 0 where no rule can match.
    var count: UInt16
    /// Whether the first rule surely matches.
    var isSure: Bool
    /// Of that rule.
    var keyCount: UInt8
    var result: UInt16
  }

  /// What is written at a place, and how many units it is written for.
  struct Match {
    var result: UInt16
    var keyCount: UInt8
  }

  /// Set in the dispatch list where nothing is left to look at; no pass has so many rules that the bit is part of a number.
  private static let surely: UInt16 = 0x8000
  /// Passes with more symbols are dispatched by one symbol.
  private static let pairedSymbols = 192

  init(_ pass: RulePass) {
    precondition(pass.isSound && pass.rules.count < Int(Self.surely))
    self.pass = pass
    symbolCount = pass.symbolCount
    matcherWords = pass.matcherWords
    hasExpansions = pass.expansionStarts.count > 1
    blockCount = pass.symbols.pageByBlock.count
    pageByBlock = Self.copy(pass.symbols.pageByBlock)
    values = Self.copy(pass.symbols.values)
    rules = Self.copy(pass.rules)
    elements = Self.copy(pass.elements)
    matcherBits = Self.copy(pass.matcherBits)
    results = Self.copy(pass.results)
    letters = Self.copy(pass.letters + [UInt8](repeating: 0, count: ByteSink.padding))
    let isPaired = pass.symbolCount <= Self.pairedSymbols
    dispatchStride = isPaired ? pass.symbolCount : 1
    var cells: [DispatchCell] = []
    var list: [UInt16] = []
    for symbol in 0..<pass.symbolCount {
      let starting = pass.ruleOrder[Int(pass.ruleStarts[symbol])..<Int(pass.ruleStarts[symbol + 1])]
      var known: [(rules: [UInt16], cell: DispatchCell)] = []
      for next in 0..<(isPaired ? pass.symbolCount : 1) {
        let found = isPaired ? Self.rules(of: pass, starting, before: next) : Self.rules(of: pass, starting)
        if let same = known.first(where: { $0.rules == found }) {
          cells.append(same.cell)
          continue
        }
        let first = found.first.map { pass.rules[Int($0 & ~Self.surely)] }
        let cell = DispatchCell(
          first: UInt32(list.count), count: UInt16(found.count), isSure: (found.first ?? 0) & Self.surely != 0,
          keyCount: first?.keyCount ?? 0, result: first?.result ?? 0)
        list += found
        known.append((found, cell))
        cells.append(cell)
      }
    }
    dispatch = Self.copy(cells)
    dispatchList = Self.copy(list)
  }

  deinit {
    pageByBlock.deallocate()
    values.deallocate()
    rules.deallocate()
    elements.deallocate()
    matcherBits.deallocate()
    results.deallocate()
    letters.deallocate()
    dispatch.deallocate()
    dispatchList.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(array.count, 1))
    array.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
    }
    return memory
  }

  /// The rules of `starting` that can match before a symbol.
  private static func rules(of pass: RulePass, _ starting: ArraySlice<UInt16>, before next: Int) -> [UInt16] {
    var found: [UInt16] = []
    for number in starting {
      let rule = pass.rules[Int(number)]
      let looksAhead = rule.keyCount > 1 || rule.rightCount > 0
      if looksAhead {
        // A key does not go over the edge of the text.
        if rule.keyCount > 1, next == pass.edgeSymbol { continue }
        let matcher = Int(pass.elements[Int(rule.firstElement)])
        if pass.matcherBits[matcher * pass.matcherWords + next / 64] >> UInt64(next % 64) & 1 == 0 { continue }
      }
      let isSure = rule.leftCount == 0 && Int(rule.keyCount) + Int(rule.rightCount) <= 2
      found.append(isSure ? number | surely : number)
      if isSure { break }
    }
    return found
  }

  /// The rules of `starting`, up to the first that looks at nothing else.
  private static func rules(of pass: RulePass, _ starting: ArraySlice<UInt16>) -> [UInt16] {
    var found: [UInt16] = []
    for number in starting {
      let rule = pass.rules[Int(number)]
      let isSure = rule.keyCount == 1 && rule.rightCount == 0 && rule.leftCount == 0
      found.append(isSure ? number | surely : number)
      if isSure { break }
    }
    return found
  }

  // MARK: Symbols

  /// Symbol in the low 16 bits, `SymbolFlags` in the next 8; `ScalarTable.unlisted` outside the pages.
  @inline(__always)
  func value(of scalar: UInt32) -> UInt32 {
    let block = Int(scalar >> ScalarTable.blockBits)
    guard block < blockCount else { return ScalarTable.unlisted }
    let page = pageByBlock[block]
    guard page != ScalarTable.noPage else { return ScalarTable.unlisted }
    return values[Int(page) * ScalarTable.blockLength + Int(scalar & 0x3F)]
  }

  /// Symbol and flags of a scalar that rules do not name.
  @inline(never)
  func unlistedValue(of scalar: UInt32) -> UInt32 {
    var low = 0
    var high = pass.rangeStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pass.rangeStarts[middle] <= scalar { low = middle } else { high = middle }
    }
    var flags: SymbolFlags = [.unsettledBefore, .unsettledAfter]
    // Han characters and Hangul syllables are settled; of all others normalization decides.
    if (0x4E00...0x9FFF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar) { flags = [] }
    if let properties = Unicode.Scalar(scalar)?.properties { flags.formUnion(SymbolFlags(properties: properties)) }
    return UInt32(pass.rangeSymbols[low]) | UInt32(flags.rawValue) << 16
  }

  /// The parts of an expansion.
  @inline(__always)
  func expansion(_ number: Int) -> Range<Int> {
    Int(pass.expansionStarts[number])..<Int(pass.expansionStarts[number + 1])
  }

  /// Value and scalar of a part.
  @inline(__always)
  func part(_ index: Int) -> (value: UInt32, scalar: UInt32) {
    (pass.expansionParts[index * 2], pass.expansionParts[index * 2 + 1])
  }

  // MARK: Rules

  /// What the first rule in file order that matches at a place writes.
  @inline(__always)
  func match(at position: Int, in units: borrowing SourceUnits) -> Match? {
    let symbol = Int(units[position].symbol)
    let next = position &+ 1 < units.count ? Int(units[position &+ 1].symbol) : symbolCount &- 1
    let cell = dispatch[symbol &* dispatchStride &+ (dispatchStride == 1 ? 0 : next)]
    if cell.isSure { return Match(result: cell.result, keyCount: cell.keyCount) }
    if cell.count == 0 { return nil }
    return match(cell, at: position, in: units)
  }

  private func match(_ cell: DispatchCell, at position: Int, in units: borrowing SourceUnits) -> Match? {
    var index = Int(cell.first)
    let end = index &+ Int(cell.count)
    while index < end {
      let number = dispatchList[index]
      let rule = rules[Int(number & ~Self.surely)]
      if number & Self.surely != 0 || matches(rule, at: position, in: units) {
        return Match(result: rule.result, keyCount: rule.keyCount)
      }
      index &+= 1
    }
    return nil
  }

  @inline(__always)
  private func matches(_ rule: CompiledRule, at position: Int, in units: borrowing SourceUnits) -> Bool {
    let keyEnd = position &+ Int(rule.keyCount)
    guard keyEnd <= units.count else { return false }
    var element = Int(rule.firstElement)
    var place = position &+ 1
    let end = keyEnd &+ Int(rule.rightCount)
    while place < end {
      let symbol = place < units.count ? Int(units[place].symbol) : symbolCount &- 1
      if !matches(element, symbol) { return false }
      element &+= 1
      place &+= 1
    }
    place = position &- 1
    let start = place &- Int(rule.leftCount)
    while place > start {
      let symbol = place >= 0 ? Int(units[place].symbol) : symbolCount &- 1
      if !matches(element, symbol) { return false }
      element &+= 1
      place &-= 1
    }
    return true
  }

  @inline(__always)
  private func matches(_ element: Int, _ symbol: Int) -> Bool {
    matcherBits[Int(elements[element]) &* matcherWords &+ (symbol &>> 6)] &>> UInt64(symbol & 63) & 1 != 0
  }

  // MARK: Results

  @inline(__always)
  func result(_ number: UInt16) -> CompiledResult { results[Int(number)] }

  /// A result as it is written without capitals.
  func letters(of result: CompiledResult) -> String {
    String(decoding: pass.letters[Int(result.first)..<Int(result.first) + Int(result.count)], as: UTF8.self)
  }

  func piece(_ index: Int) -> UInt32 { pass.pieces[index] }

  /// `count` bytes of letters, at most those of a result that begins at `first`.
  @inline(__always)
  func append(lettersFrom first: Int, count: Int, to sink: inout ByteSink) {
    sink.append(padded: letters + first, count: count)
  }
}
