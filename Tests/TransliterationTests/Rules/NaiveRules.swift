import UnicodeText

@testable import Transliteration

/// Rules run the slow and obvious way, straight from what was parsed: what the compiled engine has to agree with.
enum NaiveRules {
  static func apply(
    _ rules: TransformRules, _ text: String, reading: TransformRules.Reading = .letters
  ) throws -> String {
    var current = try text.normalized(rules.before)
    for pass in rules.passes {
      current = run(pass, current, reading)
    }
    return try current.normalized(rules.after)
  }

  private static func run(_ rules: [TransformRule], _ text: String, _ reading: TransformRules.Reading) -> String {
    let original = Array(text.unicodeScalars)
    let source = original.map { lower(reading.base(of: $0.value)) }
    let isCapital = original.map { lower($0.value) != $0.value }
    var result = ""
    var position = 0
    while position < source.count {
      guard let rule = rules.first(where: { matches($0, at: position, in: source) }) else {
        result.unicodeScalars.append(original[position])
        position += 1
        continue
      }
      var wantsCapital = isCapital[position]
      for element in rule.result {
        switch element {
        case .segment(let range):
          for place in range { result.unicodeScalars.append(original[position + place]) }
        case .scalar(let value):
          guard let scalar = Unicode.Scalar(value) else { continue }
          if wantsCapital, scalar.properties.isCased {
            let isAmongCapitals = isInWordOfCapitals(position, original, isCapital)
            result += isAmongCapitals ? scalar.properties.uppercaseMapping : scalar.properties.titlecaseMapping
            wantsCapital = isAmongCapitals
          } else {
            result.unicodeScalars.append(scalar)
          }
        }
      }
      position += rule.key.count
    }
    return result
  }

  private static func matches(_ rule: TransformRule, at position: Int, in source: [UInt32]) -> Bool {
    func scalar(_ index: Int) -> UInt32? { source.indices.contains(index) ? source[index] : nil }
    let end = position + rule.key.count
    guard end <= source.count else { return false }
    return rule.key.indices.allSatisfy { rule.key[$0].matches(source[position + $0]) }
      && rule.right.indices.allSatisfy { rule.right[$0].matches(scalar(end + $0)) }
      && rule.left.reversed().enumerated().allSatisfy { $1.matches(scalar(position - 1 - $0)) }
  }

  private static func lower(_ value: UInt32) -> UInt32 {
    let mapping = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars
    return mapping?.count == 1 ? mapping?.first?.value ?? value : value
  }

  private static func isInWordOfCapitals(_ position: Int, _ text: [Unicode.Scalar], _ isCapital: [Bool]) -> Bool {
    func isWord(_ place: Int) -> Bool {
      text.indices.contains(place)
        && (text[place].properties.isAlphabetic || text[place].properties.isGraphemeExtend)
    }
    var first = position
    var end = position
    while isWord(first - 1) { first -= 1 }
    while isWord(end) { end += 1 }
    let word = first..<max(end, position)
    return word.count { isCapital[$0] } >= 2 && !word.contains { !isCapital[$0] && text[$0].properties.isCased }
  }
}
