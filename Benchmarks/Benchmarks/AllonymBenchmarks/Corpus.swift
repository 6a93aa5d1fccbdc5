import Allonym
import NameIndex
import NameMatching
import NameModel

/// Names to work on, taken from the curated tables and respelled by the systems, so that they follow the tables.
struct Corpus {
  /// Preferred English names of all entities.
  let latin: [String]
  /// Names of all entities as they are written at home.
  let native: [String]
  /// Korean and Chinese persons by relay, in Latin letters: rows of no table.
  let relayedLatin: [String]
  /// The same, halfway: in Cyrillic letters.
  let relayedCyrillic: [String]
  /// Pairs of one person's names: relayed in Latin letters, and preferred in English.
  let pairs: [(String, String)]

  let korean: [String]
  let chinese: [String]
  let russian: [String]

  static let koreanRelay = ["var-kor-Hang-Cyrl-press", "bgnpcgn-rus-Cyrl-Latn-1947"]
  static let chineseRelay = ["var-zho-Hani-Cyrl-palladius", "bgnpcgn-rus-Cyrl-Latn-1947"]

  /// Nothing was left to measure.
  struct Empty: Error, CustomStringConvertible {
    var what: String
    var description: String { "the curated tables have no \(what)" }
  }

  init() throws {
    let resolver = try Resolver()
    let entities = try (0..<UInt32(resolver.index.entityCount)).map { try resolver.index.entity($0) }
    latin = entities.compactMap { $0.preferredName(for: "en")?.text }
    native = entities.compactMap { $0.nativeName?.text }
    let persons = entities.filter { $0.type == .person }
    func names(_ language: String) -> [(native: String, english: String)] {
      persons.compactMap { person in
        guard let name = person.nativeName, name.language.language == language,
          let english = person.preferredName(for: "en")
        else { return nil }
        return (name.text, english.text)
      }
    }
    korean = names("ko").map(\.native)
    chinese = names("zh").map(\.native)
    russian = names("ru").map(\.native)

    var latinRelays: [String] = []
    var cyrillicRelays: [String] = []
    var pairs: [(String, String)] = []
    for (language, relay) in [("ko", Self.koreanRelay), ("zh", Self.chineseRelay)] {
      let transliterator = try Transliterator(relay: relay)
      for name in names(language) {
        let legs = try transliterator.legs(of: name.native, style: .person)
        guard let cyrillic = legs.first?.text, let latin = legs.last?.text else { continue }
        if try Self.isDerived(cyrillic, resolver) { cyrillicRelays.append(cyrillic) }
        if try Self.isDerived(latin, resolver) {
          latinRelays.append(latin)
          pairs.append((latin, name.english))
        }
      }
    }
    relayedLatin = latinRelays
    relayedCyrillic = cyrillicRelays
    self.pairs = pairs
    for (what, list) in [
      ("Latin names", latin), ("native names", native), ("Korean persons", korean), ("Chinese persons", chinese),
      ("Russian persons", russian), ("persons found by a Latin relay", relayedLatin),
      ("persons found by a Cyrillic relay", relayedCyrillic),
    ] where list.isEmpty {
      throw Empty(what: what)
    }
  }

  /// Whether a spelling is resolved by derivation and not by a row.
  private static func isDerived(_ name: String, _ resolver: Resolver) throws -> Bool {
    guard let best = try resolver.resolve(name).best else { return false }
    return best.evidence.outcome == .same && best.evidence.isDerived
  }
}
