import Transliteration

extension ScanSession {
  /// Those of some words of a text that stand in it with a small letter too, and so are hardly names: `Общие свойства` in a
  /// manual that goes on with `общие свойства`.
  ///
  /// - Parameters:
  ///   - range: where small words are looked for, in bytes.
  ///   - places: where the words begin that are asked about, in bytes.
  /// - Returns: the places of those that are found.
  public func placesOfWordsAlsoSmall(
    in bytes: [UInt8], range: Range<Int>, places: [Int]
  ) -> Set<Int> {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let text = ScanText(buffer) else { return [] }
      var byHash: [UInt64: [Int]] = [:]
      for place in places where place < bytes.count {
        if words[0].read(text, at: place, folding: scanner.folding) { byHash[words[0].hash, default: []].append(place) }
      }
      var found: Set<Int> = []
      forEachSmallWord(of: text, in: range) { hash in
        if let places = byHash.removeValue(forKey: hash) { found.formUnion(places) }
        return !byHash.isEmpty
      }
      return found
    }
  }

  /// Calls `body` with the hash of each word that begins with a small letter, as long as it returns `true`.
  private func forEachSmallWord(of text: ScanText, in range: Range<Int>, _ body: (UInt64) -> Bool) {
    let folding = scanner.folding
    var place = range.lowerBound
    var isInside = false
    while place < range.upperBound {
      var entry = folding.entry(of: text.scalar(at: &place))
      let begins = !isInside && entry.kind == .letter && entry.rawValue & FoldEntry.lowerBit != 0
      isInside = entry.kind == .letter || entry.kind == .ignorable || entry.kind == .apostrophe
      guard begins else { continue }
      var hash = ScanHash.seed
      while true {
        if entry.kind == .letter {
          if entry.isExpansion {
            hash = folding.expansion(entry.value).reduce(hash, ScanHash.step)
          } else {
            hash = ScanHash.step(hash, entry.value)
          }
        } else if entry.kind != .ignorable {
          isInside = entry.kind == .apostrophe
          break
        }
        guard place < range.upperBound else { break }
        entry = folding.entry(of: text.scalar(at: &place))
      }
      if !body(hash) { return }
    }
  }
}
