import UnicodeText

/// What the compiler of rules has to know of normalization, asked of ICU once: which scalars can be passed by without
/// looking at their neighbours, and how scalars decompose.
struct NormalizationData: Sendable {
  /// Scalars that are no form of themselves, carry a combining class, or may join with a scalar before them.
  private let unsettled: [NormalizationForm: Set<UInt32>]
  /// Canonical decompositions of more than one scalar, in full.
  let decompositions: [UInt32: [UInt32]]

  /// Beyond the Tertiary Ideographic Plane there is nothing but tags and variation selectors.
  private static let end: UInt32 = 0x34000

  static let shared = Result { () throws(UnicodeTextError) in try NormalizationData() }

  private init() throws(UnicodeTextError) {
    let scalars = (UInt32(0x20)..<Self.end).compactMap { Unicode.Scalar($0) }
    var text = ""
    for scalar in scalars {
      text.unicodeScalars.append(scalar)
      text += "\n"
    }
    let decomposed = try Self.lines(text.normalized(.nfd))
    var decompositions: [UInt32: [UInt32]] = [:]
    var followers: Set<UInt32> = []
    for (index, scalar) in scalars.enumerated() where decomposed[index] != [scalar.value] {
      decompositions[scalar.value] = decomposed[index]
      followers.formUnion(decomposed[index].dropFirst())
    }
    var unsettled: [NormalizationForm: Set<UInt32>] = [:]
    for form in [NormalizationForm.nfc, .nfd, .nfkc, .nfkd] {
      let lines = form == .nfd ? decomposed : try Self.lines(text.normalized(form))
      var found = form == .nfc || form == .nfkc ? followers : []
      for (index, scalar) in scalars.enumerated()
      where lines[index] != [scalar.value] || scalar.properties.canonicalCombiningClass != .notReordered {
        found.insert(scalar.value)
      }
      unsettled[form] = found
    }
    self.unsettled = unsettled
    self.decompositions = decompositions.filter { $0.value.count > 1 }
  }

  private static func lines(_ text: String) -> [[UInt32]] {
    var lines: [[UInt32]] = [[]]
    for scalar in text.unicodeScalars {
      if scalar == "\n" { lines.append([]) } else { lines[lines.count - 1].append(scalar.value) }
    }
    return lines
  }

  /// Whether a text that has the scalar may have to be normalized.
  func isUnsettled(_ scalar: UInt32, _ form: NormalizationForm) -> Bool {
    scalar >= Self.end || unsettled[form]?.contains(scalar) == true
  }
}
