import UnicodeText

/// What makes rules too large to be compiled; no published standard comes near.
public struct RuleLimitError: Error, Equatable, Sendable, CustomStringConvertible {
  public var what: String

  public var description: String { "the rules cannot be compiled: \(what); divide the file into passes" }
}

extension TransformRules {
  /// How the scalars of a source are read before rules see them.
  enum Reading: Sendable {
    case letters
    /// Katakana as hiragana (U+30A1...U+30F6 lie 0x60 above their counterparts); ー stays.
    case kana

    func base(of scalar: UInt32) -> UInt32 {
      self == .kana && (0x30A1...0x30F6).contains(scalar) ? scalar - 0x60 : scalar
    }
  }

  func compiled(reading: Reading = .letters) throws -> RuleProgram {
    let normalization = try NormalizationData.shared.get()
    return RuleProgram(
      before: before,
      passes: try passes.enumerated().map { number, rules in
        var compiler = try RulePassCompiler(
          rules, reading: reading, before: number == 0 ? before : nil,
          composesResults: number == passes.count - 1 && after == .nfc, normalization)
        return try compiler.compile()
      }, after: after)
  }
}

/// Compiles the rules of one pass.
private struct RulePassCompiler {
  private let rules: [TransformRule]
  private let reading: TransformRules.Reading
  /// The form of the source; `nil` for what another pass wrote.
  private let before: NormalizationForm?
  /// Whether what is written need not be taken apart for rules to come.
  private let composesResults: Bool
  private let normalization: NormalizationData
  private var matchers: [RuleElement] = []
  private var matcherNumbers: [RuleElement: Int] = [:]
  /// By matchers that hold it: the number of a symbol.
  private var symbols: [[UInt16]: Int] = [:]
  private var matchersBySymbol: [[UInt16]] = []
  private var results: [CompiledResult] = []
  private var letters: [UInt8] = []
  private var pieces: [UInt32] = []
  private var resultNumbers: [[ResultElement]: Int] = [:]

  /// Sets of more scalars than this are looked up by range outside the pages.
  private static let smallSet = 512

  init(
    _ rules: [TransformRule], reading: TransformRules.Reading, before: NormalizationForm?, composesResults: Bool,
    _ normalization: NormalizationData
  ) throws {
    self.rules = rules
    self.reading = reading
    self.before = before
    self.composesResults = composesResults
    self.normalization = normalization
    for rule in rules {
      guard rule.key.count < 250, rule.left.count < 250, rule.right.count < 250 else {
        throw RuleLimitError(what: "a rule has 250 elements or more")
      }
      for element in rule.left + rule.key + rule.right where matcherNumbers[element] == nil {
        matcherNumbers[element] = matchers.count
        matchers.append(element)
      }
    }
    guard matchers.count < Int(UInt16.max), rules.count < 0x8000 else {
      throw RuleLimitError(what: "a pass has more than 32,767 rules or 65,534 sets")
    }
  }

