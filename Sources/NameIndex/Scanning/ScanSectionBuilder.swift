import NameModel
import SectionedFile
import Transliteration

/// Gathers the forms of an index and lays them down for `ScanTable`.
///
/// Section `SCAN`: version (4), log₂ of the number of filter words (4), log₂ of the number of slots (4), number of
/// postings (4), number of persons' forms in Hangul (4), log₂ of the numbers of bits of both lists of beginnings (1 each), zeros (2), then
///
/// - the beginnings: a bit for each character that a form of a script without spaces begins with, folded, at the
///   character modulo the number of bits.
/// - the small beginnings: the same for pairs of characters that a form which begins with no capital begins with, see
///   `ScanBitsView.pair`.
/// - the filter: 8 bytes a word. The hash of every sequence that a lookup may begin with (one word, or two characters of a
///   script without spaces) sets two bits of the word that its upper half chooses.
/// - the slots: an open-addressed table with linear probing. A slot is the hash of a sequence of words that begins a form
///   (8), the number of its first posting (4), and the number of its postings times two, plus one where a longer sequence
///   begins so (4). All zeros are an empty slot.
/// - the postings: number of a form (4) and flags (4), see `ScanPosting`.
struct ScanSectionBuilder {
  static let version: UInt32 = 1
  static let headerLength = 24

  private struct Prefix {
    /// Number of the latest posting + 1; 0 for none.
    var latest: UInt32 = 0
    var count: UInt32 = 0
    var continues = false
    var starts = false
  }

  private let folding: FoldTable
  private var prefixes: [UInt64: Prefix] = [:]
  private var hangulNames = 0
  private var small: Set<UInt32> = []
  private var beginnings: Set<UInt32> = []
  private var postings: [(posting: ScanPosting, next: UInt32)] = []

  init(folding: FoldTable) { self.folding = folding }

  /// Adds a form.
  ///
  /// - Parameters:
  ///   - isFamilyFirst: whether names of the entity begin with the surname.
  ///   - system: the number of the system that wrote the form in another script, or ``Writings/shortened``.
  mutating func add(
    _ form: NameForm, number: UInt32, type: EntityType, isFamilyFirst: Bool, system: Int? = nil
  ) {
    guard form.part == .full || form.part == .family else { return }
    let scanned = ScanForm(form.text, folding: folding)
    guard let startLength = scanned.startLength else { return }
    var flags = scanned.flags
    if type == .person { flags.insert(.person) }
    if form.kind == .weak { flags.insert(.weak) }
    if form.part == .family { flags.insert(.surname) }
    if system != nil { flags.insert(.written) }
    if type == .person, (0xAC00...0xD7A3).contains(form.text.unicodeScalars.first?.value ?? 0) { hangulNames += 1 }
    let whole = ScanPosting(
      form: number, flags: flags, separators: scanned.separators, smallWords: scanned.smallWords, system: system ?? 0)
    insert(scanned.units[...], whole, startLength: startLength)
    guard system != Writings.shortened else { return }
    if type == .person, system == nil, let text = PatronymicName.shortened(form.text) {
      var shortened = form
      shortened.text = text
      add(shortened, number: number, type: type, isFamilyFirst: isFamilyFirst, system: Writings.shortened)
    }
    guard type == .person, form.part == .full, form.kind != .weak, scanned.partCount > 1 else { return }
    guard let family = scanned.part(isFamilyFirst ? 0 : scanned.partCount - 1),
      family.count <= 2 || !family.first!.isWord
    else { return }
    let isShortHan = !family.first!.isWord && family.count < 2
    if isShortHan { return }
    insert(
      family, ScanPosting(form: number, flags: flags.union([.surname, .short]), system: system ?? 0),
      startLength: family.first!.isWord ? 1 : 2)
  }

  private mutating func insert(_ units: ArraySlice<ScanForm.Unit>, _ posting: ScanPosting, startLength: Int) {
    if startLength == 2, let first = units.first?.scalar { beginnings.insert(first) }
    if startLength == 1, !posting.flags.contains(.capital), let first = units.first {
      small.insert(ScanBitsView.pair(first.scalar, first.second))
    }
    var hash = ScanHash.start
    for (length, unit) in units.enumerated() {
      hash = ScanHash.sequence(hash, unit.hash)
      if length + 1 < startLength { continue }
      var prefix = prefixes[hash] ?? Prefix()
      if length + 1 == startLength { prefix.starts = true }
      if length + 1 == units.count {
        postings.append((posting, prefix.latest))
        prefix.latest = UInt32(postings.count)
        prefix.count += 1
      } else {
        prefix.continues = true
      }
      prefixes[hash] = prefix
    }
  }

  func encoded() -> [UInt8] {
    let starts = prefixes.values.count { $0.starts }
    let filterLog = Self.log2(above: starts / 4)
    let slotLog = Self.log2(above: prefixes.count + prefixes.count / 2)
    var filter = [UInt64](repeating: 0, count: 1 << filterLog)
    var slots = [(hash: UInt64, first: UInt32, rest: UInt32)](repeating: (0, 0, 0), count: 1 << slotLog)
    var ordered: [ScanPosting] = []
    ordered.reserveCapacity(postings.count)
    // In the order of the hashes, so that the same forms give the same bytes.
    for (hash, prefix) in prefixes.sorted(by: { $0.key < $1.key }) {
      if prefix.starts {
        filter[ScanFilter.word(hash, mask: filter.count - 1)] |= ScanFilter.bits(hash)
      }
      let first = UInt32(ordered.count)
      var own: [ScanPosting] = []
      var next = prefix.latest
      while next != 0 {
        own.append(postings[Int(next) - 1].posting)
        next = postings[Int(next) - 1].next
      }
      ordered += own.sorted { ($0.form, $0.flags.rawValue) < ($1.form, $1.flags.rawValue) }
      var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[place].hash != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = (hash, first, prefix.count << 1 | (prefix.continues ? 1 : 0))
    }
    var writer = ByteWriter()
    writer.append(Self.version)
    writer.append(UInt32(filterLog))
    writer.append(UInt32(slotLog))
    writer.append(UInt32(ordered.count))
    writer.append(UInt32(hangulNames))
    let lists = [beginnings, small].map(Self.bits)
    for list in lists { writer.append(UInt8(list.log)) }
    writer.append(UInt16(0))
    for list in lists { writer.append(list.bytes) }
    for word in filter { writer.append(word) }
    for slot in slots {
      writer.append(slot.hash)
      writer.append(slot.first)
      writer.append(slot.rest)
    }
    for posting in ordered {
      writer.append(posting.form)
      writer.append(posting.flags.rawValue)
    }
    return writer.bytes
  }

  /// A list of bits, 64 at least and sixteen for each value where that is not too many, with the bits of the values set.
  private static func bits(_ values: Set<UInt32>) -> (log: Int, bytes: [UInt8]) {
    let log = max(6, min(16, log2(above: 16 * values.count)))
    var bytes = [UInt8](repeating: 0, count: (1 << log) / 8)
    for value in values {
      let bit = Int(value) & ((1 << log) - 1)
      bytes[bit >> 3] |= 1 << UInt8(bit & 7)
    }
    return (log, bytes)
  }

  private static func log2(above count: Int) -> Int {
    var log = 0
    while 1 << log < count { log += 1 }
    return log
  }
}

/// Where the filter keeps a hash: two bits of one word.
enum ScanFilter {
  @inline(__always)
  static func word(_ hash: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: hash >> 32) & mask }

  @inline(__always)
  static func bits(_ hash: UInt64) -> UInt64 { 1 << (hash & 63) | 1 << (hash >> 6 & 63) }
}
