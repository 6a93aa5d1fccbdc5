import UnicodeText

/// Where the capitals of a result come from.
enum Capitals: Hashable, Sendable {
  /// From those of the source: a capital makes the first letter of its result a capital, and in a word of capitals the
  /// whole result (ЩУКА → SHCHUKA, Щука → Shchuka).
  case source
  /// The source has none: each word begins with one.
  case words
}

/// Where the parts of a result come from, as places in the UTF-8 of both that belong together, in rising order.
struct OffsetTrace {
  var places: [(source: Int, target: Int)] = []
}

/// A rule file made ready to run, from any number of threads.
final class RuleEngine: Sendable {
  private let before: NormalizationForm
  private let passes: [PassMachine]
  private let after: NormalizationForm

  /// - Parameter program: sound, as every program is that was compiled or decoded.
  init(_ program: RuleProgram) {
    before = program.before
    passes = program.passes.map(PassMachine.init)
    after = program.after
  }

  /// The source written by the rules, in the normalization form that they close with.
  ///
  /// - Parameters:
  ///   - division: how a name of Hangul syllables is divided while it is read.
  ///   - trace: where wanted, filled with places of `text` and of the result.
  func write(
    _ text: String, capitals: Capitals = .source, division: NameDivision? = nil, trace: inout OffsetTrace?
  ) throws(UnicodeTextError) -> String {
    var current = text
    var division = division
    // A joiner that is not written must still keep the syllables apart in later passes: it is taken out at the end.
    let leftover = passes.count > 1 && division?.isJoinerShown == false ? division?.joiner : nil
    if leftover != nil { division?.isJoinerShown = true }
    for (number, pass) in passes.enumerated() {
      let isFirst = number == 0
      var step: OffsetTrace? = trace == nil ? nil : OffsetTrace()
      var outcome = pass.run(
        &current, decomposesHangul: isFirst && (before == .nfd || before == .nfkd),
        division: isFirst ? division : nil, isNormalized: !isFirst,
        capitals: number == passes.count - 1 ? capitals : .source, trace: &step)
      if case .needsNormalization = outcome {
        var normalization: OffsetTrace? = trace == nil ? nil : OffsetTrace()
        current = try current.normalized(before, trace: &normalization)
        trace.append(normalization)
        // What was normalized is read as it stands; the parts of decomposed syllables are what they are.
        outcome = pass.run(
          &current, decomposesHangul: false, division: division, isNormalized: true,
          capitals: number == passes.count - 1 ? capitals : .source, trace: &step)
      }
      guard case .written(let written, let isSettled) = outcome else { return current }
      current = written
      trace.append(step)
      if number == passes.count - 1, !isSettled || after != .nfc {
        var normalization: OffsetTrace? = trace == nil ? nil : OffsetTrace()
        current = try current.normalized(after, trace: &normalization)
        trace.append(normalization)
      }
    }
    return leftover.map { Self.removing($0, from: current, trace: &trace) } ?? current
  }

  private static func removing(
    _ joiner: Unicode.Scalar, from text: String, trace: inout OffsetTrace?
  ) -> String {
    var result = String.UnicodeScalarView()
    var removal: OffsetTrace? = trace == nil ? nil : OffsetTrace()
    var offset = 0
    var written = 0
    for scalar in text.unicodeScalars {
      removal?.places.append((offset, written))
      offset += UTF8.width(scalar)
      if scalar == joiner { continue }
      written += UTF8.width(scalar)
      result.append(scalar)
    }
    removal?.places.append((offset, written))
    trace.append(removal)
    return String(result)
  }
}

extension PassMachine {
  enum Outcome {
    /// The text, and whether it is known to be in NFC.
    case written(String, isSettled: Bool)
    /// The source may have to be normalized before it is read.
    case needsNormalization
  }

