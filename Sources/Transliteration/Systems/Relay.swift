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
    var current = text
    for system in systems { current = try system.apply(current, style: style) }
    return current
  }

  /// The text after the last leg, with what each part was made from and the letters that no leg knew.
  public func transliterate(
    _ text: String, style: NameStyle = .automatic
  ) throws(TransliterationError) -> Transliteration {
    var trace: OffsetTrace? = OffsetTrace()
    var current = text
    for system in systems {
      let leg = try system.transliterate(current, style: style)
      trace.append(OffsetTrace(places: leg.places))
      current = leg.text
    }
    return Transliteration(
      source: text, text: current, trace: trace, sourceScripts: Set(systems.map(\.description.sourceScript)),
      targetScript: systems[systems.count - 1].description.targetScript)
  }

  /// The texts that the journey may have started from, the likeliest first.
  public func sources(of text: String, limit: Int = 10) throws(TransliterationError) -> [SourceReading] {
    var readings = [SourceReading(text: text, cost: 0)]
    for system in systems.reversed() {
      var next: [SourceReading] = []
      for reading in readings {
        next += try system.sources(of: reading.text, limit: limit).map {
          SourceReading(text: $0.text, cost: reading.cost + $0.cost)
        }
      }
      readings = Array(next.sorted { ($0.cost, $0.text.utf8Bytes) < ($1.cost, $1.text.utf8Bytes) }.prefix(limit))
    }
    return readings
  }
}
