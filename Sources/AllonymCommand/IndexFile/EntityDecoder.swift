import NameModel
import UnicodeText

/// Why a line is no entity.
struct EntityError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Reads an entity from a JSON object.
struct EntityDecoder {
  private(set) var unknownKeys: [String] = []
  /// The tag that was read last: most names of a file have the same.
  private var last: (text: String, language: LanguageTag)?

  /// The entity of one line, with the keys in it that are not known: `…` for the entity's own, `names.…` for a name's.
  static func entity(_ bytes: [UInt8]) throws -> (entity: Entity, unknownKeys: [String]) {
    var decoder = EntityDecoder()
    return (try decoder.entity(bytes), decoder.unknownKeys)
  }

  /// The entity of the next line; keys that are not known are those of this line.
  mutating func entity(_ bytes: [UInt8]) throws -> Entity {
    unknownKeys.removeAll(keepingCapacity: true)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw EntityError("not JSON at byte \(error.offset): \(error.message)")
    }
    guard case .object(let fields) = value else {
      throw EntityError("\(value.kind) is no entity; write an object with id, type and names")
    }
    return try entity(fields)
  }

  private mutating func entity(_ fields: [(key: String, value: JSONValue)]) throws -> Entity {
    var object = Fields(fields, of: .entity)
    let id = try object.needed("id")
    let type: EntityType = try object.word("type", of: EntityType.self, default: nil)
    var entity = Entity(
      id: id, type: type, country: try object.text("country"), born: try object.text("born"),
      died: try object.text("died"), wikidata: try object.text("wikidata"), note: try object.text("note"))
    guard let names = object.take("names") else { throw EntityError("the entity `\(id)` has no `names`") }
    guard case .array(let values) = names else {
      throw EntityError("`names` of the entity `\(id)` is \(names.kind); write an array of objects")
    }
    unknownKeys += object.rest
    for (index, value) in values.enumerated() {
      guard case .object(let fields) = value else {
        throw EntityError("name \(index + 1) of the entity `\(id)` is \(value.kind); write an object with text")
      }
      entity.names.append(try name(Fields(fields, of: .name(index + 1, entity: id))))
    }
    return entity
  }

  private mutating func name(_ fields: Fields) throws -> NameForm {
    var object = fields
    let text = try object.needed("text")
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    if !isPlain, let control = text.unicodeScalars.first(where: { $0.properties.generalCategory == .control }) {
      let code = String(control.value, radix: 16, uppercase: true)
      throw EntityError("\(object.owner) holds the control character U+\(code); take it out")
    }
    let tag = try object.text("lang")
    guard let language = tag.map({ language($0) }) ?? .undetermined else {
      throw EntityError("`lang` of \(object.owner) is `\(tag ?? "")`; write a BCP 47 tag such as ko or zh-Hans")
    }
    let form = NameForm(
      text: isPlain ? text : try Self.composed(text, object.owner.description), language: language,
      kind: try object.word("kind", of: NameKind.self, default: .alt),
      part: try object.word("part", of: NamePart.self, default: .full),
      system: try object.text("system") ?? NameForm.attested, from: try object.text("from"),
      source: try object.text("source") ?? "",
      status: try object.word("status", of: RowStatus.self, default: .reviewed), note: try object.text("note"))
    unknownKeys += object.rest.map { "names.\($0)" }
    return form
  }

  private mutating func language(_ tag: String) -> LanguageTag? {
    if let last, last.text == tag { return last.language }
    let language = LanguageTag(tag)
    if let language { last = (tag, language) }
    return language
  }

  /// Forms are kept in normalization form C.
  private static func composed(_ text: String, _ owner: String) throws -> String {
    do { return try text.normalized(.nfc) } catch { throw EntityError("\(owner): \(error)") }
  }
}

/// The fields of one object, taken one by one.
private struct Fields {
  /// What messages call the object.
  enum Owner: CustomStringConvertible {
    case entity
    case name(Int, entity: String)

    var description: String {
      switch self {
      case .entity: "the entity"
      case .name(let number, let id): "name \(number) of the entity `\(id)`"
      }
    }
  }

  let owner: Owner
  private var fields: [(key: String, value: JSONValue)]

  init(_ fields: [(key: String, value: JSONValue)], of owner: Owner) {
    self.fields = fields
    self.owner = owner
  }

  /// The keys that nobody took.
  var rest: [String] { fields.map(\.key) }

  mutating func take(_ key: String) -> JSONValue? {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return nil }
    return fields.remove(at: index).value
  }

  /// A text that may be missing, `null` or empty: these are one.
  mutating func text(_ key: String) throws -> String? {
    switch take(key) {
    case nil, .null?: return nil
    case .string(let text)?: return text.isEmpty ? nil : text
    case let value?: throw EntityError("`\(key)` of \(owner) is \(value.kind); write a string")
    }
  }

  mutating func needed(_ key: String) throws -> String {
    guard let text = try text(key) else { throw EntityError("\(owner) has no `\(key)`") }
    return text
  }

  /// One of the words of a vocabulary.
  ///
  /// - Parameter default: what a missing field means; `nil` where it must not be missing.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, of type: Word.Type, default missing: Word?
  ) throws -> Word where Word.RawValue == String {
    guard let text = try self.text(key) else {
      guard let missing else { throw EntityError("\(owner) has no `\(key)`") }
      return missing
    }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw EntityError("`\(key)` of \(owner) is `\(text)`; write one of \(words)")
    }
    return word
  }
}