  mutating func compile() throws -> RulePass {
    var small: [UInt32: [UInt16]] = [:]
    var large: [(number: UInt16, set: CharacterClass)] = []
    for (number, matcher) in matchers.enumerated() {
      switch matcher {
      case .scalar(let scalar): small[scalar, default: []].append(UInt16(number))
      case .set(let set) where set.scalarCount <= Self.smallSet:
        for scalar in set.ranges.joined() { small[scalar, default: []].append(UInt16(number)) }
      case .set(let set): large.append((UInt16(number), set))
      }
    }
    func signature(_ scalar: UInt32) -> [UInt16] {
      ((small[scalar] ?? []) + large.filter { $0.set.contains(scalar) }.map(\.number)).sorted()
    }
    let blocks = blocks(of: small.keys)
    var expansions: [[UInt32]] = []
    var values: [UInt32: UInt32] = [:]
    // Expansions need the values of their parts: first the scalars that stand for themselves.
    func plainValue(_ scalar: UInt32) -> UInt32 {
      let lower = Self.lower(reading.base(of: scalar))
      return UInt32(symbol(signature(lower))) | UInt32(flags(of: scalar).rawValue) << 16
    }
    for block in blocks.sorted() {
      for scalar in block << 6..<(block + 1) << 6 {
        if before == .nfd || before == .nfkd, let parts = normalization.decompositions[scalar],
          !(0xAC00...0xD7A3).contains(scalar)
        {
          let flags = SymbolFlags.expands.rawValue
          values[scalar] = UInt32(expansions.count) | UInt32(flags) << 16
          expansions.append(parts)
        } else {
          values[scalar] = plainValue(scalar)
        }
      }
    }
    var expansionStarts: [UInt16] = [0]
    var expansionParts: [UInt32] = []
    for parts in expansions {
      for part in parts {
        // Parts stand in canonical order already.
        let flags = flags(of: part).subtracting(.unsettledBefore)
        let lower = Self.lower(reading.base(of: part))
        expansionParts += [UInt32(symbol(signature(lower))) | UInt32(flags.rawValue) << 16, part]
      }
      guard expansionParts.count / 2 < Int(UInt16.max) else {
        throw RuleLimitError(what: "too many letters with marks")
      }
      expansionStarts.append(UInt16(expansionParts.count / 2))
    }
    let ranges = ranges(large)
    let edge = matchers.indices.filter { matchers[$0].matches(nil) }.map { UInt16($0) }
    matchersBySymbol.append(edge)
    let symbolCount = matchersBySymbol.count
    guard symbolCount < Int(UInt16.max) else { throw RuleLimitError(what: "there are too many letters") }

    let words = (symbolCount + 63) / 64
    var bits = [UInt64](repeating: 0, count: words * matchers.count)
    for (symbol, held) in matchersBySymbol.enumerated() {
      for matcher in held { bits[Int(matcher) * words + symbol / 64] |= 1 << UInt64(symbol % 64) }
    }
    var compiled: [CompiledRule] = []
    var elements: [UInt16] = []
    var rulesByMatcher: [UInt16: [UInt16]] = [:]
    for (number, rule) in rules.enumerated() {
      func matcher(_ element: RuleElement) -> UInt16 { UInt16(matcherNumbers[element] ?? 0) }
      let first = elements.count
      elements += rule.key.dropFirst().map(matcher) + rule.right.map(matcher) + rule.left.reversed().map(matcher)
      compiled.append(
        CompiledRule(
          keyCount: UInt8(rule.key.count), rightCount: UInt8(rule.right.count), leftCount: UInt8(rule.left.count),
          firstElement: UInt32(first), result: UInt16(try result(rule.result))))
      rulesByMatcher[matcher(rule.key[0]), default: []].append(UInt16(number))
    }
    var ruleStarts: [UInt16] = [0]
    var ruleOrder: [UInt16] = []
    for (symbol, held) in matchersBySymbol.enumerated() {
      if symbol < symbolCount - 1 { ruleOrder += held.flatMap { rulesByMatcher[$0] ?? [] }.sorted() }
      guard ruleOrder.count <= Int(UInt16.max) else { throw RuleLimitError(what: "too many rules begin alike") }
      ruleStarts.append(UInt16(ruleOrder.count))
    }
    return RulePass(
      symbols: ScalarTable(blocks: blocks) { values[$0] ?? 0 }, rangeStarts: ranges.map(\.start),
      rangeSymbols: ranges.map(\.symbol), symbolCount: symbolCount, ruleStarts: ruleStarts, ruleOrder: ruleOrder,
      rules: compiled, elements: elements, matcherBits: bits, matcherWords: words, results: results, letters: letters,
      pieces: pieces, expansionStarts: expansionStarts, expansionParts: expansionParts)
  }

  /// Blocks that the pages cover: those of Latin-1, of the letters that rules name, of their capitals, and of the letters
  /// with marks that decompose to them.
  private func blocks(of named: some Collection<UInt32>) -> Set<UInt32> {
    var scalars = Set(named)
    if before == .nfd || before == .nfkd {
      for (scalar, parts) in normalization.decompositions where scalars.contains(Self.lower(parts[0])) {
        if !(0xAC00...0xD7A3).contains(scalar) { scalars.insert(scalar) }
      }
    }
    var blocks: Set<UInt32> = [0, 1, 2, 3]
    for scalar in scalars {
      blocks.insert(scalar >> 6)
      for capital in Unicode.Scalar(scalar)?.properties.uppercaseMapping.unicodeScalars ?? "".unicodeScalars {
        blocks.insert(capital.value >> 6)
      }
      if reading == .kana, (0x3041...0x3096).contains(scalar) { blocks.insert((scalar + 0x60) >> 6) }
    }
    return blocks
  }

  /// The symbols of scalars outside the pages, which only large sets hold.
  private mutating func ranges(
    _ large: [(number: UInt16, set: CharacterClass)]
  ) -> [(start: UInt32, symbol: UInt16)] {
    var starts: Set<UInt32> = [0]
    for (_, set) in large {
      for range in set.ranges {
        starts.insert(range.lowerBound)
        starts.insert(range.upperBound + 1)
      }
    }
    var result: [(start: UInt32, symbol: UInt16)] = []
    for start in starts.sorted() {
      let symbol = UInt16(truncatingIfNeeded: symbol(large.filter { $0.set.contains(start) }.map(\.number).sorted()))
      if result.last?.symbol != symbol { result.append((start, symbol)) }
    }
    return result
  }

