/// The ordered systems by which a spelling travels, such as Hangul → Cyrillic → Latin.
public struct Relay: Sendable {
  public let systems: [TransliterationSystem]

  /// One leg of a journey: the system and what it wrote.
  public struct Leg: Hashable, Sendable {
    public var system: SystemDescription
    public var text: String
  }

  public init(codes: [String], tables: TransliterationTables) throws(TransliterationError) {
    guard !codes.isEmpty else { throw .emptyRelay }
    var systems: [TransliterationSystem] = []
    for code in codes {
      let system = try tables.system(code)
      if let last = systems.last, last.description.targetScript != system.description.sourceScript {
        throw .brokenRelay(
          first: last.description.code, writes: last.description.targetScript, second: code,
          reads: system.description.sourceScript)
      }
      systems.append(system)
    }
    self.systems = systems
  }

  /// The text after each leg.
  public func legs(of text: String, style: NameStyle = .automatic) throws(TransliterationError) -> [Leg] {
    var legs: [Leg] = []
    var current = text
    for system in systems {
      current = try system.apply(current, style: style)
      legs.append(Leg(system: system.description, text: current))
    }
    return legs
  }

  /// The text after the last leg.
  public func apply(_ text: String, style: NameStyle = .automatic) throws(TransliterationError) -> String {
    try legs(of: text, style: style).last?.text ?? text
  }

  /// The text after the last leg, with what each part was made from and the letters that no leg knew.
  public func transliterate(
    _ text: String, style: NameStyle = .automatic
  ) throws(TransliterationError) -> Transliteration {
    var trace: OffsetTrace? = OffsetTrace()
    var unknown: [Transliteration.UnknownLetter] = []
    var current = text
    for system in systems {
      let leg = try system.transliterate(current, style: style)
      trace.append(OffsetTrace(places: leg.places))
      unknown = leg.unknownLetters
      current = leg.text
    }
    var result = Transliteration(
      source: text, text: current, trace: trace, sourceScript: systems[0].description.sourceScript,
      targetScript: systems[systems.count - 1].description.targetScript)
    // What the last leg did not know is what is left over; a letter of the first may be one of the last's own.
    if systems.count > 1 { result.unknownLetters = unknown }
    return result
  }
}
