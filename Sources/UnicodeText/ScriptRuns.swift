import CICU

/// A stretch of text in one script, with the neutral characters that go with it.
public struct ScriptRun: Hashable, Sendable {
  /// Where it is in the text.
  public var range: Range<String.Index>

  /// The script; `.common` for text without any character of a script.
  public var script: Script

  /// How many Unicode scalars are of the script themselves, rather than neutral.
  public var scalarCount: Int
}

extension Substring {
  /// The text cut where the script changes. The runs cover the text without gaps, and neighbours differ in script.
  ///
  /// As Unicode Standard Annex #24, section 5, says: Common and Inherited characters go with what is before them, or
  /// at the start of the text with what follows; a closing bracket goes with its opening one; characters used with
  /// several scripts (Script_Extensions) go with a neighbour of any of them. Combining marks never leave their base.
  public func scriptRuns() -> [ScriptRun] {
    var finder = ScriptRunFinder(start: startIndex)
    let scalars = unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      finder.take(scalars[index], at: index)
      index = scalars.index(after: index)
    }
    return finder.finish(at: endIndex)
  }

  /// The script that most of the text's characters have, the earlier of two that are equal; nil if none has a script.
  public var dominantScript: Script? {
    var counts: [(script: Script, count: Int)] = []
    for run in scriptRuns() where !run.script.isNeutral {
      if let index = counts.firstIndex(where: { $0.script == run.script }) {
        counts[index].count += run.scalarCount
      } else {
        counts.append((run.script, run.scalarCount))
      }
    }
    var best: (script: Script, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.script
  }
}

extension String {
  /// The text cut where the script changes; see `Substring.scriptRuns()`.
  public func scriptRuns() -> [ScriptRun] {
    self[...].scriptRuns()
  }

  /// The script that most of the text's characters have, the earlier of two that are equal; nil if none has a script.
  public var dominantScript: Script? {
    self[...].dominantScript
  }
}

/// Reads a text scalar by scalar and cuts it into script runs.
private struct ScriptRunFinder {
  /// An opening bracket waiting for its partner. More than `maximumBrackets` are not remembered, so that text made of
  /// brackets takes no more memory than other text.
  private struct OpenBracket {
    var closing: UInt32
    var run: Int
  }

  private static let maximumBrackets = 64
  private static let latinNumbers: [Int32] = [Unicode.Scalar("a").scriptNumber]
  private static let commonNumber = cicu_script_of_code(Script.common.packedCode)
  private static let inheritedNumber = cicu_script_of_code(Script.inherited.packedCode)

  private var runs: [ScriptRun] = []
  private var brackets: [OpenBracket] = []

  // The run being read.
  private var start: String.Index
  /// The scripts that all its characters so far can have; empty while all are neutral.
  private var candidates: [Int32] = []
  /// The Script property of the first character that has one.
  private var firstScript: Int32?
  private var scalarCount = 0

  init(start: String.Index) {
    self.start = start
  }

  mutating func take(_ scalar: Unicode.Scalar, at index: String.Index) {
    if scalar.value < 0x80 {
      if scalar.isASCIILetter {
        if candidates.count == 1, candidates[0] == Self.latinNumbers[0], firstScript != nil {
          scalarCount += 1
          return
        }
        take(scripts: Self.latinNumbers, script: Self.latinNumbers[0], at: index)
      } else {
        switch scalar {
        case "(", ")", "[", "]", "{", "}": takeNeutral(scalar, at: index)
        default: break
        }
      }
      return
    }
    let script = scalar.scriptNumber
    // What has a script of its own has it among its script extensions.
    if candidates.count == 1, candidates[0] == script {
      if firstScript == nil { firstScript = script }
      scalarCount += 1
      return
    }
    let extensions = scalar.scriptExtensionNumbers
    let isNeutral = script == Self.commonNumber || script == Self.inheritedNumber
    if isNeutral, extensions == [script] {
      takeNeutral(scalar, at: index)
    } else if cicu_is_combining_mark(scalar.value), extensions.allSatisfy({ !candidates.contains($0) }),
      script == Self.inheritedNumber || start < index
    {
      // A mark on a base that it isn't usual with stays with the base.
    } else {
      take(scripts: extensions, script: isNeutral ? nil : script, at: index)
    }
  }

  mutating func finish(at end: String.Index) -> [ScriptRun] {
    if start < end { closeRun(at: end) }
    return runs
  }

  private mutating func take(scripts: [Int32], script: Int32?, at index: String.Index) {
    if candidates.isEmpty {
      candidates = scripts
    } else if candidates != scripts {
      let shared = candidates.filter(scripts.contains)
      if shared.isEmpty {
        closeRun(at: index)
        candidates = scripts
      } else {
        candidates = shared
      }
    }
    if firstScript == nil { firstScript = script }
    scalarCount += 1
  }

  private mutating func takeNeutral(_ scalar: Unicode.Scalar, at index: String.Index) {
    switch cicu_bracket_type(scalar.value) {
    case 1:
      if brackets.count == Self.maximumBrackets { brackets.removeFirst() }
      brackets.append(OpenBracket(closing: cicu_paired_bracket(scalar.value), run: runs.count))
    case 2:
      guard let match = brackets.lastIndex(where: { $0.closing == scalar.value }) else { return }
      let run = brackets[match].run
      brackets.removeSubrange(match...)
      if run < runs.count { join(runs[run].script, at: index) }
    default:
      break
    }
  }

  /// Puts a closing bracket into a run of its opening bracket's script.
  private mutating func join(_ script: Script, at index: String.Index) {
    let number = cicu_script_of_code(script.packedCode)
    guard !candidates.contains(number) else { return }
    closeRun(at: index)
    candidates = [number]
    firstScript = number
  }

  private mutating func closeRun(at end: String.Index) {
    let number: Int32
    if let firstScript, candidates.contains(firstScript) {
      number = firstScript
    } else {
      number = candidates.first ?? Self.commonNumber
    }
    runs.append(ScriptRun(range: start..<end, script: Script(number: number) ?? .common, scalarCount: scalarCount))
    start = end
    candidates = []
    firstScript = nil
    scalarCount = 0
  }
}
