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

  /// Calls `body` with the hash of each word that begins with a small letter, as long as it returns `true`; not of parts of
  /// addresses and of compounds, which are written small whatever they name.
  private func forEachSmallWord(of text: ScanText, in range: Range<Int>, _ body: (UInt64) -> Bool) {
    let folding = scanner.folding
    var place = range.lowerBound
    var before: UInt32 = 0x20
    while place < range.upperBound {
      let scalar = text.scalar(at: &place)
      let first = folding.entry(of: scalar)
      guard first.kind == .letter else {
        if first.kind != .ignorable { before = scalar }
        continue
      }
      var hash = folding.step(ScanHash.seed, first)
      while place < range.upperBound {
        var next = place
        let entry = folding.entry(of: text.scalar(at: &next))
        if entry.kind == .letter { hash = folding.step(hash, entry) } else if entry.kind != .ignorable { break }
        place = next
      }
      let isSmall = first.rawValue & FoldEntry.lowerBit != 0
      if isSmall, !Self.joiners.contains(before), !Self.goesOn(text, at: place, before: range.upperBound), !body(hash) {
        return
      }
      before = scalar
    }
  }

  /// What joins words of addresses and compounds.
  private static let joiners = Set("@/_-\u{2010}\u{2011}.:#=&?%'’0123456789".unicodeScalars.map(\.value))

  /// Whether a word that ends at `place` is the beginning of an address or a compound.
  private static func goesOn(_ text: ScanText, at place: Int, before end: Int) -> Bool {
    guard place < end else { return false }
    var next = place
    let sign = text.scalar(at: &next)
    guard sign == UInt32(UInt8(ascii: ".")) else { return "@/_-".unicodeScalars.contains { $0.value == sign } }
    guard next < end else { return false }
    // A full stop ends a sentence before a space; before another letter it is part of an address.
    return text.base[next] > 0x20
  }
}

extension FoldTable {
  /// The hash of a word with one more letter.
  fileprivate func step(_ hash: UInt64, _ entry: FoldEntry) -> UInt64 {
    entry.isExpansion ? expansion(entry.value).reduce(hash, ScanHash.step) : ScanHash.step(hash, entry.value)
  }
}