  /// One pass over `text`.
  func run(
    _ text: inout String, decomposesHangul: Bool, division: NameDivision?, isNormalized: Bool, capitals: Capitals,
    trace: inout OffsetTrace?
  ) -> Outcome {
    var local = trace
    trace = nil
    let outcome = text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(
        of: SourceUnit.self,
        capacity: unitLimit(byteCount: bytes.count, decomposesHangul: decomposesHangul, isDivided: division != nil)
      ) { unitBuffer -> Outcome in
        var units = SourceUnits(unitBuffer)
        read(bytes, decomposingHangul: decomposesHangul, division: division, into: &units)
        if !isNormalized, units.flags.contains(.unsettledBefore) { return .needsNormalization }
        return withUnsafeTemporaryAllocation(
          of: UInt8.self, capacity: max(ByteSink.room, min(bytes.count * 4, 1 << 16))
        ) {
          var sink = ByteSink($0)
          let isSettled = write(units, capitals: capitals, to: &sink, trace: &local)
          local?.places.append((bytes.count, sink.count))
          return .written(sink.text(), isSettled: isSettled)
        }
      }
    }
    trace = local
    return outcome
  }

  /// Writes all units. Returns whether the result is known to be in NFC.
  private func write(
    _ units: borrowing SourceUnits, capitals: Capitals, to sink: inout ByteSink, trace: inout OffsetTrace?
  ) -> Bool {
    let count = units.count
    let isTraced = trace != nil
    var isSettled = true
    var wantsHead = capitals == .words
    var position = 0
    while position < count {
      let unit = units[position]
      if isTraced { trace?.places.append((Int(unit.offset), sink.count)) }
      guard let match = match(at: position, in: units) else {
        position &+= 1
        if unit.flags.contains(.hidden) { continue }
        if unit.flags.contains(.unsettledAfter) { isSettled = false }
        if wantsHead, unit.flags.contains(.cased) {
          wantsHead = false
          appendCapital(of: unit.scalar, to: &sink)
        } else {
          sink.append(scalar: unit.scalar)
        }
        if unit.flags.contains(.space) { wantsHead = capitals == .words }
        continue
      }
      let result = self.result(match.result)
      if result.pieceCount == 0 {
        if result.flags.contains(.unsettled) { isSettled = false }
        if capitals == .words, result.flags.contains(.space) {
          writeWords(result, &wantsHead, to: &sink)
          position &+= Int(match.keyCount)
          continue
        }
        write(result, wantsCapital(at: position, in: units, capitals, &wantsHead, result), position, units, to: &sink)
      } else {
        for index in Int(result.first)..<Int(result.first) + Int(result.pieceCount) {
          let piece = self.piece(index)
          if piece & 1 == 0 {
            let part = self.result(UInt16(truncatingIfNeeded: piece >> 1))
            if part.flags.contains(.unsettled) { isSettled = false }
            if capitals == .words, part.flags.contains(.space) {
              writeWords(part, &wantsHead, to: &sink)
              continue
            }
            write(part, wantsCapital(at: position, in: units, capitals, &wantsHead, part), position, units, to: &sink)
          } else {
            let first = position + Int(piece >> 1 & 0xFF)
            for place in first..<first + Int(piece >> 9) where place < count {
              if units[place].flags.contains(.unsettledAfter) { isSettled = false }
              sink.append(scalar: units[place].scalar)
            }
          }
        }
      }
      position &+= Int(match.keyCount)
    }
    return isSettled
  }

  /// Writes a result that holds spaces, with a capital at the head of each word.
  @inline(never)
  private func writeWords(_ result: CompiledResult, _ wantsHead: inout Bool, to sink: inout ByteSink) {
    for scalar in letters(of: result).unicodeScalars {
      if wantsHead, scalar.properties.isCased {
        wantsHead = false
        appendCapital(of: scalar.value, to: &sink)
      } else {
        sink.append(scalar: scalar.value)
      }
      if scalar.properties.isWhitespace { wantsHead = true }
    }
  }

  private enum Case { case asWritten, capital, capitals }

  @inline(__always)
  private func wantsCapital(
    at position: Int, in units: borrowing SourceUnits, _ capitals: Capitals, _ wantsHead: inout Bool,
    _ result: CompiledResult
  ) -> Case {
    guard result.flags.contains(.cased) else { return .asWritten }
    if wantsHead {
      wantsHead = false
      return .capital
    }
    guard units[position].flags.contains(.capital) else { return .asWritten }
    return isInWordOfCapitals(position, units) ? .capitals : .capital
  }

  @inline(__always)
  private func write(
    _ result: CompiledResult, _ letterCase: Case, _ position: Int, _ units: borrowing SourceUnits,
    to sink: inout ByteSink
  ) {
    var first = Int(result.first)
    var count = Int(result.count)
    switch letterCase {
    case .asWritten: break
    case .capital:
      first += count
      count = Int(result.capitalCount)
    case .capitals:
      first += count + Int(result.capitalCount)
      count = Int(result.capitalsCount)
    }
    append(lettersFrom: first, count: count, to: &sink)
  }

  @inline(never)
  private func appendCapital(of value: UInt32, to sink: inout ByteSink) {
    for scalar in Unicode.Scalar(value)?.properties.titlecaseMapping.unicodeScalars ?? "".unicodeScalars {
      sink.append(scalar: scalar.value)
    }
  }

  /// Whether the word around a place has at least two capitals and no small letter. Words longer than any word of a
  /// language are looked at in part, so that time stays linear.
  @inline(never)
  private func isInWordOfCapitals(_ position: Int, _ units: borrowing SourceUnits) -> Bool {
    var capitals = 0
    var place = position
    var limit = Self.longestWord
    while place >= 0, limit > 0, units[place].flags.contains(.word) {
      let flags = units[place].flags
      if flags.contains(.capital) { capitals += 1 } else if flags.contains(.cased) { return false }
      place -= 1
      limit -= 1
    }
    place = position + 1
    limit = Self.longestWord
    while place < units.count, limit > 0, units[place].flags.contains(.word) {
      let flags = units[place].flags
      if flags.contains(.capital) { capitals += 1 } else if flags.contains(.cased) { return false }
      place += 1
      limit -= 1
    }
    return capitals >= 2
  }

  private static let longestWord = 64
}
