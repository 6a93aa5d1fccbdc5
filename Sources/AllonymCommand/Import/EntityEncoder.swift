import NameModel

/// Writes entities as lines of JSON, as `index build` reads them. Fields that say nothing are left out.
struct EntityEncoder {
  var bytes: [UInt8] = []

  mutating func encode(_ entity: Entity) {
    bytes.append(contentsOf: "{\"id\":".utf8)
    string(entity.id)
    field("type", entity.type.rawValue)
    field("country", entity.country)
    field("born", entity.born)
    field("died", entity.died)
    field("wikidata", entity.wikidata)
    field("note", entity.note)
    bytes.append(contentsOf: ",\"names\":[".utf8)
    for (index, form) in entity.names.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      encode(form)
    }
    bytes.append(contentsOf: "]}\n".utf8)
  }

  private mutating func encode(_ form: NameForm) {
    bytes.append(contentsOf: "{\"text\":".utf8)
    string(form.text)
    field("lang", form.language.rawValue)
    field("kind", form.kind.rawValue)
    if form.part != .full { field("part", form.part.rawValue) }
    if !form.isAttested { field("system", form.system) }
    field("from", form.from)
    field("source", form.source.nonEmpty)
    field("note", form.note)
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func field(_ key: String, _ value: String?) {
    guard let value else { return }
    bytes.append(contentsOf: ",\"".utf8)
    bytes.append(contentsOf: key.utf8)
    bytes.append(contentsOf: "\":".utf8)
    string(value)
  }

  /// A string by RFC 8259, with no more escapes than it asks for.
  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
