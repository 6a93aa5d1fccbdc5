import UnicodeText

/// A system that writes Han characters by their readings in one language, syllable by syllable.
final class HanSystem: Sendable {
  private let readings: HanReadings
  private let style: SyllableStyle
  /// How each syllable of `readings` is written, by number.
  private let spellings: [Spelling]
  /// UTF-8 of all spellings.
  private let letters: [UInt8]
  private let joiner: [UInt32]
  private let separator: [UInt32]
  /// Surnames, as one or two simplified scalars in one number, sorted.
  private let surnames: [UInt64]
  /// The numbers of the syllables of each surname; the second is 0 for surnames of one.
  private let surnameSyllables: [(UInt16, UInt16)]

  private struct Spelling: Sendable {
    var first: Int
    var count: Int
    /// With a capital at its head: lies behind the other.
    var capitalCount: Int
    /// Begins with what the separator stands before, or ends in what it stands after.
    var maySeparateBefore: Bool
    var maySeparateAfter: Bool
  }

  /// Characters that are not written as their reading would be, with numbers in `spellings`.
  private let ownSpellings: [UInt32: Int]

  /// - Parameters:
  ///   - spelled: how a reading is written, where that is not the reading itself; tones may be left out.
  ///   - characters: how single characters are written that do not follow their reading.
  ///   - surnames: listed surnames (simplified) with their readings as surnames.
  init(
    readings: HanReadings, spelled: [String: String], characters: [String: String] = [:], style: SyllableStyle,
    surnames: [String: [String]]
  ) {
    self.readings = readings
    self.style = style
    joiner = style.joiner.unicodeScalars.map(\.value)
    separator = style.separator.unicodeScalars.map(\.value)
    var letters: [UInt8] = []
    var ownSpellings: [UInt32: Int] = [:]
    var texts = readings.syllables.map { syllable in
      let toneless = String(syllable.prefix { !$0.isNumber })
      return spelled[syllable] ?? spelled[toneless] ?? syllable
    }
    for (character, spelling) in characters.sorted(by: { $0.key.utf8Bytes < $1.key.utf8Bytes }) {
      guard let scalar = character.unicodeScalars.first else { continue }
      ownSpellings[scalar.value] = texts.count
      texts.append(spelling)
    }
    self.ownSpellings = ownSpellings
    spellings = texts.map { text in
      let capital = Array((style.hasCapitals ? Capitalization.words(text) : text).utf8)
      defer { letters += Array(text.utf8) + capital }
      return Spelling(
        first: letters.count, count: text.utf8.count, capitalCount: capital.count,
        maySeparateBefore: !style.separator.isEmpty && style.before.contains { text.hasPrefix($0) },
        maySeparateAfter: style.after.isEmpty || style.after.contains { text.hasSuffix($0) })
    }
    self.letters = letters + [UInt8](repeating: 0, count: ByteSink.padding)
    let numbers = Dictionary(
      uniqueKeysWithValues: readings.syllables.enumerated().map { ($1, UInt16($0)) })
    var entries: [(key: UInt64, syllables: (UInt16, UInt16))] = []
    for (surname, reading) in surnames {
      let scalars = surname.unicodeScalars.map(\.value)
      guard (1...2).contains(scalars.count) else { continue }
      // A language of which the list gives no reading reads surnames as it reads other characters.
      let read = zip(scalars, reading.count == scalars.count ? reading.map(Optional.some) : scalars.map { _ in nil })
        .map {
          numbers[$1 ?? ""] ?? readings.number(of: $0).map { UInt16($0) }
        }
      guard read.allSatisfy({ $0 != nil }) else { continue }
      entries.append(
        (
          SurnameTable.packed(scalars[0], scalars.count == 2 ? scalars[1] : 0),
          (read[0]!, read.count == 2 ? read[1]! : 0)
        ))
    }
    entries.sort { $0.key < $1.key }
    self.surnames = entries.map(\.key)
    surnameSyllables = entries.map(\.syllables)
  }

