import Transliteration

/// One word of a text with what rules need to know of it, in memory that is used again for the next word.
///
/// Three buffers of `capacity` elements each, for characters, hashes and places. Every index into them is at most
/// `count`, which never exceeds `limit`, and `capacity` is one more: `append` is the only writer and stops there; the
/// readers compare with `count` first. What else is known of the word stands in one piece of memory of its own, because
/// access to a variable of an object is checked at run time, which took a sixth of a scan.
final class ScanWord {
  /// Longer words are no part of a name.
  static let limit = 64
  private static let capacity = limit + 1

  private let scalars: UnsafeMutablePointer<UInt32>
  private let hashes: UnsafeMutablePointer<UInt64>
  private let offsets: UnsafeMutablePointer<Int>
  private let known: UnsafeMutablePointer<Known>

  private struct Known {
    var count = 0
    var start = 0
    var end = 0
    var apostrophes: [(before: Int, start: Int, end: Int)] = []
    var capitalInside: Int?
    var startsUpper = false
    var hasLower = false
    var isTooLong = false
  }

  /// The number of folded characters.
  var count: Int { known.pointee.count }
  /// Where the word begins and ends, in bytes.
  var start: Int { known.pointee.start }
  var end: Int { known.pointee.end }
  /// Apostrophes inside the word: how many characters stand before, where the sign begins and where it ends.
  var apostrophes: [(before: Int, start: Int, end: Int)] { known.pointee.apostrophes }
  var hasApostrophe: Bool { !known.pointee.apostrophes.isEmpty }
  /// After how many characters a capital follows a small letter, where one does.
  var capitalInside: Int? { known.pointee.capitalInside }
  var startsUpper: Bool { known.pointee.startsUpper }
  var hasLower: Bool { known.pointee.hasLower }
  /// Whether the word was longer than the limit.
  var isTooLong: Bool { known.pointee.isTooLong }

  init() {
    scalars = .allocate(capacity: Self.capacity)
    hashes = .allocate(capacity: Self.capacity)
    offsets = .allocate(capacity: Self.capacity)
    known = .allocate(capacity: 1)
    known.initialize(to: Known())
    scalars.initialize(repeating: 0, count: Self.capacity)
    hashes.initialize(repeating: ScanHash.seed, count: Self.capacity)
    offsets.initialize(repeating: 0, count: Self.capacity)
  }

  deinit {
    scalars.deallocate()
    hashes.deallocate()
    offsets.deallocate()
    known.deinitialize(count: 1)
    known.deallocate()
  }

  var hash: UInt64 { hashes[count] }

  /// A folded character.
  func scalar(_ number: Int) -> UInt32 {
    precondition(number >= 0 && number < count)
    return scalars[number]
  }

  /// The hash of the first characters.
  func hash(upTo number: Int) -> UInt64 {
    precondition(number >= 0 && number <= count)
    return hashes[number]
  }

  /// Where a number of characters ends, in bytes.
  func offset(_ number: Int) -> Int {
    precondition(number >= 0 && number <= count)
    return offsets[number]
  }

  func scalars(upTo number: Int) -> [UInt32] { (0..<number).map { scalar($0) } }
  func scalars(from number: Int) -> [UInt32] { (number..<count).map { scalar($0) } }

  /// The hash of the characters from `first` on, behind others.
  func hash(from first: Int, startingWith start: UInt64) -> UInt64 {
    (first..<count).reduce(start) { ScanHash.step($0, scalar($1)) }
  }

  /// Reads the word that begins at `position`. Returns whether there is one.
  func read(_ text: ScanText, at position: Int, folding: FoldTable) -> Bool {
    if hasApostrophe { known.pointee.apostrophes.removeAll(keepingCapacity: true) }
    hashes[0] = ScanHash.seed
    offsets[0] = position
    var count = 0
    var end = position
    var capitalInside: Int?
    var startsUpper = false
    var hasLower = false
    var place = position
    var previous: UInt32 = 0
    var pending: (start: Int, end: Int)?
    var isTooLong = false
    loop: while place < text.count {
      let begin = place
      let entry = folding.entry(of: text.scalar(at: &place))
      switch entry.kind {
      case .letter:
        if let sign = pending {
          known.pointee.apostrophes.append((count, sign.start, sign.end))
          pending = nil
        }
        if previous == 0 {
          startsUpper = entry.isUpper
        } else if entry.isUpper, previous & FoldEntry.lowerBit != 0, capitalInside == nil {
          capitalInside = count
        }
        if entry.rawValue & FoldEntry.lowerBit != 0 { hasLower = true }
        previous = entry.rawValue
        if entry.isExpansion {
          let expansion = folding.expansion(entry.value)
          guard count + max(1, expansion.count) <= Self.limit else {
            isTooLong = true
            break loop
          }
          for scalar in expansion {
            append(scalar, endingAt: place, at: count)
            count += 1
          }
        } else {
          guard count < Self.limit else {
            isTooLong = true
            break loop
          }
          append(entry.value, endingAt: place, at: count)
          count += 1
        }
        end = place
      case .ignorable:
        guard previous != 0 else { break loop }
        if pending == nil {
          end = place
          offsets[count] = place
        }
      case .apostrophe:
        guard previous != 0, pending == nil else { break loop }
        pending = (begin, place)
      default: break loop
      }
    }
    known.pointee.start = position
    known.pointee.end = end
    known.pointee.count = count
    known.pointee.capitalInside = capitalInside
    known.pointee.startsUpper = startsUpper
    known.pointee.hasLower = hasLower
    known.pointee.isTooLong = isTooLong
    return count > 0 && !isTooLong
  }

  /// - Parameter count: below `limit`.
  @inline(__always)
  private func append(_ scalar: UInt32, endingAt place: Int, at count: Int) {
    scalars[count] = scalar
    hashes[count + 1] = ScanHash.step(hashes[count], scalar)
    offsets[count + 1] = place
  }
}
