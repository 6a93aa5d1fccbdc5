import UnicodeText

extension OffsetTrace? {
  /// Follows the journey by one more step: what was the target so far is the source of `next`.
  mutating func append(_ next: OffsetTrace?) {
    guard let next else { return }
    guard let known = self, !known.places.isEmpty else {
      self = next
      return
    }
    var place = 0
    var joined = OffsetTrace()
    for step in next.places {
      while place + 1 < known.places.count, known.places[place + 1].target <= step.source { place += 1 }
      joined.places.append((known.places[place].source, step.target))
    }
    self = joined
  }
}

extension String {
  /// The text in a normalization form, with a place for each character (extended grapheme cluster) where one is wanted:
  /// marks never leave the character that they stand on.
  func normalized(_ form: NormalizationForm, trace: inout OffsetTrace?) throws(UnicodeTextError) -> String {
    guard trace != nil else { return try normalized(form) }
    var result = ""
    var source = 0
    for character in self {
      trace?.places.append((source, result.utf8.count))
      let text = String(character)
      result += try text.normalized(form)
      source += text.utf8.count
    }
    trace?.places.append((source, result.utf8.count))
    return result
  }
}
