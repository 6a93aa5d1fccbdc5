/// Texts, each once, by the numbers that they get in the order of first use: an open table over one run of bytes.
struct TextInterner {
  /// All texts, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// Where each text begins, and where the last one ends.
  private(set) var starts: [UInt32] = [0]
  /// Upper half of the hash of a text, and its number + 1; 0 where there is none. At most half of them are taken.
  private var slots = [UInt64](repeating: 0, count: 1024)

  var count: Int { starts.count - 1 }

  /// The bytes of the text with a number.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  /// The number of a text, which is the number of texts before where it was not there.
  mutating func number(of text: some RandomAccessCollection<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 {
      let slot = slots[place]
      if slot >> 32 == hash >> 32 {
        let number = Int(slot & 0xFFFF_FFFF) - 1
        let range = Int(starts[number])..<Int(starts[number + 1])
        if range.count == text.count, isEqual(range, text) { return UInt32(number) }
      }
      place = (place + 1) & mask
    }
    let number = UInt32(count)
    slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    hashes.append(hash)
    bytes.append(contentsOf: text)
    starts.append(UInt32(bytes.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  private var hashes: [UInt64] = []

  private func isEqual(_ range: Range<Int>, _ text: some RandomAccessCollection<UInt8>) -> Bool {
    var place = range.lowerBound
    for byte in text {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }
  }
}
