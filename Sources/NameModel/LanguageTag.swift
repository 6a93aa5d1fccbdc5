/// A language tag of BCP 47, such as `ko`, `ru-Latn` or `zh-Hans-CN`.
///
/// The syntax is the `langtag` production of RFC 5646, section 2.1: language, up to three extended language subtags,
/// script, region, variants, extensions, private use. Tags that are private use alone (`x-…`) and the grandfathered
/// irregular tags are refused, and so are tags that repeat a variant or an extension singleton. Subtags are checked for
/// their form, not looked up in the registry.
///
/// ``rawValue`` is in the canonical letter case of RFC 5646, section 2.1.1 (`zh-hANS-cn` becomes `zh-Hans-CN`), so that
/// equal tags are equal strings.
public struct LanguageTag: Sendable {
  /// The whole tag in canonical letter case.
  public let rawValue: String
  /// The primary language subtag in lower case, such as `ko`, or `und` where the language is not known.
  public let language: String
  /// The script subtag of ISO 15924, such as `Latn`; `nil` where the tag names none.
  public let script: String?
  /// The region subtag: two letters of ISO 3166-1 in upper case or three digits of UN M.49; `nil` where there is none.
  public let region: String?

  /// The tag written as `text` in any letter case; `nil` where `text` is not a well-formed tag.
  public init?(_ text: some StringProtocol) {
    var parser = LanguageTagParser(text)
    guard parser.parse() else { return nil }
    rawValue = parser.subtags.joined(separator: "-")
    language = parser.subtags[0]
    script = parser.scriptIndex.map { parser.subtags[$0] }
    region = parser.regionIndex.map { parser.subtags[$0] }
  }

  /// Whether this tag is in a language range, by the basic filtering of RFC 4647, section 3.3.1: the range equals the
  /// tag, or begins it and ends before a hyphen, in any letter case. `zh-Hans` matches `zh`, `zh-Hans` and `*`, not
  /// `zh-Hant` and not `z`.
  public func matches(_ range: some StringProtocol) -> Bool {
    let wanted = range.utf8
    let own = rawValue.utf8
    if wanted.elementsEqual("*".utf8) { return true }
    guard !wanted.isEmpty, wanted.count <= own.count else { return false }
    guard zip(own, wanted).allSatisfy({ asciiLowercased($0) == asciiLowercased($1) }) else { return false }
    return wanted.count == own.count
      || own[own.index(own.startIndex, offsetBy: wanted.count)] == UInt8(ascii: "-")
  }

  /// Whether this tag is in the range that `range` stands for: see ``matches(_:)``.
  public func matches(_ range: LanguageTag) -> Bool {
    matches(range.rawValue)
  }

  /// The tag `und`: no language is known.
  public static let undetermined = LanguageTag(wellFormed: "und", script: nil)

  /// A tag that is known to be well-formed and in canonical letter case.
  init(wellFormed language: String, script: String?) {
    rawValue = script.map { language + "-" + $0 } ?? language
    self.language = language
    self.script = script
    region = nil
  }
}

extension LanguageTag: Hashable {
  public static func == (a: LanguageTag, b: LanguageTag) -> Bool { a.rawValue == b.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension LanguageTag: Comparable {
  /// Tags in the order of their code points, as tables sort them.
  public static func < (a: LanguageTag, b: LanguageTag) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

extension LanguageTag: CustomStringConvertible, LosslessStringConvertible {
  public var description: String { rawValue }
  public init?(_ description: String) { self.init(description[...]) }
}

/// Reads the `langtag` production of RFC 5646 subtag by subtag.
private struct LanguageTagParser {
  /// The subtags in canonical letter case, once ``parse()`` has returned true.
  private(set) var subtags: [String]
  private(set) var scriptIndex: Int?
  private(set) var regionIndex: Int?
  private var position = 0

  init(_ text: some StringProtocol) {
    // The longest tag in use has under 40 bytes; a limit keeps hostile input cheap.
    guard text.utf8.count <= 255 else {
      subtags = []
      return
    }
    subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func parse() -> Bool {
    guard subtags.allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isASCIIAlphanumeric) })
    else { return false }
    subtags = subtags.map { String(decoding: $0.utf8.map(asciiLowercased), as: UTF8.self) }
    guard let first = subtags.first, first.utf8.count >= 2, isAlphabetic(first) else { return false }
    position = 1
    if first.utf8.count <= 3 {
      for _ in 0..<3 where current.map({ $0.utf8.count == 3 && isAlphabetic($0) }) == true { position += 1 }
    }
    parseScript()
    parseRegion()
    guard parseVariants(), parseExtensions(), parsePrivateUse() else { return false }
    return position == subtags.count
  }

  private var current: String? { position < subtags.count ? subtags[position] : nil }

  private mutating func parseScript() {
    guard let subtag = current, subtag.utf8.count == 4, isAlphabetic(subtag) else { return }
    subtags[position] = asciiUppercased(String(subtag.prefix(1))) + subtag.dropFirst()
    scriptIndex = position
    position += 1
  }

  private mutating func parseRegion() {
    guard let subtag = current else { return }
    let isLetters = subtag.utf8.count == 2 && isAlphabetic(subtag)
    let isDigits = subtag.utf8.count == 3 && subtag.utf8.allSatisfy(isASCIIDigit)
    guard isLetters || isDigits else { return }
    subtags[position] = asciiUppercased(subtag)
    regionIndex = position
    position += 1
  }

  private mutating func parseVariants() -> Bool {
    var seen: Set<String> = []
    while let subtag = current, isVariant(subtag) {
      guard seen.insert(subtag).inserted else { return false }
      position += 1
    }
    return true
  }

  private mutating func parseExtensions() -> Bool {
    var seen: Set<String> = []
    while let singleton = current, singleton.utf8.count == 1, singleton != "x" {
      guard seen.insert(singleton).inserted else { return false }
      position += 1
      let start = position
      while let subtag = current, subtag.utf8.count >= 2 { position += 1 }
      guard position > start else { return false }
    }
    return true
  }

  private mutating func parsePrivateUse() -> Bool {
    guard current == "x" else { return true }
    guard position + 1 < subtags.count else { return false }
    position = subtags.count
    return true
  }

  private func isVariant(_ subtag: String) -> Bool {
    let length = subtag.utf8.count
    return length >= 5 || (length == 4 && subtag.utf8.first.map(isASCIIDigit) == true)
  }

  private func isAlphabetic(_ subtag: String) -> Bool {
    subtag.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}
