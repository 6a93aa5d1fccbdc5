import UnicodeText

/// A spelling that a system, or systems in order, make of a name.
public struct NameVariant: Hashable, Sendable {
  public var text: String
  /// ISO 15924 code.
  public var script: String
  /// The systems and practices, in order.
  public var relay: [String]
}

/// The spellings that the systems and relays produce from a name as it is written at home.
public struct NameVariants: Sendable {
  private let tables: TransliterationTables

  public init(tables: TransliterationTables) { self.tables = tables }

  /// Each spelling once, by the first way that makes it: systems of one leg in the order of the register, then those into
  /// Cyrillic followed by the standards for Russian. What a system knows only in part is left out.
  ///
  /// - Parameter codes: the systems to write the name by; where none is given, all whose language writes the name's script
  ///   at home (Hangul, Han characters, kana, Cyrillic as Russian, …).
  public func variants(
    of native: String, by codes: [String] = [], style: NameStyle = .automatic
  ) throws(TransliterationError) -> [NameVariant] {
    let scripts = Set(native.unicodeScalars.map(\.script.code)).subtracting(["Zyyy", "Zinh"])
    var chosen: [[String]] = []
    if codes.isEmpty {
      let systems = tables.systems.filter { Self.reads($0, scripts) }
      chosen = systems.map { [$0.code] }
      for system in systems where system.targetScript == "Cyrl" {
        chosen += tables.standards(of: "ru").map { [system.code, $0] }
      }
    } else {
      for code in codes { chosen.append([try tables.system(code).description.code]) }
    }
    var variants: [NameVariant] = []
    for relay in chosen {
      let journey = try Relay(codes: relay, tables: tables)
      let result = try journey.transliterate(native, style: style)
      let text = result.text
      guard text != native, result.unknownLetters.isEmpty, !variants.contains(where: { $0.text == text }),
        let target = journey.systems.last?.description.targetScript
      else { continue }
      variants.append(NameVariant(text: text, script: target, relay: relay))
    }
    return variants
  }

  /// Whether a system reads names in these scripts. Cyrillic is taken for Russian, and a Latin spelling for no native one.
  private static func reads(_ system: SystemDescription, _ scripts: Set<String>) -> Bool {
    switch system.sourceScript {
    case "Latn", "Zyyy": false
    case "Hrkt": !scripts.isEmpty && scripts.isSubset(of: ["Hira", "Kana"])
    case "Cyrl": scripts == ["Cyrl"] && system.language == "ru"
    case "Kore": !scripts.isEmpty && scripts.isSubset(of: ["Hang", "Hani"]) && scripts != ["Hang"]
    default: scripts == [system.sourceScript]
    }
  }
}
