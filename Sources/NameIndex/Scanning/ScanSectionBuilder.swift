import NameModel
import SectionedFile
import Transliteration

/// Gathers the forms of an index and lays them down for `ScanTable`.
///
/// Section `SCAN`: version (4), log₂ of the number of filter words (4), log₂ of the number of buckets b (4), number of prefixes
/// (4), number of postings (4), number of persons' forms in Hangul (4), log₂ of the numbers of bits of both lists of beginnings
/// (1 each), zeros (2), number of flags (4), then
///
/// - the beginnings: a bit for each character that a form of a script without spaces begins with, folded, at the
///   character modulo the number of bits.
/// - the small beginnings: the same for pairs of characters that a form which begins with no capital begins with, see
///   `ScanBitsView.pair`.
/// - the filter: 8 bytes a word. The hash of every sequence that a lookup may begin with (one word, or two characters of a
///   script without spaces) sets two bits of the word that its upper half chooses.
/// - the flags that postings have, each once, ascending (4 each), see `ScanPosting`.
/// - the buckets: for each value of the highest b bits of a hash, and the end, its first prefix (`PackedNumbers`).
/// - the prefixes, 40 bits each (`BitColumn`), in the order of the hashes of the sequences of words that begin forms: whether a
///   longer sequence begins so (1 bit), and of the hash the 39 bits behind the first b.
/// - for each prefix and the end, the first posting (`PackedNumbers`).
/// - the postings (`BitColumn`): the number of a form, in as many bits as the numbers of all forms need, and the place of its
///   flags, in as many bits as all places need.
struct ScanSectionBuilder {
  static let version: UInt32 = 2
  static let headerLength = 32
  /// Of a prefix: one more than is kept of its hash.
  static let prefixBits = 40

  /// A sequence of words of a form.
  private struct Record {
    var hash: UInt64
    /// The number of the form (bits 32–63), the flags of its posting (8–31), and the bits below.
    var rest: UInt64

    /// The sequence is one that lookups begin with.
    static let starts: UInt64 = 1
    /// A longer sequence begins so.
    static let continues: UInt64 = 2
    /// There is a posting.
    static let ends: UInt64 = 4
  }

  private let folding: FoldTable
  private let word = ScanWord()
  private var records: [Record] = []
  private var hangulNames = 0
  private var small: Set<UInt32> = []
  private var beginnings: Set<UInt32> = []

  init(folding: FoldTable) { self.folding = folding }

  /// Which bucket a hash belongs to, and what is kept of it there.
  @inline(__always)
  static func place(of hash: UInt64, _ bucketLog: Int) -> (bucket: Int, kept: UInt64) {
    (bucketLog == 0 ? 0 : Int(hash >> UInt64(64 - bucketLog)), (hash << UInt64(bucketLog)) >> UInt64(65 - prefixBits))
  }

