import UnicodeText

/// A text that a system may have written, as it may have been before.
public struct SourceReading: Hashable, Sendable {
  public var text: String
  /// 100 for each rule that was undone, more for letters that left no trace and for marks that were lost: lower is likelier.
  public var cost: Int

  public init(text: String, cost: Int) {
    self.text = text
    self.cost = cost
  }
}

/// Rules undone: what may stand behind a word that they wrote.
///
/// A beam goes through the word and takes at each place every rule whose result stands there; contexts are left aside, and
/// whatever comes out at the end is written by the rules once more and kept only where that gives the word again. Time is
/// bounded by the length of a word, the width of the beam, and the number of rules that write one text.
struct RuleInverse: Sendable {
  private let passes: [PassInverse]

  /// Longer words are not undone.
  private static let longestWord = 80
  private static let width = 64
  private static let lostMarksCost = 300

  init(_ program: RuleProgram) {
    passes = program.passes.enumerated().map { PassInverse($1, isLast: $0 == program.passes.count - 1) }
  }

  /// The likeliest sources of one word, the likeliest first.
  ///
  /// - Parameter write: the rules, forwards.
  func sources(
    of word: String, limit: Int, write: (String) throws(UnicodeTextError) -> String
  ) throws(UnicodeTextError) -> [SourceReading] {
    let small = word.lowercased()
    guard small.unicodeScalars.count <= Self.longestWord else { return [] }
    var candidates = [Candidate(scalars: try small.normalized(.nfd).unicodeScalars.map(\.value), cost: 0)]
    for pass in passes.reversed() {
      var next: [[UInt32]: Int] = [:]
      for candidate in candidates {
        for (scalars, cost) in pass.sources(of: candidate.scalars, width: Self.width) {
          next[scalars] = min(next[scalars] ?? .max, candidate.cost + cost)
        }
      }
      candidates = next.map { Candidate(scalars: $0, cost: $1) }.sorted(by: Candidate.isLikelier)
      candidates = Array(candidates.prefix(Self.width))
    }
    let wanted = try small.normalized(.nfc)
    let bare = try wanted.withoutMarks()
    var readings: [String: Int] = [:]
    for candidate in candidates {
      let source = try String(String.UnicodeScalarView(candidate.scalars.compactMap(Unicode.Scalar.init))).normalized(
        .nfc)
      let written = try write(source).lowercased().normalized(.nfc)
      let extra: Int
      if written.unicodeScalars.elementsEqual(wanted.unicodeScalars) {
        extra = 0
      } else if try written.withoutMarks() == bare {
        extra = Self.lostMarksCost
      } else {
        continue
      }
      readings[source] = min(readings[source] ?? .max, candidate.cost + extra)
    }
    let isCapital = word.first?.isUppercase == true
    let isAllCapitals = word.count > 1 && word == word.uppercased() && word != small
    return readings.sorted { ($0.value, $0.key.utf8Bytes) < ($1.value, $1.key.utf8Bytes) }.prefix(limit).map {
      SourceReading(
        text: isAllCapitals ? $0.key.uppercased() : isCapital ? Capitalization.words($0.key) : $0.key, cost: $0.value)
    }
  }

  private struct Candidate {
    var scalars: [UInt32]
    var cost: Int

    static func isLikelier(_ left: Candidate, _ right: Candidate) -> Bool {
      left.cost == right.cost ? left.scalars.lexicographicallyPrecedes(right.scalars) : left.cost < right.cost
    }
  }
}

/// One pass undone.
private struct PassInverse: Sendable {
  private struct Step: Hashable {
    var result: [UInt32]
    var key: [UInt32]
  }

  /// By the first scalar of the result.
  private let steps: [UInt32: [Step]]
  /// Keys that leave nothing.
  private let silent: [[UInt32]]

  private static let ruleCost = 100
  private static let silentCost = 300
  /// What it costs that a letter, or a mark, was copied to the end; from one pass to the next they mostly are.
  private static let letterCost = 500
  private static let markCost = 300
  private static let passedOnCost = 40
  private static let keysPerRule = 80
  private let isLast: Bool

