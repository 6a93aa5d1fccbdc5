import Transliteration

/// One word of a text with what rules need to know of it, in memory that is used again for the next word.
final class ScanWord {
  /// Longer words are no part of a name.
  static let limit = 64

  /// Where the word begins and ends, in bytes.
  private(set) var start = 0
  private(set) var end = 0
  /// The folded characters.
  private(set) var scalars: [UInt32] = []
  /// The hash of the first n characters at n.
  private(set) var hashes: [UInt64] = [ScanHash.seed]
  /// Where the nth character ends at n, in bytes.
  private(set) var offsets: [Int] = [0]
  /// Apostrophes inside the word: how many characters stand before, where the sign begins and where it ends.
  private(set) var apostrophes: [(before: Int, start: Int, end: Int)] = []
  /// After how many characters a capital follows a small letter, where one does.
  private(set) var capitalInside: Int?
  private(set) var startsUpper = false
  private(set) var hasLower = false
  /// Whether the word was longer than the limit.
  private(set) var isTooLong = false

  var count: Int { scalars.count }
  var hash: UInt64 { hashes[scalars.count] }

  /// Reads the word that begins at `position`. Returns whether there is one.
  func read(_ text: ScanText, at position: Int, folding: FoldTable) -> Bool {
    scalars.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    apostrophes.removeAll(keepingCapacity: true)
    hashes.append(ScanHash.seed)
    offsets.append(position)
    capitalInside = nil
    startsUpper = false
    hasLower = false
    isTooLong = false
    start = position
    end = position
    var place = position
    var previous: FoldEntry?
    var pendingApostrophe: (start: Int, end: Int)?
    while place < text.count {
      let begin = place
      let entry = folding.entry(of: text.scalar(at: &place))
      switch entry.kind {
      case .letter:
        if let apostrophe = pendingApostrophe {
          apostrophes.append((scalars.count, apostrophe.start, apostrophe.end))
          pendingApostrophe = nil
        }
        if let previous {
          if entry.isUpper, previous.rawValue & FoldEntry.lowerBit != 0, capitalInside == nil {
            capitalInside = scalars.count
          }
        } else {
          startsUpper = entry.isUpper
        }
        if entry.rawValue & FoldEntry.lowerBit != 0 { hasLower = true }
        previous = entry
        if entry.isExpansion {
          for scalar in folding.expansion(entry.value) { append(scalar, endingAt: place) }
        } else {
          append(entry.value, endingAt: place)
        }
        end = place
        if scalars.count > Self.limit {
          isTooLong = true
          return false
        }
      case .ignorable:
        guard previous != nil else { return false }
        if pendingApostrophe == nil {
          end = place
          offsets[scalars.count] = place
        }
      case .apostrophe:
        guard previous != nil, pendingApostrophe == nil else { return previous != nil }
        pendingApostrophe = (begin, place)
      default: return previous != nil
      }
    }
    return previous != nil
  }

  private func append(_ scalar: UInt32, endingAt place: Int) {
    hashes.append(ScanHash.step(hashes[scalars.count], scalar))
    scalars.append(scalar)
    offsets.append(place)
  }

  /// The hash of the characters from `first` on.
  func hash(from first: Int) -> UInt64 {
    scalars[first...].reduce(ScanHash.seed, ScanHash.step)
  }
}