  /// Adds a form.
  ///
  /// - Parameters:
  ///   - isFamilyFirst: whether names of the entity begin with the surname.
  ///   - system: the number of the system that wrote the form in another script, or ``Writings/shortened``.
  mutating func add(
    _ form: NameForm, number: UInt32, type: EntityType, isFamilyFirst: Bool, system: Int? = nil
  ) {
    guard form.part == .full || form.part == .family else { return }
    let scanned = ScanForm(form.text, folding: folding, word: word)
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
      var rest = UInt64(posting.form) << 32
      if length + 1 == startLength { rest |= Record.starts }
      if length + 1 == units.count {
        rest |= UInt64(posting.flags.rawValue & 0xFF_FFFF) << 8 | Record.ends
      } else {
        rest |= Record.continues
      }
      records.append(Record(hash: hash, rest: rest))
    }
  }

  /// - Parameter formCount: what the numbers of forms are below.
  consuming func encoded(formCount: Int) -> [UInt8] {
    sortRecords()
    var hashes: [UInt64] = []
    var prefixes: [(hash: UInt64, continues: Bool)] = []
    var firstPostings: [UInt32] = []
    var postingCount: UInt32 = 0
    var place = 0
    var flagNumbers: [UInt32: UInt64] = [:]
    while place < records.count {
      let hash = records[place].hash
      var bits: UInt64 = 0
      firstPostings.append(postingCount)
      while place < records.count, records[place].hash == hash {
        bits |= records[place].rest
        if records[place].rest & Record.ends != 0 {
          postingCount += 1
          flagNumbers[Self.flags(records[place])] = 0
        }
        place += 1
      }
      prefixes.append((hash, bits & Record.continues != 0))
      if bits & Record.starts != 0 { hashes.append(hash) }
    }
    firstPostings.append(postingCount)
    let filterLog = Self.log2(above: hashes.count / 4)
    var filter = [UInt64](repeating: 0, count: 1 << filterLog)
    for hash in hashes { filter[ScanFilter.word(hash, mask: filter.count - 1)] |= ScanFilter.bits(hash) }
    let bucketLog = Self.log2(above: prefixes.count / 8)
    var buckets = [UInt32](repeating: 0, count: 1 << bucketLog + 1)
    var column = BitWriter(capacity: prefixes.count * Self.prefixBits)
    for prefix in prefixes {
      let (bucket, kept) = Self.place(of: prefix.hash, bucketLog)
      buckets[bucket + 1] += 1
      column.append(kept << 1 | (prefix.continues ? 1 : 0), Self.prefixBits)
    }
    for bucket in 0..<1 << bucketLog { buckets[bucket + 1] += buckets[bucket] }
    let flags = flagNumbers.keys.sorted()
    for (number, flag) in flags.enumerated() { flagNumbers[flag] = UInt64(number) }
    var writer = ByteWriter()
    writer.append(Self.version)
    writer.append(UInt32(filterLog))
    writer.append(UInt32(bucketLog))
    writer.append(UInt32(prefixes.count))
    writer.append(postingCount)
    writer.append(UInt32(hangulNames))
    let lists = [beginnings, small].map(Self.bits)
    for list in lists { writer.append(UInt8(list.log)) }
    writer.append(UInt16(0))
    writer.append(UInt32(flags.count))
    for list in lists { writer.append(list.bytes) }
    return writer.bytes + filter.littleEndianBytes + flags.littleEndianBytes + PackedNumbers.encoded(buckets)
      + column.column() + PackedNumbers.encoded(firstPostings) + postings(flagNumbers, formCount: formCount)
  }

  private func postings(_ flagNumbers: [UInt32: UInt64], formCount: Int) -> [UInt8] {
    let formBits = BitColumn.width(below: formCount)
    let width = formBits + BitColumn.width(below: flagNumbers.count)
    var column = BitWriter(capacity: records.count * width)
    var last: (flags: UInt32, number: UInt64)?
    for record in records where record.rest & Record.ends != 0 {
      let flags = Self.flags(record)
      let number = last?.flags == flags ? last!.number : flagNumbers[flags, default: 0]
      last = (flags, number)
      column.append(record.rest >> 32 | number << UInt64(formBits), width)
    }
    return column.column()
  }

  private static func flags(_ record: Record) -> UInt32 { UInt32(truncatingIfNeeded: record.rest >> 8) & 0xFF_FFFF }

  /// Sorts the records by hash, then by form and flags: first into buckets by the highest bits of the hash.
  private mutating func sortRecords() {
    let bits = UInt64(Self.log2(above: records.count / 8))
    func bucket(_ record: Record) -> Int { bits == 0 ? 0 : Int(record.hash >> (64 - bits)) }
    var starts = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
    for record in records { starts[bucket(record) + 1] += 1 }
    for bucket in 0..<1 << Int(bits) { starts[bucket + 1] += starts[bucket] }
    var next = starts
    var sorted = [Record](repeating: Record(hash: 0, rest: 0), count: records.count)
    for record in records {
      let bucket = bucket(record)
      sorted[Int(next[bucket])] = record
      next[bucket] += 1
    }
    records = []
    func precedes(_ a: Record, _ b: Record) -> Bool { a.hash != b.hash ? a.hash < b.hash : a.rest < b.rest }
    for bucket in 0..<1 << Int(bits) {
      let (first, end) = (Int(starts[bucket]), Int(starts[bucket + 1]))
      if end - first > Self.shortBucket {
        sorted.replaceSubrange(first..<end, with: sorted[first..<end].sorted(by: precedes))
        continue
      }
      for place in first..<end {
        let record = sorted[place]
        var hole = place
        while hole > first, precedes(record, sorted[hole - 1]) {
          sorted[hole] = sorted[hole - 1]
          hole -= 1
        }
        sorted[hole] = record
      }
    }
    records = sorted
  }

  private static let shortBucket = 24

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