  init(_ pass: RulePass, isLast: Bool) {
    self.isLast = isLast
    // The lowest small scalar stands for all that rules cannot tell apart.
    var scalars = [UInt32?](repeating: nil, count: pass.symbolCount)
    for (block, page) in pass.symbols.pageByBlock.enumerated() where page != ScalarTable.noPage {
      for place in 0..<ScalarTable.blockLength {
        let value = pass.symbols.values[Int(page) * ScalarTable.blockLength + place]
        let flags = SymbolFlags(rawValue: UInt8(truncatingIfNeeded: value >> 16))
        let scalar = UInt32(block * ScalarTable.blockLength + place)
        guard !flags.contains(.expands), !flags.contains(.capital), scalars[Int(value & 0xFFFF)] == nil,
          Unicode.Scalar(scalar)?.properties.generalCategory != .unassigned
        else { continue }
        scalars[Int(value & 0xFFFF)] = scalar
      }
    }
    var firstSymbols: [Int: [Int]] = [:]
    for symbol in 0..<pass.symbolCount {
      for rule in pass.ruleOrder[Int(pass.ruleStarts[symbol])..<Int(pass.ruleStarts[symbol + 1])] {
        firstSymbols[Int(rule), default: []].append(symbol)
      }
    }
    var steps: [UInt32: Set<Step>] = [:]
    var silent: Set<[UInt32]> = []
    for (number, rule) in pass.rules.enumerated() {
      var keys: [[UInt32]] = (firstSymbols[number] ?? []).compactMap { scalars[$0].map { [$0] } }
      for element in Int(rule.firstElement)..<Int(rule.firstElement) + Int(rule.keyCount) - 1 {
        let matcher = Int(pass.elements[element])
        let symbols = (0..<pass.symbolCount - 1).filter {
          pass.matcherBits[matcher * pass.matcherWords + $0 / 64] >> UInt64($0 % 64) & 1 != 0
        }
        keys = keys.prefix(Self.keysPerRule).flatMap { key in
          symbols.compactMap { scalars[$0] }.prefix(Self.keysPerRule).map { key + [$0] }
        }
      }
      for key in keys.prefix(Self.keysPerRule) {
        let result = Self.result(of: rule, key: key, in: pass)
        guard !result.isEmpty else {
          silent.insert(key)
          continue
        }
        steps[result[0], default: []].insert(Step(result: result, key: key))
        // Writers drop marks; that they were there is asked at the end.
        let bare = result.filter { Unicode.Scalar($0)?.properties.generalCategory != .nonspacingMark }
        if isLast, bare.count < result.count, let first = bare.first {
          steps[first, default: []].insert(Step(result: bare, key: key))
        }
      }
    }
    self.steps = steps.mapValues { list in
      list.sorted {
        $0.result.count == $1.result.count
          ? $0.key.lexicographicallyPrecedes($1.key) : $0.result.count > $1.result.count
      }
    }
    self.silent = silent.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What a rule writes for a key, taken apart (NFD).
  private static func result(of rule: CompiledRule, key: [UInt32], in pass: RulePass) -> [UInt32] {
    func letters(_ result: CompiledResult) -> String {
      String(decoding: pass.letters[Int(result.first)..<Int(result.first) + Int(result.count)], as: UTF8.self)
    }
    let result = pass.results[Int(rule.result)]
    var text = ""
    if result.pieceCount == 0 {
      text = letters(result)
    } else {
      for piece in pass.pieces[Int(result.first)..<Int(result.first) + Int(result.pieceCount)] {
        if piece & 1 == 0 {
          text += letters(pass.results[Int(piece >> 1)])
        } else {
          let first = Int(piece >> 1 & 0xFF)
          for scalar in key.dropFirst(first).prefix(Int(piece >> 9)).compactMap(Unicode.Scalar.init) {
            text.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return ((try? text.normalized(.nfd)) ?? text).unicodeScalars.map(\.value)
  }

  /// The cheapest sources of a text.
  func sources(of text: [UInt32], width: Int) -> [([UInt32], Int)] {
    var reached = [[[UInt32]: Int]](repeating: [:], count: text.count + 1)
    reached[0] = [[]: 0]
    for place in 0...text.count {
      var states = Self.pruned(reached[place], width)
      // A letter that leaves nothing may stand anywhere, one at a place.
      let quiet = states.prefix(width / 4).flatMap { state in
        silent.prefix(Self.keysPerRule).map { (state.0 + $0, state.1 + Self.silentCost) }
      }
      states = Self.pruned(
        Dictionary((states + quiet).map { ($0.0, $0.1) }, uniquingKeysWith: min), width)
      if place == text.count { return states }
      let following = steps[text[place]] ?? []
      for (source, cost) in states {
        for step in following where text[place...].starts(with: step.result) {
          let target = place + step.result.count
          let next = source + step.key
          reached[target][next] = min(reached[target][next] ?? .max, cost + Self.ruleCost)
        }
        let copied = source + [text[place]]
        let copyCost = cost + copyCost(of: text[place], isWritten: !following.isEmpty)
        reached[place + 1][copied] = min(reached[place + 1][copied] ?? .max, copyCost)
      }
    }
    return []
  }

  private func copyCost(of scalar: UInt32, isWritten: Bool) -> Int {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return Self.letterCost }
    if properties.isGraphemeExtend { return isLast ? Self.markCost : Self.passedOnCost }
    if properties.isAlphabetic { return isLast ? Self.letterCost : Self.passedOnCost }
    return isWritten ? Self.ruleCost : 0
  }

  private static func pruned(_ states: [[UInt32]: Int], _ width: Int) -> [([UInt32], Int)] {
    Array(
      states.map { ($0.key, $0.value) }.sorted {
        $0.1 == $1.1 ? $0.0.lexicographicallyPrecedes($1.0) : $0.1 < $1.1
      }.prefix(width))
  }
}
