import SectionedFile

/// How rare words are in names: what it tells that two names have one in common. Learned by `allonym train words`.
public struct WordRarity: Sendable {
  /// −100 · ln of the share of names that have a word so rare that the table leaves it out.
  public static let unlisted = 1200

  private let keys: [UInt64]
  private let costs: [UInt16]

  /// - Parameter costs: by folded word.
  public init(_ costs: [String: Int]) {
    let hashed = Dictionary(costs.map { (NameLexicon.key($0.key), $0.value) }, uniquingKeysWith: min)
    keys = hashed.keys.sorted()
    self.costs = keys.map { UInt16(clamping: min(hashed[$0] ?? Self.unlisted, Self.unlisted)) }
  }

  static let empty = WordRarity([:])

  /// −100 · ln of the share of names that have the word.
  func cost(of word: String) -> Int {
    keys.sortedPlace(of: NameLexicon.key(word)).map { Int(costs[$0]) } ?? Self.unlisted
  }

  func encode(to writer: inout ByteWriter) {
    writer.append(array: keys)
    writer.append(array: costs)
  }

  init(decoding region: ByteRegion) throws(SectionedFileError) {
    var reader = ByteReader(region)
    keys = try reader.array(of: UInt64.self)
    costs = try reader.array(of: UInt16.self)
    guard keys.count == costs.count else { throw region.damaged(at: 0, "as many costs as words were expected") }
  }
}
