import SectionedFile

extension LetterModel {
  static func encode(_ correspondences: [LetterCorrespondence], to writer: inout ByteWriter) {
    writer.append(UInt32(correspondences.count))
    for correspondence in correspondences {
      writer.append(UInt32(correspondence.native.first?.value ?? 0))
      writer.append(UInt32(correspondence.native.count > 1 ? correspondence.native[1].value : 0))
      writer.append(UInt16(clamping: correspondence.cost))
      writer.append(UInt8(correspondence.latin.count))
      writer.append(correspondence.latin)
    }
  }

  convenience init(decoding region: ByteRegion, script: String) throws(SectionedFileError) {
    var reader = ByteReader(region)
    var correspondences: [LetterCorrespondence] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 11)) {
      let native = [try reader.uint32(), try reader.uint32()].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
      let cost = try Int(reader.uint16())
      let count = try Int(reader.uint8())
      var latin: [UInt8] = []
      for _ in 0..<count { latin.append(try reader.uint8()) }
      let correspondence = LetterCorrespondence(native: native, latin: latin, cost: cost)
      guard correspondence.isSound else { throw region.damaged(at: 0, "a correspondence of letters is not valid") }
      correspondences.append(correspondence)
    }
    self.init(script: script, correspondences)
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