  private mutating func symbol(_ signature: [UInt16]) -> Int {
    if let number = symbols[signature] { return number }
    symbols[signature] = matchersBySymbol.count
    matchersBySymbol.append(signature)
    return matchersBySymbol.count - 1
  }

  private func flags(of value: UInt32) -> SymbolFlags {
    guard let scalar = Unicode.Scalar(value) else { return [] }
    var flags = SymbolFlags(properties: scalar.properties)
    if let before, normalization.isUnsettled(value, before) { flags.insert(.unsettledBefore) }
    if normalization.isUnsettled(value, .nfc) { flags.insert(.unsettledAfter) }
    return flags
  }

  static func lower(_ value: UInt32) -> UInt32 {
    guard let mapping = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars, mapping.count == 1 else {
      return value
    }
    return mapping.first?.value ?? value
  }

  // MARK: Results

  private mutating func result(_ elements: [ResultElement]) throws -> Int {
    if let known = resultNumbers[elements] { return known }
    let scalars = elements.compactMap { element -> Unicode.Scalar? in
      if case .scalar(let value) = element { Unicode.Scalar(value) } else { nil }
    }
    var compiled: CompiledResult
    if scalars.count == elements.count {
      compiled = try lettersResult(scalars)
    } else {
      // Runs of letters become results of their own.
      var list: [UInt32] = []
      var run: [ResultElement] = []
      for element in elements + [.segment(0..<0)] {
        guard case .segment(let range) = element else {
          run.append(element)
          continue
        }
        if !run.isEmpty { list.append(UInt32(try result(run)) << 1) }
        run = []
        if !range.isEmpty { list.append(1 | UInt32(range.lowerBound + 256 * range.count) << 1) }
      }
      guard list.count <= Int(UInt8.max) else { throw RuleLimitError(what: "a result has too many parts") }
      compiled = CompiledResult(
        first: UInt32(pieces.count), count: 0, capitalCount: 0, capitalsCount: 0, pieceCount: UInt8(list.count),
        flags: [])
      pieces += list
    }
    guard results.count < Int(UInt16.max) else { throw RuleLimitError(what: "there are too many results") }
    results.append(compiled)
    resultNumbers[elements] = results.count - 1
    return results.count - 1
  }

  private mutating func lettersResult(_ scalars: [Unicode.Scalar]) throws -> CompiledResult {
    var plain = ""
    var capital = ""
    var capitals = ""
    var hasCapital = false
    for scalar in scalars {
      plain.unicodeScalars.append(scalar)
      let upper = scalar.properties.uppercaseMapping
      if scalar.properties.isCased {
        capitals += upper
        if hasCapital { capital.unicodeScalars.append(scalar) } else { capital += scalar.properties.titlecaseMapping }
        hasCapital = true
      } else {
        capital.unicodeScalars.append(scalar)
        capitals.unicodeScalars.append(scalar)
      }
    }
    var flags: ResultFlags = hasCapital ? .cased : []
    if composesResults {
      plain = try plain.normalized(.nfc)
      capital = try capital.normalized(.nfc)
      capitals = try capitals.normalized(.nfc)
    }
    // What stands inside a normalized run stays; its first and last letters may meet others.
    let isSettled =
      try plain.isNormalized(.nfc)
      && !plain.unicodeScalars.contains {
        normalization.isUnsettled($0.value, .nfc)
      }
    if !isSettled { flags.insert(.unsettled) }
    if scalars.contains(where: \.properties.isWhitespace) { flags.insert(.space) }
    let bytes = [plain, capital, capitals].map { Array($0.utf8) }
    guard bytes.allSatisfy({ $0.count <= Int(UInt16.max) }) else { throw RuleLimitError(what: "a result is too long") }
    let first = letters.count
    for text in bytes { letters += text }
    return CompiledResult(
      first: UInt32(first), count: UInt16(bytes[0].count), capitalCount: UInt16(bytes[1].count),
      capitalsCount: UInt16(bytes[2].count), pieceCount: 0, flags: flags)
  }
}

extension SymbolFlags {
  /// What the Unicode Character Database says of a scalar.
  init(properties: Unicode.Scalar.Properties) {
    self = []
    let isSingle = properties.lowercaseMapping.unicodeScalars.count == 1
    if properties.changesWhenLowercased, isSingle { insert(.capital) }
    if properties.isCased { insert(.cased) }
    if properties.isAlphabetic || properties.isGraphemeExtend { insert(.word) }
    if properties.isWhitespace { insert(.space) }
  }
}
