import SectionedFile

/// How the syllables of one name part are put together (`Tables/systems/styles.tsv`).
public struct SyllableStyle: Hashable, Sendable {
  /// Stands between the syllables of a given name. Rules that see it there may change sounds across it or not, as the
  /// standard says.
  public var joiner: String
  /// Whether the joiner stays in the result; it only keeps the syllables apart otherwise.
  public var isJoinerShown: Bool
  /// Stands between two syllables instead of the joiner where the first ends in one of `after` (any, when empty) and the
  /// second begins with one of `before`.
  public var separator: String
  public var after: [String]
  public var before: [String]
  /// Whether a text without letter case gets a capital at the head of each word.
  public var hasCapitals: Bool
  /// Words that get none, and beginnings of words (`al-`) behind which the capital stands.
  public var small: [String]

  public init(
    joiner: String, isJoinerShown: Bool, separator: String, after: [String], before: [String], hasCapitals: Bool = true,
    small: [String] = []
  ) {
    self.joiner = joiner
    self.isJoinerShown = isJoinerShown
    self.separator = separator
    self.after = after
    self.before = before
    self.hasCapitals = hasCapitals
    self.small = small
  }

  public static let plain = SyllableStyle(joiner: "", isJoinerShown: true, separator: "", after: [], before: [])

  /// Whether `separator` stands between two syllables.
  func isSeparated(_ first: String, _ second: String) -> Bool {
    !separator.isEmpty && before.contains { second.hasPrefix($0) }
      && (after.isEmpty || after.contains { first.hasSuffix($0) })
  }

  /// The syllables as one part.
  func join(_ syllables: [String]) -> String {
    var result = ""
    for syllable in syllables {
      if !result.isEmpty {
        result += isSeparated(result, syllable) ? separator : joiner
      }
      result += syllable
    }
    return result
  }

  func encode(to writer: inout ByteWriter) {
    writer.append(joiner)
    writer.append(UInt8(isJoinerShown ? 1 : 0))
    writer.append(separator)
    writer.append(after.joined(separator: " "))
    writer.append(before.joined(separator: " "))
    writer.append(UInt8(hasCapitals ? 1 : 0))
    writer.append(small.joined(separator: " "))
  }

  init(decoding reader: inout ByteReader) throws(SectionedFileError) {
    joiner = try reader.string()
    isJoinerShown = try reader.uint8() == 1
    separator = try reader.string()
    after = try reader.string().split(separator: " ").map(String.init)
    before = try reader.string().split(separator: " ").map(String.init)
    hasCapitals = try reader.uint8() == 1
    small = try reader.string().split(separator: " ").map(String.init)
  }
}
