import NameModel

/// SKOS in Turtle: a concept for each entity.
struct SKOSExporter: EntityExporter {
  let base: String

  var head: String {
    """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix schema: <https://schema.org/> .

    <\(base)> a skos:ConceptScheme .

    """
  }

  func text(of entity: Entity) -> String? {
    var lines = ["<\(base)\(Self.encoded(entity.id))> a skos:Concept, schema:\(Self.type(entity.type))"]
    lines.append("skos:inScheme <\(base)>")
    // A text in a language is one of the three: prefLabel, altLabel, hiddenLabel; and one in a language is preferred.
    var seen: Set<String> = []
    var preferred: Set<LanguageTag> = []
    for form in entity.names.sorted(by: NameForm.precedes) {
      let label = "\"\(Self.escaped(form.text))\"\(Self.tag(form.language))"
      guard seen.insert(label).inserted else { continue }
      switch form.kind {
      case .pref where form.part == .full && preferred.insert(form.language).inserted:
        lines.append("skos:prefLabel \(label)")
      case .pref, .alt, .former, .abbr: lines.append("skos:altLabel \(label)")
      case .weak, .hidden: lines.append("skos:hiddenLabel \(label)")
      }
    }
    if let item = entity.wikidata {
      lines.append("skos:exactMatch <http://www.wikidata.org/entity/\(Self.encoded(item))>")
    }
    if let note = entity.note { lines.append("skos:note \"\(Self.escaped(note))\"") }
    return "\n" + lines.joined(separator: " ;\n  ") + " .\n"
  }

  private static func type(_ type: EntityType) -> String {
    switch type {
    case .person: "Person"
    case .place: "Place"
    case .organization: "Organization"
    case .facility: "CivicStructure"
    case .event: "Event"
    case .work: "CreativeWork"
    case .vessel: "Vehicle"
    case .language: "Language"
    }
  }

  private static func tag(_ language: LanguageTag) -> String {
    language == .undetermined ? "" : "@\(language.rawValue)"
  }

  /// A string of Turtle.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An identifier as part of an IRI: all but letters, digits and -._~ of ASCII as percent signs and hexadecimal digits.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
