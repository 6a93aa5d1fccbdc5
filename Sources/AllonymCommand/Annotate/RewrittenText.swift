import Allonym

/// The text again, with canonical spellings for those that differ: `Jo Chun Ryong [Cho Chun Ren]`.
struct RewrittenText: MentionWriter {
  private let options: MentionOptions

  init(_ options: MentionOptions) { self.options = options }

  mutating func piece(_ piece: TextPiece, _ write: (String) throws -> Void) throws {
    try piece.forEachPart { text, mention in try write(mention.map { try rewritten(text, $0) } ?? text) }
  }

  private func rewritten(_ text: String, _ mention: Mention) throws -> String {
    guard let entity = mention.entity else { return text }
    switch mention.basis {
    // A surname alone is no spelling of a whole name.
    case .short, .onlyOwner, .unknown: return text
    case .form, .derived, .written: break
    }
    guard let canonical = try options.canonical.spelling(of: entity).text, canonical != text else { return text }
    return "\(canonical) [\(text)]"
  }
}

extension DocumentReader {
  /// Rewrites documents one after the other. Returns whether anybody is named in them.
  static func rewrite(
    _ paths: [String], _ annotator: Annotator, _ canonical: CanonicalSpelling, _ invalid: InvalidText,
    to output: StandardOutput
  ) throws -> Bool {
    var options = MentionOptions()
    options.canonical = canonical
    var count = 0
    for path in paths {
      var reader = try DocumentReader(path: path, invalid: invalid)
      var writer: any MentionWriter = RewrittenText(options)
      count += try reader.annotate(annotator, &writer) { try output.write($0) }
    }
    return count > 0
  }
}
