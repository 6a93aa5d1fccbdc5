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

  /// `text` at the end of the journey, with what each part was made from and the letters that no system knew.
  public func transliteration(of text: String, style: NameStyle = .automatic) throws(AllonymError) -> Transliteration {
    do { return try relay.transliterate(text, style: style) } catch { throw .transliteration(error) }
  }

  /// The texts that the journey may have started from, the likeliest first, with costs.
  ///
  /// - Returns: none where a system has no inverse; see `TransliterationSystem.sources(of:limit:)`.
  public func sources(of text: String, limit: Int = 10) throws(AllonymError) -> [SourceReading] {
    do { return try relay.sources(of: text, limit: limit) } catch { throw .transliteration(error) }
  }

  /// The likely names at home of a spelling of unknown origin, without any table of entities, the likeliest first.
  ///
  /// ```swift
  /// try Transliterator.restore("Khirosima").first?.native  // ひろしま
  /// ```
  ///
  /// - Returns: none for what no language that is known can read.
  public static func restore(_ spelling: String, limit: Int = 10) throws(AllonymError) -> [RestoredName] {
    let tables = try CuratedTables.open().transliteration
    do { return try NameRestorer(tables: tables).restore(spelling, limit: limit) } catch {
      throw .transliteration(error)
    }
  }

  /// The spellings that systems and relays make of a name as it is written at home.
  ///
  /// - Parameter codes: the systems to write it by; all that read its script where none is given.
  public static func variants(
    of native: String, by codes: [String] = [], style: NameStyle = .automatic
  ) throws(AllonymError) -> [NameVariant] {
    let tables = try CuratedTables.open().transliteration
    do { return try NameVariants(tables: tables).variants(of: native, by: codes, style: style) } catch {
      throw .transliteration(error)
    }
  }
}
