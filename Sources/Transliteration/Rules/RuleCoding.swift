import SectionedFile
import UnicodeText

/// Rule files as they lie in compiled tables: no rule text is parsed when a system is used.
extension TransformRules {
  private static let forms: [NormalizationForm] = [.nfc, .nfd, .nfkc, .nfkd]

  func encode(to writer: inout ByteWriter) {
    writer.append(UInt8(Self.forms.firstIndex(of: before) ?? 0))
    writer.append(UInt8(Self.forms.firstIndex(of: after) ?? 0))
    var sets: [CharacterClass] = []
    var numbers: [CharacterClass: UInt32] = [:]
    func collect(_ elements: [RuleElement]) {
      for case .set(let set) in elements where numbers[set] == nil {
        numbers[set] = UInt32(sets.count)
        sets.append(set)
      }
    }
    for rule in rules {
      for elements in [rule.left, rule.key, rule.right] { collect(elements) }
    }
    writer.append(UInt32(sets.count))
    for set in sets {
      writer.append(UInt8(set.includesBoundary ? 1 : 0))
      writer.append(UInt32(set.ranges.count))
      for range in set.ranges {
        writer.append(range.lowerBound)
        writer.append(range.upperBound)
      }
    }
    writer.append(UInt32(rules.count))
    for rule in rules {
      for elements in [rule.left, rule.key, rule.right] {
        writer.append(UInt32(elements.count))
        for element in elements {
          switch element {
          case .scalar(let scalar): writer.append(scalar)
          case .set(let set): writer.append((numbers[set] ?? 0) | Self.setFlag)
          }
        }
      }
      writer.append(UInt32(rule.result.count))
      for scalar in rule.result { writer.append(scalar) }
    }
  }

  /// Scalars end at U+10FFFF, so the highest bit tells a set from a letter.
  private static let setFlag: UInt32 = 0x8000_0000

  init(decoding reader: inout ByteReader, in region: ByteRegion) throws(SectionedFileError) {
    func form(_ number: UInt8) throws(SectionedFileError) -> NormalizationForm {
      guard Self.forms.indices.contains(Int(number)) else {
        throw region.damaged(at: 0, "\(number) is no normalization form")
      }
      return Self.forms[Int(number)]
    }
    before = try form(reader.uint8())
    after = try form(reader.uint8())
    var sets: [CharacterClass] = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 5)) {
      let includesBoundary = try reader.uint8() == 1
      var ranges: [ClosedRange<UInt32>] = []
      for _ in 0..<(try reader.count(elementsOfAtLeast: 8)) {
        let lower = try reader.uint32()
        let upper = try reader.uint32()
        guard lower <= upper, upper <= CharacterClass.highestScalar else {
          throw region.damaged(at: 0, "a character range runs backwards")
        }
        ranges.append(lower...upper)
      }
      sets.append(CharacterClass(ranges: ranges, includesBoundary: includesBoundary))
    }
    func elements(_ reader: inout ByteReader) throws(SectionedFileError) -> [RuleElement] {
      var elements: [RuleElement] = []
      for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) {
        let value = try reader.uint32()
        if value & Self.setFlag == 0 {
          elements.append(.scalar(value))
        } else {
          let number = Int(value & ~Self.setFlag)
          guard sets.indices.contains(number) else { throw region.damaged(at: 0, "set \(number) does not exist") }
          elements.append(.set(sets[number]))
        }
      }
      return elements
    }
    rules = []
    for _ in 0..<(try reader.count(elementsOfAtLeast: 16)) {
      let left = try elements(&reader)
      let key = try elements(&reader)
      let right = try elements(&reader)
      guard !key.isEmpty else { throw region.damaged(at: 0, "a rule has no key") }
      var result: [UInt32] = []
      for _ in 0..<(try reader.count(elementsOfAtLeast: 4)) { result.append(try reader.uint32()) }
      rules.append(TransformRule(left: left, key: key, right: right, result: result))
    }
  }
}
