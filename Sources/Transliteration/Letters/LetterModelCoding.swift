import SectionedFile

extension LetterModel {
  static func encode(_ correspondences: [LetterCorrespondence], to writer: inout ByteWriter) {
    let parts = LetterModelParts.built(from: correspondences)
    writer.append(array: parts.symbols)
    writer.append(array: parts.groupKeys)
    writer.append(array: parts.groups.map { UInt32($0.first) })
    writer.append(array: parts.groups.map { UInt32($0.end) })
    writer.append(array: parts.groups.map(\.cost))
    writer.append(array: parts.choices.map(\.latin))
    writer.append(array: parts.choices.map(\.latinLength))
    writer.append(array: parts.choices.map(\.cost))
    writer.append(array: parts.starts.map { UInt32($0) })
    writer.append(array: parts.insertions)
    writer.append(array: parts.latinKeys)
    writer.append(array: parts.latinCosts)
  }

  convenience init(decoding region: ByteRegion, script: String) throws(SectionedFileError) {
    var reader = ByteReader(region)
    var parts = LetterModelParts()
    parts.symbols = try reader.array()
    parts.groupKeys = try reader.array()
    let firsts: [UInt32] = try reader.array()
    let ends: [UInt32] = try reader.array()
    let groupCosts: [UInt16] = try reader.array()
    let latin: [UInt32] = try reader.array()
    let lengths: [UInt8] = try reader.array()
    let costs: [UInt16] = try reader.array()
    let starts: [UInt32] = try reader.array()
    parts.insertions = try reader.array()
    parts.latinKeys = try reader.array()
    parts.latinCosts = try reader.array()
    guard firsts.count == ends.count, ends.count == groupCosts.count, latin.count == lengths.count,
      lengths.count == costs.count
    else { throw region.damaged(at: 0, "the lists of a letter model are not of one length") }
    parts.groups = firsts.indices.map { number in
      Group(
        first: Int32(clamping: firsts[number]), end: Int32(clamping: ends[number]),
        starts: Int32(clamping: (number + 1) * LetterModelParts.startsOfGroup), cost: groupCosts[number])
    }
    parts.choices = latin.indices.map {
      Choice(latin: latin[$0], latinLength: lengths[$0], cost: costs[$0])
    }
    parts.starts = starts.map { Int32(clamping: $0) }
    guard parts.isSound else { throw region.damaged(at: 0, "a letter model points outside of itself") }
    self.init(script: script, parts)
  }
}

extension LetterCorrespondence {
  /// Whether a model can hold it: at most two symbols and five small letters, and not nothing at all.
  public var isSound: Bool {
    native.count <= 2 && latin.count <= LatinWord.windowLength && cost >= 0 && cost < 5000
      && latin.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      && (!native.isEmpty || latin.count == 1)
  }
}
