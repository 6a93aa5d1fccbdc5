import SectionedFile
import UnicodeText

/// Compiled rules as they lie in compiled tables.
extension RuleProgram {
  private static let forms: [NormalizationForm] = [.nfc, .nfd, .nfkc, .nfkd]

  func encode(to writer: inout ByteWriter) {
    writer.append(UInt8(Self.forms.firstIndex(of: before) ?? 0))
    writer.append(UInt8(Self.forms.firstIndex(of: after) ?? 0))
    writer.append(UInt32(passes.count))
    for pass in passes { pass.encode(to: &writer) }
  }

  init(decoding reader: inout ByteReader, in region: ByteRegion) throws(SectionedFileError) {
    func form(_ number: UInt8) throws(SectionedFileError) -> NormalizationForm {
      guard Self.forms.indices.contains(Int(number)) else {
        throw region.damaged(at: 0, "\(number) is no normalization form")
      }
      return Self.forms[Int(number)]
    }
    before = try form(reader.uint8())
    after = try form(reader.uint8())
    passes = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 64)) {
      let pass = try RulePass(decoding: &reader, in: region)
      guard pass.isSound else { throw region.damaged(at: 0, "a number in compiled rules points outside") }
      passes.append(pass)
    }
  }
}

extension RulePass {
  func encode(to writer: inout ByteWriter) {
    symbols.encode(to: &writer)
    writer.append(array: rangeStarts)
    writer.append(array: rangeSymbols)
    writer.append(UInt32(symbolCount))
    writer.append(array: ruleStarts)
    writer.append(array: ruleOrder)
    writer.append(UInt32(rules.count))
    for rule in rules {
      for count in [rule.keyCount, rule.rightCount, rule.leftCount] { writer.append(count) }
      writer.append(rule.firstElement)
      writer.append(rule.result)
    }
    writer.append(array: elements)
    writer.append(array: matcherBits)
    writer.append(UInt32(matcherWords))
    writer.append(UInt32(results.count))
    for result in results {
      writer.append(result.first)
      for count in [result.count, result.capitalCount, result.capitalsCount] { writer.append(count) }
      writer.append(result.pieceCount)
      writer.append(result.flags.rawValue)
    }
    writer.append(array: letters)
    writer.append(array: pieces)
    writer.append(array: expansionStarts)
    writer.append(array: expansionParts)
  }

  init(decoding reader: inout ByteReader, in region: ByteRegion) throws(SectionedFileError) {
    symbols = try ScalarTable(decoding: &reader, in: region)
    rangeStarts = try reader.array()
    rangeSymbols = try reader.array()
    symbolCount = try Int(reader.uint32())
    ruleStarts = try reader.array()
    ruleOrder = try reader.array()
    rules = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 9)) {
      rules.append(
        CompiledRule(
          keyCount: try reader.uint8(), rightCount: try reader.uint8(), leftCount: try reader.uint8(),
          firstElement: try reader.uint32(), result: try reader.uint16()))
    }
    elements = try reader.array()
    matcherBits = try reader.array()
    matcherWords = try Int(reader.uint32())
    results = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 12)) {
      results.append(
        CompiledResult(
          first: try reader.uint32(), count: try reader.uint16(), capitalCount: try reader.uint16(),
          capitalsCount: try reader.uint16(), pieceCount: try reader.uint8(),
          flags: ResultFlags(rawValue: try reader.uint8())))
    }
    letters = try reader.array()
    pieces = try reader.array()
    expansionStarts = try reader.array()
    expansionParts = try reader.array()
  }

  /// Whether every number points inside. The runner relies on it.
  var isSound: Bool {
    guard symbolCount >= 1, symbolCount < Int(UInt16.max), symbols.isSound, rules.count < 0x8000,
      results.count < Int(UInt16.max), ruleStarts.count == symbolCount + 1, rangeStarts.first == 0,
      rangeSymbols.count == rangeStarts.count, matcherWords == (symbolCount + 63) / 64,
      expansionStarts.first == 0, expansionParts.count % 2 == 0
    else { return false }
    let expansionCount = expansionStarts.count - 1
    let matcherCount = matcherBits.count / matcherWords
    func isSymbol(_ value: UInt32) -> Bool { Int(value & 0xFFFF) < symbolCount }
    let valuesAreSound = symbols.values.allSatisfy {
      $0 & UInt32(SymbolFlags.expands.rawValue) << 16 == 0 ? isSymbol($0) : Int($0 & 0xFFFF) < expansionCount
    }
    let expansionsAreSound =
      zip(expansionStarts, expansionStarts.dropFirst()).allSatisfy { $0 <= $1 }
      && Int(expansionStarts.last ?? 0) * 2 <= expansionParts.count
      && stride(from: 0, to: expansionParts.count, by: 2).allSatisfy {
        isSymbol(expansionParts[$0]) && Unicode.Scalar(expansionParts[$0 + 1]) != nil
      }
    let listsAreSound =
      zip(ruleStarts, ruleStarts.dropFirst()).allSatisfy { $0 <= $1 } && Int(ruleStarts.last ?? 0) <= ruleOrder.count
      && ruleOrder.allSatisfy { Int($0) < rules.count } && rangeSymbols.allSatisfy { Int($0) < symbolCount }
      && elements.allSatisfy { Int($0) < matcherCount }
    let rulesAreSound = rules.allSatisfy { rule in
      let count = Int(rule.keyCount) - 1 + Int(rule.rightCount) + Int(rule.leftCount)
      return rule.keyCount >= 1 && Int(rule.result) < results.count
        && Int(rule.firstElement) + count <= elements.count
    }
    let resultsAreSound = results.allSatisfy { result in
      guard result.pieceCount == 0 else { return Int(result.first) + Int(result.pieceCount) <= pieces.count }
      return Int(result.first) + Int(result.count) + Int(result.capitalCount) + Int(result.capitalsCount)
        <= letters.count
    }
    // Pieces name results of letters only, so that nothing goes round in circles.
    let piecesAreSound = pieces.allSatisfy { piece in
      piece & 1 == 1 || Int(piece >> 1) < results.count && results[Int(piece >> 1)].pieceCount == 0
    }
    return valuesAreSound && expansionsAreSound && listsAreSound && rulesAreSound && resultsAreSound && piecesAreSound
  }
}
