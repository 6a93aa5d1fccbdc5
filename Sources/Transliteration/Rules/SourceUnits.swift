/// One letter of a source as rules see it.
struct SourceUnit: BitwiseCopyable {
  /// What is written where no rule matches.
  var scalar: UInt32
  /// Where the letter begins in the UTF-8 of the source.
  var offset: UInt32
  var symbol: UInt16
  var flags: SymbolFlags
}

/// How an unspaced name is divided while it is read: a space after the surname, a joiner between the other syllables.
struct NameDivision: Hashable, Sendable {
  /// Syllables before the space.
  var surnameCount: Int
  var joiner: Unicode.Scalar?
  /// Whether the joiner is written where no rule matches it; it only keeps the syllables apart otherwise.
  var isJoinerShown: Bool
}

/// The units of a source in memory that the caller lends.
///
/// `count` never passes `capacity`: `append` does nothing where there is no room, and `PassMachine` lends room for every
/// unit that a source of its length can have (see `PassMachine.unitLimit`).
struct SourceUnits: ~Copyable {
  private let base: UnsafeMutableBufferPointer<SourceUnit>
  private(set) var count = 0
  /// The union of the flags of all units.
  private(set) var flags: SymbolFlags = []

  init(_ buffer: UnsafeMutableBufferPointer<SourceUnit>) { base = buffer }

  subscript(index: Int) -> SourceUnit {
    @inline(__always) get { base[index] }
  }

  @inline(__always)
  mutating func append(_ unit: SourceUnit) {
    guard count < base.count else { return }
    base[count] = unit
    count += 1
    flags.formUnion(unit.flags)
  }
}

extension PassMachine {
  /// The most units that a source of so many bytes can have: a letter of two bytes or more decomposes into at most four,
  /// and a division adds one to each letter.
  func unitLimit(byteCount: Int, decomposesHangul: Bool, isDivided: Bool) -> Int {
    byteCount * (isDivided ? 3 : hasExpansions || decomposesHangul ? 2 : 1) + 8
  }

  /// Reads UTF-8 as symbols.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, decomposingHangul: Bool, division: NameDivision?, into units: inout SourceUnits
  ) {
    var offset = 0
    var syllable = 0
    while offset < bytes.count {
      let start = offset
      let scalar = bytes.scalar(at: &offset)
      if let division {
        if syllable > 0 {
          if syllable == division.surnameCount {
            append(0x20, start, [], &units)
          } else if syllable > division.surnameCount, let joiner = division.joiner {
            append(joiner.value, start, division.isJoinerShown ? [] : .hidden, &units)
          }
        }
        syllable += 1
      }
      if decomposingHangul, scalar >= 0xAC00, scalar <= 0xD7A3 {
        let index = scalar - 0xAC00
        append(0x1100 + index / 588, start, [], &units, isDecomposed: true)
        append(0x1161 + index / 28 % 21, start, [], &units, isDecomposed: true)
        if index % 28 != 0 { append(0x11A7 + index % 28, start, [], &units, isDecomposed: true) }
      } else {
        append(scalar, start, [], &units)
      }
    }
  }

  @inline(__always)
  private func append(
    _ scalar: UInt32, _ offset: Int, _ extra: SymbolFlags, _ units: inout SourceUnits, isDecomposed: Bool = false
  ) {
    var value = value(of: scalar)
    if value == ScalarTable.unlisted { value = unlistedValue(of: scalar) }
    var flags = SymbolFlags(rawValue: UInt8(truncatingIfNeeded: value >> 16)).union(extra)
    if flags.contains(.expands) {
      appendExpansion(Int(value & 0xFFFF), offset, &units)
      return
    }
    // The parts of a syllable stand in canonical order.
    if isDecomposed { flags.remove(.unsettledBefore) }
    units.append(
      SourceUnit(
        scalar: scalar, offset: UInt32(truncatingIfNeeded: offset), symbol: UInt16(truncatingIfNeeded: value),
        flags: flags))
  }

  private func appendExpansion(_ number: Int, _ offset: Int, _ units: inout SourceUnits) {
    for index in expansion(number) {
      let part = self.part(index)
      units.append(
        SourceUnit(
          scalar: part.scalar, offset: UInt32(truncatingIfNeeded: offset),
          symbol: UInt16(truncatingIfNeeded: part.value),
          flags: SymbolFlags(rawValue: UInt8(truncatingIfNeeded: part.value >> 16))))
    }
  }
}
