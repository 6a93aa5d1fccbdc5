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

  public init(joiner: String, isJoinerShown: Bool, separator: String, after: [String], before: [String]) {
    self.joiner = joiner
    self.isJoinerShown = isJoinerShown
    self.separator = separator
    self.after = after
    self.before = before
  }

  public static let plain = SyllableStyle(joiner: "", isJoinerShown: true, separator: "", after: [], before: [])

  /// The syllables as one part.
  func join(_ syllables: [String]) -> String {
    var result = ""
    for syllable in syllables {
      if !result.isEmpty {
        let isSeparated =
          before.contains { syllable.hasPrefix($0) } && (after.isEmpty || after.contains { result.hasSuffix($0) })
        result += isSeparated && !separator.isEmpty ? separator : joiner
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
  }

  init(decoding reader: inout ByteReader) throws(SectionedFileError) {
    joiner = try reader.string()
    isJoinerShown = try reader.uint8() == 1
    separator = try reader.string()
    after = try reader.string().split(separator: " ").map(String.init)
    before = try reader.string().split(separator: " ").map(String.init)
  }
}
