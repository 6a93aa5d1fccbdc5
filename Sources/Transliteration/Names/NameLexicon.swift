import SectionedFile

/// Words that stand in names with a meaning of their own: titles, particles, legal forms, generations, generic words, and
/// given names that are one name in several languages or shapes. Read from `Tables/names`.
public struct NameLexicon: Sendable {
  /// What a word is in a name.
  public enum Role: UInt8, Sendable, CaseIterable {
    /// Before or behind the name itself: president, 위원장, dr.
    case title = 1
    /// al-, bin, von, de.
    case particle
    /// llc, ООО, 有限公司.
    case legalForm
    /// jr, ii, младший.
    case generation
    /// university, река, 은행: words that are translated.
    case generic
    /// A given name; words of one group are forms of one name, or a name and its nickname.
    case given
  }

  /// One meaning of a word, or of several words in a row.
  public struct Meaning: Hashable, Sendable {
    public var role: Role
    /// Words with the same role and number mean the same.
    public var number: UInt16
    /// How surely the word means it, 1 to 100.
    public var weight: UInt8

    /// Whether two words that mean the same may stand for each other: titles and particles say nothing of a name.
    public var isShared: Bool { role != .title && role != .particle }

    public init(role: Role, number: UInt16, weight: UInt8) {
      self.role = role
      self.number = number
      self.weight = weight
    }
  }

  /// The most words that one meaning has.
  static let longestPhrase = 7

  private let keys: [UInt64]
  private let starts: [UInt32]
  /// Role, weight and number of a meaning, one byte, one byte and two.
  private let meanings: [UInt32]
  /// Keys of first words of phrases.
  private let beginnings: [UInt64]

  /// - Parameter words: by folded words with a space between them.
  public init(_ words: [String: [Meaning]]) {
    let hashed = Dictionary(words.map { (Self.key($0.key), $0.value) }, uniquingKeysWith: { $0 + $1 })
    keys = hashed.keys.sorted()
    var starts: [UInt32] = [0]
    var meanings: [UInt32] = []
    for key in keys {
      for meaning in (hashed[key] ?? []).sorted(by: { ($0.role.rawValue, $0.number) < ($1.role.rawValue, $1.number) }) {
        meanings.append(
          UInt32(meaning.role.rawValue) << 24 | UInt32(meaning.weight) << 16 | UInt32(meaning.number))
      }
      starts.append(UInt32(meanings.count))
    }
    self.starts = starts
    self.meanings = meanings
    beginnings = Set(
      words.keys.filter { $0.contains(" ") }.compactMap { $0.split(separator: " ").first.map { Self.key(String($0)) } }
    ).sorted()
  }

  static let empty = NameLexicon([:])

  /// What a word, or several with a space between them, may mean; empty for most.
  func meanings(of phrase: String) -> [Meaning] {
    guard let place = keys.sortedPlace(of: Self.key(phrase)) else { return [] }
    return meanings[Int(starts[place])..<Int(starts[place + 1])].compactMap { packed in
      Role(rawValue: UInt8(packed >> 24)).map {
        Meaning(
          role: $0, number: UInt16(truncatingIfNeeded: packed), weight: UInt8(truncatingIfNeeded: packed >> 16))
      }
    }
  }

  /// Whether some phrase of several words begins with the word.
  func beginsPhrase(_ word: String) -> Bool { beginnings.sortedPlace(of: Self.key(word)) != nil }

  static func key(_ phrase: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in phrase.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  func encode(to writer: inout ByteWriter) {
    writer.append(array: keys)
    writer.append(array: starts)
    writer.append(array: meanings)
    writer.append(array: beginnings)
  }

  init(decoding region: ByteRegion) throws(SectionedFileError) {
    var reader = ByteReader(region)
    keys = try reader.array(of: UInt64.self)
    starts = try reader.array(of: UInt32.self)
    meanings = try reader.array(of: UInt32.self)
    beginnings = try reader.array(of: UInt64.self)
    guard starts.count == keys.count + 1, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      Int(starts.last ?? 0) == meanings.count
    else { throw region.damaged(at: 0, "the lists of meanings do not fit the words") }
  }
}