  func write(_ text: String, _ nameStyle: NameStyle, trace: inout OffsetTrace?) throws(UnicodeTextError) -> String {
    var text = text
    var local = trace
    trace = nil
    let result: String? = text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(ByteSink.room, min(bytes.count * 4, 1 << 16))) {
        var sink = ByteSink($0)
        return write(bytes, nameStyle, to: &sink, trace: &local) ? sink.text() : nil
      }
    }
    if let result {
      trace = local
      return result
    }
    if local != nil { trace = OffsetTrace() }
    // Characters that have another normal form (compatibility ideographs, letters with marks among them).
    var normalization: OffsetTrace? = trace == nil ? nil : OffsetTrace()
    var settled = try text.normalized(.nfc, trace: &normalization)
    var step: OffsetTrace? = trace == nil ? nil : OffsetTrace()
    let written = settled.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(ByteSink.room, min(bytes.count * 4, 1 << 16))) {
        var sink = ByteSink($0)
        _ = write(bytes, nameStyle, to: &sink, trace: &step, isSettled: true)
        return sink.text()
      }
    }
    trace.append(normalization)
    trace.append(step)
    var end: OffsetTrace? = trace == nil ? nil : OffsetTrace()
    let composed = try written.normalized(.nfc, trace: &end)
    trace.append(end)
    return composed
  }

  /// Returns false where the text has to be normalized first.
  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ nameStyle: NameStyle, to sink: inout ByteSink, trace: inout OffsetTrace?,
    isSettled: Bool = false
  ) -> Bool {
    var offset = 0
    var before = Neighbour.edge
    // Where the run of characters ends that is written as a name.
    var runEnd = 0
    if nameStyle == .automatic, let name = surname(bytes, from: 0, nameStyle), name.runCount * 3 == bytes.count {
      offset = write(name, from: 0, after: before, to: &sink, trace: &trace)
    }
    while offset < bytes.count {
      let start = offset
      let scalar = bytes.scalar(at: &offset)
      if nameStyle == .person, start >= runEnd, readings.number(of: scalar) != nil,
        let name = surname(bytes, from: start, nameStyle)
      {
        offset = write(name, from: start, after: before, to: &sink, trace: &trace)
        runEnd = start + name.runCount * 3
        before = .edge
        continue
      }
      trace?.places.append((start, sink.count))
      if let word = readings.word(at: start, of: bytes, beginningWith: scalar) {
        for (index, syllable) in word.enumerated() {
          if index > 0 {
            trace?.places.append((offset, sink.count))
            _ = bytes.scalar(at: &offset)
          }
          write(Int(syllable), after: before, to: &sink)
          before = .syllable(Int(syllable))
        }
        continue
      }
      if let own = ownSpellings[scalar] {
        write(own, after: before, to: &sink)
        before = .syllable(own)
        continue
      }
      if let syllable = readings.number(of: scalar) {
        write(syllable, after: before, to: &sink)
        before = .syllable(syllable)
        continue
      }
      if !isSettled, scalar >= 0x300, !(0x3000...0x303F).contains(scalar) { return false }
      sink.append(scalar: scalar)
      let properties = Unicode.Scalar(scalar)?.properties
      before = properties?.isAlphabetic == true ? .letter : .edge
    }
    trace?.places.append((bytes.count, sink.count))
    return true
  }

  private enum Neighbour {
    case edge
    /// A letter that is no Han character.
    case letter
    case syllable(Int)

    var isSyllable: Bool { if case .syllable = self { true } else { false } }
  }

  /// The surname of a run of Han characters.
  private struct Surname {
    /// Characters of the surname, and of the whole run.
    var count: Int
    var runCount: Int
    var syllables: (UInt16, UInt16)
  }

  /// Writes a surname and the space after it. Returns where the given name begins.
  private func write(
    _ name: Surname, from start: Int, after before: Neighbour, to sink: inout ByteSink, trace: inout OffsetTrace?
  ) -> Int {
    var before = before
    for index in 0..<name.count {
      trace?.places.append((start + index * 3, sink.count))
      let syllable = Int(index == 0 ? name.syllables.0 : name.syllables.1)
      write(syllable, after: before, to: &sink)
      before = .syllable(syllable)
    }
    if name.runCount > name.count { sink.append(scalar: 0x20) }
    return start + name.count * 3
  }

  @inline(__always)
  private func write(_ syllable: Int, after before: Neighbour, to sink: inout ByteSink) {
    let spelling = spellings[syllable]
    var first = spelling.first
    var count = spelling.count
    switch before {
    case .syllable(let last):
      if spelling.maySeparateBefore, spellings[last].maySeparateAfter {
        sink.append(scalars: separator)
      } else {
        sink.append(scalars: joiner)
        // Words that stand apart begin with capitals.
        if joiner == [0x20] {
          first += count
          count = spelling.capitalCount
        }
      }
    case .letter:
      sink.append(scalar: 0x20)
      fallthrough
    case .edge:
      first += count
      count = spelling.capitalCount
    }
    // `letters` is never empty: it ends in padding.
    letters.withUnsafeBufferPointer { sink.append(padded: $0.baseAddress! + first, count: count) }
  }

  /// The surname of the run of Han characters that begins at `start`, if a person's name can be so long.
  @inline(__always)
  private func surname(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ nameStyle: NameStyle) -> Surname? {
    var offset = start
    var scalars: InlineArray<4, UInt32> = .init(repeating: 0)
    var count = 0
    while offset < bytes.count {
      let place = offset
      let scalar = bytes.scalar(at: &offset)
      // Characters of the Basic Multilingual Plane take three bytes.
      guard offset == place + 3, readings.number(of: scalar) != nil else { break }
      if count == 4 { return nil }
      scalars[count] = readings.simplified(scalar)
      count += 1
    }
    // Two characters are a place as often as a person.
    guard count >= (nameStyle == .person ? 2 : 3) else { return nil }
    if count >= 3, let long = listed(SurnameTable.packed(scalars[0], scalars[1])) {
      return Surname(count: 2, runCount: count, syllables: long)
    }
    if let short = listed(SurnameTable.packed(scalars[0])) {
      return Surname(count: 1, runCount: count, syllables: short)
    }
    guard nameStyle == .person, let syllable = readings.number(of: scalars[0]) else { return nil }
    return Surname(count: 1, runCount: count, syllables: (UInt16(syllable), 0))
  }

  @inline(__always)
  private func listed(_ key: UInt64) -> (UInt16, UInt16)? {
    surnames.sortedPlace(of: key).map { surnameSyllables[$0] }
  }
}
