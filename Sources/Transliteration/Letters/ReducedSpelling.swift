/// A Latin spelling without what habits of romanization change most: doubled letters, h behind a consonant, y for i, w for v,
/// ou for u, ck, q and hard c for k, soft c, z and x for s, ph for f.
///
/// Two spellings of one name part are mostly equal when reduced, or differ in a letter: what is counted before anything dearer
/// is asked.
public struct ReducedSpelling: Hashable, Sendable {
  /// Five bits a letter, the last one lowest: a–z as 1 to 26, and 27 for a digit.
  public let packed: UInt64

  /// Letters of longer words are cut off.
  public static let lengthLimit = 12
  private static let digit: UInt8 = 27
  /// The bits that letters take.
  public static let mask: UInt64 = 1 << UInt64(5 * lengthLimit) - 1

  public init(packed: UInt64) { self.packed = packed }

  /// - Parameter letters: folded Latin letters and digits; others are left out.
  public init(_ letters: some Collection<UInt8>) {
    var packed: UInt64 = 0
    var count = 0
    Self.forEachLetter(of: letters) { letter in
      guard count < Self.lengthLimit else { return }
      packed = packed << 5 | UInt64(Self.number(of: letter))
      count += 1
    }
    self.packed = packed
  }

  /// Calls `body` with each letter of the reduced spelling of a word, however long (ASCII; a digit is 0).
  @inline(__always)
  public static func forEachLetter(of letters: some Collection<UInt8>, _ body: (UInt8) -> Void) {
    var last: UInt8?
    var rest = letters.makeIterator()
    var current = rest.next()
    while let letter = current {
      current = rest.next()
      guard let reduced = self.letter(letter, before: current ?? 0, behind: last), reduced != last else { continue }
      body(reduced)
      last = reduced
    }
  }

  /// The same of a packed word.
  public init(_ word: LatinWord) { self.init(word.letters.lazy.map { $0 + UInt8(ascii: "a") }) }

  public var count: Int { (64 - packed.leadingZeroBitCount + 4) / 5 }

  /// ASCII; a digit is 0.
  public var letters: [UInt8] {
    (0..<count).reversed().map { place in
      let number = UInt8(truncatingIfNeeded: packed >> UInt64(5 * place)) & 31
      return number == Self.digit ? UInt8(ascii: "0") : number + 0x60
    }
  }

  private static func number(of letter: UInt8) -> UInt8 { letter < UInt8(ascii: "a") ? digit : letter - 0x60 }

  private static func letter(_ letter: UInt8, before next: UInt8, behind last: UInt8?) -> UInt8? {
    let isSoft = next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
    switch letter {
    // At the head h is a letter; behind others it belongs to them.
    case UInt8(ascii: "h"): return last == nil ? letter : nil
    case UInt8(ascii: "y"), UInt8(ascii: "j"): return UInt8(ascii: "i")
    case UInt8(ascii: "w"): return UInt8(ascii: "v")
    case UInt8(ascii: "q"): return UInt8(ascii: "k")
    case UInt8(ascii: "z"), UInt8(ascii: "x"): return UInt8(ascii: "s")
    case UInt8(ascii: "p") where next == UInt8(ascii: "h"): return UInt8(ascii: "f")
    case UInt8(ascii: "c"): return isSoft ? UInt8(ascii: "s") : UInt8(ascii: "k")
    case UInt8(ascii: "o") where next == UInt8(ascii: "u"): return nil
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt8(ascii: "0")
    default: return nil
    }
  }
}
