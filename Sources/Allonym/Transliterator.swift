public import Transliteration

/// Writes text by a transliteration system, or by several in order.
///
/// ```swift
/// let russian = try Transliterator("bgnpcgn-rus-Cyrl-Latn-1947")
/// try russian.transliterate("Чо Чун Рён")  // Cho Chun Rën
/// ```
public struct Transliterator: Sendable {
  private let relay: Relay

  /// The register of all systems, sorted by code.
  public static func systems() throws(AllonymError) -> [SystemDescription] {
    try CuratedTables.open().transliteration.systems
  }

  /// - Parameter codes: ISO 24229 codes in the order of the journey; each system reads what the one before it writes.
  public init(_ codes: String...) throws(AllonymError) { try self.init(relay: codes) }

  public init(relay codes: [String]) throws(AllonymError) {
    let tables = try CuratedTables.open().transliteration
    do { relay = try Relay(codes: codes, tables: tables) } catch { throw .transliteration(error) }
  }

  /// `text` at the end of the journey, in NFC.
  public func transliterate(_ text: String, style: NameStyle = .automatic) throws(AllonymError) -> String {
    do { return try relay.apply(text, style: style) } catch { throw .transliteration(error) }
  }

  /// The text after each system.
  public func legs(of text: String, style: NameStyle = .automatic) throws(AllonymError) -> [Relay.Leg] {
    do { return try relay.legs(of: text, style: style) } catch { throw .transliteration(error) }
  }
}
